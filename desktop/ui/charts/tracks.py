"""A chart's series as arrays: where each period lies in days, its value, and what is visible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from desktop.core.chart_series import ChartSeries, Expected, Limits, Point, Standout
from desktop.core.period import Cadence, Period

Floats = npt.NDArray[np.float64]

_FIXED_DAYS = {Cadence.DAY: 1.0, Cadence.WEEK: 7.0}


@dataclass(frozen=True, slots=True)
class Track:
    """One series: each value stands over the days ``left`` up to ``right`` (day numbers)."""

    left: Floats
    right: Floats
    value: Floats
    partial: npt.NDArray[np.bool_]  # the value does not cover the whole of its period

    @classmethod
    def of(cls, points: Sequence[Point], cadence: Cadence) -> Track:
        count = len(points)
        left = np.fromiter((p.period.start.toordinal() for p in points), np.float64, count)
        value = np.fromiter((p.value for p in points), np.float64, count)
        if days := _FIXED_DAYS.get(cadence):
            right = left + days
        else:
            ends = (p.period.shift(1).start.toordinal() for p in points)
            right = np.fromiter(ends, np.float64, count)
        partial = np.fromiter((p.partial for p in points), np.bool_, count)
        return cls(left, right, value, partial)

    def __len__(self) -> int:
        return len(self.left)

    @property
    def newest_full(self) -> int | None:
        """Which period is the newest that is finished; the newest at all when none is."""
        if not len(self):
            return None
        full = np.flatnonzero(~self.partial)
        return int(full[-1]) if len(full) else len(self) - 1

    @property
    def middle(self) -> Floats:
        return (self.left + self.right) / 2

    def between(self, first: float, last: float) -> slice:
        """The periods that touch the days ``first`` to ``last``."""
        return _between(self.left, self.right, first, last)

    def index_on(self, left: float) -> int | None:
        """Which period begins on the day ``left``."""
        index = int(np.searchsorted(self.left, left))
        return index if index < len(self.left) and self.left[index] == left else None

    def value_on(self, left: float) -> float | None:
        """The value of the period that begins on the day ``left``."""
        index = self.index_on(left)
        return None if index is None else float(self.value[index])


@dataclass(frozen=True, slots=True)
class LimitTrack:
    """The natural limits over the days of each period."""

    left: Floats
    right: Floats
    centre: Floats
    lower: Floats
    upper: Floats
    stretch: Floats

    @classmethod
    def of(cls, series: ChartSeries) -> LimitTrack:
        limits = series.limits
        place = Track.of([Point(each.period, each.centre) for each in limits], series.cadence)
        lower = np.array([each.lower for each in limits], dtype=float)
        upper = np.array([each.upper for each in limits], dtype=float)
        stretch = np.array([each.stretch for each in limits], dtype=float)
        return cls(place.left, place.right, place.value, lower, upper, stretch)

    def between(self, first: float, last: float) -> slice:
        """The periods that touch the days ``first`` to ``last``."""
        return _between(self.left, self.right, first, last)


@dataclass(frozen=True, slots=True)
class Fan:
    """The forecast of each period with its 50 % and 80 % ranges."""

    left: Floats
    right: Floats
    value: Floats
    low_half: Floats
    high_half: Floats
    low_most: Floats
    high_most: Floats

    @classmethod
    def of(cls, series: ChartSeries) -> Fan:
        fan = series.expected
        place = Track.of([Point(each.period, each.value) for each in fan], series.cadence)
        half = np.array([each.half for each in fan], dtype=float).reshape(-1, 2)
        most = np.array([each.most for each in fan], dtype=float).reshape(-1, 2)
        return cls(
            place.left, place.right, place.value, half[:, 0], half[:, 1], most[:, 0], most[:, 1]
        )

    def between(self, first: float, last: float) -> slice:
        """The periods that touch the days ``first`` to ``last``."""
        return _between(self.left, self.right, first, last)


def _between(left: Floats, right: Floats, first: float, last: float) -> slice:
    start = int(np.searchsorted(right, first, side="right"))
    stop = int(np.searchsorted(left, last, side="left"))
    return slice(start, max(start, stop))


@dataclass(frozen=True, slots=True)
class Tracks:
    """The series of one chart, and the days on which any of them has a period."""

    actual: Track
    last_year: Track
    plan: Track
    starts: Floats
    original: Track
    limits: LimitTrack
    fan: Fan
    expected: Mapping[float, Expected]  # by the first day of its period, as the next two
    limits_on: Mapping[float, Limits]
    standout_on: Mapping[float, Standout]

    @classmethod
    def of(cls, series: ChartSeries) -> Tracks:
        actual, last_year, plan = (
            Track.of(points, series.cadence)
            for points in (series.actual, series.last_year, series.plan)
        )
        fan = Fan.of(series)
        starts = actual.left
        if len(plan) or len(fan.left) or not len(actual):
            starts = np.union1d(np.union1d(actual.left, plan.left), last_year.left)
            starts = np.union1d(starts, fan.left)
        return cls(
            actual,
            last_year,
            plan,
            starts,
            Track.of(series.original, series.cadence),
            LimitTrack.of(series),
            fan,
            {float(each.period.start.toordinal()): each for each in series.expected},
            {float(each.period.start.toordinal()): each for each in series.limits},
            {float(each.period.start.toordinal()): each for each in series.standouts},
        )

    def extent(self, target_day: date | None) -> tuple[float, float] | None:
        """The first and the last day of everything that the chart can show."""
        tracks = [track for track in (self.actual, self.last_year, self.plan) if len(track)]
        if not tracks:
            return None
        first = min(float(track.left[0]) for track in tracks)
        last = max(float(track.right[-1]) for track in tracks)
        if len(self.fan.right):
            last = max(last, float(self.fan.right[-1]))
        if target_day is not None:
            last = max(last, target_day.toordinal() + 1.0)
        return first, last

    def middle_of(self, left: float) -> float:
        """The middle of the period that begins on the day ``left``."""
        for track in (self.actual, self.plan, self.last_year):
            index = track.index_on(left)
            if index is not None:
                return float(track.left[index] + track.right[index]) / 2
        ahead = np.flatnonzero(self.fan.left == left)
        if len(ahead):
            return float(self.fan.left[ahead[0]] + self.fan.right[ahead[0]]) / 2
        return left

    def values_on(self, left: float) -> list[float]:
        """The values of the period that begins on the day ``left``: actual, plan, last year."""
        found = (track.value_on(left) for track in (self.actual, self.plan, self.last_year))
        return [value for value in found if value is not None]

    def range_of_values(self, first: float, last: float) -> tuple[float, float] | None:
        """The lowest and highest value between two days, over all the series."""
        visible = [
            track.value[track.between(first, last)]
            for track in (self.actual, self.last_year, self.plan)
        ]
        limits = self.limits.between(first, last)
        fan = self.fan.between(first, last)
        visible += [self.limits.lower[limits], self.limits.upper[limits]]
        visible += [self.fan.low_most[fan], self.fan.high_most[fan]]
        visible.append(self.original.value[self.original.between(first, last)])
        values = [part for part in visible if len(part)]
        if not values:
            return None
        return min(float(v.min()) for v in values), max(float(v.max()) for v in values)


def period_on(cadence: Cadence, left: float) -> Period:
    """The period that begins on a day number of ``Tracks.starts``."""
    return Period(cadence, date.fromordinal(int(left)))


def thinned(x: Floats, y: Floats, width: float) -> tuple[Floats, Floats]:
    """A line of no more than about two points a pixel that covers the same pixels.

    ``x`` is in pixels, ascending.  Of the points in each pixel the lowest and the highest stay,
    so that no peak is lost.
    """
    if len(x) <= 2 * max(width, 1):
        return x, y
    column = np.floor(x).astype(np.int64)
    starts = np.flatnonzero(np.diff(column, prepend=column[0] - 1))
    thin_x = np.repeat(x[starts], 2)
    thin_y = np.empty(2 * len(starts))
    thin_y[0::2] = np.minimum.reduceat(y, starts)
    thin_y[1::2] = np.maximum.reduceat(y, starts)
    return thin_x, thin_y
