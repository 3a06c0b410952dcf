"""Dates in every order, and how a column shows which one it is in."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from desktop.importing.values.dates import decide_order, orders_of, parse_date

at = datetime.fromisoformat
DAYS = st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-05", date(2026, 2, 5)),
        ("2026/2/5", date(2026, 2, 5)),
        ("20260205", date(2026, 2, 5)),
        ("05.02.2026", date(2026, 2, 5)),
        ("13/2/2026", date(2026, 2, 13)),
        ("2/13/2026", date(2026, 2, 13)),
        ("4/16/15", date(2015, 4, 16)),
        ("Thu, 5 Feb 2026", date(2026, 2, 5)),
        ("5-Feb-26", date(2026, 2, 5)),
        ("July 8, 2025", date(2025, 7, 8)),
        ("Mar 5 2026", date(2026, 3, 5)),
        ("den 5 februari 2026", date(2026, 2, 5)),
        ("3. marts 2026", date(2026, 3, 3)),
        ("1 de enero de 2026", date(2026, 1, 1)),
        ("2024040607", at("2024-04-06 07:00")),
        ("2025-12-01T00:00:00", at("2025-12-01 00:00")),
        ("2025-12-01 09:38:00", at("2025-12-01 09:38")),
        ("2026-01-31 10:00:00 +0100", at("2026-01-31 10:00")),
        ("8/15/2018 10:42:34 PM", at("2018-08-15 22:42")),
    ],
)
def test_dates_that_mean_one_day_only(text: str, expected: date) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize("text", ["5/2/2026", "2025-02-30", "12 34 2020", "Sales", "", "555-12-12"])
def test_open_or_impossible_dates_are_not_read(text: str) -> None:
    assert parse_date(text) is None


def test_the_order_settles_an_open_date() -> None:
    assert parse_date("5/2/2026", "dmy") == date(2026, 2, 5)
    assert parse_date("5/2/2026", "mdy") == date(2026, 5, 2)
    assert orders_of("5/2/2026") == ("dmy", "mdy")
    assert orders_of("5.2.2026") == ("dmy",)


@pytest.mark.parametrize(
    ("texts", "order", "proof"),
    [
        (["12/01/2025", "12/02/2025", "12/13/2025"], "mdy", "12/13/2025"),
        (["01/12/2025", "13/12/2025"], "dmy", "13/12/2025"),
        (["02.12.2025"], "dmy", "02.12.2025"),
        # First days of months rather than days of January that jump a year.
        (["01/12/2025", "01/01/2026", "01/02/2026", "01/03/2026"], "dmy", "sequence"),
        # Falls in both orders, but only one runs one way.
        (["03/01/2026", "04/01/2026", "01/02/2026", "02/02/2026"], "dmy", "sequence"),
        (["12/01/2025", "12/02/2025", "12/03/2025", "12/04/2025"], "", ""),
        (["01/02/2026"], "", ""),
    ],
)
def test_what_a_column_tells_of_its_order(texts: list[str], order: str, proof: str) -> None:
    decision = decide_order(texts)
    assert decision is not None
    assert (decision.order, decision.proof) == (order, proof)


def test_a_column_without_such_dates_has_no_order() -> None:
    assert decide_order(["2026-01-01", "text"]) is None


@given(DAYS, st.sampled_from(["dd/MM/yyyy", "d.M.yyyy", "dd-MM-yyyy"]))
def test_numeric_dates_are_read_back(day: date, pattern: str) -> None:
    text = format_date(day, pattern, locale="en")
    assert parse_date(text, "dmy") == day
    american = format_date(day, "M/d/yyyy", locale="en")
    assert parse_date(american, "mdy") == day


@given(
    DAYS, st.sampled_from(["sv", "da", "nb", "en", "de", "es"]), st.sampled_from(["MMMM", "MMM"])
)
def test_dates_with_month_names_are_read_back(day: date, locale: str, month: str) -> None:
    assert parse_date(format_date(day, f"d {month} yyyy", locale=locale)) == day
    assert parse_date(format_date(day, f"EEE, d {month} yyyy", locale=locale)) == day


@given(DAYS, st.integers(min_value=6, max_value=60), st.integers(min_value=1, max_value=9))
def test_a_long_run_of_days_shows_its_order_or_asks(start: date, count: int, step: int) -> None:
    days = [start + timedelta(days=step * i) for i in range(count)]
    decision = decide_order([f"{day:%d/%m/%Y}" for day in days])
    assert decision is not None
    assert decision.order in ("dmy", "")
    if any(day.day > 12 for day in days):
        assert decision.order == "dmy"


@given(st.text(max_size=30))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    for order in ("", "dmy", "mdy", "ymd"):
        parse_date(text, order)
