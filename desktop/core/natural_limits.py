"""The natural limits of a KPI by period, with its season, and what stands out from them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from desktop.core.chart_series import Limits, Standout
from desktop.core.period import Cadence, Period
from desktop.core.seasonal import Season, season_of
from desktop.core.series import Series
from desktop.core.signals import TRIAL, Behaviour, rebased

# Periods that the limits rest on: what a KPI did before says little of how it varies now.
_LOOKED_BACK = {
    Cadence.DAY: 91,
    Cadence.WEEK: 52,
    Cadence.MONTH: 24,
    Cadence.QUARTER: 12,
    Cadence.YEAR: 12,
}
# Periods that have to be known to find them: those, and the years before that show a season.
HISTORY = {
    Cadence.DAY: 910,
    Cadence.WEEK: 160,
    Cadence.MONTH: 60,
    Cadence.QUARTER: 20,
    Cadence.YEAR: 12,
}
_LEAST = 6  # values; limits of fewer say nothing
_RANGE_TO_SIGMA = 1.128  # mean moving range of normal noise, in its standard deviations
_DRIFT = 4.0  # standard deviations that a trend goes through at least
_CLOSE = 1.5  # standard deviations around it at most
_SEASONAL = 0.5  # strength; a weaker season is left in the noise


def natural_limits(
    series: Series, cadence: Cadence, changes: Iterable[date], today: date
) -> tuple[tuple[Limits, ...], tuple[Standout, ...]]:
    """Limits and signals of the latest whole periods at ``cadence``.

    A KPI with a season of its own is judged without it, and its limits follow the season: that
    July is low every year is no signal; nor is it that a KPI that grows steadily goes on growing.
    ``changes`` are the days of explained lasting changes,
    after which the limits are worked out anew. Nothing with fewer than six values.

    Source: Wheeler, *Understanding Variation* (1993); he too takes the season out first (with
    seasonal factors, as he shows for monthly sales).
    """
    full = [each for each in series.at(cadence) if not each.partial(today)]
    if len(full) < _LEAST:
        return (), ()
    first = full[0].period
    count = first.until(full[-1].period) + 1
    known = {each.period.start: each.value for each in full}
    values = [known.get(first.shift(n).start, math.nan) for n in range(count)]
    season = _season(values, cadence)
    begin = max(count - _LOOKED_BACK[cadence], 0)
    level = [_without(season, value, n) for n, value in enumerate(values)][begin:]
    if sum(not math.isnan(value) for value in level) < _LEAST:
        return (), ()
    periods = [first.shift(begin + n) for n in range(len(level))]
    places = _indices(periods, changes)
    trends = _trends(level, places)
    apart = [value - trend for value, trend in zip(level, trends, strict=True)]
    found = rebased(apart, places)
    floor = 0.0 if min(known.values()) >= 0 else -math.inf  # a count never goes below zero
    limits = []
    for stretch, each in enumerate(found):
        if not math.isfinite(each.upper):
            continue
        for n in range(each.first, each.end):
            centre, lower, upper = (
                _with(season, trends[n] + value, begin + n)
                for value in (each.centre, each.lower, each.upper)
            )
            limits.append(Limits(periods[n], centre, max(lower, floor), upper, each.trial, stretch))
    return tuple(limits), tuple(_standouts(found, periods))


def _season(values: Sequence[float], cadence: Cadence) -> Season | None:
    found = season_of(values, cadence.season)
    return found if found is not None and found.strength >= _SEASONAL else None


def _without(season: Season | None, value: float, index: int) -> float:
    if season is None or math.isnan(value):
        return value
    factor = season.at(index)
    if not season.ratios:
        return value - factor
    return value / factor if factor > 0 else math.nan


def _with(season: Season | None, value: float, index: int) -> float:
    if season is None:
        return value
    return value * season.at(index) if season.ratios else value + season.at(index)


def _trends(level: Sequence[float], changes: Sequence[int]) -> list[float]:
    """What a steady growth adds to each value, between the changes; zero where there is none.

    Around a flat centre every value of a growing KPI would stand out, and none would tell
    anything. A line is taken for the centre where it goes through more than the noise and the
    values keep to it about as closely as neighbours keep to each other; a step is no such line.
    """
    ends = [0, *changes, len(level)]
    trends: list[float] = []
    for first, end in pairwise(ends):
        trends += _trend(level[first:end])
    return trends


def _trend(values: Sequence[float]) -> list[float]:
    known = [(n, value) for n, value in enumerate(values) if not math.isnan(value)]
    if len(known) < TRIAL:
        return [0.0] * len(values)
    middle = math.fsum(n for n, _ in known) / len(known)
    mean = math.fsum(value for _, value in known) / len(known)
    slope = math.fsum((n - middle) * (value - mean) for n, value in known) / math.fsum(
        (n - middle) ** 2 for n, _ in known
    )
    ranges = [abs(b - a) for (_, a), (_, b) in pairwise(known)]
    noise = math.fsum(ranges) / len(ranges) / _RANGE_TO_SIGMA
    errors = [value - mean - slope * (n - middle) for n, value in known]
    around = math.sqrt(math.fsum(error * error for error in errors) / (len(known) - 2))
    drift = abs(slope) * (len(values) - 1)
    if drift <= _DRIFT * noise or around > _CLOSE * noise:
        return [0.0] * len(values)
    return [slope * (n - middle) for n in range(len(values))]


def _standouts(found: Iterable[Behaviour], periods: Sequence[Period]) -> Iterable[Standout]:
    for each in found:
        for index in sorted({signal.index for signal in each.signals}):
            signals = each.at(index)
            rules = tuple(sorted({signal.rule for signal in signals}))
            yield Standout(periods[index], rules, signals[0].side)


def _indices(periods: Sequence[Period], changes: Iterable[date]) -> list[int]:
    """The first period that lies wholly after each change begins, or begins with it."""
    found = []
    for day in changes:
        place = next((n for n, each in enumerate(periods) if each.start >= day), None)
        if place is None or place == 0:
            continue
        inside = periods[place - 1]
        # a change in the first half of a period belongs to it
        early = inside.start <= day and (day - inside.start).days * 2 < inside.days
        found.append(place - 1 if early else place)
    return found
