"""Which dates a time axis names: two rows of labels and the boundaries between them, as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.core.wording import Wording

DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class DateLabel:
    """A label over the days ``first`` up to but not with ``last`` (day numbers)."""

    first: float
    last: float
    text: str


@dataclass(frozen=True, slots=True)
class DateTicks:
    """``fine`` stands centred under its span, ``coarse`` on the row below from its left edge."""

    fine: tuple[DateLabel, ...]
    coarse: tuple[DateLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class _Level:
    """One choice of labels: it needs ``room`` pixels for every ``days``."""

    days: float
    room: float
    cadence: Cadence
    every: int
    coarse: Cadence | None
    text: Callable[[Period, Wording], str]


def date_ticks(
    first: float, last: float, width: float, cadence: Cadence, anchor: Period, wording: Wording
) -> DateTicks:
    """The labels of an axis that shows the days ``first`` to ``last`` on ``width`` pixels.

    ``anchor`` is any period of the series: quarters and fiscal years are counted from it.
    """
    if last <= first or width <= 0:
        return DateTicks(())
    pixels_a_day = width / (last - first)
    level = next(
        (level for level in _levels(cadence) if pixels_a_day * level.days >= level.room),
        _Level(0, 0, Cadence.YEAR, _years_between(pixels_a_day), None, _year),
    )
    fine = tuple(
        DateLabel(*_span(period), level.text(period, wording))
        for period in _periods(first, last, level, anchor)
    )
    if level.coarse is None:
        return DateTicks(fine)
    name = _month_and_year if level.coarse is Cadence.MONTH else _year
    coarse = tuple(
        DateLabel(*_span(period), name(period, wording))
        for period in _covering(first, last, Period(level.coarse, date(2000, 1, 1)))
    )
    return DateTicks(fine, coarse)


def _levels(cadence: Cadence) -> Iterator[_Level]:
    """From the finest labels to the coarsest, as far as the series has periods so fine."""
    if cadence is Cadence.DAY:
        yield _Level(1, 26, Cadence.DAY, 1, Cadence.MONTH, _day)
        yield _Level(7, 30, Cadence.WEEK, 1, Cadence.MONTH, _day)
    if cadence is Cadence.WEEK:
        yield _Level(7, 38, Cadence.WEEK, 1, Cadence.YEAR, _short)
    if cadence.fineness <= Cadence.MONTH.fineness:
        yield _Level(30.4, 42, Cadence.MONTH, 1, Cadence.YEAR, _short)
        yield _Level(91.3, 44, Cadence.MONTH, 3, Cadence.YEAR, _short)
    if cadence is Cadence.QUARTER:
        yield _Level(91.3, 56, Cadence.QUARTER, 1, Cadence.YEAR, _quarter)
    yield _Level(DAYS_A_YEAR, 56, Cadence.YEAR, 1, None, _year)


def _years_between(pixels_a_day: float) -> int:
    for years in (2, 5, 10, 20, 50):
        if pixels_a_day * DAYS_A_YEAR * years >= 56:
            return years
    return 100


def _periods(first: float, last: float, level: _Level, anchor: Period) -> Iterator[Period]:
    own = anchor if anchor.cadence is level.cadence else Period(level.cadence, date(2001, 1, 1))
    for period in _covering(first, last, own):
        if level.every == 1 or _counts(period, level):
            yield period


def _counts(period: Period, level: _Level) -> bool:
    number = period.start.month - 1 if level.cadence is Cadence.MONTH else period.start.year
    return number % level.every == 0


def _covering(first: float, last: float, anchor: Period) -> Iterator[Period]:
    """The periods in step with ``anchor`` that touch the days ``first`` to ``last``."""
    lowest, highest = date.min.toordinal() + 400, date.max.toordinal() - 400
    day = date.fromordinal(min(max(int(first), lowest), highest))
    year_start = anchor.start.month if anchor.cadence.fineness > Cadence.MONTH.fineness else 1
    period = Period.containing(anchor.cadence, day, year_start)
    while period.start.toordinal() < min(last, highest):
        yield period
        period = period.shift(1)


def _span(period: Period) -> tuple[float, float]:
    return float(period.start.toordinal()), float(period.shift(1).start.toordinal())


def _day(period: Period, _: Wording) -> str:
    return str(period.start.day)


def _short(period: Period, wording: Wording) -> str:
    return wording.period_short(period)


def _month_and_year(period: Period, wording: Wording) -> str:
    return wording.period(period)


def _year(period: Period, wording: Wording) -> str:
    return wording.period_short(Period(Cadence.YEAR, period.start))


def _quarter(period: Period, wording: Wording) -> str:
    """``Q1`` of a calendar year, the months of a quarter that follows another fiscal year."""
    month = period.start.month
    if month % 3 == 1:
        return wording.say(msg("Q{quarter}", quarter=str((month + 2) // 3)))
    first, last = (Period(Cadence.MONTH, day) for day in (period.start, period.end.replace(day=1)))
    return f"{wording.period_short(first)}\u2013{wording.period_short(last)}"
