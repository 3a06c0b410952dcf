"""The series as bars from zero: sums over few periods."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.charts.notation import Notation
from desktop.ui.charts.tracks import Track, Tracks
from desktop.ui.charts.view_frame import ViewFrame

_WIDEST = 30.0  # pixels; a few bars should not fill the page
_ALONE = 0.6  # of the period's room, for an actual bar with nothing beside it
_TOGETHER = 0.5
_ASIDE = 0.32  # of a bar's width: how far last year stands out to the left, the plan to the right


def paint_bars(painter: QPainter, tracks: Tracks, frame: ViewFrame, notation: Notation) -> None:
    """Last year lighter behind to the left, plan outlined behind to the right, actual in front."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    together = len(tracks.last_year) or len(tracks.plan)
    width = round(min(frame.room * (_TOGETHER if together else _ALONE), _WIDEST))
    aside = max(2, round(width * _ASIDE))
    for bar, _ in _bars(tracks.last_year, frame, width, -aside):
        painter.fillRect(bar, notation.last_year)
    painter.setPen(QPen(notation.plan, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for bar, _ in _bars(tracks.plan, frame, width, aside):
        painter.drawRect(bar)
    for bar, unfinished in _bars(tracks.actual, frame, width, 0):
        if unfinished:
            painter.fillRect(bar, notation.ground)
            painter.setPen(notation.unfinished(1))
            painter.drawRect(bar.adjusted(0, 0, -1, 0))
        else:
            painter.fillRect(bar, notation.actual)


def _bars(
    track: Track, frame: ViewFrame, width: float, aside: float
) -> Iterator[tuple[QRectF, bool]]:
    """Each visible bar in whole pixels, and whether its period is not finished."""
    shown = track.between(frame.first, frame.last)
    zero = round(frame.y(0.0))
    middles = frame.x(track.middle[shown]).tolist()
    tops = frame.y(track.value[shown]).tolist()
    unfinished = track.partial[shown].tolist()
    for middle, top, partial in zip(middles, tops, unfinished, strict=True):
        left = round(middle - width / 2 + aside)
        yield QRectF(left, round(top), width, zero - round(top)).normalized(), partial
