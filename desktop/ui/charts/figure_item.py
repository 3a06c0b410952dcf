"""The drawing of a chart in the notation of the product; works in pixels of the plot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsObject, QGraphicsWidget

from desktop.core.chart_series import ChartSeries
from desktop.qtkit.wording import tr
from desktop.ui.charts.bars import paint_bars
from desktop.ui.charts.context_marks import (
    paint_fan,
    paint_limits,
    paint_occasions,
    paint_original,
    paint_standouts,
)
from desktop.ui.charts.lines import paint_lines
from desktop.ui.charts.notation import ROOM_FOR_BARS, Notation
from desktop.ui.charts.tracks import Tracks
from desktop.ui.charts.view_frame import ViewFrame

_SO_FAR_ABOVE = 22.0  # pixels from an unfinished value up to the top of its label
_SO_FAR_BELOW = 6.0  # or down to it


class FigureItem(QGraphicsObject):
    """Grid, band, last year, plan, actual, target and the marks of context of one chart."""

    def __init__(self, view: QGraphicsWidget, notation: Notation) -> None:
        super().__init__(view)
        self._view = view
        self._notation = notation
        self._series: ChartSeries | None = None
        self._tracks: Tracks | None = None
        self._frame: ViewFrame | None = None
        self._ticks: tuple[float, ...] = ()

    def set_series(self, series: ChartSeries, tracks: Tracks) -> None:
        """Show a series; the caller hands in the frame next."""
        self._series, self._tracks = series, tracks

    def set_frame(self, frame: ViewFrame, ticks: tuple[float, ...]) -> None:
        """Draw for what the plot now shows, with a line at each of ``ticks``."""
        self.prepareGeometryChange()
        self._frame, self._ticks = frame, ticks
        self.update()

    def boundingRect(self) -> QRectF:
        return self._view.rect()

    def paint(self, painter: QPainter, *_: object) -> None:
        series, tracks, frame = self._series, self._tracks, self._frame
        if series is None or tracks is None or frame is None:
            return
        self._paint_band(painter, frame, series.band)
        self._paint_grid(painter, frame)
        as_bars = series.sums and frame.room >= ROOM_FOR_BARS
        paint_limits(painter, tracks, frame, self._notation)
        paint_occasions(painter, series, frame, self._notation)
        paint_fan(painter, tracks, frame, self._notation, as_bars=as_bars)
        draw = paint_bars if as_bars else paint_lines
        draw(painter, tracks, frame, self._notation)
        paint_original(painter, series, tracks, frame, self._notation)
        paint_standouts(painter, tracks, frame, self._notation)
        self._paint_target(painter, frame, series)
        self._paint_so_far(painter, frame, tracks, as_bars=as_bars)

    def _paint_band(
        self,
        painter: QPainter,
        frame: ViewFrame,
        band: tuple[float | None, float | None] | None,
    ) -> None:
        if band is None:
            return
        low, high = band
        top = 0.0 if high is None else frame.y(high)
        bottom = frame.height if low is None else frame.y(low)
        painter.fillRect(QRectF(0, top, frame.width, bottom - top), self._notation.band)

    def _paint_grid(self, painter: QPainter, frame: ViewFrame) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for tick in self._ticks:
            painter.setPen(self._notation.zero if tick == 0 else self._notation.grid)
            y = min(round(frame.y(tick)), int(frame.height) - 1)
            painter.drawLine(QPointF(0, y), QPointF(frame.width, y))

    def _paint_target(self, painter: QPainter, frame: ViewFrame, series: ChartSeries) -> None:
        if series.target is None:
            return
        y = round(frame.y(series.target)) + 0.5
        end = frame.width
        if series.target_day is not None:
            end = min(end, frame.x(series.target_day.toordinal() + 1.0))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._notation.target_line())
        painter.drawLine(QPointF(0, y), QPointF(end, y))
        if series.target_day is not None and 0 <= end < frame.width:
            _diamond(painter, QPointF(end, y), self._notation.target)

    def _paint_so_far(
        self, painter: QPainter, frame: ViewFrame, tracks: Tracks, *, as_bars: bool
    ) -> None:
        """Says of the unfinished period that it is, where nothing else is drawn."""
        track = tracks.actual
        if not len(track) or not track.partial[-1] or track.left[-1] > frame.last:
            return
        text = tr("so far")
        painter.setFont(self._notation.caption)
        wide = painter.fontMetrics().horizontalAdvance(text) + 4.0
        x = min(frame.x(float(track.middle[-1])), frame.width - wide / 2)
        value = float(track.value[-1])
        if as_bars:
            top = frame.y(max(tracks.values_on(float(track.left[-1])))) - _SO_FAR_ABOVE
        elif len(track) > 1 and track.value[-2] > value:  # the line comes from above
            top = frame.y(value) + _SO_FAR_BELOW
        else:
            top = frame.y(value) - _SO_FAR_ABOVE
        place = QRectF(x - wide / 2, min(max(top, 0.0), frame.height - 16), wide, 16)
        painter.fillRect(place, self._notation.ground)
        painter.setPen(self._notation.soft)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _diamond(painter: QPainter, at: QPointF, colour: QColor) -> None:
    """Marks the day on which the target is due."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    corners = (QPointF(0, -5), QPointF(5, 0), QPointF(0, 5), QPointF(-5, 0))
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
