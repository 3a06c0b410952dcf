"""The table of KPIs; with enough room it shows definitions, with little the name keeps its own."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import tr
from desktop.services.kpi_rows import KpiRow
from desktop.ui.kpis.kpi_columns import kpi_columns
from desktop.ui.kpis.kpi_groups import GroupBy
from desktop.ui.widgets import DataTable

_NAME, _DEFINITION = 0, 1
_WIDE = 1280  # pixels; with less, the definition is left to the chart
_MEDIUM = 1100  # with less, the kind is left to the editor
_NARROW = 900  # with less, the owner as well
_NAME_WIDTH = 232


class KpiTable(DataTable[KpiRow]):
    """Columns of one grouping."""

    def __init__(self, by: GroupBy, preferences: Preferences) -> None:
        super().__init__(f"kpis_{by}", kpi_columns(by), preferences, name=tr("KPIs"))
        names = [column.name for column in self.rows_model.columns]
        self._kind, self._owner = names.index("kind"), names.index("owner")
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """What is left goes to the definition, or to the name when there is little."""
        wide = self.width() >= _WIDE
        self.setColumnHidden(self._kind, self.width() < _MEDIUM)
        self.setColumnHidden(self._owner, self.width() < _NARROW)
        if self.isColumnHidden(_DEFINITION) != wide:
            return
        heads = self.horizontalHeader()
        modes = QHeaderView.ResizeMode
        self.setColumnHidden(_DEFINITION, not wide)
        heads.setSectionResizeMode(_NAME, modes.Interactive if wide else modes.Stretch)
        heads.setSectionResizeMode(_DEFINITION, modes.Stretch if wide else modes.Interactive)
        if wide:
            heads.resizeSection(_NAME, _NAME_WIDTH)
