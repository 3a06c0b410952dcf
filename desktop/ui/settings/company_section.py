"""The company: its name, currency, fiscal year, and how it is put on paper."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop.core.company import Company, Paper
from desktop.core.faults import Fault
from desktop.qtkit.wording import say, tr
from desktop.services.company import company, save_company
from desktop.ui.company_choices import currency_options, language_options, month_options
from desktop.ui.context import AppContext
from desktop.ui.settings.section import Section
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Choice, FormRow, SegmentedControl


class CompanySection(Section):
    """Every change is saved at once, as one step that can be undone."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(tr("Company"), tr("What this file is about, and how it writes on paper."))
        self._context = context
        known = company(context.workspace)
        self.name = QLineEdit(known.name)
        self.name.editingFinished.connect(self._on_name_finished)
        self.currency = Choice(currency_options(known.currency), known.currency)
        self.currency.chosen.connect(self._on_currency_chosen)
        self.year_start = Choice(month_options(), known.year_start)
        self.year_start.chosen.connect(self._on_year_start_chosen)
        self.language = Choice(language_options(), known.language)
        self.language.chosen.connect(self._on_language_chosen)
        papers = [(paper.value, paper.value) for paper in Paper]
        self.paper = SegmentedControl(papers, known.paper.value, name=tr("Paper"))
        self.paper.chosen.connect(self._on_paper_chosen)

        self._name_row = FormRow(tr("Company name"), self.name)
        self._year_row = FormRow(tr("The fiscal year starts in"), self.year_start)
        self.add(self._name_row)
        for left, right in (
            (FormRow(tr("Currency"), self.currency), self._year_row),
            (FormRow(tr("Language on paper"), self.language), FormRow(tr("Paper"), self.paper)),
        ):
            pair = QHBoxLayout()
            pair.setSpacing(SPACE.MEDIUM)
            pair.addWidget(left, 1)
            pair.addWidget(right, 1)
            self.body.addLayout(pair)
        for field in (self.name, self.currency, self.year_start, self.language, self.paper):
            field.setEnabled(not context.workspace.read_only)

    def refresh(self) -> None:
        """Show what the file says now."""
        known = company(self._context.workspace)
        self.name.setText(known.name)
        self.currency.set_options(currency_options(known.currency), known.currency)
        self.year_start.set_value(known.year_start)
        self.language.set_value(known.language)
        self.paper.set_value(known.paper.value)

    def _save(self, row: FormRow, wanted: Company) -> None:
        if wanted == company(self._context.workspace):
            row.set_error("")
            return
        try:
            save_company(self._context.workspace, wanted)
        except Fault as fault:
            self.refresh()
            row.set_error(say(fault.message))
        else:
            row.set_error("")

    def _known(self) -> Company:
        return company(self._context.workspace)

    def _on_name_finished(self) -> None:
        self._save(self._name_row, replace(self._known(), name=self.name.text().strip()))

    def _on_currency_chosen(self, code: str) -> None:
        self._save(self._name_row, replace(self._known(), currency=code))

    def _on_year_start_chosen(self, month: int) -> None:
        self._save(self._year_row, replace(self._known(), year_start=month))

    def _on_language_chosen(self, language: str) -> None:
        self._save(self._name_row, replace(self._known(), language=language))

    def _on_paper_chosen(self, paper: str) -> None:
        self._save(self._name_row, replace(self._known(), paper=Paper(paper)))
