"""The marks of context: natural limits, signals, the forecast's fan, the first plan, events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from desktop.core.chart_series import ChartSeries
from desktop.ui.charts.notation import Notation
from desktop.ui.charts.tracks import Fan, Floats, LimitTrack, Track, Tracks
from desktop.ui.charts.view_frame import ViewFrame

_RING = 7.5
_MOST, _HALF = 34, 44  # of 255: how dense the ranges of a forecast are
_BAR_WIDEST = 30.0
_BAR = 0.5  # of the period's room
_WHISKER = 4.0


def paint_limits(painter: QPainter, tracks: Tracks, frame: ViewFrame, notation: Notation) -> None:
    """The room between the natural limits, and its edges; it ends where it begins anew."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x, lower, upper in _stretches(tracks.limits, frame):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(notation.room)
        above, below = _line(x, upper, None), _line(x, lower, None)
        painter.drawPolygon(QPolygonF([*above, *reversed(below)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(notation.limit_line())
        painter.drawPolyline(QPolygonF(above))
        painter.drawPolyline(QPolygonF(below))


def _stretches(limits: LimitTrack, frame: ViewFrame) -> Iterator[tuple[Floats, Floats, Floats]]:
    """The visible limits between two explained changes, in pixels, from edge to edge."""
    shown = limits.between(frame.first, frame.last)
    shown = slice(max(shown.start - 1, 0), shown.stop + 1)
    left, right = limits.left[shown], limits.right[shown]
    if not len(left):
        return
    cuts = np.flatnonzero(np.diff(limits.stretch[shown])) + 1
    parts = (left, right, limits.lower[shown], limits.upper[shown])
    for begin, end, low, high in zip(*(np.split(part, cuts) for part in parts), strict=True):
        days = np.concatenate((begin[:1], (begin + end) / 2, end[-1:]))
        lower = np.concatenate((low[:1], low, low[-1:]))
        upper = np.concatenate((high[:1], high, high[-1:]))
        yield frame.x(days), frame.y(lower), frame.y(upper)


def paint_standouts(
    painter: QPainter, tracks: Tracks, frame: ViewFrame, notation: Notation
) -> None:
    """A ring around each value that is more than noise."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(notation.signal, 1.5))
    actual = tracks.actual
    for left in tracks.standout_on:
        index = actual.index_on(left)
        if index is None or not frame.first <= left <= frame.last:
            continue
        at = QPointF(
            frame.x(float(actual.left[index] + actual.right[index]) / 2),
            frame.y(float(actual.value[index])),
        )
        painter.drawEllipse(at, _RING, _RING)


def paint_fan(
    painter: QPainter,
    tracks: Tracks,
    frame: ViewFrame,
    notation: Notation,
    *,
    as_bars: bool,
) -> None:
    """The forecast: hatched bars with their range, or a dashed line within two ranges."""
    fan = tracks.fan
    shown = fan.between(frame.first, frame.last)
    if shown.start >= shown.stop:
        return
    if as_bars:
        _fan_bars(painter, fan, shown, frame, notation)
    else:
        _fan_lines(painter, tracks, shown, frame, notation)


def _fan_bars(
    painter: QPainter, fan: Fan, shown: slice, frame: ViewFrame, notation: Notation
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    width = round(min(frame.room * _BAR, _BAR_WIDEST))
    zero = round(frame.y(0.0))
    hatched = QBrush(notation.actual, Qt.BrushStyle.BDiagPattern)
    for n in range(shown.start, shown.stop):
        middle = frame.x(float(fan.left[n] + fan.right[n]) / 2)
        top = round(frame.y(float(fan.value[n])))
        bar = QRectF(round(middle - width / 2), top, width, zero - top).normalized()
        painter.setPen(QPen(notation.last_year, 1))
        painter.setBrush(hatched)
        painter.drawRect(bar.adjusted(0, 0, -1, 0))
        painter.setPen(QPen(notation.ink, 1))
        low, high = round(frame.y(float(fan.low_most[n]))), round(frame.y(float(fan.high_most[n])))
        x = round(middle)
        painter.drawLine(x, low, x, high)
        for y in (low, high):
            painter.drawLine(round(x - _WHISKER), y, round(x + _WHISKER), y)


def _fan_lines(
    painter: QPainter, tracks: Tracks, shown: slice, frame: ViewFrame, notation: Notation
) -> None:
    """The fan opens at the newest value, which is known."""
    fan, newest = tracks.fan, tracks.actual.newest_full
    x = frame.x((fan.left[shown] + fan.right[shown]) / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    start: tuple[float, float] | None = None
    if newest is not None and shown.start == 0:
        actual = tracks.actual
        start = (
            frame.x(float(actual.left[newest] + actual.right[newest]) / 2),
            frame.y(float(actual.value[newest])),
        )
    painter.setPen(Qt.PenStyle.NoPen)
    for low, high, dense in (
        (fan.low_most, fan.high_most, _MOST),
        (fan.low_half, fan.high_half, _HALF),
    ):
        fill = QColor(notation.actual)
        fill.setAlpha(dense)
        painter.setBrush(fill)
        upper = _line(x, frame.y(high[shown]), start)
        lower = _line(x, frame.y(low[shown]), start)
        painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(notation.unfinished(1.5))
    painter.drawPolyline(QPolygonF(_line(x, frame.y(fan.value[shown]), start)))


def _line(x: Floats, y: Floats, start: tuple[float, float] | None) -> list[QPointF]:
    points = [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
    return points if start is None else [QPointF(*start), *points]


def paint_original(
    painter: QPainter, series: ChartSeries, tracks: Tracks, frame: ViewFrame, notation: Notation
) -> None:
    """The plan and the target first set, as dots, where they have been changed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    track = tracks.original
    shown = track.between(frame.first, frame.last)
    if shown.start < shown.stop:
        painter.setPen(notation.dotted(notation.plan))
        painter.drawPolyline(QPolygonF(_middles(track, shown, frame)))
    if series.original_target is not None:
        y = round(frame.y(series.original_target)) + 0.5
        painter.setPen(notation.dotted(notation.target))
        painter.drawLine(QPointF(0, y), QPointF(frame.width, y))


def _middles(track: Track, shown: slice, frame: ViewFrame) -> list[QPointF]:
    x = frame.x(track.middle[shown]).tolist()
    y = frame.y(track.value[shown]).tolist()
    return [QPointF(a, b) for a, b in zip(x, y, strict=True)]


def paint_occasions(
    painter: QPainter, series: ChartSeries, frame: ViewFrame, notation: Notation
) -> None:
    """A thin line down from the name of each event; a full one where the limits begin anew."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for x, rebase in occasion_places(series, frame):
        painter.setPen(notation.rebase_line() if rebase else notation.event_line())
        painter.drawLine(QPointF(x, 0), QPointF(x, frame.height))


def occasion_places(series: ChartSeries, frame: ViewFrame) -> Sequence[tuple[float, bool]]:
    """Where the visible events lie, in pixels, and whether the limits begin anew there."""
    return [
        (round(frame.x(float(each.day.toordinal()))) + 0.5, each.rebase)
        for each in series.occasions
        if frame.first <= each.day.toordinal() <= frame.last
    ]
