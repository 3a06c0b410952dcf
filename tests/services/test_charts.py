"""Which plan and target stand in a chart."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, PlanValue
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.services.charts import goal_chart, kpi_chart
from desktop.services.goals import save_goal, save_key_result, save_plan, set_state
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace


def month(number: int, year: int = 2026) -> Period:
    return Period(Cadence.MONTH, date(year, number, 1))


@pytest.fixture
def orders(ws: Workspace) -> int:
    kpi_id = save_kpi(ws, Kpi(name="Orders")).id or 0
    values = {month(number, 2025): float(number) for number in range(1, 13)}
    save_values(ws, kpi_id, values | {month(number): 10.0 * number for number in range(1, 7)})
    return kpi_id


def aim(ws: Workspace, statement: str, *results: KeyResult) -> tuple[int, list[int]]:
    goal = save_goal(
        ws, Goal(statement=statement, start=date(2026, 1, 1), deadline=date(2026, 12, 31))
    )
    saved = [
        save_key_result(
            ws,
            KeyResult(
                goal_id=goal.id or 0,
                kpi_id=result.kpi_id,
                title=result.title,
                baseline=0.0,
                target=result.target,
                comparison=result.comparison,
                done_on=result.done_on,
            ),
        )
        for result in results
    ]
    return goal.id or 0, [result.id or 0 for result in saved]


def test_a_kpi_without_a_goal(ws: Workspace, orders: int) -> None:
    chart = kpi_chart(ws, orders)
    assert (chart.title, chart.cadence) == ("Orders", Cadence.MONTH)
    assert [point.value for point in chart.actual][-6:] == [10.0, 20.0, 30.0, 40.0, 50.0, 60.0]
    assert [point.value for point in chart.last_year] == [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    assert (chart.plan, chart.target) == ((), None)
    with pytest.raises(NotAllowed):
        kpi_chart(ws, 99)


def test_added_up_to_quarters(ws: Workspace, orders: int) -> None:
    chart = kpi_chart(ws, orders, cadence=Cadence.QUARTER)
    assert chart.cadence is Cadence.QUARTER
    assert [point.value for point in chart.actual] == [6.0, 15.0, 24.0, 33.0, 60.0, 150.0]


def test_the_goal_that_uses_a_kpi_lends_it_plan_and_target(ws: Workspace, orders: int) -> None:
    aim(ws, "Else", KeyResult(goal_id=0, title="Opened"))
    goal_id, (result,) = aim(ws, "More", KeyResult(goal_id=0, kpi_id=orders, target=120.0))
    aim(ws, "Later", KeyResult(goal_id=0, kpi_id=orders, target=500.0))
    chart = kpi_chart(ws, orders)
    assert (chart.target, chart.target_day) == (120.0, date(2026, 12, 31))
    assert chart.plan[-1].value == pytest.approx(120.0)
    assert chart == goal_chart(ws, goal_id)
    save_plan(ws, result, [PlanValue(date(2026, 1, 31), 90.0)])
    assert kpi_chart(ws, orders).plan[0].value == 90.0
    set_state(ws, goal_id, GoalState.REACHED)
    assert kpi_chart(ws, orders).target == 500.0


def test_a_goals_chart_is_of_the_weakest_key_result(ws: Workspace, orders: int) -> None:
    goal_id, (strong, weak, done) = aim(
        ws,
        "More",
        KeyResult(goal_id=0, kpi_id=orders, target=60.0),
        KeyResult(goal_id=0, kpi_id=orders, target=900.0),
        KeyResult(goal_id=0, title="Opened", done_on=date(2026, 5, 1)),
    )
    assert weak != strong

    def target(key_result_id: int | None = None) -> float | None:
        chart = goal_chart(ws, goal_id, key_result_id)
        return None if chart is None else chart.target

    assert target() == 900.0
    assert target(strong) == 60.0
    assert target(done) == 900.0  # it has no KPI to chart


def test_a_total_by_quarters_has_its_plan_added_up(ws: Workspace, orders: int) -> None:
    goal_id, _ = aim(
        ws,
        "More",
        KeyResult(goal_id=0, kpi_id=orders, target=365.0, comparison=Comparison.TOTAL),
    )
    chart = goal_chart(ws, goal_id, cadence=Cadence.QUARTER)
    assert chart is not None
    # a straight plan gives every day of 2026 one
    assert [point.value for point in chart.plan] == pytest.approx([90.0, 91.0, 92.0, 92.0])


def test_a_goal_without_numbers_has_no_chart(ws: Workspace) -> None:
    goal_id, _ = aim(ws, "Open", KeyResult(goal_id=0, title="Opened"))
    assert goal_chart(ws, goal_id) is None
