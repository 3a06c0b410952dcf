"""An arrow of the strategy map, from a cause up to its effect."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.core.map_layout import Point
from desktop.ui.theme import palette

_HEAD, _HALF = 9.0, 4.0  # length and half the width of the arrow's head
_REACH = 12.0  # how wide it is for the mouse


class ArrowItem(QGraphicsItem):
    """Curved where it crosses a gap, straight where it passes a row.  ``cause_id`` is 0 while it is
    being drawn."""

    def __init__(
        self, points: Sequence[Point], cause: str = "", effect: str = "", cause_id: int = 0
    ) -> None:
        super().__init__()
        self.cause, self.effect, self.cause_id = cause, effect, cause_id
        self._lit = self._picked = False
        self._path, self._head = QPainterPath(), QPolygonF()
        self.set_points(points)
        self.setZValue(0.2)

    def set_points(self, points: Sequence[Point]) -> None:
        """Lead it another way."""
        self.prepareGeometryChange()
        (x0, y0), (x1, y1) = points[-2], points[-1]
        up = y1 < y0 or (y1 == y0 and x1 >= x0)
        neck = (x1, y1 + _HEAD if up else y1 - _HEAD)
        self._path = QPainterPath(QPointF(*points[0]))
        for start, end in pairwise([*points[:-1], neck]):
            half = (start[1] + end[1]) / 2
            self._path.cubicTo(QPointF(start[0], half), QPointF(end[0], half), QPointF(*end))
        self._head = QPolygonF(
            [QPointF(x1, y1), QPointF(x1 - _HALF, neck[1]), QPointF(x1 + _HALF, neck[1])]
        )

    def set_lit(self, lit: bool, *, picked: bool = False) -> None:
        """Bring the arrow out: it begins or ends where the keyboard stands, or was clicked."""
        if (lit, picked) != (self._lit, self._picked):
            self._lit, self._picked = lit, picked
            self.setZValue(0.5 if lit or picked else 0.2)
            self.update()

    def boundingRect(self) -> QRectF:
        whole = self._path.boundingRect().united(self._head.boundingRect())
        return whole.adjusted(-_REACH, -_REACH, _REACH, _REACH)

    def shape(self) -> QPainterPath:
        stroker = QPainterPathStroker()
        stroker.setWidth(_REACH)
        return stroker.createStroke(self._path)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        tokens = palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(tokens.accent if self._lit or self._picked else tokens.outline)
        thickness = 3.0 if self._picked else 2.0 if self._lit else 1.2
        painter.setPen(QPen(colour, thickness))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(self._head)
