"""The head of a table: small words, and an arrow beside the one that is sorted by."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.ui.theme import Text, font, palette

_PAD = 8
_ARROW = 16


class TableHead(QHeaderView):
    """A horizontal header; the arrow stands on the inner side of the words, so that the heads of
    numbers stay in line with them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFont(font(Text.SMALL))
        self.setMinimumSectionSize(48)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 34)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = palette()
        title = self.model().headerData(section, self.orientation()) or ""
        alignment = self.model().headerData(
            section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole
        )
        right = bool(alignment and alignment & Qt.AlignmentFlag.AlignRight)
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        painter.save()
        painter.fillRect(rect, QColor(tokens.ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.outline))
        painter.setFont(font(Text.SMALL, strong=is_sorted))
        painter.setPen(QColor(tokens.ink if is_sorted else tokens.ink_soft))
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        free = room.width() - (_ARROW if is_sorted else 0)
        words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, free)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)
        if is_sorted:
            width = painter.fontMetrics().horizontalAdvance(words)
            x = room.right() - width - _ARROW / 2 if right else room.left() + width + _ARROW / 2
            self._paint_arrow(painter, QPointF(x, room.center().y() + 1))
        painter.restore()

    def _paint_arrow(self, painter: QPainter, middle: QPointF) -> None:
        up = -1 if self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder else 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        ends = ((-4.0, -2.5 * up), (4.0, -2.5 * up), (0.0, 2.5 * up))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in ends]))
