"""The season of a KPI from its own years, and plans that follow it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

from desktop.core.record import record

LEAST_YEARS = 2
ENOUGH_KNOWN = 0.75  # of the periods in those years


@record(frozen=True, slots=True)
class Season:
    """How each place in the year differs from its year.

    ``factors`` begin with the place of the first value of the history. They are ratios around 1
    where all values are above zero (``ratios``), otherwise differences around 0 in the KPI's
    unit. ``strength`` is how much of the season seen was kept: 0 is a straight year, 1 all.
    """

    factors: tuple[float, ...]
    ratios: bool
    strength: float

    def at(self, index: int) -> float:
        """The factor of the period ``index``, counted from the first value of the history."""
        return self.factors[index % len(self.factors)]


def season_of(values: Sequence[float], season: int) -> Season | None:
    """The season of ``values``, oldest first, with ``season`` periods a year.

    From the whole years that end with the newest value, each held against the line through the
    years' means; ``None`` with fewer than two such years, or where a quarter of their periods
    has no value (``nan``). The factors are drawn towards a straight year as far as the years
    disagree (James and Stein's estimator, as Miller and Williams, "Shrinkage estimators of
    time series seasonal factors", Int. J. Forecasting 19, 2003, use it).
    """
    years = len(values) // season if season > 1 else 0
    first = len(values) - years * season
    own = values[first:]
    known = [value for value in own if not math.isnan(value)]
    if years < LEAST_YEARS or len(known) < ENOUGH_KNOWN * len(own):
        return None
    ratios = min(known) > 0
    apart = _apart(own, season, ratios)
    places = [[a for a in apart[place::season] if not math.isnan(a)] for place in range(season)]
    if not all(places):
        return None
    means = [math.fsum(place) / len(place) for place in places]
    middle = math.fsum(means) / season
    kept = _kept(places, means)
    factors = [kept * (mean - middle) + (1.0 if ratios else 0.0) for mean in means]
    turn = -first % season
    return Season(tuple(factors[turn:] + factors[:turn]), ratios, kept)


def level_path(
    season: Season, baseline: float, target: float, *, first: int, count: int
) -> tuple[float, ...]:
    """The level at the end of each of ``count`` periods, from ``baseline`` before the period
    ``first`` (counted from the first value of the history) to ``target`` at the last.

    It is a straight line but for the season, and passes through both ends.
    """
    last = first + count - 1
    begin, end = _without(season, baseline, first - 1), _without(season, target, last)
    straight = [begin + (end - begin) * (n + 1) / count for n in range(count)]
    return tuple(_with(season, value, first + n) for n, value in enumerate(straight))


def total_path(
    season: Season,
    target: float,
    *,
    first: int,
    count: int,
    parts: Sequence[float] | None = None,
) -> tuple[float, ...]:
    """The running total at the end of each period: every period's share is that of its place in
    the year, and the last total is ``target``.  ``parts`` are the shares of the periods that
    belong to the plan, where the first or the last belongs to it only in part."""
    parts = parts or [1.0] * count
    factors = [season.at(first + n) for n in range(count)]
    weights = [part * factor for part, factor in zip(parts, factors, strict=True)]
    if season.ratios:
        whole = math.fsum(weights)
        shares = [target * weight / whole for weight in weights]
    else:
        each = (target - math.fsum(weights)) / math.fsum(parts)
        shares = [part * each + weight for part, weight in zip(parts, weights, strict=True)]
    return (*list(accumulate(shares))[:-1], target)


def _with(season: Season, value: float, index: int) -> float:
    return value * season.at(index) if season.ratios else value + season.at(index)


def _without(season: Season, value: float, index: int) -> float:
    return value / season.at(index) if season.ratios else value - season.at(index)


def _apart(values: Sequence[float], season: int, ratios: bool) -> list[float]:
    """Each value against the line through the means of its year and the next."""
    means = []
    for start in range(0, len(values), season):
        known = [value for value in values[start : start + season] if not math.isnan(value)]
        means.append(math.fsum(known) / len(known) if known else math.nan)
    apart = []
    for n, value in enumerate(values):
        place = (n - (season - 1) / 2) / season
        before = min(max(math.floor(place), 0), len(means) - 2)
        line = means[before] + (means[before + 1] - means[before]) * (place - before)
        if ratios:
            apart.append(value / line if line > 0 else math.nan)
        else:
            apart.append(value - line)
    return apart


def _kept(places: Sequence[Sequence[float]], means: Sequence[float]) -> float:
    """One less the share of the season seen that years' noise explains."""
    count = len(places)
    middle = math.fsum(means) / count
    seen = math.fsum((mean - middle) ** 2 for mean in means) / (count - 1)
    spare = sum(len(place) - 1 for place in places)
    if seen == 0:
        return 0.0
    within = math.fsum(
        (value - mean) ** 2 for place, mean in zip(places, means, strict=True) for value in place
    )
    usual = math.fsum(1 / len(place) for place in places) / count
    noise = within / spare * usual if spare else seen
    return 1 - min(max(count - 3, 1) / (count - 1) * noise / seen, 1.0)
