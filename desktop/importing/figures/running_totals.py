"""Totals so far, turned into what each period brought."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from desktop.core.message import Message, msg
from desktop.core.period import Cadence, Period
from desktop.importing.figures.extraction import Extracted
from desktop.importing.figures.mapping import Running

Refused = Callable[[Period, Message], object]


def by_period(
    levels: Mapping[Period, Extracted], running: Running, year_start: int, refused: Refused
) -> dict[Period, Extracted]:
    """The difference of each period's last total to that of the period before.

    Totals of a year begin from nothing in its first period: the fiscal year that starts in month
    ``year_start``, or the calendar year where the totals fall in January only.  A period whose
    total begins somewhere unknown is ``refused``, with the reason.  A difference below nothing is
    taken, and remarked upon.
    """
    first_month = _first_month(levels, year_start)
    values = {}
    for period, found in sorted(levels.items(), key=lambda item: item[0].start):
        begins = running is Running.YEAR and _begins_year(period, first_month)
        before = None if begins else levels.get(period.shift(-1))
        if begins:
            values[period] = found
        elif before is not None:
            values[period] = _difference(found, before.value)
        else:
            refused(period, _why(period, levels))
    return values


def _difference(found: Extracted, before: float) -> Extracted:
    value = found.value - before
    if value >= 0 or before < 0:
        return replace(found, value=value)
    remark = msg("The total so far falls here, so the period’s own value is below zero.")
    return replace(found, value=value, remark=remark)


def _why(period: Period, levels: Mapping[Period, Extracted]) -> Message:
    if any(other.start < period.start for other in levels):
        return msg(
            "The period before {period} is missing, so the total so far cannot be split.",
            period=period,
        )
    return msg(
        "The total so far up to {period} cannot be split: the file does not say what came before.",
        period=period,
    )


def _begins_year(period: Period, first_month: int) -> bool:
    return _year_of(period, first_month) != _year_of(period.shift(-1), first_month)


def _year_of(period: Period, first_month: int) -> date:
    """The first day of the year that a period is of."""
    return Period.containing(Cadence.YEAR, period.counts_on, first_month).start


def _first_month(levels: Mapping[Period, Extracted], year_start: int) -> int:
    """1 where the totals start again with the calendar year and not with the fiscal one."""
    ordered = sorted(levels, key=lambda period: period.start)
    falls = [
        after
        for before, after in pairwise(ordered)
        if abs(levels[after].value) < abs(levels[before].value)
    ]
    fiscal = any(_begins_year(period, year_start) for period in falls)
    calendar = any(_begins_year(period, 1) for period in falls)
    return 1 if calendar and not fiscal else year_start
