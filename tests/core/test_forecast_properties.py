"""What holds of every forecast, whatever the history."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.core.forecast import Forecast, forecast

GAP = math.nan
SHARE = 0.002  # of the courses: two of a thousand

seasons = st.sampled_from([1, 4, 7, 12])
horizons = st.integers(1, 15)
levels = st.floats(0.01, 0.99)
kinds = st.sampled_from(["any", "above zero", "whole", "sparse", "huge", "tiny"])


@st.composite
def histories(draw: st.DrawFn, least: int = 4) -> list[float]:
    """At least ``least`` known values, and gaps among them."""
    values = {
        "any": st.floats(-1e6, 1e6),
        "above zero": st.floats(0.01, 1e4),
        "whole": st.integers(-5, 50).map(float),
        "sparse": st.sampled_from([0.0, 0.0, 0.0, 1.0, 7.0]),
        "huge": st.floats(-1e250, 1e250),
        "tiny": st.floats(0, 1e-250),
    }[draw(kinds)]
    known = draw(st.lists(values, min_size=least, max_size=40))
    for place in draw(st.lists(st.integers(0, len(known)), max_size=6)):
        known.insert(place, GAP)
    return known


def ends(found: Forecast, *, total: bool, level: float) -> tuple[float, float]:
    if total:
        return found.total_interval(level)
    low, high = found.interval(level)
    return float(low[-1]), float(high[-1])


@settings(deadline=None, max_examples=60)
@given(histories(), seasons, horizons, st.lists(levels, min_size=2, max_size=5))
def test_a_surer_range_holds_the_others(values, season, horizon, chosen):
    found = forecast(values, season=season, horizon=horizon)
    assert np.isfinite(found.mean).all()
    ranges = [found.interval(level) for level in sorted(chosen)]
    sums = [found.total_interval(level) for level in sorted(chosen)]
    for (low, high), (lower, higher) in pairwise(ranges):
        assert (lower <= low).all()
        assert (low <= high).all()
        assert (high <= higher).all()
    for (low, high), (lower, higher) in pairwise(sums):
        assert lower <= low <= high <= higher


@settings(deadline=None, max_examples=60)
@given(histories(), seasons, horizons, levels, st.booleans())
def test_the_probability_and_the_ranges_tell_the_same(values, season, horizon, level, total):
    found = forecast(values, season=season, horizon=horizon)
    low, high = ends(found, total=total, level=level)
    tail = (1 - level) / 2
    assert found.probability(low, total=total) >= 1 - tail - SHARE
    assert found.probability(high, better="lower", total=total) >= 1 - tail - SHARE
    if low < high:
        beyond = high + 0.001 * (high - low)
        assert found.probability(beyond, total=total) <= tail + SHARE
        beneath = low - 0.001 * (high - low)
        assert found.probability(beneath, better="lower", total=total) <= tail + SHARE


@settings(deadline=None, max_examples=60)
@given(histories(), seasons, horizons, st.floats(-1e6, 1e6), st.floats(0, 1e6), st.booleans())
def test_more_is_never_more_likely(values, season, horizon, target, more, total):
    found = forecast(values, season=season, horizon=horizon)
    higher, lower = (
        [found.probability(each, better=better, total=total) for each in (target, target + more)]
        for better in ("higher", "lower")
    )
    assert 0.001 <= higher[1] <= higher[0] <= 0.999
    assert 0.001 <= lower[0] <= lower[1] <= 0.999
    assert higher[0] + lower[0] >= 1 - SHARE


@settings(deadline=None, max_examples=40)
@given(histories(), seasons)
def test_the_sum_of_one_period_is_that_period(values, season):
    found = forecast(values, season=season, horizon=1)
    assert found.total == found.mean[0]
    low, high = found.interval(0.8)
    assert found.total_interval(0.8) == (low[0], high[0])
    middle = float(found.mean[0])
    assert found.probability(middle, total=True) == found.probability(middle)


@settings(deadline=None, max_examples=40)
@given(histories(), seasons, horizons, st.integers(1, 5))
def test_gaps_at_the_ends_are_only_time(values, season, horizon, count):
    found = forecast(values, season=season, horizon=horizon + count)
    early = forecast([GAP] * count + values, season=season, horizon=horizon + count)
    assert (early.paths == found.paths).all()
    late = forecast(values + [GAP] * count, season=season, horizon=horizon)
    assert late.paths.shape[1] == horizon
    assert late.mean == pytest.approx(found.mean[count:], rel=1e-9, abs=0)


@settings(deadline=None, max_examples=40)
@given(histories(), seasons, horizons, st.sampled_from([2.0**-20, 0.5, 4.0, 2.0**30]))
def test_the_unit_makes_no_difference(values, season, horizon, scale):
    """A power of two changes no digit of a value, so nothing but the size may change."""
    size = max(abs(value) for value in values if not math.isnan(value))
    assume(size == 0 or size > 1e-200)  # the smallest numbers there are have few digits
    found = forecast(values, season=season, horizon=horizon)
    scaled = forecast([scale * value for value in values], season=season, horizon=horizon)
    assert scaled.mean == pytest.approx(scale * found.mean, rel=1e-6)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.floats(0, 1e6), min_size=4, max_size=40), seasons, horizons)
def test_nothing_below_zero_comes_of_a_history_without(values, season, horizon):
    found = forecast(values, season=season, horizon=horizon)
    assert (found.paths >= 0).all()


@settings(deadline=None, max_examples=30)
@given(histories(least=0), seasons, horizons)
def test_the_same_history_the_same_answer(values, season, horizon):
    once, again = (forecast(values, season=season, horizon=horizon) for _ in range(2))
    assert np.array_equal(once.paths, again.paths, equal_nan=True)
    assert once.enough == (sum(not math.isnan(value) for value in values) >= 4)


@pytest.mark.parametrize("level", [0.0, 1.0, -0.5, 1.5, GAP])
def test_a_level_is_a_part(level):
    with pytest.raises(ValueError, match="level"):
        forecast([1.0, 2.0, 1.5, 2.5], season=1, horizon=1).interval(level)


def test_a_target_is_a_number():
    found = forecast([1.0, 2.0, 1.5, 2.5], season=1, horizon=2)
    with pytest.raises(ValueError, match="number"):
        found.probability(GAP)
    assert found.probability(math.inf) == found.probability(-math.inf, better="lower") == 0.001
    assert found.probability(-math.inf) == found.probability(math.inf, better="lower") == 0.999
