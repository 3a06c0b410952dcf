"""Targets against a KPI's own growth, by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.attainability import Reach, check

GAP = math.nan
FIVE_PERCENT = [100 * 1.05**n for n in range(12)]
NOW = FIVE_PERCENT[-1]


@pytest.mark.parametrize(
    ("growth", "reach", "ratio"),
    [
        (0.00, Reach.WITHIN, 0.0),
        (-0.10, Reach.WITHIN, 0.0),
        (0.05, Reach.WITHIN, 1.0),
        (0.075, Reach.STRETCH, 1.5),
        (0.08, Reach.STRETCH, 1.6),
        (0.10, Reach.DEMANDING, 2.0),
        (0.15, Reach.DEMANDING, 3.0),
        (0.25, Reach.UNSUPPORTED, 5.0),
    ],
)
def test_five_percent_a_month(growth, reach, ratio):
    """The method's own example: 7-8 % is realistic, 25 % is too far."""
    for periods in (1, 6):
        found = check(FIVE_PERCENT, target=NOW * (1 + growth) ** periods, periods=periods)
        assert found.reach is reach
        assert found.needed == pytest.approx(growth, abs=1e-9)
        assert found.own == pytest.approx(0.05)
        assert found.ratio == pytest.approx(ratio, abs=1e-6)
        assert found.relative
        assert found.best == NOW


def test_the_realistic_range_is_from_its_own_growth_to_the_stretch():
    found = check(FIVE_PERCENT, target=NOW, periods=2)
    assert found.realistic == pytest.approx((NOW * 1.05**2, NOW * 1.08**2))


def test_only_the_latest_six_changes_count():
    values = [*range(1, 60), *(100.0 * 1.02**n for n in range(7))]
    assert check(values, target=200, periods=10).own == pytest.approx(0.02)
    assert check([100.0, 110.0], target=120, periods=1).own == pytest.approx(0.10)


def test_lower_is_better():
    falling = [100 * 0.95**n for n in range(10)]
    found = check(falling, target=falling[-1] * 0.92, periods=1, better="lower")
    assert found.reach is Reach.STRETCH
    assert found.ratio == pytest.approx(1.6)
    assert found.best == falling[-1]
    low, high = found.realistic
    assert (low, high) == pytest.approx((falling[-1] * 0.95, falling[-1] * 0.92))
    rising = check(FIVE_PERCENT, target=50, periods=6, better="lower")
    assert (rising.reach, rising.ratio) == (Reach.UNSUPPORTED, math.inf)


def test_below_zero_growth_is_in_the_unit():
    found = check([-100.0, -90.0, -80.0, -70.0], target=-55.0, periods=1)
    assert not found.relative
    assert (found.needed, found.own) == pytest.approx((15.0, 10.0))
    assert found.reach is Reach.STRETCH
    assert found.realistic == pytest.approx((-60.0, -54.0))
    to_nothing = check([40.0, 30.0, 20.0], target=0.0, periods=2, better="lower")
    assert (to_nothing.relative, to_nothing.ratio) == (False, pytest.approx(1.0))
    loss = check([50.0, 40.0, 30.0, 20.0], target=-30.0, periods=2, better="lower")
    assert loss.ratio == pytest.approx(2.5)


def test_a_flat_history_supports_no_growth_but_says_what_is_likely():
    flat = [100.0, 104.0, 97.0, 101.0, 98.0, 103.0, 99.0, 102.0, 96.0, 100.0, 104.0, 97.0]
    found = check(flat, target=103.0, periods=3)
    assert found.reach is Reach.UNSUPPORTED
    assert found.best == 104.0
    assert 0.02 < found.probability < 0.4
    worst, best = found.realistic
    assert 97 < worst < best < 104
    still = check([5.0] * 12, target=5.0, periods=3)
    assert (still.reach, still.ratio, still.needed) == (Reach.WITHIN, 0.0, pytest.approx(0.0))
    assert check([5.0] * 12, target=5.1, periods=3).reach is Reach.UNSUPPORTED


def test_a_season_is_no_growth():
    year = [10.0, 20.0, 30.0, 40.0]
    values = [*year, *(value * 1.21 for value in year), 10 * 1.21**2, 20 * 1.21**2]
    found = check(values, target=40 * 1.21**2, periods=2, season=4)
    assert found.own == pytest.approx(1.21 ** (1 / 4) - 1)
    assert found.ratio == pytest.approx(1.0)
    assert found.reach is Reach.WITHIN
    assert check(values, target=40 * 1.21**2, periods=2).reach is not Reach.WITHIN
    whole = check(values, target=(30 + 40) * 1.21**2, periods=2, season=4, total=True)
    assert whole.ratio == pytest.approx(1.0)
    assert whole.best == pytest.approx((30 + 40) * 1.21)


def test_a_season_below_zero():
    year = [-10.0, 0.0, 10.0, 20.0]
    values = [*year, *(value + 4 for value in year)]
    assert check(values, target=-10 + 8, periods=1, season=4).ratio == pytest.approx(1.0)
    total = check(values, target=20 + 8 * 4, periods=4, season=4, total=True)
    assert (total.own, total.ratio) == pytest.approx((1.0, 1.0))


def test_a_total_of_the_periods_ahead():
    ahead = sum(NOW * 1.08**n for n in (1, 2, 3))
    found = check(FIVE_PERCENT, target=ahead, periods=3, total=True)
    assert found.needed == pytest.approx(0.08)
    assert found.reach is Reach.STRETCH
    assert found.best == pytest.approx(sum(FIVE_PERCENT[-3:]))
    assert found.realistic[1] == pytest.approx(ahead)


@pytest.mark.parametrize("values", [[], [5.0], [GAP, 5.0, GAP]])
def test_one_value_says_too_little(values):
    found = check(values, target=10.0, periods=3)
    assert found.reach is Reach.UNKNOWN
    assert (found.ratio, found.probability, found.realistic) == (None, None, None)


def test_two_values_say_growth_but_no_probability():
    found = check([100.0, 110.0], target=500.0, periods=1)
    assert (found.reach, found.probability) == (Reach.UNSUPPORTED, None)


def test_gaps_are_no_growth():
    with_gaps = [100.0, GAP, 100 * 1.1**2, 100 * 1.1**3, GAP]
    assert check(with_gaps, target=200.0, periods=1).own == pytest.approx(0.1)


def test_wrong_use():
    with pytest.raises(ValueError, match="better"):
        check([1.0, 2.0], target=1.0, periods=1, better="band")
    with pytest.raises(ValueError, match="ahead"):
        check([1.0, 2.0], target=1.0, periods=0)


@given(
    st.lists(st.floats(1, 1e4), min_size=2, max_size=15),
    st.floats(1, 1e4),
    st.integers(1, 8),
    st.floats(0.01, 100),
)
def test_the_unit_makes_no_difference_and_a_mirror_turns_the_direction(
    values, target, periods, scale
):
    found = check(values, target=target, periods=periods)
    scaled = check([v * scale for v in values], target=target * scale, periods=periods)
    assert scaled.needed == pytest.approx(found.needed, abs=1e-6)
    below = check([-v for v in values], target=-target, periods=periods, better="lower")
    assert below.best == -found.best
    assert (below.ratio == 0) == (found.ratio == 0)
