"""A band of the strategy map: its ground, its name, and what it lacks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.ui.theme import Text, font, palette

ASIDE = 12.0


class BandItem(QGraphicsItem):
    """``empty`` is said after the name where nothing stands in the band."""

    def __init__(self, place: QRectF, name: str, empty: str, *, shaded: bool) -> None:
        super().__init__()
        self.name, self.empty = name, empty
        self._place, self._shaded = place, shaded
        self.setZValue(-1)

    def boundingRect(self) -> QRectF:
        return self._place

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        tokens = palette()
        if self._shaded:
            painter.fillRect(self._place, QColor(tokens.sunken))
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(self._place.topLeft(), self._place.topRight())
        painter.drawLine(self._place.bottomLeft(), self._place.bottomRight())
        face = font(Text.SMALL, strong=True)
        metrics = QFontMetricsF(face)
        start = QPointF(self._place.left() + ASIDE, self._place.top() + 6 + metrics.ascent())
        painter.setFont(face)
        painter.setPen(QColor(tokens.ink_soft))
        painter.drawText(start, self.name)
        if self.empty:
            painter.setFont(font(Text.SMALL))
            painter.setPen(QColor(tokens.ink_soft))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            aside = metrics.horizontalAdvance(self.name) + ASIDE
            painter.drawText(start + QPointF(aside, 0), self.empty)
