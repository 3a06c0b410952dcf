"""The line that follows the pointer or the arrow keys, with a dot on each series."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsObject, QGraphicsWidget

from desktop.ui.charts.notation import Notation
from desktop.ui.charts.tracks import Tracks
from desktop.ui.charts.view_frame import ViewFrame


class Crosshair(QGraphicsObject):
    """Stands at one period; hidden until it is moved there."""

    def __init__(self, view: QGraphicsWidget, notation: Notation) -> None:
        super().__init__(view)
        self.setZValue(10)
        self._view = view
        self._notation = notation
        self._at: tuple[float, list[float]] | None = None  # pixels: x, and y of each dot

    def boundingRect(self) -> QRectF:
        return self._view.rect()

    def place(self, left: float | None, tracks: Tracks, frame: ViewFrame) -> None:
        """Stand at the period that begins on ``left``, or go away."""
        self._at = None
        values = [] if left is None else tracks.values_on(left)
        if left is not None and values:
            self._at = frame.x(tracks.middle_of(left)), [frame.y(value) for value in values]
        self.update()

    def paint(self, painter: QPainter, *_: object) -> None:
        if self._at is None:
            return
        x, dots = self._at
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._notation.soft, 1))
        painter.drawLine(QPointF(round(x), 0), QPointF(round(x), self._view.rect().height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._notation.ink, 1.5))
        painter.setBrush(self._notation.ground)
        for y in dots:
            painter.drawEllipse(QPointF(x, y), 4.0, 4.0)
