"""A new KPI with no more than must be known to use it at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.names import name
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import say, tr
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.widgets import Choice, FormRow

_WITH_SYMBOL = (UnitKind.CURRENCY, UnitKind.OWN)


class KpiSketchDialog(Dialog):
    """``kpi_sketched`` carries the :class:`Kpi` as it would be made; nothing is saved here.

    ``currency`` is filled in when the unit becomes one.
    """

    kpi_sketched = Signal(object)

    def __init__(
        self, parent: QWidget | None, kpi: Kpi, text: str, confirm: str, *, currency: str = ""
    ) -> None:
        super().__init__(parent, tr("New KPI"), text, confirm=confirm)
        self._kpi, self._currency = kpi, currency
        self.name = QLineEdit(kpi.name)
        self._name_row = FormRow(tr("Name"), self.name)
        self.unit = Choice([(kind, say(name(kind))) for kind in UnitKind], kpi.unit.kind)
        self.unit.chosen.connect(self._on_unit_chosen)
        self.symbol = QLineEdit(kpi.unit.symbol)
        self._symbol_row = FormRow(tr("Currency or word"), self.symbol)
        self.cadence = Choice([(cadence, say(name(cadence))) for cadence in Cadence], kpi.cadence)
        better = [(b, say(name(b))) for b in Better if b is not Better.BAND]
        self.better = Choice(better, kpi.better)
        self.add_up = Choice([(a, say(name(a))) for a in AddUp], kpi.add_up)
        self.add(self._name_row)
        self.add_beside(FormRow(tr("Unit"), self.unit), self._symbol_row)
        self.add_beside(
            FormRow(tr("How often"), self.cadence), FormRow(tr("What is better"), self.better)
        )
        self.add(
            FormRow(
                tr("How months make a year"),
                self.add_up,
                tr("Orders are summed, of a price the mean counts, of a stock the latest value."),
            )
        )
        self._on_unit_chosen(kpi.unit.kind)
        self.name.setFocus()
        self.name.selectAll()

    def on_confirmed(self) -> None:
        text = self.name.text().strip()
        if not text:
            self.say_fault(tr("Give the KPI a name."))
            return
        kind = self.unit.value
        symbol = self.symbol.text().strip() if kind in _WITH_SYMBOL else ""
        kpi = replace(
            self._kpi,
            name=text,
            unit=Unit(kind, symbol.upper() if kind is UnitKind.CURRENCY else symbol),
            cadence=self.cadence.value,
            better=self.better.value,
            add_up=self.add_up.value,
        )
        if self.keep(kpi):
            self.accept()
            self.kpi_sketched.emit(kpi)

    def say_fault(self, text: str) -> None:
        """Say what keeps the KPI from being used."""
        self._name_row.set_error(text)
        self.name.setFocus()

    def keep(self, kpi: Kpi) -> bool:
        """Whether the KPI can be used as it is; a subclass may save it."""
        return True

    def _on_unit_chosen(self, kind: UnitKind) -> None:
        self._symbol_row.setVisible(kind in _WITH_SYMBOL)
        if kind is UnitKind.CURRENCY and not self.symbol.text():
            self.symbol.setText(self._currency)
