"""Periods of time: days, ISO weeks, months, quarters and fiscal years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Cadence(StrEnum):
    """How often a KPI has a value."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def fineness(self) -> int:
        """0 for a day up to 4 for a year; a smaller number is a finer cadence."""
        return list(Cadence).index(self)

    @property
    def season(self) -> int:
        """After how many periods the same season comes back: a year, for days a week."""
        return _SEASONS[self]


_MONTHS = {Cadence.MONTH: 1, Cadence.QUARTER: 3, Cadence.YEAR: 12}
_SEASONS = {
    Cadence.DAY: 7,
    Cadence.WEEK: 52,
    Cadence.MONTH: 12,
    Cadence.QUARTER: 4,
    Cadence.YEAR: 1,
}


def add_months(day: date, months: int) -> date:
    """The first day of the month ``months`` after the month of ``day``."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


TO_THURSDAY = timedelta(days=3)
"""From the first day of a week to the one that says which month and year it counts in."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One period, named by its first day; use :meth:`containing` to make one from any day.

    Quarters and years follow the fiscal year, so their first day may be in any month.
    """

    cadence: Cadence
    start: date

    @classmethod
    def containing(cls, cadence: Cadence, day: date, year_start: int = 1) -> Period:
        """The period with ``day`` in it; ``year_start`` is the fiscal year's first month, 1-12."""
        if cadence is Cadence.DAY:
            return cls(cadence, day)
        if cadence is Cadence.WEEK:
            return cls(cadence, day - timedelta(days=day.weekday()))
        into = (day.month - year_start) % _MONTHS[cadence]
        return cls(cadence, add_months(day, -into))

    @property
    def end(self) -> date:
        """The last day in the period."""
        if self.cadence is Cadence.DAY:
            return self.start  # the chart asks for thousands
        try:
            return self.shift(1).start - timedelta(days=1)
        except (ValueError, OverflowError):
            return date.max  # no calendar goes on after this period

    @property
    def counts_on(self) -> date:
        """The day that says which longer period it counts in: of a week its Thursday (ISO 8601)."""
        return self.start + TO_THURSDAY if self.cadence is Cadence.WEEK else self.start

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def shift(self, count: int) -> Period:
        """The period ``count`` periods later (earlier when negative)."""
        if self.cadence is Cadence.DAY:
            return Period(self.cadence, self.start + timedelta(days=count))
        if self.cadence is Cadence.WEEK:
            return Period(self.cadence, self.start + timedelta(weeks=count))
        return Period(self.cadence, add_months(self.start, count * _MONTHS[self.cadence]))

    def until(self, other: Period) -> int:
        """How many periods from this one to ``other`` of the same cadence (negative if earlier)."""
        if self.cadence is Cadence.DAY:
            return (other.start - self.start).days
        if self.cadence is Cadence.WEEK:
            return (other.start - self.start).days // 7
        months = (other.start.year - self.start.year) * 12 + other.start.month - self.start.month
        return months // _MONTHS[self.cadence]

    def a_year_earlier(self) -> Period | None:
        """The period to compare with last year's: the same date, ISO week number or months.

        ``None`` where last year had none: 29 February, and week 53 after a year of 52.
        """
        start = self.start
        if self.cadence is Cadence.DAY:
            leap_day = (start.month, start.day) == (2, 29)
            return None if leap_day else Period(self.cadence, start.replace(year=start.year - 1))
        if self.cadence is Cadence.WEEK:
            year, week = self.iso_week
            earlier = Period(self.cadence, date.fromisocalendar(year - 1, min(week, 52), 1))
            found = earlier if week <= 52 else earlier.shift(1)
            return found if found.iso_week == (year - 1, week) else None
        return Period(self.cadence, add_months(start, -12))

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def iso_week(self) -> tuple[int, int]:
        """ISO year and week number of the first day (week 1 holds the first Thursday)."""
        year, week, _ = self.start.isocalendar()
        return year, week
