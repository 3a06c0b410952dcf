"""The history chart on paper, in the notation of the screen's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import isfinite

from desktop.core.chart_series import ChartSeries, Point
from desktop.core.message import Message, msg
from desktop.core.period import Cadence, Period
from desktop.sheets.chart_axis import axis_height, draw_periods
from desktop.sheets.chart_difference import Differences
from desktop.sheets.chart_names import name_lines, names_width
from desktop.sheets.chart_scale import ValueScale
from desktop.sheets.elements import Area, Box, Dot, Stroke
from desktop.sheets.pen import HEADING, TINY, Pen, Side
from desktop.sheets.type import line_height

_ROOM_FOR_BARS = 1.4  # millimetres a period; with less, sums are drawn as a line
_ROOM_FOR_POINTS = 2.2
_ALONE, _TOGETHER = 0.62, 0.5  # of the period's room, for an actual bar
_ASIDE = 0.32  # of a bar's width: how far last year stands out to the left, the plan to the right
_WIDEST = 7.0  # millimetres of a bar
_UNBROKEN_DAYS = 4  # a long weekend does not cut a line of daily values
_POINT = 0.55
_GRID = 0.1


def drawable(series: ChartSeries | None) -> bool:
    """Whether there is a history to draw; a plan alone is none."""
    return series is not None and bool(_finite(series.actual))


def _finite(points: Iterable[Point]) -> list[Point]:
    return [point for point in points if isfinite(point.value)]


class Chart:
    """One chart in a box: actual solid dark, last year lighter, plan outlined, target a dashed
    line, what is not finished dashed; sums stand on zero.

    The plot holds no text: values stand to its left, the names of the series to its right, the
    periods below, and below those the differences from the plan on the same scale.
    """

    def __init__(
        self, pen: Pen, series: ChartSeries, box: Box, *, lower_is_better: bool = False
    ) -> None:
        self._pen, self._series, self._box = pen, series, box
        self._actual, self._plan = _finite(series.actual), _finite(series.plan)
        periods = [point.period for point in (*self._actual, *self._plan)]
        self._first, last = min(periods), max(periods)
        self._count = self._first.until(last) + 1
        self._last_year = [
            point for point in _finite(series.last_year) if self._first <= point.period <= last
        ]
        self._scale = ValueScale(series, self._values(), pen.wording)
        self._differences = Differences(self._actual, self._plan, self._scale, lower_is_better)
        self._plot = self._place_plot()

    def _values(self) -> Iterator[float]:
        for point in (*self._actual, *self._plan, *self._last_year):
            yield point.value
        if self._series.target is not None:
            yield self._series.target
        yield from (limit for limit in self._series.band or () if limit is not None)

    def _place_plot(self) -> Box:
        box, line = self._box, line_height(TINY)
        head = line_height(HEADING) + line + 1.0 + line / 2
        left = self._scale.width + 1.4
        names = names_width(self._pen, self._series, bool(self._last_year), bool(self._plan))
        right = max(names, self._differences.names_width(self._pen)) + 1.8
        below = axis_height(self._series.cadence)
        height = self._differences.plot_height(box.height - head - below)
        return Box(box.x + left, box.y + head, box.width - left - right, height)

    def draw(self) -> None:
        """Add the chart to the layout."""
        self._titles()
        self._value_axis()
        self._aims()
        if self._series.sums and self._room >= _ROOM_FOR_BARS:
            self._draw_bars()
        else:
            self._draw_lines()
        self._names()
        periods = [self._first.shift(index) for index in range(self._count)]
        below = draw_periods(self._pen, periods, self._plot, self._box.x, self._box.right)
        self._differences.draw(self._pen, self._plot, below, self._box.right, self._slot, self._bar)

    # ------------------------------------------------------------------ places

    @property
    def _room(self) -> float:
        return self._plot.width / self._count

    @property
    def _bar(self) -> float:
        together = self._last_year or self._plan
        return min(self._room * (_TOGETHER if together else _ALONE), _WIDEST)

    def _slot(self, period: Period) -> float:
        """The middle of a period."""
        return self._plot.x + (self._first.until(period) + 0.5) * self._room

    def _y(self, value: float) -> float:
        return self._plot.bottom - self._scale.share(value) * self._plot.height

    # ------------------------------------------------------------------ parts

    def _titles(self) -> None:
        pen, box = self._pen, self._box
        y = pen.line(self._series.title, box.x, box.y, box.width, HEADING)
        cadence = pen.say(by_cadence(self._series.cadence))
        unit = self._scale.unit
        caption = pen.say(msg("{unit}, {cadence}", unit=unit, cadence=cadence)) if unit else cadence
        pen.line(caption[:1].upper() + caption[1:], box.x, y, box.width, TINY, pen.ink.soft)

    def _value_axis(self) -> None:
        pen, plot, height = self._pen, self._plot, line_height(TINY)
        for value, text in zip(self._scale.ticks, self._scale.texts, strict=True):
            y = self._y(value)
            pen.add(Stroke(((plot.x, y), (plot.right, y)), pen.ink.hairline, _GRID))
            room = plot.x - self._box.x - 1.2
            pen.line(text, self._box.x, y - height / 2, room, TINY, pen.ink.soft, Side.RIGHT)

    def _aims(self) -> None:
        """The band and the target."""
        pen, plot, series = self._pen, self._plot, self._series
        if series.band is not None:
            low, high = series.band
            top = plot.y if high is None else self._y(high)
            bottom = plot.bottom if low is None else self._y(low)
            if bottom > top:
                pen.add(Area(Box(plot.x, top, plot.width, bottom - top), pen.ink.bands[2]))
        if series.target is not None:
            y = self._y(series.target)
            pen.add(Stroke(((plot.x, y), (plot.right, y)), pen.ink.plan, 0.3, dashed=True))

    def _draw_bars(self) -> None:
        pen, aside = self._pen, self._bar * _ASIDE
        for point in self._last_year:
            pen.add(Area(self._bar_box(point, -aside), pen.ink.last_year))
        for point in self._plan:
            pen.add(Area(self._bar_box(point, aside), outline=pen.ink.plan))
        for point in self._actual:
            if point.partial:
                bar = Area(self._bar_box(point, 0), "#FFFFFF", pen.ink.actual, dashed=True)
            else:
                bar = Area(self._bar_box(point, 0), pen.ink.actual)
            pen.add(bar)
        zero = self._y(0.0)
        pen.add(Stroke(((self._plot.x, zero), (self._plot.right, zero)), pen.ink.text, 0.2))

    def _bar_box(self, point: Point, aside: float) -> Box:
        top, bottom = sorted((self._y(0.0), self._y(point.value)))
        left = self._slot(point.period) - self._bar / 2 + aside
        return Box(left, top, self._bar, bottom - top)

    def _draw_lines(self) -> None:
        pen, ink = self._pen, self._pen.ink
        dotted = self._room >= _ROOM_FOR_POINTS
        for piece in self._pieces(self._last_year):
            self._line(piece, ink.last_year, 0.4)
        for piece in self._pieces(self._plan):  # outlined: an edge around the white of the paper
            self._line(piece, ink.plan, 0.75)
            self._line(piece, "#FFFFFF", 0.4)
        full = [point for point in self._actual if not point.partial]
        for piece in self._pieces(full):
            self._line(piece, ink.actual, 0.45 if dotted else 0.3)
        for before, point in zip([None, *self._actual], self._actual, strict=False):
            x, y = self._slot(point.period), self._y(point.value)
            if point.partial and before is not None and self._joined(before, point):
                start = (self._slot(before.period), self._y(before.value))
                pen.add(Stroke((start, (x, y)), ink.actual, 0.3, dashed=True))
            if dotted or point.partial or len(full) == 1:
                pen.add(Dot(x, y, _POINT, ink.actual, hollow=point.partial))

    def _line(self, points: Sequence[Point], colour: str, thickness: float) -> None:
        places = [(self._slot(each.period), self._y(each.value)) for each in points]
        if len(places) == 1:  # a short level line, so that it is seen
            (x, y), half = places[0], min(self._room / 2, 1.0)
            places = [(x - half, y), (x + half, y)]
        self._pen.add(Stroke(tuple(places), colour, thickness))

    def _pieces(self, points: Sequence[Point]) -> Iterator[list[Point]]:
        """The runs without a gap."""
        piece: list[Point] = []
        for point in points:
            if piece and not self._joined(piece[-1], point):
                yield piece
                piece = []
            piece.append(point)
        if piece:
            yield piece

    def _joined(self, before: Point, after: Point) -> bool:
        gap = before.period.until(after.period)
        return gap <= (_UNBROKEN_DAYS if self._series.cadence is Cadence.DAY else 1)

    def _names(self) -> None:
        ends = [
            None if not points else self._y(points[-1].value)
            for points in (
                [point for point in self._actual if not point.partial] or self._actual,
                self._last_year,
                self._plan,
            )
        ]
        target = None if self._series.target is None else self._y(self._series.target)
        band = None
        if self._series.band is not None:
            low, high = self._series.band
            top = self._plot.y if high is None else self._y(high)
            band = (top + (self._plot.bottom if low is None else self._y(low))) / 2
        name_lines(self._pen, self._series, [*ends, target, band], self._plot, self._box.right)


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
