"""The numbers of a chart as a table, for screen readers and for copying; newest first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.core.chart_series import ChartSeries
from desktop.qtkit.wording import tr
from desktop.ui.charts.reading import Reading, readings
from desktop.ui.charts.reading_column import difference_text, period_text, quantity_text
from desktop.ui.widgets.cell_delegate import CellDelegate
from desktop.ui.widgets.table_head import TableHead

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW = 32


class NumbersModel(QAbstractTableModel):
    """One row a period; columns only for the series that there are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._series: ChartSeries | None = None
        self._rows: list[Reading] = []
        self._columns: list[str] = []

    def show_series(self, series: ChartSeries) -> None:
        self.beginResetModel()
        self._series = series
        self._rows = readings(series)[::-1]
        self._columns = ["period", "actual"]
        if series.plan:
            self._columns += ["plan", "from_plan"]
        if series.last_year:
            self._columns += ["last_year", "from_last_year"]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                "period": tr("Period"),
                "actual": tr("Actual"),
                "plan": tr("Plan"),
                "from_plan": tr("From plan"),
                "last_year": tr("Last year"),
                "from_last_year": tr("From last year"),
            }[self._columns[section]]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._rows[index.row()], self._columns[index.column()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _text(self, reading: Reading, column: str) -> str:
        series = self._series
        if series is None:
            return ""
        unit, decimals = series.unit, series.decimals
        match column:
            case "period":
                return period_text(reading)
            case "actual":
                return quantity_text(reading.actual, unit, decimals)
            case "plan":
                return quantity_text(reading.plan, unit, decimals)
            case "last_year":
                return quantity_text(reading.last_year, unit, decimals)
            case "from_plan":
                return difference_text(reading.from_plan, reading.plan, unit, decimals)
            case _:
                return difference_text(reading.from_last_year, reading.last_year, unit, decimals)


class NumbersTable(QTableView):
    """Shows a :class:`NumbersModel`; Ctrl+C copies the selection as a spreadsheet takes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.numbers = NumbersModel(self)
        self.setModel(self.numbers)
        self.setItemDelegate(CellDelegate(self))
        self.setHorizontalHeader(TableHead(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)

    def show_series(self, series: ChartSeries) -> None:
        self.numbers.show_series(series)
        self.setAccessibleName(tr("{title}, the numbers", title=series.title))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._selection())
        else:
            super().keyPressEvent(event)

    def _selection(self) -> str:
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column())):
            rows.setdefault(index.row(), []).append(str(index.data()))
        return "\n".join("\t".join(cells) for cells in rows.values())
