"""The parts of a KPI as a tree, walked by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget

from desktop.core.breakdown import Link, ShownPart
from desktop.core.breakdown_words import part_name
from desktop.core.period import Period
from desktop.core.unit import Quantity
from desktop.qtkit.wording import current, tr
from desktop.ui.kpis.breakdown.contribution_cells import (
    SHARE_ROLE,
    WHOLE_ROLE,
    ContributionCells,
)
from desktop.ui.widgets.table_head import TableHead

Index = QModelIndex | QPersistentModelIndex

_ROW = 38
_FEW = 6  # rows that are seen at once in the smallest window
_ID = int(Qt.ItemDataRole.UserRole) + 50
_NUMBERS = (1, 2, 3, 4)
_BAR_COLUMN = 5
_WIDTHS = ((1, 132), (2, 132), (3, 132), (4, 148), (_BAR_COLUMN, 168))


class PartsTree(QTreeView):
    """``part_opened`` carries the id of the KPI that Enter or a double click asks for."""

    part_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._cells = ContributionCells(self)
        self.setItemDelegate(self._cells)
        self.setHeader(TableHead(self))
        self.setAccessibleName(tr("Parts and what they contributed"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setUniformRowHeights(True)
        self.setIndentation(24)
        self.setExpandsOnDoubleClick(False)
        self.activated.connect(self._on_activated)

    def show_parts(self, whole: ShownPart, earlier: Period, later: Period) -> None:
        """The whole and its parts; what is below those is open as well while that is little."""
        self._model.clear()
        self._head(earlier, later)
        self._grow(self._model.invisibleRootItem(), whole)
        self.expandToDepth(0)
        if sum(1 for _ in self._rows(QModelIndex(), 0)) <= _FEW:
            self.expandAll()
        self.setCurrentIndex(self._model.index(0, 0))

    def copy(self) -> None:
        """Put the table on the clipboard, as a spreadsheet takes it; parts are indented."""
        columns = range(_BAR_COLUMN)
        heads = [self._model.headerData(n, Qt.Orientation.Horizontal) or "" for n in columns]
        lines = ["\t".join(heads)]
        for depth, row in self._rows(QModelIndex(), 0):
            words = [str(row.siblingAtColumn(n).data() or "") for n in columns]
            lines.append("\t".join(["  " * depth + words[0], *words[1:]]))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _rows(self, parent: QModelIndex, depth: int) -> Iterator[tuple[int, QModelIndex]]:
        for number in range(self._model.rowCount(parent)):
            index = self._model.index(number, 0, parent)
            yield depth, index
            yield from self._rows(index, depth + 1)

    def _head(self, earlier: Period, later: Period) -> None:
        periods = (current().period(earlier), current().period(later))
        titles = [tr("Part"), *periods, tr("Changed by"), tr("Contribution"), ""]
        self._model.setHorizontalHeaderLabels(titles)
        for column in _NUMBERS:
            head = self._model.horizontalHeaderItem(column)
            head.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        heads = self.header()
        heads.setStretchLastSection(False)
        heads.setSectionsClickable(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS:
            heads.resizeSection(column, width)

    def _grow(self, above: QStandardItem, part: ShownPart) -> None:
        row = _cells(part)
        above.appendRow(row)
        for below in part.parts:
            self._grow(row[0], below)

    def _on_activated(self, index: Index) -> None:
        kpi_id = index.sibling(index.row(), 0).data(_ID)
        if kpi_id is not None:
            self.part_opened.emit(int(kpi_id))


def _cells(part: ShownPart) -> list[QStandardItem]:
    words = part_name(part.part)
    first = QStandardItem(words if isinstance(words, str) else current().say(words))
    if part.part.link is not Link.REST:
        first.setData(part.part.kpi.id, _ID)
        first.setToolTip(part.part.kpi.definition)
    contribution = "" if part.part.link is Link.WHOLE else _written(part.contribution)
    texts = [_written(part.before), _written(part.after), _written(part.change), contribution]
    bar = QStandardItem()
    if part.contribution is not None:
        bar.setData(float(part.share), SHARE_ROLE)
        bar.setData(part.part.link is Link.WHOLE, WHOLE_ROLE)
    row = [first, *(QStandardItem(text) for text in texts), bar]
    for column, item in enumerate(row):
        right = column in _NUMBERS
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        item.setSizeHint(QSize(0, _ROW))
    return row


def _written(quantity: Quantity | None) -> str:
    return "\N{EN DASH}" if quantity is None else current().quantity(quantity)
