"""Progress by hand and by its properties."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.core.kpi import Better
from desktop.core.progress import at_or_beyond, hold_share, inside, progress

VALUES = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 3))


@pytest.mark.parametrize(
    ("baseline", "current", "target", "expected"),
    [
        (100, 150, 200, 0.5),
        (10, 8, 5, 0.4),  # lower is better
        (-20, -5, 10, 0.5),
        (-10, -40, -50, 0.75),
        (100, 220, 200, 1.2),  # overshoot
        (100, 90, 200, -0.1),  # regress
        (10, 12, 5, -0.4),
        (0, 0, 5, 0.0),
    ],
)
def test_the_way_covered(baseline, current, target, expected):
    assert progress(baseline, current, target) == pytest.approx(expected)


def test_equal_baseline_and_target_is_to_hold():
    assert progress(50, 50, 50) == 1.0
    assert progress(50, 60, 50) == 1.0
    assert progress(50, 49, 50) == 0.0
    assert progress(50, 49, 50, better=Better.LOWER) == 1.0
    assert progress(50, 51, 50, better=Better.LOWER) == 0.0


@given(VALUES, VALUES, VALUES)
def test_a_mirrored_goal_is_as_far(baseline, current, target):
    assume(baseline != target)
    there = progress(baseline, current, target)
    assert progress(-baseline, -current, -target) == there
    assert at_or_beyond(current, target, Better.HIGHER) == at_or_beyond(
        -current, -target, Better.LOWER
    )


@given(VALUES, VALUES)
def test_the_ends_of_the_way(baseline, target):
    assume(baseline != target)
    assert progress(baseline, baseline, target) == 0.0
    assert progress(baseline, target, target) == 1.0
    beyond = progress(baseline, target + (target - baseline), target)
    assert beyond == pytest.approx(2.0, rel=1e-3)


@given(VALUES, VALUES, VALUES)
def test_at_the_target_exactly_when_all_the_way_is_covered(baseline, current, target):
    assume(abs(baseline - target) > 0.01)
    better = Better.HIGHER if target > baseline else Better.LOWER
    assert at_or_beyond(current, target, better) == (
        progress(baseline, current, target) >= 1 or current == pytest.approx(target, rel=1e-9)
    )


def test_rounding_of_sums_does_not_miss_the_target():
    assert at_or_beyond(sum([0.1] * 10), 1.0, Better.HIGHER)
    assert at_or_beyond(0.1 + 0.2, 0.3, Better.LOWER)


def test_shares_of_periods():
    assert hold_share([5, 4, 6, 5], 5, Better.HIGHER) == 0.75
    assert hold_share([5, 4, 6, 7], 5, Better.LOWER) == 0.5
    assert hold_share([], 5, Better.HIGHER) is None
    assert [inside(value, 2, 3) for value in (1, 2, 3, 4)] == [False, True, True, False]
    assert [inside(value, None, 3) for value in (1, 2, 3, 4)] == [True, True, True, False]
    assert [inside(value, 4, None) for value in (1, 2, 3, 4)] == [False, False, False, True]
    assert inside(7, None, None)
