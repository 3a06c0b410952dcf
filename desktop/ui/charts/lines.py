"""The series as lines: levels and rates always, sums when there are too many for bars."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.core.period import Cadence
from desktop.ui.charts.notation import ROOM_FOR_POINTS, Notation
from desktop.ui.charts.tracks import Floats, Track, Tracks, thinned
from desktop.ui.charts.view_frame import ViewFrame

_UNBROKEN_DAYS = 4.0  # a weekend or a long one does not cut a line of daily values
_POINT = 3.75
_ROOM_FOR_OUTLINE = 2.0  # pixels a period; with fewer, all lines are one pixel wide


def paint_lines(painter: QPainter, tracks: Tracks, frame: ViewFrame, notation: Notation) -> None:
    """Last year lighter, plan outlined, actual dark with points where there is room for them."""
    thin = frame.room < _ROOM_FOR_OUTLINE
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not thin)
    width = 1.0 if thin else 1.75
    _polylines(painter, tracks.last_year, frame, _line(notation.last_year, width))
    if thin:
        _polylines(painter, tracks.plan, frame, _line(notation.plan, 1.0))
    else:  # outlined: an edge of the plan's colour around the ground
        _polylines(painter, tracks.plan, frame, _line(notation.plan, 3.6))
        _polylines(painter, tracks.plan, frame, _line(notation.ground, 1.6))
    width = 1.0 if thin else 1.5 if frame.room < ROOM_FOR_POINTS else 2.0
    _polylines(painter, tracks.actual, frame, _line(notation.actual, width))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if frame.room >= ROOM_FOR_POINTS:
        _points(painter, tracks.actual, frame, notation)
    _unfinished(painter, tracks.actual, frame, notation)


def _line(colour: QColor, width: float) -> QPen:
    """A thin line has plain joins, which are much cheaper on long series."""
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if width > 1 else Qt.PenJoinStyle.BevelJoin)
    return pen


def _polylines(painter: QPainter, track: Track, frame: ViewFrame, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, y in _pieces(track, frame):
        if len(x) == 1:
            painter.drawPoint(QPointF(x[0], y[0]))
        else:
            painter.drawPolyline(_polygon(x, y))


def _pieces(track: Track, frame: ViewFrame) -> Iterator[tuple[Floats, Floats]]:
    """The visible runs of full periods without a gap, in pixels."""
    shown = track.between(frame.first, frame.last)
    full = len(track) - 1 if track.partial else len(track)
    start, stop = max(shown.start - 1, 0), min(shown.stop + 1, full)
    if stop <= start:
        return
    left, right = track.left[start:stop], track.right[start:stop]
    x = frame.x((left + right) / 2)
    y = frame.y(track.value[start:stop])
    allowed = _UNBROKEN_DAYS if frame.cadence is Cadence.DAY else 0.5
    cuts = np.flatnonzero(left[1:] - right[:-1] > allowed) + 1
    for part_x, part_y in zip(np.split(x, cuts), np.split(y, cuts), strict=True):
        yield thinned(part_x, part_y, frame.width)


def _points(painter: QPainter, track: Track, frame: ViewFrame, notation: Notation) -> None:
    painter.setPen(QPen(notation.ground, 1.5))
    painter.setBrush(notation.actual)
    for x, y in _pieces(track, frame):
        for index in range(len(x)):
            painter.drawEllipse(QPointF(x[index], y[index]), _POINT, _POINT)


def _unfinished(painter: QPainter, track: Track, frame: ViewFrame, notation: Notation) -> None:
    """From the last full period to the one that is not over: dashed, to a hollow point."""
    if not track.partial:
        return
    x, y = frame.x(track.middle[-2:]), frame.y(track.value[-2:])
    end = QPointF(x[-1], y[-1])
    if len(x) == 2 and track.left[-1] == track.right[-2]:
        painter.setPen(notation.unfinished(1.5))
        painter.drawLine(QPointF(x[0], y[0]), end)
    painter.setPen(QPen(notation.actual, 1.5))
    painter.setBrush(notation.ground)
    painter.drawEllipse(end, _POINT, _POINT)


def _polygon(x: Floats, y: Floats) -> QPolygonF:
    polygon: QPolygonF = pg.functions.create_qpolygonf(len(x))
    memory = pg.functions.ndarray_from_qpolygonf(polygon)
    memory[:, 0], memory[:, 1] = x, y
    return polygon
