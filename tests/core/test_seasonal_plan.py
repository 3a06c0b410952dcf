"""Seasonal plans of goals, by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.plan import plan_at
from desktop.core.seasonal_plan import season_before, seasonal_steps
from desktop.core.series import Series

YEAR = [0.5, 0.75, 1.25, 1.5]
GOAL = Goal(statement="Sell more", start=date(2026, 1, 1), deadline=date(2026, 12, 31))
QUARTERLY = Kpi(name="Sales", cadence=Cadence.QUARTER)


def quarters(values: list[float], kpi: Kpi = QUARTERLY, first: date = date(2024, 1, 1)) -> Series:
    begin = Period.containing(Cadence.QUARTER, first)
    return Series(kpi, [Measurement(begin.shift(n), value) for n, value in enumerate(values)])


TWO_YEARS = quarters([100 * factor for factor in YEAR * 2])


def total(target: float) -> KeyResult:
    return KeyResult(goal_id=1, kpi_id=1, target=target, comparison=Comparison.TOTAL)


def test_a_total_is_shared_as_the_years_before() -> None:
    steps = seasonal_steps(GOAL, total(800.0), TWO_YEARS, 0.0)
    assert [(step.day.month, step.value) for step in steps] == [
        (3, pytest.approx(100)),
        (6, pytest.approx(250)),
        (9, pytest.approx(500)),
        (12, 800.0),
    ]
    # the half of a quarter is half of its share
    assert plan_at(total(800.0), GOAL, steps, date(2026, 5, 15)) == pytest.approx(
        100 + 150 * 45 / 91
    )


def test_a_level_grows_by_the_line_times_its_season() -> None:
    level = KeyResult(goal_id=1, kpi_id=1, target=300.0)
    steps = seasonal_steps(GOAL, level, TWO_YEARS, 150.0)
    assert [step.value for step in steps] == pytest.approx([62.5, 112.5, 218.75, 300.0])


def test_the_goal_s_own_year_does_not_shape_its_plan() -> None:
    longer = quarters([100 * factor for factor in [*YEAR, *YEAR, 9, 9]])
    assert seasonal_steps(GOAL, total(800.0), longer, 0.0) == seasonal_steps(
        GOAL, total(800.0), TWO_YEARS, 0.0
    )


def test_a_goal_that_begins_in_the_middle_of_the_year_begins_with_that_season() -> None:
    half = Goal(statement="Sell more", start=date(2026, 7, 1), deadline=date(2026, 12, 31))
    known = quarters([100 * factor for factor in [*YEAR, *YEAR, 0.5, 0.75]])
    steps = seasonal_steps(half, total(550.0), known, 0.0)
    assert [step.value for step in steps] == pytest.approx([250, 550])


@pytest.mark.parametrize(
    ("goal", "key_result", "series"),
    [
        (GOAL, total(800.0), quarters([100.0] * 7)),  # less than two years
        (GOAL, total(800.0), quarters([100.0] * 8)),  # no season in them
        (Goal(statement="Sell more", start=date(2026, 1, 1)), total(800.0), TWO_YEARS),
        (GOAL, KeyResult(goal_id=1, kpi_id=1), TWO_YEARS),
        (
            GOAL,
            KeyResult(goal_id=1, kpi_id=1, target=80.0, comparison=Comparison.PER_PERIOD),
            TWO_YEARS,
        ),
        (GOAL, KeyResult(goal_id=1, kpi_id=1, target=100.0), TWO_YEARS),  # it is held already
        (
            GOAL,
            KeyResult(goal_id=1, kpi_id=1, target=300.0),
            quarters([100.0] * 8, Kpi(name="Sales", better=Better.BAND, cadence=Cadence.QUARTER)),
        ),
    ],
)
def test_otherwise_the_plan_is_straight(goal: Goal, key_result: KeyResult, series: Series) -> None:
    assert seasonal_steps(goal, key_result, series, 150.0) == ()


def test_days_follow_their_months_and_a_part_of_a_month_its_part() -> None:
    """July to December sell three times as much a day as January to June."""
    kpi = Kpi(name="Orders", cadence=Cadence.DAY, add_up=AddUp.SUM)
    first, last = date(2024, 1, 1), date(2025, 12, 31)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    series = Series(
        kpi,
        [Measurement(Period(Cadence.DAY, day), 10.0 if day.month < 7 else 30.0) for day in days],
    )
    goal = Goal(statement="Sell", start=date(2026, 6, 16), deadline=date(2026, 7, 31))
    steps = seasonal_steps(goal, total(1080.0), series, 0.0)
    # half of June at one, July at three times 31/30: 0.5 to 3.1
    assert [step.day for step in steps] == [date(2026, 6, 30), date(2026, 7, 31)]
    assert steps[0].value == pytest.approx(1080 * 0.5 / 3.6, rel=0.01)
    assert season_before(series, goal.start) is not None
