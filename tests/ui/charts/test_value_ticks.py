"""The value axis: round numbers, one scale, the unit in its caption."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import wording
from desktop.ui.charts.value_ticks import unit_word, value_scale, value_text

NUMBER = Unit()
KRONOR = Unit(UnitKind.CURRENCY, "SEK")
PERCENT = Unit(UnitKind.PERCENT)
TIME = Unit(UnitKind.DURATION)


def test_the_ticks_are_round_and_the_values_have_air_above() -> None:
    scale = value_scale(0, 92, 220, NUMBER)
    assert scale.ticks == (0, 20, 40, 60, 80)
    assert scale.lowest == 0
    assert scale.highest > 92


def test_a_currency_is_scaled_and_its_unit_named_once() -> None:
    scale = value_scale(0, 2_400_000, 260, KRONOR)
    text = value_text(scale, KRONOR, wording("sv"))
    assert text.caption.endswith("kr")
    assert text.caption.startswith("Miljoner")
    assert text.labels == ("0,0", "0,5", "1,0", "1,5", "2,0", "2,5")


def test_percent_is_shown_in_hundredths() -> None:
    scale = value_scale(0.02, 0.035, 200, PERCENT)
    text = value_text(scale, PERCENT, wording("en"))
    assert text.caption == "%"
    assert text.labels == ("2.0", "2.5", "3.0", "3.5")


def test_time_has_the_steps_of_a_clock() -> None:
    scale = value_scale(0, 5400, 200, TIME)
    assert scale.step == 1800
    assert value_text(scale, TIME, wording("en")).labels == ("0:00", "30:00", "1:00:00", "1:30:00")


@pytest.mark.parametrize("value", [0.0, 5.0, -3.0, 1e9])
def test_one_value_alone_has_a_scale_around_it(value: float) -> None:
    scale = value_scale(value, value, 200, NUMBER)
    assert scale.lowest <= value <= scale.highest
    assert scale.lowest < scale.highest
    assert len(scale.ticks) >= 2


def test_the_words_of_units() -> None:
    reader = wording("sv")
    assert unit_word(KRONOR, reader) == "kr"
    assert unit_word(Unit(UnitKind.CURRENCY, "EUR"), reader) == "EUR"
    assert unit_word(Unit(UnitKind.OWN, "besök"), reader) == "besök"
    assert unit_word(PERCENT, reader) == "%"
    assert unit_word(NUMBER, reader) == ""


values = st.floats(-1e12, 1e12).filter(lambda value: not value or abs(value) > 1e-6)


@given(values, values, st.floats(40, 1000), st.sampled_from([NUMBER, KRONOR, PERCENT, TIME]))
def test_every_scale_holds_its_values_and_can_be_written(
    one: float, other: float, height: float, unit: Unit
) -> None:
    lowest, highest = min(one, other), max(one, other)
    scale = value_scale(lowest, highest, height, unit)
    assert scale.lowest <= lowest
    assert highest <= scale.highest
    assert all(
        scale.lowest - scale.step < tick < scale.highest + scale.step for tick in scale.ticks
    )
    assert len(scale.ticks) <= height / 42 + 3
    text = value_text(scale, unit, wording("en"))
    assert len(set(text.labels)) == len(scale.ticks)
    assert all(math.isfinite(tick) for tick in scale.ticks)
