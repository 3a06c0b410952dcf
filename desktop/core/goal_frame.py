"""The time frames that are offered for a goal: quarters and fiscal years of the company."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from desktop.core.message import Message, msg
from desktop.core.period import Cadence, Period

_LEAST = timedelta(days=90)  # a goal of this year needs at least so much of it


class TimeFrame(NamedTuple):
    """A frame by name, with the first and the last day of a goal in it."""

    name: Message
    start: date
    deadline: date


def usual_deadline(today: date, year_start: int) -> date:
    """The end of the fiscal year, or of the next one when little of this is left."""
    year = Period.containing(Cadence.YEAR, today, year_start)
    return year.end if year.end - today >= _LEAST else year.shift(1).end


def time_frames(today: date, year_start: int) -> tuple[TimeFrame, ...]:
    """The coming fiscal year first, since an objective is usually set for it; then what is left
    of this one, and the quarters.  ``year_start`` is the fiscal year's first month, 1-12."""
    year = Period.containing(Cadence.YEAR, today, year_start)
    quarter = Period.containing(Cadence.QUARTER, today, year_start)
    coming_year, coming_quarter = year.shift(1), quarter.shift(1)
    return (
        TimeFrame(
            msg("Coming fiscal year, {year}", year=coming_year), coming_year.start, coming_year.end
        ),
        TimeFrame(msg("This fiscal year, {year}", year=year), today, year.end),
        TimeFrame(
            msg("Coming quarter, {quarter}", quarter=coming_quarter),
            coming_quarter.start,
            coming_quarter.end,
        ),
        TimeFrame(msg("This quarter, {quarter}", quarter=quarter), today, quarter.end),
    )
