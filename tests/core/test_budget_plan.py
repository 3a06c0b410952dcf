"""A budget as the steps of a plan, by hand."""

from __future__ import annotations

from datetime import date

from desktop.core.budget_plan import budget_steps
from desktop.core.goal import Comparison, PlanValue
from desktop.core.period import Cadence, Period

START, END = date(2026, 2, 1), date(2026, 4, 15)
BUDGET = [
    (Period(Cadence.MONTH, date(2026, month, 1)), value)
    for month, value in ((3, 30.0), (1, 10.0), (2, 20.0), (4, 40.0), (5, 50.0))
]


def test_a_total_has_the_running_sum_of_the_goal_s_periods() -> None:
    assert budget_steps(BUDGET, Comparison.TOTAL, START, END) == (
        PlanValue(date(2026, 2, 28), 20.0),
        PlanValue(date(2026, 3, 31), 50.0),
        PlanValue(END, 90.0),
    )


def test_anything_else_has_the_values_themselves() -> None:
    for comparison in (Comparison.LEVEL, Comparison.PER_PERIOD):
        steps = budget_steps(BUDGET, comparison, START, END)
        assert [step.value for step in steps] == [20.0, 30.0, 40.0]


def test_other_years_give_none() -> None:
    assert budget_steps(BUDGET, Comparison.TOTAL, date(2027, 1, 1), date(2027, 12, 31)) == ()
