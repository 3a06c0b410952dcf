"""A fill-in form for a colleague: which KPIs, which periods, in which language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from desktop.core.kpi import Kpi
from desktop.core.message import msg
from desktop.core.names import name
from desktop.qtkit.tasks import Cancelled, Progress
from desktop.qtkit.wording import LanguageWording, ntr, say, tr, wording
from desktop.services.company import company, people
from desktop.services.export import ENDING, file_name
from desktop.services.forms import FormWish, form_kpis, latest_months, make_form
from desktop.services.workspace import ChangeEvent, Workspace
from desktop.ui.company_choices import language_options
from desktop.ui.context import AppContext
from desktop.ui.dialogs import Dialog, choose_file_to_save
from desktop.ui.widgets import Choice, DateField, FormRow

EVERYBODY = 0  # the key of all KPIs; people have their ids
_WIDTH, _HEIGHT = 720, 660
_MONTHS = 12


@dataclass(frozen=True)
class Made:
    """The form, and the change to announce."""

    path: Path
    event: ChangeEvent


@dataclass(frozen=True)
class MakeForm:
    """Writes the form with a second workspace of its own."""

    workspace: Workspace
    path: Path
    wish: FormWish
    words: LanguageWording

    def __call__(self, progress: Progress, cancelled: Cancelled) -> Made:
        with self.workspace.second() as second:
            path = make_form(second, self.path, self.wish, self.words)
            return Made(path, ChangeEvent(second.changed))


class FormDialog(Dialog):
    """``wanted`` carries the :class:`MakeForm` that was asked for."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None, context: AppContext) -> None:
        super().__init__(
            parent,
            tr("Fill-in form"),
            tr(
                "An Excel form for a colleague: what is missing to be filled in, everything else "
                "locked. Import it when it comes back; nothing is asked."
            ),
            confirm=tr("Save the form …"),
            width=_WIDTH,
        )
        self._context = context
        workspace = context.workspace
        self._company = company(workspace)
        self._kpis = form_kpis(workspace)
        owners = {kpi.owner_id for kpi in self._kpis}
        self._people = {
            person.id or 0: person.name for person in people(workspace) if person.id in owners
        }
        self.whose = Choice([(EVERYBODY, tr("Everybody’s")), *self._people.items()], EVERYBODY)
        self.recipient = QLineEdit()
        self.kpis = QListWidget()
        self._kpis_row = FormRow(tr("KPIs"), self.kpis)
        first, last = latest_months(workspace.today(), _MONTHS)
        self.first, self.last = DateField(first), DateField(last)
        self._last_row = FormRow(tr("To"), self.last)
        self.language = Choice(language_options(), self._company.language)
        self.correct = QCheckBox(tr("Values that are there can be corrected"))
        self._lay_out()
        self._show_kpis(self._kpis)
        self.whose.chosen.connect(self._on_whose_chosen)
        self.kpis.itemChanged.connect(self._show_count)
        self.resize(_WIDTH, _HEIGHT)
        self.kpis.setFocus()

    def _lay_out(self) -> None:
        self.add_beside(
            FormRow(tr("Whose KPIs"), self.whose),
            FormRow(tr("Who fills it in"), self.recipient, tr("Stands at the top of the form.")),
        )
        self.add(self._kpis_row, 1)
        self.add_beside(
            FormRow(tr("From"), self.first), self._last_row, FormRow(tr("Language"), self.language)
        )
        self.add(self.correct)

    @property
    def chosen(self) -> list[int]:
        """The ids of the KPIs that are ticked."""
        items = [self.kpis.item(number) for number in range(self.kpis.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return [int(item.data(Qt.ItemDataRole.UserRole)) for item in ticked]

    def wish(self) -> FormWish | None:
        """What is asked for; ``None``, and said, when a day is missing."""
        first, last = self.first.day(), self.last.day()
        if first is None or last is None or last < first:
            self._last_row.set_error(tr("The form needs a first day and a later last one."))
            return None
        self._last_row.set_error("")
        return FormWish(
            tuple(self.chosen), first, last, self.recipient.text(), self.correct.isChecked()
        )

    def on_confirmed(self) -> None:
        wish = self.wish()
        if wish is None:
            return
        words = wording(self.language.value)
        path = choose_file_to_save(
            self,
            tr("Save the form"),
            file_name(wish.recipient or self._company.name, msg("figures to fill in"), words),
            tr("Excel workbooks") + f" (*{ENDING})",
            ENDING,
            self._context.preferences,
        )
        if path is not None:
            self.accept()
            self.wanted.emit(MakeForm(self._context.workspace, path, wish, words))

    def _show_kpis(self, kpis: Sequence[Kpi]) -> None:
        self.kpis.clear()
        for kpi in kpis:
            item = QListWidgetItem(f"{kpi.name} · {say(name(kpi.cadence))}")
            item.setData(Qt.ItemDataRole.UserRole, kpi.id)
            item.setToolTip(kpi.definition)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.kpis.addItem(item)
        self.kpis.setCurrentRow(0)
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.chosen)
        self._kpis_row.set_hint(ntr("{n} KPI in the form", "{n} KPIs in the form", count))
        if self.confirm_button is not None:
            self.confirm_button.setEnabled(count > 0)

    def _on_whose_chosen(self, person: int) -> None:
        everyone = person == EVERYBODY
        self._show_kpis([kpi for kpi in self._kpis if everyone or kpi.owner_id == person])
        if not everyone:
            self.recipient.setText(self._people[person])
