"""How goals stand, and what needs attention, on 15 July 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.core.assessment import Status
from desktop.core.company import Company, Person
from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, Milestone, PlanValue
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.need import Action
from desktop.core.period import Cadence, Period
from desktop.services.company import company, save_person
from desktop.services.goals import save_goal, save_key_result, save_milestone, save_plan, set_state
from desktop.services.kpis import kpi_rows, save_kpi
from desktop.services.measurements import save_measurements, save_values
from desktop.services.overview import goal_view, overview
from desktop.services.workspace import Workspace

YEAR = {"start": date(2026, 1, 1), "deadline": date(2026, 12, 31)}


def month(number: int, year: int = 2026) -> Period:
    return Period(Cadence.MONTH, date(year, number, 1))


def measured(ws: Workspace, name: str, values: dict[Period, float]) -> int:
    kpi = save_kpi(ws, Kpi(name=name, cadence=next(iter(values)).cadence))
    save_values(ws, kpi.id or 0, dict(values))
    return kpi.id or 0


def aim(ws: Workspace, statement: str, kpi_id: int, target: float, **fields: object) -> int:
    goal = save_goal(ws, Goal(statement=statement, **YEAR))  # type: ignore[arg-type]
    result = KeyResult(goal_id=goal.id or 0, kpi_id=kpi_id, baseline=0.0, target=target)
    save_key_result(ws, replace(result, **fields))  # type: ignore[arg-type]
    return goal.id or 0


def test_a_goal_on_the_overview(ws: Workspace) -> None:
    eva = save_person(ws, Person(name="Eva"))
    orders = measured(ws, "Orders", {month(number): 10.0 for number in range(1, 8)})
    goal = save_goal(ws, Goal(statement="More orders", owner_id=eva.id, **YEAR))  # type: ignore[arg-type]
    result = save_key_result(
        ws,
        KeyResult(
            goal_id=goal.id or 0,
            kpi_id=orders,
            target=100.0,
            comparison=Comparison.TOTAL,
            owner_id=eva.id,
        ),
    )
    save_plan(ws, result.id or 0, [PlanValue(date(2026, 6, 30), 50.0)])
    opened = save_key_result(
        ws, KeyResult(goal_id=goal.id or 0, title="Opened", done_on=date(2026, 5, 1))
    )
    door = save_milestone(ws, Milestone(goal_id=goal.id or 0, title="Door", due=date(2026, 9, 1)))
    shown = overview(ws)
    assert shown.company == company(ws)
    assert [need.action for need in shown.needs] == [Action.CHECK_IN, Action.REVIEW]
    (view,) = shown.goals
    assert view == goal_view(ws, goal.id or 0)
    assert (view.goal, view.owner, view.milestones) == (goal, "Eva", (door,))
    numbers, done = view.results
    assert numbers.key_result == result
    assert numbers.kpi is not None
    assert numbers.kpi.name == "Orders"
    assert (numbers.owner, done.owner, done.kpi, done.recent) == ("Eva", "", None, ())
    assert numbers.plan == (PlanValue(date(2026, 6, 30), 50.0),)
    # six full months of ten; July is not over
    assert numbers.recent == (10.0,) * 6
    assert numbers.assessment.current == 60.0
    assert numbers.assessment.expected == 50.0
    assert numbers.assessment.status is Status.ON_TRACK
    assert numbers.assessment.partial == Measurement(month(7), 10.0)
    assert done.key_result == opened
    assert done.assessment.status is Status.REACHED
    assert shown.as_of == view.assessment.as_of


def test_only_active_goals_are_on_the_overview_but_every_goal_can_be_seen(ws: Workspace) -> None:
    goal = save_goal(ws, Goal(statement="More", start=date(2026, 1, 1)))
    assert [view.goal for view in overview(ws).goals] == [goal]
    for state in (GoalState.DRAFT, GoalState.REACHED, GoalState.MISSED, GoalState.DROPPED):
        set_state(ws, goal.id or 0, state)
        assert overview(ws).goals == ()
        assert goal_view(ws, goal.id or 0).goal.state is state
    assert overview(ws).as_of is None
    with pytest.raises(NotAllowed):
        goal_view(ws, 99)


def test_what_is_read_of_the_years_before_decides_the_baseline_only(ws: Workspace) -> None:
    """A level without a typed baseline begins at the newest value from before the goal."""
    days = {Period(Cadence.DAY, date(2024, 1, 1) + timedelta(days=n)): float(n) for n in range(926)}
    orders = measured(ws, "Orders", days)
    goal_id = aim(ws, "More", orders, 2000.0, baseline=None)
    assessment = goal_view(ws, goal_id).results[0].assessment
    # 31 December 2025 is day 730, 14 July 2026 day 925
    assert assessment.current == 925.0
    assert assessment.progress == pytest.approx((925 - 730) / (2000 - 730))


def test_what_needs_attention_the_most_pressing_first(ws: Workspace) -> None:
    off = measured(ws, "Off", {month(number): 1.0 for number in range(1, 7)})
    late = measured(ws, "Late", {month(1): 1.0})
    empty = save_goal(ws, Goal(statement="Empty", **YEAR))  # type: ignore[arg-type]
    aim(ws, "Outdated", late, 1000.0, comparison=Comparison.TOTAL)
    aim(ws, "Outdated as well", late, 1000.0, comparison=Comparison.TOTAL)
    behind = aim(ws, "Behind", off, 1000.0, comparison=Comparison.TOTAL)
    over = save_goal(ws, Goal(statement="Over", start=date(2026, 1, 1), deadline=date(2026, 6, 30)))
    save_key_result(ws, KeyResult(goal_id=over.id or 0, title="Opened", done_on=date(2026, 5, 1)))
    save_milestone(ws, Milestone(goal_id=over.id or 0, title="Door", due=date(2026, 7, 14)))
    save_milestone(ws, Milestone(goal_id=over.id or 0, title="Roof", due=date(2026, 7, 15)))
    save_milestone(
        ws,
        Milestone(
            goal_id=over.id or 0, title="Walls", due=date(2026, 2, 1), done_on=date(2026, 3, 1)
        ),
    )
    needs = overview(ws).needs
    assert [(need.message.text, need.page, need.target_id) for need in needs] == [
        ("“{goal}”: {reason}", "follow_up/check_ins", behind),
        ("{kpi}: {reason}", "kpis", late),
        ("“{goal}” ended on {day}. Was it reached?", "goals", over.id),
        (
            "The milestone “{title}” was due on {day}. Why was it missed?",
            "follow_up/check_ins",
            over.id,
        ),
        ("{n} goal waits for its first check-in.", "follow_up/check_ins", None),
        ("{period} is over. What is there to learn from it?", "follow_up/reviews", None),
        ("“{goal}” has no key result yet.", "goals", empty.id),
    ]
    assert needs[3].message.values["title"] == "Door"


def test_goals_at_risk_come_after_those_off_track(ws: Workspace) -> None:
    orders = [12.0, 8.0, 11.0, 9.0, 13.0, 7.0]
    kpi_id = measured(ws, "Orders", {month(n + 1): value for n, value in enumerate(orders)})
    risky = aim(ws, "Risky", kpi_id, 120.0, comparison=Comparison.TOTAL)
    lost = aim(ws, "Lost", kpi_id, 1000.0, comparison=Comparison.TOTAL)
    assert goal_view(ws, risky).assessment.status is Status.AT_RISK
    assert [need.target_id for need in overview(ws).needs][:2] == [lost, risky]


def test_many_goals_are_counted(ws: Workspace) -> None:
    eva = save_person(ws, Person(name="Eva"))
    for number in range(6):
        goal = save_goal(
            ws,
            Goal(
                statement=f"Goal {number}",
                start=date(2026, 1, 1),
                owner_id=eva.id if number < 4 else None,
            ),
        )
        save_key_result(ws, KeyResult(goal_id=goal.id or 0, title="A"))
    company_need, owner_need = overview(ws).needs[-2:]
    assert company_need.message.values == {"n": 6, "most": 5}
    assert owner_need.message.values == {"n": 4, "most": 3, "owner": "Eva"}


def test_what_it_costs_does_not_grow_with_the_years(path: Path) -> None:
    """Counted in SQLite's own steps, which depend on no other program."""

    def cost(years: int) -> int:
        place = path.with_name(f"{years}.sikte")
        with Workspace.create(place, Company(name="AB"), today=lambda: date(2026, 7, 15)) as ws:
            newest = Period(Cadence.DAY, date(2026, 7, 14))
            days = 365 * years
            for number in range(3):
                kpi = save_kpi(ws, Kpi(name=f"Kpi {number}", cadence=Cadence.DAY))
                save_measurements(
                    ws,
                    kpi.id or 0,
                    [Measurement(newest.shift(-n), 1.0) for n in range(days)],
                )
                aim(ws, f"Goal {number}", kpi.id or 0, 300.0, comparison=list(Comparison)[number])
            save_kpi(ws, Kpi(name="Rate", cadence=Cadence.MONTH, formula="kpi_0 / kpi_1"))
            steps = 0

            def count() -> int:
                nonlocal steps
                steps += 1
                return 0

            ws.connection.set_progress_handler(count, 100)
            overview(ws)
            kpi_rows(ws)
            ws.connection.set_progress_handler(None, 100)
        return steps

    assert cost(10) <= cost(3) * 1.05


def test_a_kpi_without_any_value_asks_for_an_import(ws: Workspace) -> None:
    kpi = save_kpi(ws, Kpi(name="Orders"))
    goal_id = aim(ws, "Sell more", kpi.id or 0, 100.0)
    assert goal_view(ws, goal_id).assessment.status is Status.NOT_STARTED
    wanted = [need for need in overview(ws).needs if need.page == "imports"]
    assert [need.message.values["kpi"] for need in wanted] == ["Orders"]
    save_values(ws, kpi.id or 0, {month(1): 10.0})
    assert not [need for need in overview(ws).needs if need.page == "imports"]
