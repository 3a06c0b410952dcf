"""A small picture of a target: the past as a line, then the target, what is realistic, the best."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.advice_target import TargetPicture
from desktop.ui.theme import palette

_AHEAD = 36.0  # pixels at the right for what is ahead
_BAND = 14.0
_DOT = 2.5
_EDGE = 5.0


class TargetPictureView(QWidget):
    """Draws a :class:`TargetPicture`: solid for what was, a band for what is realistic, a thick
    mark for the target, a dotted line for the best so far.  What it means stands beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: TargetPicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: TargetPicture) -> None:
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(168, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _Drawing(self._picture, QRectF(self.rect())).paint(painter)


class _Drawing:
    """One painting of a picture within a rectangle."""

    def __init__(self, picture: TargetPicture, rect: QRectF) -> None:
        self._picture = picture
        self._area = rect.adjusted(_EDGE, _EDGE, -1, -_EDGE)
        self._now = self._area.right() - _AHEAD  # where the past ends
        known = [*picture.values, picture.target, *(picture.realistic or ())]
        self._low = min(known)
        self._high = max(known if picture.best is None else [*known, picture.best])

    def paint(self, painter: QPainter) -> None:
        tokens = palette()
        picture = self._picture
        right = self._area.right()
        if picture.realistic is not None:
            top, bottom = sorted(self._y(end) for end in picture.realistic)
            band = QRectF(right - _BAND - 4, top, _BAND, max(bottom - top, 2.0))
            painter.fillRect(band, QColor(tokens.band_1))
        if picture.best is not None:
            painter.setPen(QPen(QColor(tokens.ink_soft), 1, Qt.PenStyle.DotLine))
            height = self._y(picture.best)
            painter.drawLine(QPointF(self._area.left(), height), QPointF(right, height))
        self._line(painter)
        mark = QRectF(right - _BAND - 8, self._y(picture.target) - 1.5, _BAND + 8, 3)
        painter.fillRect(mark, QColor(tokens.target))

    def _line(self, painter: QPainter) -> None:
        tokens = palette()
        values = self._picture.values
        step = (self._now - self._area.left()) / max(len(values) - 1, 1)
        first = self._now - step * (len(values) - 1)
        points = [QPointF(first + n * step, self._y(value)) for n, value in enumerate(values)]
        painter.setPen(QPen(QColor(tokens.actual), 1.6))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.actual))
        painter.drawEllipse(points[-1], _DOT, _DOT)

    def _y(self, value: float) -> float:
        spread = self._high - self._low
        share = (value - self._low) / spread if spread else 0.5
        height: float = self._area.bottom() - share * self._area.height()
        return height
