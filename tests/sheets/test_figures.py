"""Values of one unit in one scale, written so that they fit."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import wording
from desktop.sheets.figures import Figures, figures

SEK = Unit(UnitKind.CURRENCY, "SEK")
OWN = Unit(UnitKind.OWN, "orders")


def written(*quantities: Quantity, longest: int = 99, language: str = "en") -> Figures:
    def fits(texts: Sequence[str]) -> bool:
        return all(len(text) <= longest for text in texts)

    found = figures(quantities, wording(language), fits)
    plain = tuple(text.replace("\N{NO-BREAK SPACE}", " ") for text in found.texts)
    return Figures(plain, found.unit, found.full)


def test_values_are_written_in_full_where_they_fit() -> None:
    found = written(Quantity(118_726_350.26, SEK), Quantity(-1000, SEK, signed=True), language="sv")
    assert found == Figures(("118 726 350", "−1 000"), "kr", full=True)


def test_all_take_the_scale_that_the_longest_needs() -> None:
    found = written(Quantity(118_726_350.26, SEK), Quantity(54_000, SEK), longest=8)
    assert found == Figures(("118,726", "54"), "SEK thousand")
    found = written(Quantity(118_726_350.26, SEK), Quantity(54_000, SEK), longest=6)
    assert found == Figures(("119", "0"), "SEK million")


def test_a_scaled_value_keeps_a_decimal_while_it_is_small() -> None:
    assert written(Quantity(1_234_567, OWN), longest=4) == Figures(("1.2",), "million orders")


def test_percentages_keep_their_sign_and_their_decimals() -> None:
    percent = Unit(UnitKind.PERCENT)
    values = (Quantity(0.0256, percent, 2), Quantity(0.0056, percent, 2, True, True))
    assert written(*values).texts == ("2.56%", "+0.56 pp")
    assert written(*values, longest=5) == Figures(("2.56", "+0.56"), "%", full=True)


def test_durations_are_clocks_or_hours() -> None:
    duration = Unit(UnitKind.DURATION)
    assert written(Quantity(5400, duration)).texts == ("1:30:00",)
    assert written(Quantity(36_000_000, duration), longest=6) == Figures(("10,000",), "hours")


@pytest.mark.parametrize("value", [1e18, -3.2e300, 5e-324])
def test_beyond_all_words_there_are_powers_of_ten(value: float) -> None:
    (text,) = written(Quantity(value, decimals=400 if abs(value) < 1 else 0), longest=12).texts
    assert len(text) <= 12


def test_powers_of_ten_have_a_true_minus_and_superscripts() -> None:
    assert written(Quantity(-3.2e300), longest=12).texts == ("−3.2·10³⁰⁰",)


def test_nothing_gives_nothing() -> None:
    assert written() == Figures((), "")
