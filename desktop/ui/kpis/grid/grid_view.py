"""The table of the grid with a spreadsheet's keys: type, Enter, Tab, copy, paste, delete."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QTableView, QWidget

from desktop.core.message import Message
from desktop.qtkit.wording import tr
from desktop.ui.kpis.grid.clipboard import read_block, write_block
from desktop.ui.kpis.grid.content import GridContent
from desktop.ui.kpis.grid.drafts import Cell
from desktop.ui.kpis.grid.grid_cells import GridCells
from desktop.ui.kpis.grid.grid_heads import NAMES, KpiHead, PeriodHead
from desktop.ui.kpis.grid.grid_model import GridModel, shown
from desktop.ui.theme import font

_NARROWEST = 68  # pixels of a column
_PAD = 24


class GridView(QTableView):
    """``paste_refused`` carries the sentence; ``cell_entered`` the current index;
    ``width_changed`` tells that another number of periods may fit."""

    paste_refused = Signal(object)  # Message
    cell_entered = Signal(object)  # QModelIndex
    width_changed = Signal()

    def __init__(self, grid: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        self.setModel(grid)
        self.setItemDelegate(GridCells(self))
        self.setHorizontalHeader(PeriodHead(grid, self))
        self.setVerticalHeader(KpiHead(grid, self))
        self.verticalHeader().setFixedWidth(NAMES)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setAccessibleName(tr("Values by KPI and period"))
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def fitting(self, content: GridContent) -> int:
        """How many periods of ``content`` there is room for, with every value in full."""
        metrics = QFontMetrics(font())
        texts = (shown(row, period) for row in content.rows for period in content.periods)
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        column = max(_NARROWEST, widest + _PAD)
        return min(max((self.width() - NAMES) // column, 2), len(content.periods))

    def fit_height(self) -> None:
        """Be no taller than the rows, so that what is said below stands near them."""
        rows = self.verticalHeader().length()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setMaximumHeight(rows + self.horizontalHeader().sizeHint().height() + bar)

    def selected_cells(self) -> list[Cell]:
        """The selected cells, or the current one."""
        return sorted((index.row(), index.column()) for index in self.selectedIndexes())

    def copy(self) -> None:
        """Put the selected values on the clipboard for a spreadsheet."""
        QGuiApplication.clipboard().setText(write_block(self.grid.copied(self.selected_cells())))

    def paste(self) -> None:
        """Take what a spreadsheet put on the clipboard, as one step."""
        text = QGuiApplication.clipboard().text()
        cells = self.selected_cells()
        if not text or not cells:
            return
        refusal: Message | None = self.grid.paste(read_block(text), cells)
        if refusal is not None:
            self.paste_refused.emit(refusal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.width_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if event.matches(keys.Copy):
            self.copy()
        elif event.matches(keys.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.grid.delete(self.selected_cells())
        elif self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # Enter in the editor comes by here as well
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._move(-1 if back else 1, 0)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter the cell below is next, after Tab the one to the right."""
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        match hint:
            case hints.SubmitModelCache:
                self._move(1, 0)
            case hints.EditNextItem:
                self._move(0, 1)
            case hints.EditPreviousItem:
                self._move(0, -1)

    def _move(self, down: int, right: int) -> None:
        here = self.currentIndex()
        there = self.grid.index(here.row() + down, here.column() + right)
        if there.isValid():
            self.setCurrentIndex(there)

    def _on_current_changed(self, index: QModelIndex) -> None:
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
        self.cell_entered.emit(index)
