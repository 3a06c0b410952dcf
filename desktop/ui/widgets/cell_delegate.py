"""Draws the cells of a table: words, a small second line, a status, a sparkline, hairlines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.core.assessment import Status
from desktop.ui.theme import Text, font, palette
from desktop.ui.widgets.rows_model import CAPTION_ROLE, CELL_ROLE, COLOUR_ROLE
from desktop.ui.widgets.sparkline import paint_sparkline
from desktop.ui.widgets.status_mark import paint_status

_PAD = 8


class CellDelegate(QStyledItemDelegate):
    """Rows are lit as a whole under the pointer; ``hovered_row`` is kept by the table."""

    hovered_row = -1
    show_focus = False

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = palette()
        rect: QRect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, QColor(tokens.selected))
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, QColor(tokens.sunken))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.hairline))
        if selected and index.column() == 0:
            bar = tokens.focus if self.show_focus else tokens.outline
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(bar))
        self._paint_content(painter, rect.adjusted(_PAD, 0, -_PAD, -1), index)
        painter.restore()

    def _paint_content(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = index.data(CELL_ROLE)
        if isinstance(cell, str):  # Qt hands a status over as its plain value
            paint_status(painter, QRectF(rect), Status(cell))
        elif isinstance(cell, (tuple, list)):
            height = min(rect.height() - 8, 28)
            top = rect.center().y() - height / 2
            paint_sparkline(painter, QRectF(rect.left(), top, rect.width(), height), cell)
        else:
            self._paint_words(painter, rect, index)

    def _paint_words(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = palette()
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        caption = index.data(CAPTION_ROLE)
        if caption:
            middle = rect.center().y()
            small = QRect(rect.left(), middle + 1, rect.width(), rect.height() // 2 - 2)
            side = alignment & Qt.AlignmentFlag.AlignHorizontal_Mask
            self._line(painter, small, caption, Text.SMALL, tokens.ink_soft, side)
            rect = QRect(rect.left(), rect.top() + 2, rect.width(), middle - rect.top() - 1)
            alignment = side | Qt.AlignmentFlag.AlignBottom
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        self._line(
            painter, rect, words, Text.BODY, index.data(COLOUR_ROLE) or tokens.ink, alignment
        )

    @staticmethod
    def _line(
        painter: QPainter,
        rect: QRect,
        words: str,
        size: Text,
        colour: str,
        alignment: Qt.AlignmentFlag,
    ) -> None:
        painter.setFont(font(size))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, alignment, shown)
