"""How often a table has values, from the distances between its dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from itertools import pairwise

from desktop.importing.values.stamps import Grain


def grain_of_days(days: Iterable[date]) -> Grain:
    """The cadence of a set of days.

    One day a month, always the same one or always the last, is monthly (quarterly, yearly);
    one day a week, nearly always seven days apart, is weekly; anything else is daily.
    """
    ordered = sorted(set(days))
    if len(ordered) < 2:
        return Grain.DAY
    months = [day.year * 12 + day.month for day in ordered]
    if len(set(months)) == len(months) and _one_day_a_month(ordered):
        return _by_months(months)
    if _one_day_a_week(ordered):
        return Grain.WEEK
    return Grain.DAY


def _one_day_a_month(days: list[date]) -> bool:
    numbers = Counter(day.day for day in days)
    if len(numbers) == 1:
        return True
    if min(numbers) >= 25 or max(numbers) <= 5:
        # Last days of months, or first and last working days.
        gaps = [(b - a).days for a, b in pairwise(days)]
        return len(days) >= 3 and min(gaps) >= 25
    return False


def _by_months(months: list[int]) -> Grain:
    gaps = [b - a for a, b in pairwise(months)]
    if all(gap % 12 == 0 for gap in gaps):
        return Grain.YEAR
    if all(gap % 3 == 0 for gap in gaps) and (len(gaps) > 1 or gaps[0] == 3):
        return Grain.QUARTER
    return Grain.MONTH


def _one_day_a_week(days: list[date]) -> bool:
    if len(days) < 3:
        return False
    weeks = {day.isocalendar()[:2] for day in days}
    if len(weeks) < len(days):
        return False
    gaps = Counter((b - a).days for a, b in pairwise(days))
    if len({day.weekday() for day in days}) == 1:
        return all(gap % 7 == 0 for gap in gaps)
    return gaps[7] >= 0.8 * (len(days) - 1)


def is_hourly(moments: Iterable[datetime]) -> bool:
    """Whether times of day are whole hours, several a day, as hourly exports have them."""
    seen = set(moments)
    if len(seen) < 3 or any(moment.minute or moment.second for moment in seen):
        return False
    hours = {moment.hour for moment in seen}
    return len(hours) >= 3 and len(seen) > len({moment.date() for moment in seen})
