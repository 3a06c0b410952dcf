"""Typed numbers: three formats, arithmetic, percent, units, and what is refused."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.number_entry import EntryFault, entry_text, parse_entry
from desktop.qtkit.wording import wording

NUMBER = Unit()
PERCENT = Unit(UnitKind.PERCENT)
KRONOR = Unit(UnitKind.CURRENCY, "SEK")
TIME = Unit(UnitKind.DURATION)
ORDERS = Unit(UnitKind.OWN, "orders")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("sv", "1 234,5", 1234.5),
        ("sv", "1\u00a0234\u00a0567", 1234567),
        ("sv", "1\u202f234", 1234),
        ("sv", "1,234", 1.234),
        ("sv", "12.5", 12.5),
        ("sv", "1.234,56", 1234.56),
        ("sv", "1,234.56", 1234.56),
        ("sv", "1.234.567", 1234567),
        ("sv", "0.123", 0.123),
        ("sv", ",5", 0.5),
        ("sv", "\u2212400", -400),
        ("da", "1.234", 1234),
        ("da", "1.234,5", 1234.5),
        ("da", "12.5", 12.5),
        ("da", "1 234,5", 1234.5),
        ("en", "1,234", 1234),
        ("en", "1,234.5", 1234.5),
        ("en", "1.234", 1.234),
        ("en", "12,5", 12.5),
        ("en", "1 234.5", 1234.5),
    ],
)
def test_the_formats_of_the_languages(language: str, text: str, value: float) -> None:
    assert parse_entry(text, NUMBER, wording(language)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 200+350", 1550),
        ("=1 200 + 350", 1550),
        ("0,1+0,2", 0.3),
        ("2*(3+4)-1", 13),
        ("100/8", 12.5),
        ("-(3-5)", 2),
        ("2--3", 5),
        ("1200*25%", 300),
        ("3 \u00d7 4", 12),
    ],
)
def test_arithmetic_is_exact(text: str, value: float) -> None:
    assert parse_entry(text, NUMBER, wording("sv")) == value


@pytest.mark.parametrize(
    ("unit", "text", "value"),
    [
        (PERCENT, "2,5", 0.025),
        (PERCENT, "2,5 %", 0.025),
        (PERCENT, "1,1", 0.011),
        (PERCENT, "30/1200*100 %", 0.025),
        (PERCENT, "2,5+1", 0.035),
        (PERCENT, "5 %/2", 0.025),
        (PERCENT, "3 procent", 0.03),
        (KRONOR, "1 200 kr", 1200),
        (KRONOR, "SEK 1200", 1200),
        (KRONOR, "500:-", 500),
        (KRONOR, "12 tkr", 12000),
        (KRONOR, "1,5 mkr + 200 kr", 1500200),
        (ORDERS, "12 orders", 12),
        (ORDERS, "12 st", 12),
        (TIME, "1:30:00", 5400),
        (TIME, "2:30", 150),
        (TIME, "1 h 30 min", 5400),
        (TIME, "1,5 h", 5400),
        (TIME, "90 min/2", 2700),
        (TIME, "0", 0),
        (TIME, "1:05,5", 65.5),
    ],
)
def test_units(unit: Unit, text: str, value: float) -> None:
    assert parse_entry(text, unit, wording("sv")) == value


@pytest.mark.parametrize(
    ("unit", "language", "text"),
    [
        (NUMBER, "sv", "1.234"),  # a thousand or one and a bit
        (NUMBER, "sv", "12 34"),
        (NUMBER, "sv", "1.23.456"),
        (NUMBER, "sv", "1.234.56,7"),
        (NUMBER, "en", "12,34,567"),
        (NUMBER, "sv", "(1 200)"),
        (NUMBER, "sv", "1,23E+11"),
        (NUMBER, "sv", "####"),
        (NUMBER, "sv", "#DIV/0!"),
        (NUMBER, "sv", "12 kr"),
        (NUMBER, "sv", "25 %"),
        (NUMBER, "sv", "100+10 %"),  # 110 or 100.1
        (NUMBER, "sv", "1/0"),
        (NUMBER, "sv", "5+"),
        (NUMBER, "sv", "(5"),
        (NUMBER, "sv", "5)"),
        (NUMBER, "sv", "5 6,5"),
        (NUMBER, "sv", "many"),
        (NUMBER, "sv", "12\t5"),
        (NUMBER, "sv", "9" * 20),
        (NUMBER, "sv", "1+" * 150 + "1"),
        (PERCENT, "sv", "30/1200"),  # 0.025 or 2.5 %
        (PERCENT, "sv", "5 % %"),
        (KRONOR, "sv", "20 EUR"),
        (TIME, "sv", "90"),
        (TIME, "sv", "2 h * 3 h"),
        (TIME, "sv", "5/2 h"),
        (TIME, "sv", "2 h + 5"),
    ],
)
def test_what_is_refused_says_why(unit: Unit, language: str, text: str) -> None:
    with pytest.raises(EntryFault) as raised:
        parse_entry(text, unit, wording(language))
    assert wording("en").say(raised.value.message).endswith(".")


def test_the_two_meanings_are_both_named() -> None:
    with pytest.raises(EntryFault) as raised:
        parse_entry("1.234", NUMBER, wording("sv"))
    assert "1\u00a0234 or 1,234" in wording("en").say(raised.value.message)
    with pytest.raises(EntryFault) as raised:
        parse_entry("30/1200", PERCENT, wording("sv"))
    assert "0.025% or 2.5%" in wording("en").say(raised.value.message)


@pytest.mark.parametrize("text", ["", "  ", "\u00a0", "="])
def test_blank_is_no_value_and_no_fault(text: str) -> None:
    assert parse_entry(text, NUMBER, wording("sv")) is None


languages = st.sampled_from(["sv", "da", "en"])
values = st.floats(min_value=-1e14, max_value=1e14).filter(lambda v: not v or abs(v) > 1e-12)


@given(values, languages, st.sampled_from([NUMBER, KRONOR, ORDERS, PERCENT, TIME]))
def test_what_an_editor_shows_is_read_back_as_it_was(
    value: float, language: str, unit: Unit
) -> None:
    reader = wording(language)
    assert parse_entry(entry_text(value, unit, 2, reader), unit, reader) == value


def test_the_text_to_edit_keeps_every_digit_and_shows_the_decimals() -> None:
    assert entry_text(1234.5, KRONOR, 2, wording("sv")) == "1\u00a0234,50"
    assert entry_text(-1234.567, KRONOR, 2, wording("da")) == "\u22121.234,567"
    assert entry_text(0.025, PERCENT, 0, wording("en")) == "2.5"
    assert entry_text(5400, TIME, 0, wording("sv")) == "1:30:00"
    assert entry_text(None, NUMBER, 0, wording("sv")) == ""


@given(values, languages, st.integers(0, 4))
def test_every_number_that_the_window_shows_is_read_back(
    value: float, language: str, decimals: int
) -> None:
    shown = wording(language).number(value, decimals)
    read = parse_entry(shown, NUMBER, wording(language))
    assert read is not None
    assert math.isclose(read, round(value, decimals), rel_tol=1e-14)


whole = st.integers(-10_000, 10_000)


@given(whole, whole, whole, languages)
def test_sums_and_products_are_those_of_arithmetic(a: int, b: int, c: int, language: str) -> None:
    assert parse_entry(f"({a}+{b})*{c}-{a}", NUMBER, wording(language)) == (a + b) * c - a


@given(whole, st.integers(1, 1000), languages)
def test_a_quotient_is_the_nearest_number(a: int, b: int, language: str) -> None:
    assert parse_entry(f"{a}/{b}", NUMBER, wording(language)) == pytest.approx(
        float(Fraction(a, b)), rel=1e-15
    )


@given(st.text(max_size=40), languages, st.sampled_from([NUMBER, KRONOR, PERCENT, TIME, ORDERS]))
def test_any_text_gives_a_value_or_a_sentence(text: str, language: str, unit: Unit) -> None:
    try:
        value = parse_entry(text, unit, wording(language))
    except EntryFault:
        return
    assert value is None or math.isfinite(value)
