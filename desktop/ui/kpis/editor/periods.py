"""How often a KPI has a value, how periods add up, and the formula that works it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop.core.formula import check
from desktop.core.kpi import AddUp, Kpi
from desktop.core.names import name
from desktop.core.period import Cadence
from desktop.qtkit.wording import say, tr
from desktop.ui.kpis.editor.section import Section
from desktop.ui.widgets import Caption, Choice, FormRow, SegmentedControl

_TYPED, _FORMULA = "typed", "formula"


class PeriodsSection(Section):
    """``formula_chosen`` tells whether the number is worked out from others."""

    formula_chosen = Signal(bool)

    def __init__(self, kpis: Sequence[Kpi]) -> None:
        super().__init__(
            tr("Periods"), tr("How often there is a number, and what a longer period shows.")
        )
        self._kpis = [kpi for kpi in kpis if kpi.key]
        self._own_key = ""
        self.cadence = Choice([(cadence, say(name(cadence))) for cadence in Cadence])
        self.origin = SegmentedControl(
            [(_TYPED, tr("Typed or imported")), (_FORMULA, tr("Worked out from others"))],
            name=tr("Where the number comes from"),
        )
        self.add_up = SegmentedControl(
            [
                (AddUp.SUM, tr("Sum")),
                (AddUp.MEAN, tr("Mean")),
                (AddUp.LAST, tr("Latest")),
            ],
            name=tr("How periods add up"),
        )
        self._explained = Caption()
        self.formula = QLineEdit()
        self.formula.setPlaceholderText("orders / visits")
        self.insert: Choice[str] = Choice()
        self._formula_row = FormRow(tr("Formula"), self.formula)
        self._insert_row = FormRow(tr("Put in a KPI"), self.insert)
        self.add(FormRow(tr("A value for each"), self.cadence))
        self.fields.addWidget(self.origin)
        self.fields.addWidget(self.add_up)
        self.add(self._formula_row, self._insert_row, stretches=(3, 2))
        self.fields.addWidget(self._explained)
        self.origin.chosen.connect(self._on_origin_chosen)
        self.add_up.chosen.connect(self._explain)
        self.formula.textChanged.connect(self._on_formula_changed)
        self.insert.chosen.connect(self._on_kpi_chosen)

    def fill(self, kpi: Kpi) -> None:
        self._own_key = kpi.key
        options = [("", tr("Choose …"))]
        options += [(other.key, f"{other.name} ({other.key})") for other in self._kpis]
        self.insert.set_options(options, "")
        self.cadence.set_value(kpi.cadence)
        self.add_up.set_value(kpi.add_up)
        self.origin.set_value(_FORMULA if kpi.formula else _TYPED)
        self.formula.setText(kpi.formula)
        self._show_rows()

    def read(self, kpi: Kpi) -> Kpi:
        return replace(
            kpi,
            cadence=self.cadence.value,
            add_up=AddUp(self.add_up.value),
            formula=self.formula.text().strip() if self._by_formula else "",
        )

    def wrong(self) -> FormRow | None:
        if not self._by_formula:
            return None
        if not self.formula.text().strip():
            self._formula_row.set_error(tr("Write how the number is worked out."))
            return self._formula_row
        return self._formula_row if self._check() else None

    @property
    def _by_formula(self) -> bool:
        return self.origin.value == _FORMULA

    def _check(self) -> str:
        """What is wrong with the formula as it stands, shown below it."""
        text = self.formula.text().strip()
        formulas = {kpi.key: kpi.formula for kpi in self._kpis}
        fault = check(text, key=self._own_key, formulas=formulas) if text else None
        words = say(fault) if fault is not None else ""
        self._formula_row.set_error(words)
        return words

    def _show_rows(self) -> None:
        by_formula = self._by_formula
        self._formula_row.setVisible(by_formula)
        self._insert_row.setVisible(by_formula)
        self.add_up.setVisible(not by_formula)
        self._explain()
        self.formula_chosen.emit(by_formula)

    def _explain(self) -> None:
        if self._by_formula:
            words = tr(
                "The parts are added up first: a year's conversion is all orders divided by all "
                "visits, never a mean of the months' rates."
            )
        else:
            words = {
                AddUp.SUM: tr("Sum: the months' orders together make the year's orders."),
                AddUp.MEAN: tr("Mean: a year shows the mean of its months, as for a temperature."),
                AddUp.LAST: tr("Latest: a year shows its last month, as for customers or cash."),
            }[AddUp(self.add_up.value)]
        self._explained.setText(words)

    def _on_origin_chosen(self) -> None:
        self._show_rows()

    def _on_formula_changed(self) -> None:
        if self._by_formula:
            self._check()

    def _on_kpi_chosen(self, key: str) -> None:
        if key:
            self.formula.insert(key)
            self.insert.set_value("")
            self.formula.setFocus()
