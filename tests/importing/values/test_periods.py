"""Weeks, months, quarters, years and ranges as text, and the cadence of a set of days."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from desktop.importing.tables.cadence import grain_of_days, is_hourly
from desktop.importing.values.periods import Style, parse_period
from desktop.importing.values.stamps import Grain, Part, Stamp


@pytest.mark.parametrize(
    ("text", "grain", "start"),
    [
        ("2026M10", Grain.MONTH, "2026-10-01"),
        ("2026-10", Grain.MONTH, "2026-10-01"),
        ("10/2026", Grain.MONTH, "2026-10-01"),
        ("1850-01", Grain.MONTH, "1850-01-01"),
        ("jan 2026", Grain.MONTH, "2026-01-01"),
        ("jan-26", Grain.MONTH, "2026-01-01"),
        ("Apr-16", Grain.MONTH, "2016-04-01"),
        ("2026 maj", Grain.MONTH, "2026-05-01"),
        ("März 2026", Grain.MONTH, "2026-03-01"),
        ("2026-W05", Grain.WEEK, "2026-01-26"),
        ("2025 v52", Grain.WEEK, "2025-12-22"),
        ("v5 2026", Grain.WEEK, "2026-01-26"),
        ("week 53, 2020", Grain.WEEK, "2020-12-28"),
        ("Q1 2026", Grain.QUARTER, "2026-01-01"),
        ("2026K1", Grain.QUARTER, "2026-01-01"),
        ("1. kvartal 2026", Grain.QUARTER, "2026-01-01"),
        ("Q4'25", Grain.QUARTER, "2025-10-01"),
        ("2016", Grain.YEAR, "2016-01-01"),
        ("FY2026", Grain.YEAR, "2026-01-01"),
        ("2025/26", Grain.YEAR, "2025-12-31"),  # lies in that fiscal year, whenever it starts
        ("2026-02-05 10:30", Grain.DAY, "2026-02-05"),
    ],
)
def test_periods_with_their_year(text: str, grain: Grain, start: str) -> None:
    assert parse_period(text) == Stamp(grain, date.fromisoformat(start))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Ene    ", Part(Grain.MONTH, 1)),
        ("JAN", Part(Grain.MONTH, 1)),
        ("sept.", Part(Grain.MONTH, 9)),
        ("Dezember", Part(Grain.MONTH, 12)),
        ("Vecka 5", Part(Grain.WEEK, 5)),
        ("v. 5", Part(Grain.WEEK, 5)),
        ("uge 7", Part(Grain.WEEK, 7)),
        ("KW 3", Part(Grain.WEEK, 3)),
        ("Q3", Part(Grain.QUARTER, 3)),
        ("kv 3", Part(Grain.QUARTER, 3)),
        ("1 januari", Part(Grain.DAY, 1, 1)),
        ("29 februari", Part(Grain.DAY, 2, 29)),
        ("Jan 24", Part(Grain.DAY, 1, 24)),
    ],
)
def test_periods_that_lack_their_year(text: str, part: Part) -> None:
    assert parse_period(text) == part


@pytest.mark.parametrize(
    ("text", "grain", "first", "last"),
    [
        ("2024-03-01 - 2024-03-11", Grain.MONTH, "2024-03-01", "2024-03-11"),
        ("20230515-20230521", Grain.WEEK, "2023-05-15", "2023-05-21"),
        ("July 8, 2025 - July 31, 2025", Grain.MONTH, "2025-07-08", "2025-07-31"),
        ("2025-01-01 – 2025-03-31", Grain.QUARTER, "2025-01-01", "2025-03-31"),
        ("13/01/2026 - 13/01/2026", Grain.DAY, "2026-01-13", "2026-01-13"),
        ("2025-07-01 till 2026-06-30", Grain.YEAR, "2025-07-01", "2026-06-30"),
    ],
)
def test_ranges(text: str, grain: Grain, first: str, last: str) -> None:
    expected = Stamp(grain, date.fromisoformat(first), date.fromisoformat(last))
    assert parse_period(text) == expected


@pytest.mark.parametrize(
    "text", ["Total", "YTD", "J-D", "DJF", "Term 1", "2015-2019", "1 day", "x", ""]
)
def test_other_words_are_no_periods(text: str) -> None:
    assert parse_period(text) is None


def test_a_columns_own_style_settles_what_is_open() -> None:
    assert parse_period("Jan 24", Style(short_year=True)) == Stamp(Grain.MONTH, date(2024, 1, 1))
    assert parse_period("2010-11") == Stamp(Grain.MONTH, date(2010, 11, 1))
    assert parse_period("2010-11", Style(fiscal=True)) == Stamp(Grain.YEAR, date(2010, 12, 31))


def test_a_year_without_that_week_or_day_has_none() -> None:
    assert Part(Grain.WEEK, 53).in_year(2025) is None
    assert Part(Grain.WEEK, 53).in_year(2020) == Stamp(Grain.WEEK, date(2020, 12, 28))
    assert Part(Grain.DAY, 2, 29).in_year(2025) is None


@given(
    st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)),
    st.sampled_from(["sv", "da", "nb", "en", "de", "es"]),
    st.sampled_from(["MMMM yyyy", "MMM yyyy", "LLLL yyyy"]),
)
def test_months_are_read_back_in_every_language(day: date, locale: str, pattern: str) -> None:
    text = format_date(day, pattern, locale=locale)
    assert parse_period(text) == Stamp(Grain.MONTH, day.replace(day=1))


@given(st.text(max_size=30))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    parse_period(text)


def days(first: date, step: int, count: int) -> list[date]:
    return [first + timedelta(days=step * i) for i in range(count)]


@pytest.mark.parametrize(
    ("found", "grain"),
    [
        ([date(2026, month, 15) for month in range(1, 13)], Grain.MONTH),
        ([date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)], Grain.MONTH),
        ([date(2026, 1, 2), date(2026, 2, 3), date(2026, 3, 2)], Grain.MONTH),  # first workdays
        ([date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)], Grain.QUARTER),
        ([date(2024, 1, 1), date(2025, 1, 1)], Grain.YEAR),
        (days(date(1987, 5, 15), 7, 30), Grain.WEEK),
        ([*days(date(2026, 1, 2), 7, 5), date(2026, 2, 5)], Grain.WEEK),  # a holiday moved one
        (days(date(2026, 1, 1), 1, 20), Grain.DAY),
        ([date(2026, 1, 3), date(2026, 1, 17), date(2026, 2, 2)], Grain.DAY),  # now and then
        ([date(2026, 1, 1)], Grain.DAY),
    ],
)
def test_cadence_from_the_distances_of_days(found: list[date], grain: Grain) -> None:
    assert grain_of_days(found) is grain


def test_whole_hours_several_a_day_are_hourly() -> None:
    hours = [datetime.fromisoformat(f"2024-04-06 0{hour}:00") for hour in range(6)]
    assert is_hourly(hours)
    assert not is_hourly([hours[0] + timedelta(days=day) for day in range(7)])
    assert not is_hourly([hour.replace(minute=17) for hour in hours])
