"""The periods of a file: a stamp in the calendar, or a part that lacks its year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.core.period import Cadence, Period


class Grain(StrEnum):
    """How fine a file's periods are; like a KPI's cadence, and hours besides."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def cadence(self) -> Cadence:
        """The cadence that a KPI fed from such periods has at the finest."""
        return Cadence.DAY if self is Grain.HOUR else Cadence(self.value)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A period of a file: ``start`` lies in it; ``end`` is its last day where the file says so."""

    grain: Grain
    start: date
    end: date | None = None

    @property
    def first_day(self) -> date:
        """The first day of the whole calendar period; a week is the ISO week of its middle."""
        day = self.start
        if self.grain is Grain.WEEK and self.end is not None:
            day += timedelta(days=3)
        return Period.containing(self.grain.cadence, day).start


@dataclass(frozen=True, slots=True)
class Part:
    """A period that lacks its year: ``Jan``, ``Vecka 5``, ``Q1``, ``1 januari``, ``Apr 9-15``."""

    grain: Grain
    number: int  # of the month, week or quarter; for a day its month
    day: int = 1
    until: tuple[int, int] | None = None  # month and day on which a range of days ends
    from_january: bool = False  # of weeks: week 1 is the one that holds 1 January

    def in_year(self, year: int) -> Stamp | None:
        """The period in a year, ``None`` when that year has no such week or day."""
        try:
            match self.grain:
                case _ if self.until is not None:
                    first, last = date(year, self.number, self.day), date(year, *self.until)
                    if last < first:
                        last = date(year + 1, *self.until)
                    return Stamp(self.grain, first, last)
                case Grain.WEEK if self.from_january:
                    return _week_from_january(year, self.number)
                case Grain.WEEK:
                    return Stamp(self.grain, date.fromisocalendar(year, self.number, 1))
                case Grain.QUARTER:
                    return Stamp(self.grain, date(year, self.number * 3 - 2, 1))
                case _:
                    return Stamp(self.grain, date(year, self.number, self.day))
        except ValueError:
            return None


def _week_from_january(year: int, number: int) -> Stamp | None:
    """A week of a numbering in which 1 January is always in week 1, and years cut weeks.

    The first and last days of a year are parts of the same ISO week.
    """
    new_year = date(year, 1, 1)
    start = new_year - timedelta(days=new_year.weekday()) + timedelta(weeks=number - 1)
    return Stamp(Grain.WEEK, max(start, new_year)) if start.year <= year else None


def stamp_of(day: date | datetime) -> Stamp:
    """The period of a date; a time of day is dropped."""
    return Stamp(Grain.DAY, day.date() if isinstance(day, datetime) else day)


def range_stamp(first: date, last: date) -> Stamp:
    """The smallest calendar period that ``first``-``last`` fills or begins; a year at most."""
    if first == last:
        return Stamp(Grain.DAY, first, last)
    if (last - first).days == 6:
        return Stamp(Grain.WEEK, first, last)
    for grain in (Grain.MONTH, Grain.QUARTER):
        period = Period.containing(grain.cadence, first)
        if last in period and (grain is Grain.MONTH or last == period.end):
            return Stamp(grain, first, last)
    return Stamp(Grain.YEAR, first, last)


def fills_calendar_period(stamp: Stamp) -> bool:
    """Whether a range is one whole day, week, month, quarter or year, or the start of a month."""
    if stamp.end is None or stamp.grain in (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER):
        return True
    return stamp.start.day == 1 and stamp.end + timedelta(days=1) == date(
        stamp.start.year + 1, stamp.start.month, 1
    )
