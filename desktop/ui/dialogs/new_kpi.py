"""A new KPI with no more than must be known to use it at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.core.faults import Fault
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.names import name
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import say, tr
from desktop.services.company import company
from desktop.services.kpis import save_kpi
from desktop.services.workspace import Workspace
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Choice, FormRow


class NewKpiDialog(Dialog):
    """Saves the KPI; ``kpi_made`` carries it.  Everything else is edited on the KPIs page."""

    kpi_made = Signal(object)

    def __init__(
        self, parent: QWidget | None, workspace: Workspace, suggested: Kpi | None = None
    ) -> None:
        super().__init__(
            parent,
            tr("New KPI"),
            tr("A number that the company follows year after year."),
            confirm=tr("Create KPI"),
        )
        self._workspace = workspace
        known = suggested or Kpi(name="")
        self._known = known
        self._name = QLineEdit(known.name)
        self._name_row = FormRow(tr("Name"), self._name)
        self._kind = Choice([(kind.value, say(name(kind))) for kind in UnitKind], known.unit.kind)
        self._kind.chosen.connect(self._on_kind_chosen)
        self._symbol = QLineEdit(known.unit.symbol)
        self._symbol_row = FormRow(tr("Unit's word"), self._symbol)
        self._cadence = Choice([(c.value, say(name(c))) for c in Cadence], known.cadence)
        better = [(b.value, say(name(b))) for b in Better if b is not Better.BAND]
        self._better = Choice(better, known.better)
        self._add_up = Choice([(a.value, say(name(a))) for a in AddUp], known.add_up)
        self._fault = Caption()
        self._fault.setVisible(False)
        self.add(self._name_row)
        self._pair(FormRow(tr("Unit"), self._kind), self._symbol_row)
        self._pair(
            FormRow(tr("How often"), self._cadence), FormRow(tr("What is better"), self._better)
        )
        self.add(
            FormRow(
                tr("Adding up"),
                self._add_up,
                tr("How months make a year: orders are summed, for a stock the last one counts."),
            )
        )
        self.add(self._fault)
        self._on_kind_chosen(self._kind.value)
        self._name.setFocus()

    def on_confirmed(self) -> None:
        if not self._name.text().strip():
            self._name_row.set_error(tr("Give the KPI a name."))
            self._name.setFocus()
            return
        kind = UnitKind(self._kind.value)
        symbol = self._symbol.text().strip() if kind in (UnitKind.CURRENCY, UnitKind.OWN) else ""
        kpi = Kpi(
            name=self._name.text().strip(),
            definition=self._known.definition,
            unit=Unit(kind, symbol.upper() if kind is UnitKind.CURRENCY else symbol),
            decimals=1 if kind is UnitKind.PERCENT else self._known.decimals,
            cadence=Cadence(self._cadence.value),
            better=Better(self._better.value),
            add_up=AddUp(self._add_up.value),
        )
        try:
            saved = save_kpi(self._workspace, kpi)
        except Fault as fault:
            self._fault.setText(say(fault.message))
            self._fault.setVisible(True)
            return
        self.kpi_made.emit(saved)
        self.accept()

    def _pair(self, left: QWidget, right: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE.MEDIUM)
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        self.body.addLayout(row)

    def _on_kind_chosen(self, key: str) -> None:
        kind = UnitKind(key)
        self._symbol_row.setVisible(kind in (UnitKind.CURRENCY, UnitKind.OWN))
        if kind is UnitKind.CURRENCY and not self._symbol.text():
            self._symbol.setText(company(self._workspace).currency)
        if kind is UnitKind.PERCENT:
            self._add_up.set_value(AddUp.MEAN.value)
