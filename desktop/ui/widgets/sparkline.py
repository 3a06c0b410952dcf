"""A line as small as a word: the recent periods of a KPI."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import palette

_DOT = 2.5


def paint_sparkline(
    painter: QPainter, rect: QRectF, values: Sequence[float], target: float | None = None
) -> None:
    """The line, its last point, and the target as a thin dashed line, within ``rect``."""
    finite = [value for value in values if isfinite(value)]
    if not finite:
        return
    tokens = palette()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = rect.adjusted(_DOT + 1, _DOT + 1, -_DOT - 1, -_DOT - 1)
    known = [*finite, target] if target is not None else finite
    low, high = min(known), max(known)
    spread = (high - low) or 1.0

    def y(value: float) -> float:
        if high == low:
            return area.center().y()
        return area.bottom() - (value - low) / spread * area.height()

    if target is not None:
        painter.setPen(QPen(QColor(tokens.target), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), y(target)), QPointF(area.right(), y(target)))
    step = area.width() / max(len(finite) - 1, 1)
    points = [QPointF(area.left() + index * step, y(value)) for index, value in enumerate(finite)]
    painter.setPen(QPen(QColor(tokens.ink_soft), 1.4))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.ink))
    painter.drawEllipse(points[-1], _DOT, _DOT)
    painter.restore()


class Sparkline(QWidget):
    """``Sparkline([3.0, 4.0, 6.0], target=8.0, name="Orders, last 13 months")``."""

    def __init__(
        self,
        values: Sequence[float] = (),
        target: float | None = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_values(values, target)

    def set_values(self, values: Sequence[float], target: float | None = None) -> None:
        self._values = tuple(values)
        self._target = target
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_sparkline(QPainter(self), QRectF(self.rect()), self._values, self._target)
