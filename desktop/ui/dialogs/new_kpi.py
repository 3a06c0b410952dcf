"""A new KPI that is saved at once, for a key result that needs it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.core.faults import Fault
from desktop.core.kpi import Kpi
from desktop.qtkit.wording import say, tr
from desktop.services.company import company
from desktop.services.kpis import save_kpi
from desktop.services.workspace import Workspace
from desktop.ui.dialogs.kpi_sketch import KpiSketchDialog


class NewKpiDialog(KpiSketchDialog):
    """Saves the KPI; ``kpi_made`` carries it.  Everything else is edited on the KPIs page."""

    kpi_made = Signal(object)

    def __init__(self, parent: QWidget | None, workspace: Workspace) -> None:
        super().__init__(
            parent,
            Kpi(name=""),
            tr("A number that the company follows year after year."),
            tr("Create KPI"),
            currency=company(workspace).currency,
        )
        self._workspace = workspace

    def keep(self, kpi: Kpi) -> bool:
        """Save it; what keeps it from being saved is said below its name."""
        try:
            saved = save_kpi(self._workspace, kpi)
        except Fault as fault:
            self.say_fault(say(fault.message))
            return False
        self.kpi_made.emit(saved)
        return True
