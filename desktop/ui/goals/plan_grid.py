"""The table of a plan: what is typed, beside the paths that it can be held against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from desktop.core.kpi import Kpi
from desktop.qtkit.number_entry import EntryFault, entry_text, parse_entry
from desktop.qtkit.wording import current, tr
from desktop.ui.theme import palette
from desktop.ui.widgets.table_head import TableHead

PERIOD, PLANNED, STRAIGHT, SEASON = range(4)  # the columns
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlanGrid(QTableWidget):
    """A row a period; a column copied in a spreadsheet is pasted from the current row down."""

    def __init__(self, kpi: Kpi, days: Sequence[tuple[date, str]]) -> None:
        super().__init__(len(days), 4)
        self._kpi = kpi
        self._days = days
        self.setHorizontalHeader(TableHead(self))
        titles = (tr("Period"), tr("Your plan"), tr("Straight line"), tr("As your own years"))
        for column, title in enumerate(titles):
            head = QTableWidgetItem(title)
            head.setTextAlignment(_LEFT if column == PERIOD else _RIGHT)
            self.setHorizontalHeaderItem(column, head)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().hide()
        self.setAccessibleName(tr("Planned values"))
        self.setMinimumHeight(384)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for row, (_, title) in enumerate(days):
            self.setItem(row, PERIOD, _read_only(title, _LEFT))
            self.setItem(row, PLANNED, self._cell(None))
        self.setCurrentCell(0, PLANNED)

    def show_typed(self, values: Mapping[date, float]) -> None:
        """Put ``values`` by day into the column to type in; other days are emptied."""
        for row, (day, _) in enumerate(self._days):
            self.setItem(row, PLANNED, self._cell(values.get(day)))

    def show_path(self, column: int, values: Mapping[date, float]) -> None:
        """Fill one of the columns to compare with; one without values is not shown."""
        for row, (day, _) in enumerate(self._days):
            value = values.get(day)
            words = "" if value is None else current().quantity(self._kpi.quantity(value))
            self.setItem(row, column, _read_only(words, _RIGHT))
        self.setColumnHidden(column, not values)

    def typed(self) -> list[tuple[date, float]]:
        """The values typed.  Raises :class:`EntryFault` of the first that is no number, with its
        row made the current one."""
        found = []
        for row, (day, _) in enumerate(self._days):
            cell = self.item(row, PLANNED)
            text = cell.text().strip() if cell else ""
            try:
                value = parse_entry(text, self._kpi.unit, current()) if text else None
            except EntryFault:
                self.setCurrentCell(row, PLANNED)
                raise
            if value is not None:
                found.append((day, value))
        return found

    def current_title(self) -> str:
        """The period of the current row."""
        return self._days[self.currentRow()][1] if self._days else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._write(self.currentRow(), "")
        else:
            super().keyPressEvent(event)

    def _paste(self, text: str) -> None:
        first = max(self.currentRow(), 0)
        for offset, line in enumerate(text.rstrip("\n").split("\n")):
            self._write(first + offset, line.split("\t")[-1].strip())

    def _write(self, row: int, text: str) -> None:
        cell = self.item(row, PLANNED)
        if cell is not None:
            cell.setText(text)

    def _cell(self, value: float | None) -> QTableWidgetItem:
        cell = QTableWidgetItem(entry_text(value, self._kpi.unit, self._kpi.decimals, current()))
        cell.setTextAlignment(_RIGHT)
        return cell


def _read_only(text: str, side: Qt.AlignmentFlag) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    cell.setTextAlignment(side)
    cell.setFlags(Qt.ItemFlag.ItemIsEnabled)
    cell.setForeground(QColor(palette().ink_soft))
    return cell
