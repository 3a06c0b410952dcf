"""Draws a contribution as a bar from the zero line, in one ink: a change is no judgement."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.ui.theme import palette
from desktop.ui.widgets.cell_delegate import CellDelegate

SHARE_ROLE = int(Qt.ItemDataRole.UserRole) + 60  # -1 to 1; the whole's is told apart by its sign
WHOLE_ROLE = SHARE_ROLE + 1

_BAR = 12


class ContributionCells(CellDelegate):
    """The bars of one tree share a scale; the whole's own is drawn as an outline."""

    def _paint_content(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        share = index.data(SHARE_ROLE)
        if not isinstance(share, float):
            super()._paint_content(painter, rect, index)
            return
        tokens = palette()
        zero = rect.center().x() + 0.5
        painter.fillRect(QRectF(zero - 0.5, rect.top(), 1, rect.height()), QColor(tokens.outline))
        length = share * (rect.width() / 2 - 2)
        top = rect.center().y() - _BAR / 2 + 0.5
        bar = QRectF(min(zero, zero + length), top, abs(length), _BAR)
        if index.data(WHOLE_ROLE):
            painter.setPen(QColor(tokens.actual))
            painter.drawRect(bar)
        else:
            painter.fillRect(bar, QColor(tokens.actual))
