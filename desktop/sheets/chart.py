"""The history chart on paper, in the notation of the screen's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import isfinite

from desktop.core.chart_series import ChartSeries, Expected, Point
from desktop.core.message import Message, msg
from desktop.core.period import Cadence
from desktop.sheets.chart_axis import axis_height, draw_periods
from desktop.sheets.chart_context import (
    draw_fan,
    draw_fan_line,
    draw_original,
    draw_rings,
    draw_room,
    draw_whiskers,
    original_plan,
    shown_forecast,
    shown_limits,
)
from desktop.sheets.chart_difference import Differences
from desktop.sheets.chart_frame import ChartFrame
from desktop.sheets.chart_happenings import Happenings, count_width
from desktop.sheets.chart_key import ChartKey
from desktop.sheets.chart_names import Named, name_lines, names_width
from desktop.sheets.chart_scale import ValueScale
from desktop.sheets.chart_values import Values, draw_bars, draw_lines
from desktop.sheets.elements import Area, Box, Stroke
from desktop.sheets.pen import HEADING, TINY, Pen, Side
from desktop.sheets.type import line_height, width

_ROOM_FOR_BARS = 1.4  # millimetres a period; with less, sums are drawn as a line
_ALONE, _TOGETHER = 0.62, 0.5  # of the period's room, for an actual bar
_WIDEST = 7.0  # millimetres of a bar
_GRID = 0.1
_HAPPENINGS = 0.34  # of the plot's height, for what stands above it
_WIDER = 1.0  # half the range of the values: how far a range may widen the scale
_KEY_GAP = 5.0


def drawable(series: ChartSeries | None) -> bool:
    """Whether there is a history to draw; a plan alone is none."""
    return series is not None and bool(_finite(series.actual))


def _finite(points: Iterable[Point]) -> list[Point]:
    return [point for point in points if isfinite(point.value)]


class Chart:
    """One chart in a box: actual solid dark, last year lighter, plan outlined, target a dashed
    line, what is not finished dashed, forecast hatched; sums stand on zero.

    The plot holds no text: values stand to its left, the names of the series to its right, events
    and activities above it, the periods below, and below those the differences from the plan on
    the same scale.
    """

    def __init__(
        self, pen: Pen, series: ChartSeries, box: Box, *, lower_is_better: bool = False
    ) -> None:
        self._pen, self._series, self._box = pen, series, box
        self._actual, self._plan = _finite(series.actual), _finite(series.plan)
        forecast = [each.period for each in shown_forecast(series)]
        periods = [*(point.period for point in (*self._actual, *self._plan)), *forecast]
        first, last = min(periods), max(periods)
        self._periods = [first.shift(index) for index in range(first.until(last) + 1)]
        self._last_year = [
            point for point in _finite(series.last_year) if first <= point.period <= last
        ]
        self._scale = ValueScale(series, self._values(), pen.wording)
        self._differences = Differences(self._actual, self._plan, self._scale, lower_is_better)
        self._drawn = Values(self._actual, self._last_year, self._plan)
        left, right = self._aside
        room = (box.width - left - right) / len(self._periods)
        self._as_bars = series.sums and room >= _ROOM_FOR_BARS
        self._key = ChartKey(pen, series, as_bars=self._as_bars)
        self._frame = ChartFrame(self._plot(0.0), self._periods, self._scale)
        room = _HAPPENINGS * self._frame.plot.height
        self._happenings = Happenings(pen, series, self._frame, room)
        plot = self._plot(self._happenings.height)
        self._frame = self._happenings.frame = ChartFrame(plot, self._periods, self._scale)

    def _values(self) -> Iterator[float]:
        """What the scale holds; a range wider than the rest is cut at its edge."""
        series = self._series
        known = [point.value for point in (*self._actual, *self._plan, *self._last_year)]
        known += [point.value for point in _finite(series.original)]
        known += [each.value for each in shown_forecast(series)]
        aims = (series.target, series.original_target, *(series.band or ()))
        known += [value for value in aims if value is not None]
        yield from known
        if series.sums:
            known.append(0.0)
        aside = (max(known) / 2 - min(known) / 2) * _WIDER or abs(max(known)) * _WIDER
        low, high = min(known) - aside, max(known) + aside
        ranges = [each.most for each in shown_forecast(series)]
        ranges += [(each.lower, each.upper) for each in shown_limits(series)]
        yield from (min(max(end, low), high) for ends in ranges for end in ends)

    def _named(self) -> list[Named]:
        series = self._series
        shown = {
            Named.ACTUAL: True,
            Named.LAST_YEAR: bool(self._last_year),
            Named.PLAN: bool(self._plan),
            Named.TARGET: series.target is not None,
            Named.BAND: series.band is not None,
            Named.FORECAST: bool(shown_forecast(series)),
            Named.FIRST_PLAN: bool(_finite(series.original)),
            Named.FIRST_TARGET: series.original_target is not None,
        }
        return [each for each in Named if shown[each]]

    @property
    def _floor(self) -> float:
        """Where the names of what happened end, half a line above the plot."""
        return self._frame.plot.y - line_height(TINY) / 2

    def _plot(self, happenings: float) -> Box:
        box, line = self._box, line_height(TINY)
        head = line_height(HEADING) + line + self._key.height(self._key_room) + 1.0 + line / 2
        head += happenings
        left, right = self._aside
        below = axis_height(self._series.cadence)
        height = self._differences.plot_height(box.height - head - below)
        return Box(box.x + left, box.y + head, box.width - left - right, height)

    @property
    def _aside(self) -> tuple[float, float]:
        """The room to the left of the plot and to its right."""
        names = names_width(self._pen, self._series, self._named())
        beside = self._differences.names_width(self._pen), count_width(self._pen, self._series)
        return self._scale.width + 1.4, max(names, *beside) + 1.8

    def draw(self) -> None:
        """Add the chart to the layout."""
        pen, series, frame = self._pen, self._series, self._frame
        full = [point for point in self._actual if not point.partial]
        newest = full[-1] if full else None
        as_bars = self._as_bars
        self._titles()
        draw_room(pen, series, frame)
        if not as_bars:
            draw_fan(pen, series, frame, newest)
        self._value_axis()
        self._aims()
        self._happenings.draw_lines(self._floor)
        if as_bars:
            draw_bars(pen, series, self._drawn, frame, self._bar)
        else:
            draw_fan_line(pen, series, frame, newest)
            draw_lines(pen, series.cadence, self._drawn, frame)
        draw_original(pen, series, frame)
        if as_bars:
            draw_whiskers(pen, series, frame, self._bar)
        draw_rings(pen, series, frame, self._actual)
        self._happenings.draw_names(self._floor, self._box.right)
        self._names()
        plot = frame.plot
        below = draw_periods(pen, self._periods, plot, self._box.x, self._box.right)
        self._differences.draw(pen, plot, below, self._box.right, frame.slot, self._bar)

    # ------------------------------------------------------------------ places

    @property
    def _bar(self) -> float:
        together = self._last_year or self._plan
        return min(self._frame.room * (_TOGETHER if together else _ALONE), _WIDEST)

    # ------------------------------------------------------------------ parts

    @property
    def _caption(self) -> str:
        cadence = self._pen.say(by_cadence(self._series.cadence))
        unit = self._scale.unit
        if unit:
            cadence = self._pen.say(msg("{unit}, {cadence}", unit=unit, cadence=cadence))
        return cadence[:1].upper() + cadence[1:]

    @property
    def _key_room(self) -> float:
        """What the caption leaves beside it."""
        return self._box.width - width(self._caption, TINY) - _KEY_GAP

    def _titles(self) -> None:
        pen, box = self._pen, self._box
        y = pen.line(self._series.title, box.x, box.y, box.width, HEADING)
        below = pen.line(self._caption, box.x, y, box.width, TINY, pen.ink.soft)
        if self._key.height(self._key_room):
            self._key.draw(box.x, below, box.width)
        else:
            self._key.draw(box.right - self._key_room, y, self._key_room)

    def _value_axis(self) -> None:
        pen, plot, height = self._pen, self._frame.plot, line_height(TINY)
        for value, text in zip(self._scale.ticks, self._scale.texts, strict=True):
            y = self._frame.y(value)
            pen.add(Stroke(((plot.x, y), (plot.right, y)), pen.ink.hairline, _GRID))
            room = plot.x - self._box.x - 1.2
            pen.line(text, self._box.x, y - height / 2, room, TINY, pen.ink.soft, Side.RIGHT)

    def _aims(self) -> None:
        """The band and the target."""
        pen, plot, series = self._pen, self._frame.plot, self._series
        if series.band is not None:
            low, high = series.band
            top = plot.y if high is None else self._frame.y(high)
            bottom = plot.bottom if low is None else self._frame.y(low)
            if bottom > top:
                pen.add(Area(Box(plot.x, top, plot.width, bottom - top), pen.ink.bands[2]))
        if series.target is not None:
            y = self._frame.y(series.target)
            pen.add(Stroke(((plot.x, y), (plot.right, y)), pen.ink.plan, 0.3, dashed=True))

    def _names(self) -> None:
        frame, series = self._frame, self._series
        full = [point for point in self._actual if not point.partial] or self._actual
        ends: dict[Named, Sequence[Point | Expected]] = {
            Named.ACTUAL: full,
            Named.LAST_YEAR: self._last_year,
            Named.PLAN: self._plan,
            Named.FORECAST: shown_forecast(series),
            Named.FIRST_PLAN: original_plan(series, frame),
        }
        middles = {each: frame.y(points[-1].value) for each, points in ends.items() if points}
        if series.target is not None:
            middles[Named.TARGET] = frame.y(series.target)
        if series.original_target is not None:
            middles[Named.FIRST_TARGET] = frame.y(series.original_target)
        if series.band is not None:
            low, high = series.band
            top = frame.plot.y if high is None else frame.y(high)
            middles[Named.BAND] = (top + (frame.plot.bottom if low is None else frame.y(low))) / 2
        name_lines(self._pen, series, middles, frame.plot, self._box.right)


def by_cadence(cadence: Cadence) -> Message:
    """How far apart the values stand, in words."""
    match cadence:
        case Cadence.DAY:
            return msg("by day")
        case Cadence.WEEK:
            return msg("by week")
        case Cadence.MONTH:
            return msg("by month")
        case Cadence.QUARTER:
            return msg("by quarter")
        case Cadence.YEAR:
            return msg("by year")
