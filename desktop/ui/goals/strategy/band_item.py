"""A band of the strategy map: its ground, its name, and what it lacks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.ui.theme import Text, font, palette

ASIDE = 12.0


class BandItem(QGraphicsItem):
    """``empty`` is said after the name where nothing stands in the band."""

    def __init__(self, place: QRectF, name: str, empty: str, *, shaded: bool) -> None:
        super().__init__()
        self.name, self.empty = name, empty
        self._place, self.shaded = place, shaded
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
        if self.shaded:
            painter.fillRect(self._place, QColor(tokens.sunken))
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(self._place.topLeft(), self._place.topRight())
        painter.drawLine(self._place.bottomLeft(), self._place.bottomRight())


class BandName(QGraphicsItem):
    """Lies over the arrows, on the ground of its band, so that it can always be read."""

    def __init__(self, band: BandItem) -> None:
        super().__init__()
        self._band = band
        self._strong, self._soft = font(Text.SMALL, strong=True), font(Text.SMALL)
        self._wide = QFontMetricsF(self._strong).horizontalAdvance(band.name)
        beyond = QFontMetricsF(self._soft).horizontalAdvance(band.empty)
        self._whole = self._wide + (ASIDE + beyond if band.empty else 0.0)
        place = band.boundingRect()
        self.setPos(place.left() + ASIDE, place.top() + 6)
        self.setZValue(0.7)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._whole + 4, QFontMetricsF(self._strong).height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        tokens = palette()
        ground = tokens.sunken if self._band.shaded else tokens.ground
        painter.fillRect(self.boundingRect(), QColor(ground))
        painter.setPen(QColor(tokens.ink_soft))
        base = QFontMetricsF(self._strong).ascent()
        painter.setFont(self._strong)
        painter.drawText(QPointF(0, base), self._band.name)
        if self._band.empty:
            painter.setFont(self._soft)
            painter.drawText(QPointF(self._wide + ASIDE, base), self._band.empty)
