"""Confidence over time as a line, and beside it the chance that the forecast gave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.check_in import MOST_CONFIDENCE, CheckIn
from desktop.qtkit.wording import current, tr
from desktop.ui.theme import Text, font, palette

_AXIS, _FOOT = 22, 18  # for the numbers at the left and the days below
_MARK = 4.0


class ConfidenceLine(QWidget):
    """What people believed (solid, 0-10) and what the forecast gave (dashed, 0-100 %), each at the
    day of its check-in.  Two lines, never one number."""

    def __init__(self, history: Sequence[CheckIn] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_history(history)

    def set_history(self, history: Sequence[CheckIn]) -> None:
        """The oldest first."""
        self._history = tuple(history)
        told = ", ".join(
            f"{current().day(each.day)}: {each.confidence}"
            for each in self._history
            if each.confidence is not None
        )
        self.setAccessibleName(tr("Confidence over time"))
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Text.CAPTION))
        area = QRectF(self.rect()).adjusted(_AXIS, _MARK + 2, -_MARK - 2, -_FOOT)
        for level in (0, 5, MOST_CONFIDENCE):
            y = area.bottom() - level / MOST_CONFIDENCE * area.height()
            painter.setPen(QPen(QColor(tokens.hairline), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(tokens.ink_soft))
            place = QRectF(0, y - 8, _AXIS - 6, 16)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(level)
            )
        self._days(painter, area)
        chances = [each.probability for each in self._history]
        self._line(painter, area, chances, QPen(QColor(tokens.plan), 1.4, Qt.PenStyle.DashLine))
        believed = [
            None if each.confidence is None else each.confidence / MOST_CONFIDENCE
            for each in self._history
        ]
        points = self._line(painter, area, believed, QPen(QColor(tokens.ink), 1.6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ink))
        for point in points:
            painter.drawEllipse(point, _MARK - 1, _MARK - 1)

    def _days(self, painter: QPainter, area: QRectF) -> None:
        """The first and the last day."""
        if not self._history:
            return
        painter.setPen(QColor(palette().ink_soft))
        room = QRectF(area.left(), area.bottom() + 3, area.width() + _MARK, _FOOT)
        first, last = self._history[0].day, self._history[-1].day
        if first != last:
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft, current().day(first))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight, current().day(last))

    def _line(
        self, painter: QPainter, area: QRectF, shares: Sequence[float | None], pen: QPen
    ) -> list[QPointF]:
        """Drawn through the check-ins that have a value; where they lie."""
        points = [
            QPointF(self._x(area, number), area.bottom() - share * area.height())
            for number, share in enumerate(shares)
            if share is not None
        ]
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        return points

    def _x(self, area: QRectF, number: int) -> float:
        first, last = self._history[0].day, self._history[-1].day
        days = (last - first).days
        if days == 0:
            return area.right()
        return area.left() + (self._history[number].day - first).days / days * area.width()
