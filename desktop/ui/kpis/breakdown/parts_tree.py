"""The parts of a KPI as a tree, walked by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QStandardItem
from PySide6.QtWidgets import QWidget

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
from desktop.ui.widgets.table_tree import TableTree

Index = QModelIndex | QPersistentModelIndex

_FEW = 6  # rows that are seen at once in the smallest window
_ID = int(Qt.ItemDataRole.UserRole) + 50


class PartsTree(TableTree):
    """``part_opened`` carries the id of the KPI that Enter or a double click asks for."""

    widths = (132, 132, 132, 148, 168)  # the bars last
    numbers = (1, 2, 3, 4)

    part_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Parts and what they contributed"), ContributionCells(), parent)
        self.activated.connect(self._on_activated)

    def show_parts(self, whole: ShownPart, earlier: Period, later: Period) -> None:
        """The whole and its parts; what is below those is open as well while that is little."""
        periods = (current().period(earlier), current().period(later))
        titles = [tr("Part"), *periods, tr("Changed by"), tr("Contribution"), ""]
        self._grow(self.begin(titles), whole)
        self.expandToDepth(0)
        if sum(1 for _ in self._rows(QModelIndex(), 0)) <= _FEW:
            self.expandAll()
        self.setCurrentIndex(self.items.index(0, 0))

    def copy(self) -> None:
        """Put the table on the clipboard, as a spreadsheet takes it; parts are indented."""
        columns = range(len(self.widths))  # without the bars
        heads = [self.items.headerData(n, Qt.Orientation.Horizontal) or "" for n in columns]
        lines = ["\t".join(heads)]
        for depth, row in self._rows(QModelIndex(), 0):
            words = [str(row.siblingAtColumn(n).data() or "") for n in columns]
            lines.append("\t".join(["  " * depth + words[0], *words[1:]]))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _rows(self, parent: QModelIndex, depth: int) -> Iterator[tuple[int, QModelIndex]]:
        for number in range(self.items.rowCount(parent)):
            index = self.items.index(number, 0, parent)
            yield depth, index
            yield from self._rows(index, depth + 1)

    def _grow(self, above: QStandardItem, part: ShownPart) -> None:
        row = self.add_row(above, _cells(part))
        for below in part.parts:
            self._grow(row, below)

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
    return [first, *(QStandardItem(text) for text in texts), bar]


def _written(quantity: Quantity | None) -> str:
    return "\N{EN DASH}" if quantity is None else current().quantity(quantity)
