"""What explains the values of a chart on paper: natural limits, signals, forecast, first plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import isfinite

from desktop.core.chart_series import ChartSeries, Expected, Limits, Point
from desktop.sheets.chart_frame import ChartFrame
from desktop.sheets.elements import Area, Box, Hatch, Polygon, Ring, Stroke
from desktop.sheets.pen import Pen

_RING = 1.35  # millimetres
_BESIDE = 1.1  # what may stand out of the plot at its sides
_CAP = 0.32  # of a bar: half the width of a whisker's end
_EDGE = 0.15

Place = tuple[float, float]


def shown_limits(series: ChartSeries) -> list[Limits]:
    """The limits that can be drawn."""
    return [each for each in series.limits if isfinite(each.lower) and isfinite(each.upper)]


def shown_forecast(series: ChartSeries) -> list[Expected]:
    """The forecast that can be drawn."""
    return [each for each in series.expected if all(map(isfinite, (each.value, *each.most)))]


def draw_room(pen: Pen, series: ChartSeries, frame: ChartFrame) -> None:
    """The room between the natural limits as a light area with dashed edges; it ends where the
    limits begin anew."""
    shown = [each for each in shown_limits(series) if frame.shows(each.period)]
    for _, group in groupby(shown, key=lambda each: each.stretch):
        stretch = list(group)
        upper = _edge(stretch, [each.upper for each in stretch], frame)
        lower = _edge(stretch, [each.lower for each in stretch], frame)
        pen.add(Polygon((*upper, *reversed(lower)), "", pen.ink.room))
        for edge in (upper, lower):
            pen.add(Stroke(tuple(edge), pen.ink.soft, _EDGE, dashed=True))


def _edge(stretch: Sequence[Limits], values: Sequence[float], frame: ChartFrame) -> list[Place]:
    """Through the middles of the periods, from the first one's left to the last one's right."""
    half = frame.room / 2
    places = [
        (frame.slot(each.period), frame.y(value))
        for each, value in zip(stretch, values, strict=True)
    ]
    (first, y), (last, end) = places[0], places[-1]
    return [(first - half, y), *places, (last + half, end)]


def draw_fan(pen: Pen, series: ChartSeries, frame: ChartFrame, newest: Point | None) -> None:
    """The 80 % and the 50 % range as two areas that open at the newest value, which is known."""
    for fill, upper, lower in zip(pen.ink.fan, *_ranges(series, frame, newest), strict=True):
        if len(upper) > 1:
            pen.add(Polygon((*upper, *reversed(lower)), "", fill))


def _ranges(
    series: ChartSeries, frame: ChartFrame, newest: Point | None
) -> tuple[list[list[Place]], list[list[Place]]]:
    shown = shown_forecast(series)
    start = _start(frame, newest, shown)
    uppers: list[list[Place]] = []
    lowers: list[list[Place]] = []
    for ends in ([each.most for each in shown], [each.half for each in shown]):
        for found, side in ((lowers, 0), (uppers, 1)):
            places = [
                (frame.slot(each.period), frame.y(end[side]))
                for each, end in zip(shown, ends, strict=True)
            ]
            found.append([*start, *places])
    return uppers, lowers


def _start(frame: ChartFrame, newest: Point | None, shown: Sequence[Expected]) -> list[Place]:
    if newest is None or not shown or newest.period.until(shown[0].period) != 1:
        return []
    return [(frame.slot(newest.period), frame.y(newest.value))]


def draw_fan_line(pen: Pen, series: ChartSeries, frame: ChartFrame, newest: Point | None) -> None:
    """What is expected, as a dashed line."""
    shown = shown_forecast(series)
    places = [(frame.slot(each.period), frame.y(each.value)) for each in shown]
    places = [*_start(frame, newest, shown), *places]
    if len(places) > 1:
        pen.add(Stroke(tuple(places), pen.ink.actual, 0.35, dashed=True))


def draw_fan_bars(pen: Pen, series: ChartSeries, frame: ChartFrame, bar: float) -> None:
    """What is expected, as hatched bars."""
    for each in shown_forecast(series):
        top, bottom = sorted((frame.y(0.0), frame.y(each.value)))
        box = Box(frame.slot(each.period) - bar / 2, top, bar, bottom - top)
        pen.add(Area(box, "#FFFFFF", pen.ink.soft), Hatch(box, pen.ink.actual))


def draw_whiskers(pen: Pen, series: ChartSeries, frame: ChartFrame, bar: float) -> None:
    """The 80 % range of each forecast bar; an end beyond the chart has no cap."""
    for each in shown_forecast(series):
        x = frame.slot(each.period)
        low, high = (frame.y(end) for end in each.most)
        pen.add(Stroke(((x, low), (x, high)), pen.ink.text, 0.3))
        for end, y in zip(each.most, (low, high), strict=True):
            if frame.holds(end):
                pen.add(Stroke(((x - _CAP * bar, y), (x + _CAP * bar, y)), pen.ink.text, 0.3))


def draw_rings(pen: Pen, series: ChartSeries, frame: ChartFrame, actual: Sequence[Point]) -> None:
    """A ring around each value that is more than noise."""
    radius = min(_RING, _BESIDE + frame.room / 2)
    for point in standing_out(series, actual):
        pen.add(Ring(frame.slot(point.period), frame.y(point.value), radius, pen.ink.signal))


def standing_out(series: ChartSeries, actual: Sequence[Point]) -> Iterator[Point]:
    """The values that are more than noise."""
    signals = {each.period.start for each in series.standouts}
    return (point for point in actual if point.period.start in signals and not point.partial)


def draw_original(pen: Pen, series: ChartSeries, frame: ChartFrame) -> None:
    """The plan and the target first set, dotted, where they have been changed."""
    plan = original_plan(series, frame)
    if len(plan) > 1:
        places = tuple((frame.slot(each.period), frame.y(each.value)) for each in plan)
        pen.add(Stroke(places, pen.ink.plan, 0.35, dotted=True))
    if series.original_target is not None:
        y, plot = frame.y(series.original_target), frame.plot
        pen.add(Stroke(((plot.x, y), (plot.right, y)), pen.ink.plan, 0.35, dotted=True))


def original_plan(series: ChartSeries, frame: ChartFrame) -> list[Point]:
    """The first plan where the chart has its periods."""
    return [each for each in series.original if isfinite(each.value) and frame.shows(each.period)]
