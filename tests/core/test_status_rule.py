"""The thresholds of the status, on either side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.assessment import Status
from desktop.core.status_rule import dated_status, direction_status, held_status, likely_status

ON, RISK, OFF = Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK


@pytest.mark.parametrize(
    ("done", "planned", "status"),
    [
        (0.50, 0.50, ON),
        (0.60, 0.50, ON),
        (0.48, 0.50, ON),  # 96 % of the plan
        (0.47, 0.50, RISK),
        (0.39, 0.50, RISK),  # 78 %, and the rest 1.22 times as fast
        (0.37, 0.50, OFF),  # 74 %
        (0.06, 0.08, ON),  # two hundredths of the way
        (0.00, 0.08, RISK),
        (-0.03, 0.08, OFF),
        (0.80, 0.83, RISK),  # 96 % of the plan, but the rest 1.18 times as fast
        (0.72, 0.83, OFF),  # 87 % of the plan, but the rest 1.65 times as fast
        (0.99, 1.00, OFF),  # a plan that is done leaves no time to catch up
        (0.0, -0.1, ON),  # a planned dip
        (-0.1, -0.1, ON),
        (-0.19, -0.1, RISK),
    ],
)
def test_pace(done, planned, status):
    assert dated_status(progress=done, expected=planned, elapsed=0.5) is status


def test_too_little_time_says_nothing_unless_there_is_a_forecast():
    assert dated_status(progress=0, expected=0.04, elapsed=0.04) is Status.TOO_EARLY
    assert dated_status(progress=0, expected=0.04, elapsed=0.04, probability=0.7) is ON


@pytest.mark.parametrize(
    ("probability", "status"), [(0.7, ON), (0.69, RISK), (0.3, RISK), (0.29, OFF)]
)
def test_a_probability_decides(probability, status):
    assert likely_status(probability) is status
    assert dated_status(progress=2, expected=0.5, elapsed=0.5, probability=probability) is status
    assert held_status([True], finished=False, probability=probability) is status


@pytest.mark.parametrize(
    ("held", "status"),
    [
        ("1", ON),
        ("0", RISK),
        ("00", OFF),
        ("1111", ON),
        ("11110", RISK),
        ("01111", ON),
        ("0111", RISK),  # three of four are too few
        ("1111111100", OFF),
        ("001", RISK),
    ],
)
def test_periods_that_held(held, status):
    assert held_status([sign == "1" for sign in held], finished=False) is status


def test_a_goal_that_held_to_its_end():
    assert held_status([True] * 4 + [False], finished=True) is Status.REACHED
    assert held_status([True] * 3 + [False], finished=True) is OFF
    assert held_status([False], finished=True, probability=0.9) is OFF


@pytest.mark.parametrize(
    ("moved", "status"),
    [(0.05, ON), (0.049, RISK), (0.0, RISK), (-0.049, RISK), (-0.05, OFF), (1.5, ON)],
)
def test_direction(moved, status):
    assert direction_status(moved) is status


ORDER = [OFF, RISK, ON]
SHARES = st.floats(-1, 2, allow_nan=False)


@given(SHARES, SHARES, SHARES)
def test_more_progress_is_never_worse(one, other, planned):
    low, high = sorted((one, other))
    statuses = [dated_status(progress=p, expected=planned, elapsed=0.5) for p in (low, high)]
    assert ORDER.index(statuses[0]) <= ORDER.index(statuses[1])
