"""A line of the map between two nodes."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.core.map_layout import PlacedLink
from desktop.ui.theme import palette


class LinkItem(QGraphicsItem):
    """Curved where it crosses a gap, level where it passes a column."""

    def __init__(self, link: PlacedLink) -> None:
        super().__init__()
        self.link = link
        self._lit = False
        self._path = QPainterPath(QPointF(*link.points[0]))
        for (x1, y1), (x2, y2) in pairwise(link.points):
            half = (x1 + x2) / 2
            self._path.cubicTo(QPointF(half, y1), QPointF(half, y2), QPointF(x2, y2))

    def set_lit(self, lit: bool) -> None:
        """Bring the line out: it leads to or from where the keyboard stands."""
        if lit != self._lit:
            self._lit = lit
            self.setZValue(0.5 if lit else 0)
            self.update()

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-2, -2, 2, 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        tokens = palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = Qt.PenStyle.DashLine if self.link.joined else Qt.PenStyle.SolidLine
        colour = tokens.accent if self._lit else tokens.outline
        painter.setPen(QPen(QColor(colour), 2 if self._lit else 1, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
