"""Seasons and the plans that follow them, by hand."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.seasonal import Season, level_path, season_of, total_path

GAP = math.nan
YEAR = [0.5, 0.75, 1.25, 1.5]


def test_a_season_without_noise_is_kept_whole():
    found = season_of([100 * f for f in YEAR * 2], 4)
    assert found == Season(tuple(pytest.approx(f) for f in YEAR), True, 1.0)


def test_growth_is_no_season():
    found = season_of([100.0 + 2 * n for n in range(36)], 12)
    assert found.factors == pytest.approx([1.0] * 12, abs=0.002)


def test_noise_is_no_season():
    chance = random.Random(3)
    found = season_of([100 + chance.gauss(0, 20) for _ in range(48)], 12)
    assert found.strength < 0.5
    assert max(abs(factor - 1) for factor in found.factors) < 0.12


def test_a_weak_season_is_drawn_towards_a_straight_year():
    chance = random.Random(4)
    noisy = [100 * f + chance.gauss(0, 40) for f in YEAR * 3]
    found = season_of(noisy, 4)
    assert 0.3 < found.strength < 1.0
    assert sum(found.factors) == pytest.approx(4)


def test_the_factors_begin_with_the_first_value():
    values = [100 * f for f in [*YEAR[2:], *YEAR, *YEAR]]  # two periods before the whole years
    found = season_of(values, 4)
    assert [found.at(n) for n in range(4)] == pytest.approx([1.25, 1.5, 0.5, 0.75])
    assert found.at(10) == found.at(2)


def test_values_below_zero_have_differences():
    found = season_of([-30.0, -10.0, 10.0, 30.0] * 2, 4)
    assert found.factors == pytest.approx([-30, -10, 10, 30])
    assert not found.ratios


@pytest.mark.parametrize(
    ("values", "season"),
    [
        ([1.0] * 23, 12),
        ([1.0] * 24, 1),
        ([], 12),
        ([1.0, GAP, GAP, 2.0] * 2, 4),
        ([1.0, 2.0, 3.0, GAP] * 2, 4),  # three quarters are known, but never the last place
    ],
)
def test_too_little_for_a_season(values, season):
    assert season_of(values, season) is None


def test_a_gap_does_no_harm():
    values = [100 * f for f in YEAR * 3]
    values[5] = GAP
    assert season_of(values, 4).factors == pytest.approx(YEAR, abs=0.12)


def test_a_total_follows_the_season_and_sums_right():
    season = Season(tuple(YEAR), True, 1.0)
    assert total_path(season, 400.0, first=8, count=4) == pytest.approx((50, 125, 250, 400))
    assert total_path(season, 400.0, first=10, count=2) == pytest.approx((400 * 1.25 / 2.75, 400))
    apart = Season((-30.0, -10.0, 10.0, 30.0), False, 1.0)
    assert total_path(apart, 80.0, first=0, count=4) == pytest.approx((-10, 0, 30, 80))


def test_a_level_follows_the_season_between_its_ends():
    season = Season((0.5, 1.0, 1.5, 1.0), True, 1.0)
    path = level_path(season, 100.0, 140.0, first=4, count=4)
    assert path == pytest.approx((55, 120, 195, 140))
    apart = Season((-5.0, 0.0, 5.0, 0.0), False, 1.0)
    assert level_path(apart, 0.0, 40.0, first=0, count=4) == pytest.approx((5, 20, 35, 40))


@given(
    st.lists(st.floats(1, 1e4), min_size=8, max_size=40),
    st.floats(1, 1e5),
    st.integers(0, 20),
    st.integers(1, 12),
)
def test_plans_end_at_their_targets_and_rise_all_the_way(values, target, first, count):
    season = season_of(values, 4)
    total = total_path(season, target, first=first, count=count)
    assert total[-1] == target
    assert len(total) == count
    assert level_path(season, 5.0, target, first=first, count=count)[-1] == pytest.approx(target)
    assert sum(season.factors) == pytest.approx(4)
    assert 0 <= season.strength <= 1


def test_a_part_of_a_period_has_its_part_of_the_total():
    ratios = Season(tuple(YEAR), True, 1.0)
    assert total_path(ratios, 375.0, first=0, count=4, parts=[0.5, 1, 1, 1]) == pytest.approx(
        (25, 100, 225, 375)
    )
    differences = Season((-30.0, -10.0, 10.0, 30.0), False, 1.0)
    assert total_path(differences, 400.0, first=0, count=4, parts=[0.5, 1, 1, 1]) == (
        pytest.approx((40, 140, 260, 400))
    )
