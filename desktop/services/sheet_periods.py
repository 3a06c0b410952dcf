"""The periods that there are reports of: by number, and as people type them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from desktop.core.faults import NotAllowed
from desktop.core.message import Message, msg
from desktop.core.period import Cadence, Period, add_months
from desktop.services.report import usual_period
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company

_OFFERED = {Cadence.WEEK: 4, Cadence.MONTH: 6, Cadence.QUARTER: 4, Cadence.YEAR: 2}
_TYPED = re.compile(r"(\d{4})(?:-(?:(W|Q)?(\d{1,2})))?", re.IGNORECASE)


def offered_periods(ws: Workspace) -> Sequence[tuple[int, Message]]:
    """The month that closed last; then of each length those that closed lately and the one that
    goes on."""
    usual = usual_period(ws)
    found = [usual]
    for cadence in (Cadence.MONTH, Cadence.QUARTER, Cadence.YEAR, Cadence.WEEK):
        closed = usual_period(ws, cadence)
        found += [closed.shift(-back) for back in range(-1, _OFFERED[cadence])]
    return [(period_number(each), msg("{period}", period=each)) for each in dict.fromkeys(found)]


def period_number(period: Period) -> int:
    """A whole number that stands for the period."""
    return period.start.toordinal() * 10 + period.cadence.fineness


def numbered_period(number: int) -> Period:
    """The period that a number stands for."""
    start, fineness = divmod(number, 10)
    return Period(list(Cadence)[fineness], date.fromordinal(start))


def find_period(ws: Workspace, text: str) -> int:
    """``2026-10``, ``2026-W40``, ``2026-Q3`` or ``2026``; nothing is the month that closed last.
    Quarters and years are those of the fiscal year that begins in the year."""
    text = text.strip()
    if not text:
        return period_number(usual_period(ws))
    matched = _TYPED.fullmatch(text)
    found = None if matched is None else _period(ws, *matched.groups())
    if found is None:
        raise NotAllowed(
            msg("“{text}” is no period. Write 2026-10, 2026-W40, 2026-Q3 or 2026.", text=text)
        )
    if found.start > ws.today():
        raise NotAllowed(msg("{period} has not begun.", period=found))
    return period_number(found)


def _period(ws: Workspace, year: str, kind: str | None, number: str | None) -> Period | None:
    year_start = read_company(ws.connection).year_start
    try:
        if number is None:
            return Period(Cadence.YEAR, date(int(year), year_start, 1))
        if kind is None:
            return Period(Cadence.MONTH, date(int(year), int(number), 1))
        if kind.upper() == "W":
            return Period(Cadence.WEEK, date.fromisocalendar(int(year), int(number), 1))
        if not 1 <= int(number) <= 4:
            return None
        first = add_months(date(int(year), year_start, 1), 3 * (int(number) - 1))
        return Period(Cadence.QUARTER, first)
    except ValueError:  # month 13, week 60, year 0
        return None
