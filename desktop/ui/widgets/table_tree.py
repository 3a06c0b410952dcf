"""A tree whose rows and head look like those of a table."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget

from desktop.ui.widgets.cell_delegate import CellDelegate
from desktop.ui.widgets.table_head import TableHead


class TableTree(QTreeView):
    """The first column takes what room ``widths``, those of the others, leave; ``numbers`` are
    the columns that are right-aligned.  ``activated`` is sent by Enter as by a double click."""

    row_height = 38
    widths: Sequence[int] = ()
    numbers: Collection[int] = ()

    def __init__(self, name: str, cells: CellDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = QStandardItemModel(self)
        self.setModel(self.items)
        cells.setParent(self)
        self.setItemDelegate(cells)
        self.setHeader(TableHead(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setUniformRowHeights(True)
        self.setIndentation(24)
        self.setExpandsOnDoubleClick(False)

    def begin(self, titles: Sequence[str]) -> QStandardItem:
        """Take the rows away and name the columns; the item that the first rows go under."""
        self.items.clear()
        self.items.setHorizontalHeaderLabels(titles)
        for column in self.numbers:
            self.items.horizontalHeaderItem(column).setTextAlignment(self._side(column))
        heads = self.header()
        heads.setStretchLastSection(False)
        heads.setSectionsClickable(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(self.widths, start=1):
            heads.resizeSection(column, width)
        return self.items.invisibleRootItem()

    def add_row(self, above: QStandardItem, row: Sequence[QStandardItem]) -> QStandardItem:
        """Put a row below another; the item that the rows below it go under."""
        for column, item in enumerate(row):
            item.setTextAlignment(self._side(column))
            item.setSizeHint(QSize(0, self.row_height))
        above.appendRow(row)
        return row[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _side(self, column: int) -> Qt.AlignmentFlag:
        right = column in self.numbers
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
