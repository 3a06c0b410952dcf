"""A status as shape, word and colour; each shape has its own outline."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.assessment import Status
from desktop.core.names import name
from desktop.qtkit.wording import say
from desktop.ui.theme import Text, font, palette

_SHAPE = 14
_GAP = 7


def status_word(status: Status) -> str:
    """The status in the reader's language."""
    return say(name(status))


def paint_status_shape(painter: QPainter, rect: QRectF, status: Status) -> None:
    """The shape of ``status`` in its colour, filling the square ``rect``."""
    colour = QColor(palette().status(status))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 16, rect.height() / 16)
    pen = QPen(colour, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    match status:
        case Status.REACHED:  # a tick
            painter.drawPolyline(_polygon((2, 8.5), (6.2, 12.8), (14, 3.5)))
        case Status.NOT_STARTED:  # a dash
            painter.drawLine(QPointF(2.5, 8), QPointF(13.5, 8))
        case Status.TOO_EARLY:  # a ring
            painter.drawEllipse(QRectF(2.2, 2.2, 11.6, 11.6))
        case Status.OUTDATED:  # an hourglass
            painter.drawPolygon(_polygon((3, 1.8), (13, 1.8), (3, 14.2), (13, 14.2)))
        case _:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPath(_solid(status))
    painter.restore()


def _solid(status: Status) -> QPainterPath:
    path = QPainterPath()
    match status:
        case Status.ON_TRACK:  # a disc
            path.addEllipse(QRectF(1.5, 1.5, 13, 13))
        case Status.AT_RISK:  # a triangle
            path.addPolygon(_polygon((8, 1.2), (15.6, 14.4), (0.4, 14.4)))
        case _:  # off track: a square on its corner
            path.addPolygon(_polygon((8, 0), (16, 8), (8, 16), (0, 8)))
    path.closeSubpath()
    return path


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def paint_status(painter: QPainter, rect: QRectF, status: Status, size: int = Text.BODY) -> None:
    """Shape and word at the left of ``rect``, as table cells show them."""
    top = rect.center().y() - _SHAPE / 2
    paint_status_shape(painter, QRectF(rect.left(), top, _SHAPE, _SHAPE), status)
    painter.setFont(font(size, strong=True))
    painter.setPen(QColor(palette().status(status)))
    words = rect.adjusted(_SHAPE + _GAP, 0, 0, 0)
    text = painter.fontMetrics().elidedText(
        status_word(status), Qt.TextElideMode.ElideRight, round(words.width())
    )
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)


class StatusMark(QWidget):
    """``StatusMark(Status.AT_RISK)``: the shape, the word and the colour of a status."""

    def __init__(
        self, status: Status, size: int = Text.BODY, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._status = status
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_status(status)

    @property
    def status(self) -> Status:
        return self._status

    def set_status(self, status: Status) -> None:
        self._status = status
        self.setAccessibleName(status_word(status))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font(self._size, strong=True))
        width = metrics.horizontalAdvance(status_word(self._status))
        return QSize(round(width) + _SHAPE + _GAP + 4, round(metrics.height()) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_status(QPainter(self), QRectF(self.rect()), self._status, self._size)
