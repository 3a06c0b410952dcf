"""The line in the sand: one noisy period past it is not passed, and what is said is true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.focus_line import (
    Crossing,
    can_have_line,
    crossing_words,
    line_cadence,
    standing,
)
from desktop.core.kpi import Better, Kpi
from desktop.core.period import Cadence
from desktop.core.unit import Unit, UnitKind

KPI = Kpi(name="Orders", unit=Unit(UnitKind.OWN, "orders"))
numbers = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40)


def test_without_values_nothing_is_said():
    assert standing([], 5.0) is None


def test_one_value_past_the_line_is_not_held():
    where = standing([40, 42, 41, 60], 50.0)
    assert where.crossing is Crossing.PASSED
    assert (where.run, where.past, where.known, where.left) == (1, 1, 4, -10.0)
    words = crossing_words(KPI, where, Cadence.MONTH)
    assert words.values["periods"].text == "{n} month"
    assert words.values["periods"].count == 1


def test_a_value_on_the_line_is_past_it():
    assert standing([40, 50], 50.0).crossing is Crossing.PASSED


def test_eight_in_a_row_hold_the_line_and_seven_do_not():
    assert standing([40] + [51] * 8, 50.0).crossing is Crossing.HELD
    assert standing([40] + [51] * 7, 50.0).crossing is Crossing.PASSED


def test_three_clearly_past_it_hold_the_line_once_there_are_limits():
    """Ten values of 40 and 42 in turn, then 60, 60, 60: the eleven changes of the first ten and
    the jump are nine of 2, one of 18 and two of 0, so the mean is 36 / 12 = 3, and half of
    2.66 x 3 is 3.99."""
    values = [40, 42] * 5 + [60, 60, 60]
    assert standing(values, 56.0).crossing is Crossing.HELD  # 4 past it
    assert standing(values, 56.1).crossing is Crossing.PASSED  # 3.9 past it
    assert standing(values[2:], 50.0).crossing is Crossing.PASSED  # eleven: trial limits


def test_back_on_the_near_side_it_says_how_many_were_past():
    where = standing([60, 40, 60, 45], 50.0)
    assert where.crossing is Crossing.NOT_YET
    assert (where.left, where.past, where.known) == (5.0, 2, 4)
    words = crossing_words(KPI, where, Cadence.WEEK)
    assert words.values["past"] == 2
    assert words.values["left"].value == 5.0


def test_a_small_distance_is_told_with_the_decimals_that_it_takes():
    left = crossing_words(KPI, standing([49.97], 50.0), Cadence.MONTH).values["left"]
    assert (round(left.value, 2), left.decimals) == (0.03, 2)
    share = Kpi(name="Conversion", unit=Unit(UnitKind.PERCENT), decimals=1)
    left = crossing_words(share, standing([0.018], 0.02), Cadence.MONTH).values["left"]
    assert (left.points, left.decimals) == (True, 1)


def test_lower_is_better_turns_it_round():
    where = standing([4.0, 3.5, 2.9], 3.0, Better.LOWER)
    assert where.crossing is Crossing.PASSED
    assert where.run == 1
    assert standing([2.5, 3.5], 3.0, Better.LOWER).left == pytest.approx(0.5)


def test_days_are_held_against_the_line_by_the_week():
    assert line_cadence(Kpi(name="", cadence=Cadence.DAY)) is Cadence.WEEK
    assert line_cadence(Kpi(name="", cadence=Cadence.QUARTER)) is Cadence.QUARTER


def test_a_band_has_no_line():
    assert can_have_line(Kpi(name=""))
    assert not can_have_line(Kpi(name="", better=Better.BAND, band_low=1.0))


@given(numbers, st.floats(-1e6, 1e6))
def test_the_run_is_counted_from_the_newest(values, line):
    where = standing(values, line)
    past = [value >= line - 1e-9 * max(abs(line), abs(values[-1])) for value in values]
    run = 0
    while run < len(past) and past[-1 - run]:
        run += 1
    assert where.run == run
    assert (where.crossing is Crossing.NOT_YET) == (run == 0)


@given(numbers, st.floats(-1e6, 1e6))
def test_better_lower_is_the_same_upside_down(values, line):
    up = standing(values, line, Better.HIGHER)
    down = standing([-value for value in values], -line, Better.LOWER)
    assert (up.run, up.past, up.crossing, up.left) == (
        down.run,
        down.past,
        down.crossing,
        down.left,
    )
