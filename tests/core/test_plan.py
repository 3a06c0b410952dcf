"""The plan at a day, by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.goal import Comparison, PlanValue
from desktop.core.kpi import Better
from desktop.core.plan import elapsed, holds, plan_at
from tests.core.fixtures import goal_of_2026, open_goal, result

GOAL = goal_of_2026()
LEVEL = result(baseline=300.0, target=400.0)
TOTAL = result(target=3650.0, comparison=Comparison.TOTAL)
EACH = result(target=400.0, comparison=Comparison.PER_PERIOD)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2025, 6, 1), 300.0),
        (date(2025, 12, 31), 300.0),
        (date(2026, 1, 31), 300 + 100 * 31 / 365),
        (date(2026, 10, 31), 300 + 100 * 304 / 365),
        (date(2026, 12, 31), 400.0),
        (date(2027, 6, 1), 400.0),
    ],
)
def test_a_straight_level(day, value):
    assert plan_at(LEVEL, GOAL, (), day) == pytest.approx(value)


def test_a_straight_total_is_proportional_to_the_time_gone():
    assert plan_at(TOTAL, GOAL, (), date(2026, 1, 10)) == pytest.approx(100.0)
    assert plan_at(TOTAL, GOAL, (), date(2026, 12, 31)) == 3650.0
    mid_month = goal_of_2026(start=date(2026, 1, 15))
    whole_month = plan_at(TOTAL, mid_month, (), date(2026, 1, 10), start=date(2026, 1, 1))
    assert whole_month == pytest.approx(100.0)


def test_typed_steps_are_corners_of_the_line():
    steps = [
        PlanValue(date(2026, 6, 30), 320.0),
        PlanValue(date(2026, 7, 10), 340.0),
        PlanValue(date(2027, 1, 31), 999.0),  # past the deadline
    ]
    assert plan_at(LEVEL, GOAL, steps, date(2026, 6, 30)) == 320.0
    assert plan_at(LEVEL, GOAL, steps, date(2026, 7, 5)) == 330.0
    half = date(2026, 7, 10) + timedelta(days=87)  # of the 174 days left
    assert plan_at(LEVEL, GOAL, steps, half) == 370.0
    assert plan_at(LEVEL, GOAL, steps, date(2027, 3, 1)) == 400.0
    last = [PlanValue(date(2026, 12, 31), 390.0)]
    assert plan_at(LEVEL, GOAL, last, date(2026, 12, 31)) == 390.0


def test_typed_steps_of_a_total_begin_at_zero():
    steps = [PlanValue(date(2026, 1, 31), 62.0)]
    assert plan_at(TOTAL, GOAL, steps, date(2026, 1, 1)) == 2.0


def test_every_period_is_planned_to_be_the_target_or_the_step_in_force():
    steps = [PlanValue(date(2026, 6, 30), 350.0), PlanValue(date(2026, 3, 31), 320.0)]
    assert plan_at(EACH, GOAL, (), date(2026, 2, 28)) == 400.0
    assert [plan_at(EACH, GOAL, steps, date(2026, month, 28)) for month in (1, 3, 4, 6, 7)] == [
        320.0,
        320.0,
        350.0,
        350.0,
        400.0,
    ]
    assert plan_at(EACH, open_goal(), (), date(2030, 1, 1)) == 400.0


def test_a_level_to_be_held_is_planned_to_stay():
    keep = result(baseline=400.0, target=400.0)
    assert plan_at(keep, GOAL, (), date(2026, 5, 1)) == 400.0
    assert plan_at(result(target=400.0), GOAL, (), date(2026, 5, 1), baseline=450.0) == 400.0
    lower = result(baseline=5.0, target=8.0)
    assert plan_at(lower, GOAL, (), date(2026, 5, 1), better=Better.LOWER) == 8.0


def test_no_plan():
    assert plan_at(LEVEL, open_goal(), (), date(2026, 5, 1)) is None
    assert plan_at(TOTAL, open_goal(), (), date(2026, 5, 1)) is None
    assert plan_at(result(baseline=1.0), GOAL, (), date(2026, 5, 1)) is None
    assert plan_at(result(target=1.0), GOAL, (), date(2026, 5, 1)) is None


def test_without_a_baseline_the_line_begins_at_the_first_step():
    steps = [PlanValue(date(2026, 6, 30), 320.0)]
    kr = result(target=400.0)
    assert plan_at(kr, GOAL, steps, date(2026, 2, 1)) == 320.0
    assert plan_at(kr, GOAL, steps, date(2026, 9, 30)) == 360.0


def test_what_counts_as_holding():
    assert holds(result(target=10.0, baseline=0.0), 12.0, Better.HIGHER)
    assert not holds(result(target=10.0), 12.0, Better.LOWER)
    assert not holds(result(target=10.0), None, Better.HIGHER)
    assert not holds(result(), 12.0, Better.HIGHER)
    ceiling = result(target=10.0, comparison=Comparison.TOTAL)
    assert holds(ceiling, 500.0, Better.LOWER)
    assert not holds(ceiling, 500.0, Better.HIGHER)
    assert not holds(result(target=10.0, comparison=Comparison.PER_PERIOD), 12.0, Better.HIGHER)


def test_time_gone():
    assert elapsed(date(2026, 1, 1), date(2026, 1, 10), date(2026, 1, 1)) == 0.1
    assert elapsed(date(2026, 1, 1), date(2026, 1, 10), date(2025, 1, 1)) == 0.0
    assert elapsed(date(2026, 1, 1), date(2026, 1, 10), date(2027, 1, 1)) == 1.0
    assert elapsed(date(2026, 2, 1), date(2026, 1, 1), date(2026, 1, 1)) == 1.0


VALUES = st.integers(-1000, 1000).map(float)


@given(VALUES, VALUES, st.dates(date(2025, 6, 1), date(2027, 6, 1)))
def test_the_plan_of_a_mirrored_goal_is_its_mirror(baseline, target, day):
    up = plan_at(result(baseline=baseline, target=target), GOAL, (), day, better=Better.HIGHER)
    down = plan_at(result(baseline=-baseline, target=-target), GOAL, (), day, better=Better.LOWER)
    assert down == pytest.approx(-up)
    assert min(baseline, target) - 1e-9 <= up <= max(baseline, target) + 1e-9
