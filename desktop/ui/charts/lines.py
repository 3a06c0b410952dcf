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
_ROOM_FOR_OUTLINE = 1.0  # pixels a period; with fewer, all lines are one pixel wide


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
    near = slice(max(shown.start - 1, 0), min(shown.stop + 1, len(track)))
    full = ~track.partial[near]
    left, right = track.left[near][full], track.right[near][full]
    if not len(left):
        return
    x = frame.x((left + right) / 2)
    y = frame.y(track.value[near][full])
    cuts = np.flatnonzero(left[1:] - right[:-1] > _allowed_gap(frame)) + 1
    for part_x, part_y in zip(np.split(x, cuts), np.split(y, cuts), strict=True):
        yield thinned(part_x, part_y, frame.width)


def _allowed_gap(frame: ViewFrame) -> float:
    """Days without a value that a line passes over."""
    return _UNBROKEN_DAYS if frame.cadence is Cadence.DAY else 0.5


def _points(painter: QPainter, track: Track, frame: ViewFrame, notation: Notation) -> None:
    painter.setPen(QPen(notation.ground, 1.5))
    painter.setBrush(notation.actual)
    for x, y in _pieces(track, frame):
        for index in range(len(x)):
            painter.drawEllipse(QPointF(x[index], y[index]), _POINT, _POINT)


def _unfinished(painter: QPainter, track: Track, frame: ViewFrame, notation: Notation) -> None:
    """Periods that are not covered in full: hollow points, joined to their neighbours by dashes."""
    gap = _allowed_gap(frame)
    middles = track.middle

    def point(index: int) -> QPointF:
        return QPointF(frame.x(float(middles[index])), frame.y(float(track.value[index])))

    shown = track.between(frame.first, frame.last)
    for index in (np.flatnonzero(track.partial[shown]) + shown.start).tolist():
        painter.setPen(notation.unfinished(1.5))
        for before in (index - 1, index):
            joined = 0 <= before < len(track) - 1
            if joined and track.left[before + 1] - track.right[before] <= gap:
                painter.drawLine(point(before), point(before + 1))
        painter.setPen(QPen(notation.actual, 1.5))
        painter.setBrush(notation.ground)
        painter.drawEllipse(point(index), _POINT, _POINT)


def _polygon(x: Floats, y: Floats) -> QPolygonF:
    polygon: QPolygonF = pg.functions.create_qpolygonf(len(x))
    memory = pg.functions.ndarray_from_qpolygonf(polygon)
    memory[:, 0], memory[:, 1] = x, y
    return polygon
