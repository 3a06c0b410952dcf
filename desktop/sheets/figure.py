"""The history chart on paper, in the notation of the screen's."""

from __future__ import annotations

import math
from collections.abc import Sequence

from desktop.core.chart_series import ChartSeries, Point
from desktop.core.message import Message, msg
from desktop.core.unit import Unit, UnitKind
from desktop.sheets.elements import Area, Box, Dot, Side, Stroke
from desktop.sheets.pen import TINY, Pen
from desktop.sheets.type import line_height, width

_MOST_BARS = 40
_LABEL_ROOM = 19.0  # right of the plot, for the names of the series
_MONTH_ROOM = 9.0


class Figure:
    """Draws one chart into a box: actual solid dark, last year lighter, plan outlined, target a
    line; sums stand on zero."""

    def __init__(self, pen: Pen, series: ChartSeries, box: Box) -> None:
        self._pen, self._series = pen, series
        points = (*series.actual, *series.last_year, *series.plan)
        self._first = min((p.period.start.toordinal() for p in points), default=0)
        self._last = max((p.period.shift(1).start.toordinal() for p in points), default=1)
        self._ticks, self._scale, self._scale_name = _scale(series)
        axis = max((width(self._tick_text(v), TINY) for v in self._ticks), default=0.0) + 1.5
        top = line_height(TINY) * 1.6
        foot = line_height(TINY) * 2 + 1.4
        self._plot = Box(
            box.x + axis, box.y + top, box.width - axis - _LABEL_ROOM, box.height - top - foot
        )
        self._box = box

    def draw(self) -> None:
        """Add the chart to the layout."""
        ink, series = self._pen.ink, self._series
        if not (series.actual or series.plan):
            note = self._pen.wording.say(msg("No values yet."))
            self._pen.line(note, self._box.x, self._box.y, self._box.width, TINY, ink.soft)
            return
        self._value_axis()
        self._date_axis()
        self._band_and_target()
        if self._bars():
            self._draw_bars()
        else:
            self._draw_lines()
        self._names()

    # ------------------------------------------------------------------ scales

    def _x(self, ordinal: float) -> float:
        share = (ordinal - self._first) / ((self._last - self._first) or 1)
        return self._plot.x + share * self._plot.width

    def _y(self, value: float) -> float:
        low, high = self._ticks[0], self._ticks[-1]
        share = (value - low) / ((high - low) or 1.0)
        return self._plot.bottom - share * self._plot.height

    def _tick_text(self, value: float) -> str:
        scaled = value / self._scale
        step = (self._ticks[1] - self._ticks[0]) / self._scale if len(self._ticks) > 1 else 1.0
        decimals = max(0, min(6, -math.floor(math.log10(step) + 1e-9))) if step > 0 else 0
        return self._pen.wording.number(scaled, decimals)

    def _bars(self) -> bool:
        return self._series.sums and len(self._series.actual) <= _MOST_BARS

    # ------------------------------------------------------------------ parts

    def _value_axis(self) -> None:
        pen, plot = self._pen, self._plot
        name = pen.wording.say(self._scale_name).strip()
        pen.line(name, self._box.x, self._box.y, 40, TINY, pen.ink.soft)
        height = line_height(TINY)
        for value in self._ticks:
            y = self._y(value)
            ink = pen.ink.text if value == 0 else pen.ink.hairline
            pen.layout.add(Stroke(((plot.x, y), (plot.right, y)), ink, 0.12))
            pen.line(
                self._tick_text(value),
                self._box.x,
                y - height / 2,
                plot.x - self._box.x - 1.2,
                TINY,
                pen.ink.soft,
                Side.RIGHT,
            )

    def _date_axis(self) -> None:
        """Short period names where there is room, and the year below each year's first."""
        pen, plot = self._pen, self._plot
        periods = sorted({p.period for p in (*self._series.actual, *self._series.plan)})
        y = plot.bottom + 0.8
        free = year_free = plot.x - 1.0
        seen_year = None
        for period in periods:
            x = self._x(period.start.toordinal())
            text = pen.wording.period_short(period)
            needed = width(text, TINY) + 1.5
            right = min(plot.right + 6, x + needed)
            if x >= free and x + needed <= plot.right + 6:
                pen.layout.add(Stroke(((x, plot.bottom), (x, y)), pen.ink.hairline, 0.12))
                pen.line(text, x + 0.3, y, needed, TINY, pen.ink.soft)
                free = right + max(0.0, _MONTH_ROOM - needed)
            year = period.start.year
            if year != seen_year and x >= year_free:
                below = y + line_height(TINY)
                pen.line(str(year), x + 0.3, below, 8, TINY, pen.ink.text)
                year_free = x + 9
                seen_year = year

    def _band_and_target(self) -> None:
        pen, plot, series = self._pen, self._plot, self._series
        if series.band is not None:
            low = series.band[0] if series.band[0] is not None else self._ticks[0]
            high = series.band[1] if series.band[1] is not None else self._ticks[-1]
            top, bottom = self._y(high), self._y(low)
            pen.area(Box(plot.x, top, plot.width, bottom - top), pen.ink.bands[2])
        if series.target is not None:
            y = self._y(series.target)
            pen.layout.add(Stroke(((plot.x, y), (plot.right, y)), pen.ink.plan, 0.3, dashed=True))

    def _draw_bars(self) -> None:
        ink, series = self._pen.ink, self._series
        last_year = {point.period: point.value for point in series.last_year}
        plan = {point.period: point.value for point in series.plan}
        zero = self._y(0.0)
        for period in sorted({p.period for p in (*series.actual, *series.plan)}):
            left = self._x(period.start.toordinal())
            room = self._x(period.shift(1).start.toordinal()) - left
            wide = room * 0.5
            start = left + room * 0.25
            if period in last_year:
                shifted = start - room * 0.17
                self._bar(shifted, wide, zero, last_year[period], fill=ink.last_year)
            if period in plan:
                self._bar(start, wide * 1.15, zero, plan[period], outline=ink.plan)
        for point in series.actual:
            left = self._x(point.period.start.toordinal())
            room = self._x(point.period.shift(1).start.toordinal()) - left
            start, wide = left + room * 0.25, room * 0.5
            if point.partial:
                self._bar(start, wide, zero, point.value, fill="#FFFFFF", outline=ink.actual)
            else:
                self._bar(start, wide, zero, point.value, fill=ink.actual)

    def _bar(
        self, x: float, wide: float, zero: float, value: float, *, fill: str = "", outline: str = ""
    ) -> None:
        top, bottom = sorted((self._y(value), zero))
        box = Box(x, top, wide, bottom - top)
        self._pen.layout.add(Area(box, fill, outline, dashed=bool(fill and outline)))

    def _draw_lines(self) -> None:
        ink, series = self._pen.ink, self._series
        add = self._pen.layout.add
        for points, colour, thick, dashed in (
            (series.last_year, ink.last_year, 0.3, False),
            (series.plan, ink.plan, 0.25, True),
        ):
            if len(points) > 1:
                add(Stroke(self._path(points), colour, thick, dashed))
        full = [point for point in series.actual if not point.partial]
        if len(full) > 1:
            add(Stroke(self._path(full), ink.actual, 0.45))
        if len(full) <= _MOST_BARS:
            for point in full:
                add(Dot(*self._middle(point), 0.5, ink.actual))
        for point in series.actual:
            if point.partial:
                add(Dot(*self._middle(point), 0.6, ink.actual, hollow=True))

    def _middle(self, point: Point) -> tuple[float, float]:
        start = point.period.start.toordinal()
        end = point.period.shift(1).start.toordinal()
        return self._x((start + end) / 2), self._y(point.value)

    def _path(self, points: Sequence[Point]) -> tuple[tuple[float, float], ...]:
        return tuple(self._middle(point) for point in points)

    def _names(self) -> None:
        """The series' names at the right, at the height of their last values, spread apart."""
        pen, series, ink = self._pen, self._series, self._pen.ink
        say = pen.wording.say
        wanted: list[tuple[float, str, str]] = []
        if series.actual:
            newest = next((p for p in reversed(series.actual) if not p.partial), series.actual[-1])
            wanted.append((self._y(newest.value), say(msg("Actual")), ink.actual))
        if series.last_year:
            y = self._y(series.last_year[-1].value)
            wanted.append((y, say(msg("Last year")), ink.soft))
        if series.plan:
            wanted.append((self._y(series.plan[-1].value), say(msg("Plan")), ink.plan))
        if series.target is not None:
            wanted.append((self._y(series.target), say(msg("Target")), ink.plan))
        height = line_height(TINY)
        free = self._plot.y - height / 2
        ordered = sorted(wanted)
        for index, (y, text, colour) in enumerate(ordered):
            lowest = self._plot.bottom + height / 2 - height * (len(ordered) - index)
            top = min(max(y - height / 2, free), lowest)
            pen.line(text, self._plot.right + 1.5, top, _LABEL_ROOM - 1.5, TINY, colour)
            free = top + height


def _scale(series: ChartSeries) -> tuple[list[float], float, Message]:
    """Round ticks that hold every value, the factor of their unit, and its name."""
    values = [p.value for p in (*series.actual, *series.last_year, *series.plan)]
    if series.target is not None:
        values.append(series.target)
    values.extend(limit for limit in series.band or () if limit is not None)
    low, high = min(values, default=0.0), max(values, default=1.0)
    if series.sums or (low > 0 and low < high * 0.4):
        low = min(low, 0.0)
        high = max(high, 0.0)
    ticks = _ticks(low, high)
    scale, name = _unit_scale(series.unit, max(abs(ticks[0]), abs(ticks[-1])))
    return ticks, scale, name


def _ticks(low: float, high: float) -> list[float]:
    """Four to seven round values from at most ``low`` to at least ``high``."""
    if high <= low:
        pad = abs(high) * 0.1 or 1.0
        low, high = low - pad, high + pad
    raw = (high - low) / 4
    magnitude = 10.0 ** math.floor(math.log10(raw))
    step = next(magnitude * k for k in (1, 2, 2.5, 5, 10) if magnitude * k >= raw * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [index * step for index in range(first, last + 1)]


def _unit_scale(unit: Unit, largest: float) -> tuple[float, Message]:
    """What the axis divides by, and how that is written above it."""
    if unit.kind is UnitKind.PERCENT:
        return 0.01, Message("%")
    if unit.kind is UnitKind.DURATION:
        return 60.0, msg("minutes")
    symbol = unit.symbol
    if largest >= 2_000_000:
        return 1e6, msg("millions {unit}", unit=symbol)
    if largest >= 20_000:
        return 1e3, msg("thousands {unit}", unit=symbol)
    return 1.0, Message("{unit}", {"unit": symbol})
