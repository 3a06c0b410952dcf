"""The table of KPIs with its filter, and below it what is known of the selected one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.services.kpi_rows import KpiRow, kpi_rows
from desktop.ui.context import AppContext
from desktop.ui.kpis.kpi_filter import KpiFilter
from desktop.ui.kpis.kpi_pane import KpiPane
from desktop.ui.kpis.kpi_table import KpiTable
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Label


class KpiList(QWidget):
    """``edit_wanted`` carries the :class:`KpiRow`."""

    edit_wanted = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: list[KpiRow] = []
        self._shown_id: int | None = None
        self.filter = KpiFilter(context.preferences)
        self._none = Label(tr("No KPI fits the search."), soft=True)
        self._none.hide()
        self.pane = KpiPane(context)
        self.table = self._new_table()
        self._lay_out()
        self.filter.filter_changed.connect(self._show_rows)
        self.filter.grouping_changed.connect(self._on_grouping_changed)
        self.pane.edit_wanted.connect(self._on_edit_clicked)
        self.pane.kpi_wanted.connect(self.select)

    def _new_table(self) -> KpiTable:
        table = KpiTable(self.filter.by, self._context.preferences)
        table.row_selected.connect(self._show_kpi)
        table.row_activated.connect(self.edit_wanted)
        return table

    def _lay_out(self) -> None:
        upper = QWidget()
        self._upper = QVBoxLayout(upper)
        self._upper.setContentsMargins(0, 0, 0, SPACE.SMALL)
        self._upper.setSpacing(SPACE.SMALL)
        self._upper.addWidget(self.filter)
        self._upper.addWidget(self.table, 1)
        self._upper.addWidget(self._none)
        lower = QWidget()
        holder = QVBoxLayout(lower)
        holder.setContentsMargins(0, SPACE.MEDIUM, 0, 0)
        holder.addWidget(self.pane)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(upper)
        splitter.addWidget(lower)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([420, 580])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    @property
    def selected_id(self) -> int | None:
        """The KPI that is on show."""
        row = self.table.current_row()
        return None if row is None else row.kpi.id

    def refresh(self) -> None:
        """Read the file again; the same KPI stays selected."""
        self._rows = kpi_rows(self._context.workspace, archived=True)
        self._show_rows()

    def select(self, kpi_id: int) -> None:
        """Show one KPI, whatever is filtered or searched for."""
        if not self._select(kpi_id):
            self.filter.clear()
            self._show_rows()
            self._select(kpi_id)

    def _select(self, kpi_id: int) -> bool:
        def wanted(row: KpiRow) -> bool:
            return row.kpi.id == kpi_id

        return self.table.select_where(wanted)

    def _show_rows(self) -> None:
        wanted = self.selected_id or self._shown_id
        rows = self.filter.passed(self._rows)
        self.table.blockSignals(True)  # it is read once, below
        self.table.set_rows(rows)
        if rows and (wanted is None or not self._select(wanted)):
            self.table.selectRow(0)
        self.table.blockSignals(False)
        self._none.setVisible(not rows)
        self._show_kpi(self.table.current_row())

    def _show_kpi(self, row: KpiRow | None) -> None:
        self.pane.setVisible(row is not None)
        if row is not None:
            self._shown_id = row.kpi.id
            self.pane.show_kpi(row.kpi, row.outdated)

    def _on_grouping_changed(self) -> None:
        old, self.table = self.table, self._new_table()
        self._upper.replaceWidget(old, self.table)
        old.hide()
        old.deleteLater()
        self._show_rows()

    def _on_edit_clicked(self) -> None:
        self.edit_wanted.emit(self.table.current_row())
