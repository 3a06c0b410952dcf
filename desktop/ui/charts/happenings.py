"""The rows above a chart: activities over their days, and the names of events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsWidget

from desktop.core.chart_series import ChartSeries
from desktop.qtkit.wording import ntr
from desktop.ui.charts.notation import Notation
from desktop.ui.charts.view_frame import ViewFrame

_ROW = 18.0
_MOST_ROWS = 4
_GAP = 10.0
_BAR = 3.0


@dataclass(frozen=True, slots=True)
class Happening:
    """One name in its row: where its words begin, how wide they may be, and the days that an
    activity runs (``None`` for an event)."""

    row: int
    x: float
    room: float
    text: str
    bar: tuple[float, float] | None = None
    killed: bool = False


def happenings(
    series: ChartSeries, frame: ViewFrame, metrics: QFontMetricsF
) -> tuple[list[Happening], int]:
    """What is visible, placed so that no words cover others; and how many there was no row for."""
    wanted: list[tuple[float, float, str, tuple[float, float] | None, bool]] = []
    for occasion in series.occasions:
        day = float(occasion.day.toordinal())
        if frame.first <= day <= frame.last:
            wanted.append((frame.x(day), 0.0, occasion.title, None, False))
    for effort in series.efforts:
        start = float(effort.start.toordinal())
        end = frame.last if effort.end is None else float(effort.end.toordinal()) + 1
        if end < frame.first or start > frame.last:
            continue
        days = (max(frame.x(start), 0.0), min(frame.x(end), frame.width))
        wanted.append((days[0], days[1] - days[0], effort.title, days, effort.killed))
    free = [0.0] * _MOST_ROWS
    placed: list[Happening] = []
    left = 0
    for x, span, text, bar, killed in sorted(wanted, key=lambda each: (each[0], each[2])):
        wide = max(metrics.horizontalAdvance(text) + 6, span)
        at = min(x, max(frame.width - wide, 0.0)) if bar is None else x
        row = next((n for n, end in enumerate(free) if end <= at), None)
        if row is None:
            left += 1
            continue
        free[row] = at + wide + _GAP
        placed.append(Happening(row, at, max(frame.width - at, 0.0), text, bar, killed))
    return placed, left


class HappeningRows(QGraphicsWidget):
    """As many rows as are needed, and no height without any."""

    def __init__(self, notation: Notation) -> None:
        super().__init__()
        self._notation = notation
        self._metrics = QFontMetricsF(notation.caption)
        self._placed: Sequence[Happening] = ()
        self._left = 0
        self._set_height(0.0)

    def place(self, series: ChartSeries, frame: ViewFrame) -> None:
        """Take what is visible now."""
        self._placed, self._left = happenings(series, frame, self._metrics)
        rows = max((each.row for each in self._placed), default=-1) + 1
        self._set_height(rows * _ROW + (2 if rows else 0))
        self.update()

    @property
    def texts(self) -> list[str]:
        """The names on show, from left to right."""
        return [each.text for each in self._placed]

    def _set_height(self, height: float) -> None:
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)

    def paint(self, painter: QPainter, *_: object) -> None:
        notation = self._notation
        painter.setFont(notation.caption)
        for each in self._placed:
            top = each.row * _ROW
            words = self._metrics.elidedText(
                each.text, Qt.TextElideMode.ElideRight, max(each.room, 24.0)
            )
            painter.setPen(notation.soft)
            place = QRectF(each.x, top, max(each.room, 24.0), _ROW - _BAR)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words
            )
            if each.bar is not None:
                self._bar(painter, each.bar, top + _ROW - _BAR - 1, killed=each.killed)
        if self._left:
            text = ntr("+{n} more", "+{n} more", self._left)
            place = QRectF(0, 0, self.size().width(), _ROW - _BAR)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text
            )

    def _bar(self, painter: QPainter, bar: tuple[float, float], y: float, *, killed: bool) -> None:
        """Solid for one that goes on or was kept; dashed for one that was ended."""
        start, end = bar
        pen = QPen(self._notation.signal, _BAR)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if killed:
            pen.setDashPattern([2, 1.5])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen)
        painter.drawLine(QPointF(start, y), QPointF(max(end, start + 3), y))
