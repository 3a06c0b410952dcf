"""The two axes of a chart: values on the left, dates below, both in the reader's format."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsWidget

from desktop.core.period import Period
from desktop.core.wording import Wording
from desktop.ui.charts.date_ticks import DateLabel, DateTicks, date_ticks
from desktop.ui.charts.notation import Notation
from desktop.ui.charts.value_ticks import ValueScale
from desktop.ui.charts.view_frame import ViewFrame

_ROW = 18.0  # height of a row of date labels
_GAP = 8.0  # between value labels and the plot


class ValueAxis(QGraphicsWidget):
    """Numbers beside the lines of the grid; the lines themselves belong to the figure."""

    def __init__(self, notation: Notation) -> None:
        super().__init__()
        self._notation = notation
        self._labels: list[tuple[float, str]] = []

    def set_labels(self, scale: ValueScale, labels: tuple[str, ...], frame: ViewFrame) -> None:
        """Write ``labels`` at the ticks of ``scale``."""
        self._labels = [
            (frame.y(tick), text) for tick, text in zip(scale.ticks, labels, strict=True)
        ]
        self.update()

    def needed_width(self, labels: tuple[str, ...]) -> float:
        """The width that the longest of ``labels`` takes."""
        metrics = QFontMetricsF(self._notation.caption)
        return max((metrics.horizontalAdvance(text) for text in labels), default=0.0) + _GAP + 4

    def paint(self, painter: QPainter, *_: object) -> None:
        painter.setFont(self._notation.caption)
        painter.setPen(self._notation.soft)
        wide = self.size().width() - _GAP
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for y, text in self._labels:
            painter.drawText(QRectF(0, y - 9, wide, 18), right, text)


class DateAxis(QGraphicsWidget):
    """Two rows: days, weeks, months or quarters, and below them the month or year they are in."""

    def __init__(self, notation: Notation, wording: Wording) -> None:
        super().__init__()
        self._notation = notation
        self._wording = wording
        self._ticks = DateTicks(())
        self._frame: ViewFrame | None = None
        self.setMinimumHeight(2 * _ROW + 6)
        self.setMaximumHeight(2 * _ROW + 6)

    def set_frame(self, frame: ViewFrame, anchor: Period) -> None:
        """Name the days that the plot now shows; ``anchor`` is any period of the series."""
        self._frame = frame
        self._ticks = date_ticks(
            frame.first, frame.last, frame.width, frame.cadence, anchor, self._wording
        )
        self.update()

    def paint(self, painter: QPainter, *_: object) -> None:
        frame = self._frame
        if frame is None:
            return
        painter.setFont(self._notation.caption)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        metrics = painter.fontMetrics()
        for label in self._ticks.fine:
            self._paint_fine(painter, label, frame, metrics.horizontalAdvance(label.text))
        starts = [*(frame.x(label.first) for label in self._ticks.coarse), frame.width]
        for label, start, following in zip(self._ticks.coarse, starts, starts[1:], strict=False):
            wide = metrics.horizontalAdvance(label.text)
            self._paint_coarse(painter, label, start, min(following, frame.width), wide)

    def _paint_fine(
        self, painter: QPainter, label: DateLabel, frame: ViewFrame, wide: float
    ) -> None:
        left, right = frame.x(label.first), frame.x(label.last)
        single = not self._ticks.coarse
        if 0 <= left <= frame.width:
            painter.setPen(self._notation.grid)
            painter.drawLine(round(left), 0, round(left), 14 if single else 5)
        middle = (max(left, 0.0) + min(right, frame.width)) / 2 if single else (left + right) / 2
        if middle - wide / 2 < -4 or middle + wide / 2 > frame.width + 4:
            return
        painter.setPen(self._notation.soft)
        place = QRectF(middle - wide / 2 - 2, 4, wide + 4, _ROW)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label.text)

    def _paint_coarse(
        self, painter: QPainter, label: DateLabel, start: float, following: float, wide: float
    ) -> None:
        if start >= 0:
            painter.setPen(self._notation.zero)
            painter.drawLine(round(start), 0, round(start), 5)
            painter.drawLine(round(start), round(_ROW) + 6, round(start), round(2 * _ROW) + 2)
        left = max(start + 6, 0.0)
        if left + wide > following - 6:
            return
        painter.setPen(self._notation.ink)
        place = QRectF(left, 4 + _ROW, wide + 4, _ROW)
        painter.drawText(
            place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label.text
        )
