"""A table of read-only rows from a service: named columns, a sort key, the row itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.core.assessment import Status
from desktop.qtkit.wording import current
from desktop.ui.widgets.status_mark import status_word

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # the whole row
CELL_ROLE = ROW_ROLE + 1  # what a status or sparkline cell draws
CAPTION_ROLE = ROW_ROLE + 2  # the small second line
COLOUR_ROLE = ROW_ROLE + 3  # the ink of the text, when it is not the usual one


@dataclass(frozen=True, kw_only=True)
class Column(Generic[Row]):
    """One column of a :class:`RowsModel`.

    ``text`` gives the cell's words; ``sort`` its sort key (by default the words; ``None`` sorts
    last); ``status`` a status to draw; ``sparkline`` its values; ``caption`` a small second line.
    """

    name: str  # remembered widths go by it
    title: str
    text: Callable[[Row], str] = lambda row: ""
    sort: Callable[[Row], Any] | None = None
    status: Callable[[Row], Status | None] | None = None
    sparkline: Callable[[Row], Sequence[float]] | None = None
    caption: Callable[[Row], str] | None = None
    colour: Callable[[Row], str] | None = None
    tooltip: Callable[[Row], str] | None = None
    right: bool = False  # numbers
    width: int = 120
    stretch: bool = False  # takes what is left


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows as columns of words; sorting keeps empty cells last in both directions."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Row] = []
        self._order: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> Sequence[Row]:
        """The rows in the order shown."""
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = self._sorted(list(rows))
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ToolTipRole:
                return column.tooltip(row) if column.tooltip else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title}: {self.words(row, column)}"
            case _:
                return self._own(row, column, role)

    def words(self, row: Row, column: Column[Row]) -> str:
        """The text of one cell, a status as its word."""
        status = column.status(row) if column.status else None
        return status_word(status) if status else column.text(row)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order) if 0 <= column < len(self.columns) else None
        self.set_rows(self._rows)

    def _own(self, row: Row, column: Column[Row], role: int) -> Any:
        match role:
            case _ if role == ROW_ROLE:
                return row
            case _ if role == CELL_ROLE and column.status:
                return column.status(row)
            case _ if role == CELL_ROLE and column.sparkline:
                return tuple(column.sparkline(row))
            case _ if role == CAPTION_ROLE and column.caption:
                return column.caption(row)
            case _ if role == COLOUR_ROLE and column.colour:
                return column.colour(row)
        return None

    def _sorted(self, rows: list[Row]) -> list[Row]:
        if self._order is None:
            return rows
        column = self.columns[self._order[0]]
        collator = QCollator(current().locale)
        collator.setNumericMode(True)

        def key(row: Row) -> Any:
            if column.sort is not None:
                value = column.sort(row)
            elif column.status is not None:
                status = column.status(row)
                value = list(Status).index(status) if status else None
            else:
                value = self.words(row, column) or None
            return collator.sortKey(value) if isinstance(value, str) else value

        keyed = [(key(row), row) for row in rows]
        known = [pair for pair in keyed if pair[0] is not None]
        descending = self._order[1] is Qt.SortOrder.DescendingOrder
        known.sort(key=lambda pair: pair[0], reverse=descending)
        return [row for _, row in known] + [row for value, row in keyed if value is None]
