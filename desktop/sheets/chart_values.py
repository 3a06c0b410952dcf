"""Actual, last year and plan on a chart, as bars that stand on zero or as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.core.chart_series import ChartSeries, Point
from desktop.core.period import Cadence
from desktop.sheets.chart_context import draw_fan_bars
from desktop.sheets.chart_frame import ChartFrame
from desktop.sheets.elements import Area, Box, Dot, Stroke
from desktop.sheets.pen import Pen

_ROOM_FOR_POINTS = 2.2  # millimetres a period
_ASIDE = 0.32  # of a bar's width: how far last year stands out to the left, the plan to the right
_UNBROKEN_DAYS = 4  # a long weekend does not cut a line of daily values
_POINT = 0.55


@dataclass(frozen=True, slots=True)
class Values:
    """The points that can be drawn, in ascending order."""

    actual: Sequence[Point]
    last_year: Sequence[Point]
    plan: Sequence[Point]


def draw_bars(
    pen: Pen, series: ChartSeries, values: Values, frame: ChartFrame, width: float
) -> None:
    """Bars of ``width`` millimetres, the forecast's among them."""

    def box(point: Point, aside: float) -> Box:
        top, bottom = sorted((frame.y(0.0), frame.y(point.value)))
        return Box(frame.slot(point.period) - width / 2 + aside, top, width, bottom - top)

    aside = width * _ASIDE
    for point in values.last_year:
        pen.add(Area(box(point, -aside), pen.ink.last_year))
    for point in values.plan:
        pen.add(Area(box(point, aside), outline=pen.ink.plan))
    draw_fan_bars(pen, series, frame, width)
    for point in values.actual:
        if point.partial:
            bar = Area(box(point, 0), "#FFFFFF", pen.ink.actual, dashed=True)
        else:
            bar = Area(box(point, 0), pen.ink.actual)
        pen.add(bar)
    plot, zero = frame.plot, frame.y(0.0)
    pen.add(Stroke(((plot.x, zero), (plot.right, zero)), pen.ink.text, 0.2))


def draw_lines(pen: Pen, cadence: Cadence, values: Values, frame: ChartFrame) -> None:
    """Lines, with points where there is room for them."""
    ink = pen.ink
    dotted = frame.room >= _ROOM_FOR_POINTS
    for piece in _pieces(values.last_year, cadence):
        _line(pen, frame, piece, ink.last_year, 0.4)
    for piece in _pieces(values.plan, cadence):  # outlined: an edge around the white of the paper
        _line(pen, frame, piece, ink.plan, 0.75)
        _line(pen, frame, piece, "#FFFFFF", 0.4)
    actual = values.actual
    full = [point for point in actual if not point.partial]
    for piece in _pieces(full, cadence):
        _line(pen, frame, piece, ink.actual, 0.45 if dotted else 0.3)
    for before, point in zip([None, *actual], actual, strict=False):
        x, y = frame.slot(point.period), frame.y(point.value)
        if point.partial and before is not None and _joined(before, point, cadence):
            start = (frame.slot(before.period), frame.y(before.value))
            pen.add(Stroke((start, (x, y)), ink.actual, 0.3, dashed=True))
        if dotted or point.partial or len(full) == 1:
            pen.add(Dot(x, y, _POINT, ink.actual, hollow=point.partial))


def _line(
    pen: Pen, frame: ChartFrame, points: Sequence[Point], colour: str, thickness: float
) -> None:
    places = [(frame.slot(each.period), frame.y(each.value)) for each in points]
    if len(places) == 1:  # a short level line, so that it is seen
        (x, y), half = places[0], min(frame.room / 2, 1.0)
        places = [(x - half, y), (x + half, y)]
    pen.add(Stroke(tuple(places), colour, thickness))


def _pieces(points: Sequence[Point], cadence: Cadence) -> Iterator[list[Point]]:
    """The runs without a gap."""
    piece: list[Point] = []
    for point in points:
        if piece and not _joined(piece[-1], point, cadence):
            yield piece
            piece = []
        piece.append(point)
    if piece:
        yield piece


def _joined(before: Point, after: Point, cadence: Cadence) -> bool:
    gap = before.period.until(after.period)
    return gap <= (_UNBROKEN_DAYS if cadence is Cadence.DAY else 1)
