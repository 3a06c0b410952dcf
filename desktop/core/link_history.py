"""What the histories of two KPIs say of a link between them."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

from desktop.core.cause import Cause
from desktop.core.period import Cadence, Period
from desktop.core.record import record
from desktop.core.series import Series

if TYPE_CHECKING:
    from desktop.core.lead_lag import LeadLag

_LOOKED_BACK = {
    Cadence.DAY: 365,
    Cadence.WEEK: 260,
    Cadence.MONTH: 120,
    Cadence.QUARTER: 60,
    Cadence.YEAR: 40,
}
"""Periods of a history that a link is tested on: what held long ago need not hold now."""
_DAYS = {
    Cadence.DAY: 1.0,
    Cadence.WEEK: 7.0,
    Cadence.MONTH: 30.44,
    Cadence.QUARTER: 91.31,
    Cadence.YEAR: 365.25,
}


@record(frozen=True, slots=True)
class LinkHistory:
    """Both histories by the same periods, oldest first, ``nan`` for gaps, and what they say."""

    cadence: Cadence
    periods: tuple[Period, ...]
    leading: tuple[float, ...]
    lagging: tuple[float, ...]
    test: LeadLag


def common_cadence(leading: Series, lagging: Series) -> Cadence:
    """The coarser of both, at which they can be held against each other."""
    return max(leading.kpi.cadence, lagging.kpi.cadence, key=lambda each: each.fineness)


def lag_at(cause: Cause, cadence: Cadence) -> int | None:
    """The expected lag in periods of ``cadence``; ``None`` while nobody has said one."""
    if cause.lag is None:
        return None
    own = cause.lag_cadence or cadence
    return cause.lag if own is cadence else round(cause.lag * _DAYS[own] / _DAYS[cadence])


def link_history(
    leading: Series, lagging: Series, expected: int | None, today: date
) -> LinkHistory:
    """Hold two KPIs against each other, whole periods only; ``expected`` is the lag in periods of
    their common cadence."""
    from desktop.core.lead_lag import lead_lag  # numpy comes with it

    cadence = common_cadence(leading, lagging)
    one, other = _whole(leading, cadence, today), _whole(lagging, cadence, today)
    periods = _periods(one, other, cadence)
    first = tuple(one.get(each, math.nan) for each in periods)
    then = tuple(other.get(each, math.nan) for each in periods)
    test = lead_lag(first, then, cadence, expected=expected)
    return LinkHistory(cadence, periods, first, then, test)


def _whole(series: Series, cadence: Cadence, today: date) -> dict[Period, float]:
    return {each.period: each.value for each in series.at(cadence) if not each.partial(today)}


def _periods(
    one: dict[Period, float], other: dict[Period, float], cadence: Cadence
) -> tuple[Period, ...]:
    """From the first to the last period that either has, as far back as is looked."""
    if not one or not other:
        return ()
    last = max(*one, *other)
    back = last.shift(1 - _LOOKED_BACK[cadence])
    first = max(max(min(one), min(other)), back)
    return tuple(first.shift(n) for n in range(max(first.until(last) + 1, 0)))
