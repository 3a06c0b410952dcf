"""Periods against the calendar of the standard library and dates looked up by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.period import Cadence, Period, add_months

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
CADENCES = st.sampled_from(Cadence)
MONTHS = st.integers(1, 12)
COUNTS = st.integers(-400, 400)


@given(CADENCES, DAYS, MONTHS)
def test_a_period_holds_its_day_and_borders_on_its_neighbours(cadence, day, year_start):
    period = Period.containing(cadence, day, year_start)
    assert day in period
    assert period.end + timedelta(days=1) == period.shift(1).start
    assert period.start - timedelta(days=1) == period.shift(-1).end
    assert period.days == (period.end - period.start).days + 1


@given(CADENCES, DAYS, MONTHS, COUNTS)
def test_shift_and_until_undo_each_other(cadence, day, year_start, count):
    period = Period.containing(cadence, day, year_start)
    assert period.until(period.shift(count)) == count
    assert period.shift(count).shift(-count) == period


@given(DAYS, MONTHS)
def test_quarters_and_years_begin_with_the_fiscal_year(day, year_start):
    year = Period.containing(Cadence.YEAR, day, year_start)
    quarter = Period.containing(Cadence.QUARTER, day, year_start)
    assert year.start.month == year_start
    assert (year.start.day, quarter.start.day) == (1, 1)
    assert year.start <= quarter.start
    assert quarter.end <= year.end
    assert [year.until(year.shift(1)), quarter.shift(4).start] == [
        1,
        add_months(quarter.start, 12),
    ]


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2020, 12, 31), (2020, 53)),
        (date(2021, 1, 3), (2020, 53)),
        (date(2021, 1, 4), (2021, 1)),
        (date(2026, 12, 31), (2026, 53)),
        (date(2024, 12, 30), (2025, 1)),
    ],
)
def test_iso_weeks_at_the_turn_of_the_year(day, week):
    assert Period.containing(Cadence.WEEK, day).iso_week == week


def test_a_fiscal_year_from_july_and_its_quarters():
    day = date(2026, 2, 14)
    year = Period.containing(Cadence.YEAR, day, 7)
    assert (year.start, year.end) == (date(2025, 7, 1), date(2026, 6, 30))
    assert Period.containing(Cadence.QUARTER, day, 7).start == date(2026, 1, 1)
    assert Period.containing(Cadence.QUARTER, day, 2).end == date(2026, 4, 30)
    assert Period.containing(Cadence.MONTH, date(2024, 2, 29)).days == 29


@pytest.mark.parametrize(
    ("cadence", "start", "earlier"),
    [
        (Cadence.DAY, date(2025, 3, 1), date(2024, 3, 1)),
        (Cadence.DAY, date(2024, 2, 29), None),
        (Cadence.WEEK, date(2026, 12, 28), None),  # week 53 after a year of 52
        (Cadence.WEEK, date(2021, 1, 4), date(2019, 12, 30)),  # week 1
        (Cadence.WEEK, date(2021, 12, 27), date(2020, 12, 21)),  # week 52, past a week 53
        (Cadence.MONTH, date(2024, 2, 1), date(2023, 2, 1)),
        (Cadence.QUARTER, date(2026, 2, 1), date(2025, 2, 1)),
        (Cadence.YEAR, date(2025, 7, 1), date(2024, 7, 1)),
    ],
)
def test_the_period_of_last_year(cadence, start, earlier):
    found = Period(cadence, start).a_year_earlier()
    assert (found.start if found else None) == earlier


@given(DAYS)
def test_last_years_week_has_the_same_number(day):
    week = Period.containing(Cadence.WEEK, day)
    year, number = week.iso_week
    earlier = week.a_year_earlier()
    has_it = number < 53 or date(year - 1, 12, 28).isocalendar().week == 53
    assert (earlier.iso_week if earlier else None) == ((year - 1, number) if has_it else None)


def test_cadences_are_ordered_from_fine_to_coarse():
    assert [cadence.fineness for cadence in Cadence] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("cadence", [Cadence.DAY, Cadence.WEEK, Cadence.MONTH, Cadence.YEAR])
def test_the_last_period_of_the_calendar_ends(cadence):
    assert Period.containing(cadence, date.max).end == date.max
