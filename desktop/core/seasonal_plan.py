"""A plan with the season of the KPI's own years, as steps by the period."""

from __future__ import annotations

import math
from datetime import date

from desktop.core.goal import Comparison, Goal, KeyResult, PlanValue
from desktop.core.kpi import Better
from desktop.core.period import Cadence, Period
from desktop.core.plan import holds
from desktop.core.seasonal import Season, level_path, season_of, total_path
from desktop.core.series import Series

# days and weeks follow the season of their months: the season of a single day is noise
_BY_MONTHS = (Cadence.DAY, Cadence.WEEK)


def season_before(series: Series, start: date) -> Season | None:
    """The season of the years before ``start``, whose first factor is that of the period of
    ``start``; ``None`` where fewer than two years are known, or a straight line is all that they
    show."""
    cadence = _cadence(series)
    first = Period.containing(cadence, start, series.year_start)
    values, ahead = _values_before(series, first)
    season = season_of(values, cadence.season)
    if season is None or season.strength == 0:
        return None
    turn = (len(values) + ahead) % len(season.factors)
    return Season(season.factors[turn:] + season.factors[:turn], season.ratios, season.strength)


def seasonal_steps(
    goal: Goal, key_result: KeyResult, series: Series, baseline: float | None
) -> tuple[PlanValue, ...]:
    """The plan's steps at the ends of the periods from the goal's start to its deadline.

    Only what was before the goal shapes them, so that the plan stands still while the year goes.
    Empty, which is a straight plan, where the years show no season, for an open goal, and for
    what has no way to go: a value per period, a band, a level to be held.
    """
    target, deadline = key_result.target, goal.deadline
    if target is None or deadline is None or not _has_a_way(key_result, series, baseline):
        return ()
    season = season_before(series, goal.start)
    if season is None:
        return ()
    cadence = _cadence(series)
    first = Period.containing(cadence, goal.start, series.year_start)
    count = first.until(Period.containing(cadence, deadline, series.year_start)) + 1
    periods = [first.shift(n) for n in range(count)]
    if key_result.comparison is Comparison.TOTAL:
        parts = [_part(each, goal.start, deadline, series) for each in periods]
        path = total_path(season, target, first=0, count=count, parts=parts)
    elif baseline is not None:
        path = level_path(season, baseline, target, first=0, count=count)
    else:
        return ()
    return tuple(
        PlanValue(min(each.end, deadline), value) for each, value in zip(periods, path, strict=True)
    )


def _cadence(series: Series) -> Cadence:
    own = series.kpi.cadence
    return Cadence.MONTH if own in _BY_MONTHS else own


def _has_a_way(key_result: KeyResult, series: Series, baseline: float | None) -> bool:
    if key_result.comparison is Comparison.TOTAL:
        return True
    return (
        key_result.comparison is Comparison.LEVEL
        and series.kpi.better is not Better.BAND
        and not holds(key_result, baseline, series.kpi.better)
    )


def _values_before(series: Series, first: Period) -> tuple[list[float], int]:
    """One value a period, ``nan`` where there is none, up to the newest before ``first``; and how
    many periods lie between the two, as they do when next year is planned in November."""
    known = {
        each.period.start: each.value
        for each in series.at(first.cadence)
        if each.period.start < first.start and each.through is None and not each.incomplete
    }
    if not known:
        return [], 0
    oldest = Period.containing(first.cadence, min(known), series.year_start)
    newest = Period.containing(first.cadence, max(known), series.year_start)
    count = oldest.until(newest) + 1
    values = [known.get(oldest.shift(n).start, math.nan) for n in range(count)]
    return values, newest.until(first) - 1


def _part(period: Period, start: date, deadline: date, series: Series) -> float:
    """Of the KPI's own periods the first and the last count whole, as in its total."""
    if series.kpi.cadence is period.cadence:
        return 1.0
    inside = (min(period.end, deadline) - max(period.start, start)).days + 1
    return inside / period.days
