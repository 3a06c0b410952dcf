"""Numbers as exports write them, and the sign that separates their decimals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from desktop.importing.cells import CellError
from desktop.importing.values.number_columns import added, evidence_of, read_numbers
from desktop.importing.values.numbers import decimal_evidence, parse_number

NBSP, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 234,56", 1234.56),
        (f"1{NBSP}234,56", 1234.56),
        (f"1{NARROW}234,56", 1234.56),
        ("1.234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("1'234", 1234.0),
        ("1’234.50", 1234.5),
        ("1,23,456.70", 123456.7),
        ("1.234.567", 1234567.0),
        ("\u221262,24", -62.24),
        ("62,24-", -62.24),
        ("(1,234.50)", -1234.5),
        ("+5", 5.0),
        (f"2,89{NBSP}%", 0.0289),
        ("11.76%", 0.1176),
        ("US$50.00", 50.0),
        ("-US$1.92", -1.92),
        ("$ (12.00)", -12.0),
        (f"85{NARROW}459,26{NBSP}kr", 85459.26),
        ("SEK 1 000", 1000.0),
        ("100:-", 100.0),
        ("100,-", 100.0),
        (".5", 0.5),
        (",5", 0.5),
        ("1.5E+3", 1500.0),
        ("0,123", 0.123),
        ("-89.44", -89.44),
    ],
)
def test_a_number_that_can_be_read_in_one_way_only(text: str, value: float) -> None:
    for decimal in (".", ","):
        written = parse_number(text, decimal)
        assert written is not None
        assert written.value == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    "text",
    ["", "-", "kr", "abc", "12 34", "1.2.3", "5801-7161", "2026-01-01", "12:30", "< 10%", "8327-9"],
)
def test_other_text_is_no_number(text: str) -> None:
    assert parse_number(text, ".") is None
    assert parse_number(text, ",") is None


def test_the_convention_decides_what_the_text_leaves_open() -> None:
    point, comma = parse_number("1.234", "."), parse_number("1.234", ",")
    assert point is not None
    assert comma is not None
    assert (point.value, comma.value) == (1.234, 1234.0)


@pytest.mark.parametrize(
    ("text", "percent", "currency"),
    [
        ("2,5 %", True, None),
        ("US$50.00", False, "USD"),
        ("50,00 €", False, "EUR"),
        ("12 kr", False, "kr"),
        ("12", False, None),
    ],
)
def test_unit_in_the_cell(text: str, percent: bool, currency: str | None) -> None:
    written = parse_number(text)
    assert written is not None
    assert (written.percent, written.currency) == (percent, currency)


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (["12,50", "1.234"], ","),
        (["12.50", "1,234"], "."),
        (["1.234.567"], ","),
        (["12", "7", "350"], "."),  # whole numbers read the same either way
        (["1.234"], None),
        (["1.234", "12.345", "123.456"], None),
        (["1,234", "12,345", "1,000", "264"], "."),  # no 4-digit number goes without the sign
        (["1,234", "12,345", "1,000", "2640"], None),
        (["1.234", "5,678"], None),
    ],
)
def test_what_a_column_tells_of_its_decimal_sign(texts: list[str], sign: str | None) -> None:
    assert decimal_evidence(texts).sign == sign


def test_proof_is_looked_for_in_the_whole_column() -> None:
    values = ["7"] * 500 + ["1,5"]
    assert evidence_of(values, values[:200]).sign == ","


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    st.sampled_from(["sv", "da", "en", "de"]),
)
def test_what_babel_writes_is_read_back(number: Decimal, locale: str) -> None:
    text = format_decimal(number, "#,##0.00", locale=locale)
    written = parse_number(text, "." if locale == "en" else ",")
    assert written is not None
    assert written.value == float(number)


@given(
    st.decimals(min_value=-(10**6), max_value=10**6, places=2), st.sampled_from(["sv", "da", "en"])
)
def test_money_and_percentages_are_read_back(number: Decimal, locale: str) -> None:
    decimal = "." if locale == "en" else ","
    money = parse_number(format_currency(number, "EUR", locale=locale), decimal)
    assert money is not None
    assert (money.value, money.currency) == (float(number), "EUR")
    share = number / 10000
    part = parse_number(format_percent(share, "#,##0.0000 %", locale=locale), decimal)
    assert part is not None
    assert part.percent
    assert part.value == pytest.approx(float(share), abs=1e-12)


@given(
    st.lists(st.none() | st.decimals(min_value=-(10**7), max_value=10**7, places=2), max_size=60),
    st.sampled_from(["sv", "da", "en"]),
)
def test_a_whole_column_reads_like_its_cells(numbers: list[Decimal | None], locale: str) -> None:
    texts = [None if n is None else format_decimal(n, "#,##0.00", locale=locale) for n in numbers]
    decimal = "." if locale == "en" else ","
    assert read_numbers(texts, decimal) == [None if n is None else float(n) for n in numbers]


def test_a_column_of_many_kinds_of_cells() -> None:
    values = [1.5, "2,5", None, True, CellError("#N/A"), "x", "3 %"]
    assert read_numbers(values, ",") == [1.5, 2.5, None, None, None, None, 0.03]


def test_a_number_beyond_what_can_be_held_is_none() -> None:
    assert parse_number("1e999") is None
    assert added([1e308, 1e308]) is None
    assert added([0.1] * 10) == 1.0


@given(st.text(max_size=20))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    for decimal in (".", ","):
        written = parse_number(text, decimal)
        assert written is None or written.value == written.value
