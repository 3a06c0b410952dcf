"""The table that every page uses: hairlines, sorting, remembered widths, copy to a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.qtkit.preferences import Preferences
from desktop.ui.theme import Text, font
from desktop.ui.widgets.cell_delegate import CellDelegate
from desktop.ui.widgets.rows_model import ROW_ROLE, Column, Row, RowsModel
from desktop.ui.widgets.table_head import TableHead

_ROW = 40
_ROW_WITH_CAPTION = 54
_FITTED_ROWS = 400  # of more rows the first tell how wide a column has to be
_PAD, _SORT_ARROW = 24, 12


class DataTable(QTableView, Generic[Row]):
    """``DataTable("kpis", [Column(name="name", title=tr("KPI"), text=...)], preferences,
    name=tr("KPIs"))`` and ``set_rows(rows)``.

    ``row_activated`` (Enter or double click) and ``row_selected`` carry the row; Ctrl+C copies
    the selected rows with their heads.  ``fit_height`` makes it as high as its rows, for use in
    a scrolling page.
    """

    row_activated = Signal(object)
    row_selected = Signal(object)  # the row, or None

    def __init__(
        self,
        key: str,
        columns: Sequence[Column[Row]],
        preferences: Preferences | None = None,
        *,
        name: str = "",
        multiple: bool = False,
        fit_height: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._preferences, self._fit_height = key, preferences, fit_height
        self.rows_model: RowsModel[Row] = RowsModel(columns, self)
        self.setModel(self.rows_model)
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(name)
        self._dress(multiple)
        self._lay_out_columns()
        self.activated.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``; the same place stays current where there still is one."""
        place = self.currentIndex().row()
        self.rows_model.set_rows(rows)
        if self._fit_height:
            self._fit()
        if place >= 0 and rows:
            self.selectRow(min(place, len(rows) - 1))

    def fit_columns(self, most: int = 320) -> None:
        """Make each column as wide as its words, up to ``most`` pixels; one that the user has
        set stays as it is."""
        known = self._preferences.column_widths(self._key) if self._preferences else {}
        metrics = QFontMetrics(font(Text.BODY))
        rows = self.rows_model.rows[:_FITTED_ROWS]
        for number, column in enumerate(self.rows_model.columns):
            if column.stretch or column.name in known:
                continue
            texts = {self.rows_model.words(row, column) for row in rows}
            widest = max(map(metrics.horizontalAdvance, texts), default=0) + _PAD
            self._set_width(number, max(min(widest, most), self._title_width(column)))

    def rows(self) -> Sequence[Row]:
        """The rows in the order shown."""
        return self.rows_model.rows

    def current_row(self) -> Row | None:
        """The selected row."""
        row: Row | None = self.currentIndex().data(ROW_ROLE)
        return row

    def selected_rows(self) -> list[Row]:
        return [index.data(ROW_ROLE) for index in self.selectionModel().selectedRows()]

    def select_where(self, wanted: Callable[[Row], bool]) -> bool:
        """Select the first row that is wanted; false when there is none."""
        for number, row in enumerate(self.rows_model.rows):
            if wanted(row):
                self.selectRow(number)
                self.scrollTo(self.rows_model.index(number, 0))
                return True
        return False

    def sort_by(self, name: str, *, descending: bool = False) -> None:
        """Sort by the column ``name``."""
        number = [column.name for column in self.rows_model.columns].index(name)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sortByColumn(number, order)

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard, as a spreadsheet takes them."""
        columns = [column for column in self.rows_model.columns if not column.sparkline]
        lines = ["\t".join(column.title for column in columns)]
        for row in self.selected_rows():
            lines.append("\t".join(self.rows_model.words(row, column) for column in columns))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._cells.show_focus = True
        if not self.currentIndex().isValid() and self.rows_model.rows:
            self.selectRow(0)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._cells.show_focus = False
        super().focusOutEvent(event)
        self.viewport().update()

    def _dress(self, multiple: bool) -> None:
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if multiple else modes.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        captions = any(column.caption for column in self.rows_model.columns)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_WITH_CAPTION if captions else _ROW)
        if self._fit_height:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out_columns(self) -> None:
        heads = TableHead(self)
        self.setHorizontalHeader(heads)
        known = self._preferences.column_widths(self._key) if self._preferences else {}
        self._given: dict[int, int] = {}  # the widths that nobody has set by hand
        for number, column in enumerate(self.rows_model.columns):
            if column.name in known:
                heads.resizeSection(number, known[column.name])
            else:
                self._set_width(number, max(column.width, self._title_width(column)))
            if column.stretch:
                heads.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        heads.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self._widths_settled = QTimer(self)
        self._widths_settled.setSingleShot(True)
        self._widths_settled.setInterval(300)
        self._widths_settled.timeout.connect(self._remember_widths)
        heads.sectionResized.connect(self._widths_settled.start)

    def _set_width(self, number: int, width: int) -> None:
        self._given[number] = width
        self.horizontalHeader().resizeSection(number, width)

    def _title_width(self, column: Column[Row]) -> int:
        title = QFontMetrics(font(Text.SMALL)).horizontalAdvance(column.title)
        return title + _PAD + _SORT_ARROW

    def _remember_widths(self) -> None:
        if self._preferences is None:
            return
        heads = self.horizontalHeader()
        widths = {
            column.name: heads.sectionSize(number)
            for number, column in enumerate(self.rows_model.columns)
            if not column.stretch
            and not heads.isSectionHidden(number)
            and heads.sectionSize(number) != self._given.get(number)
        }
        if widths or self._preferences.column_widths(self._key):
            self._preferences.remember_column_widths(self._key, widths)

    def _fit(self) -> None:
        rows = self.verticalHeader().defaultSectionSize() * len(self.rows_model.rows)
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2)

    def _hover(self, row: int) -> None:
        if row != self._cells.hovered_row:
            self._cells.hovered_row = row
            self.viewport().update()

    def _on_activated(self, index: QModelIndex) -> None:
        self.row_activated.emit(index.data(ROW_ROLE))

    def _on_current_row_changed(self, index: QModelIndex) -> None:
        row: Any = index.data(ROW_ROLE) if index.isValid() else None
        self.row_selected.emit(row)
