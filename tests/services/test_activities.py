"""Activities in the file: saved, decided on, put in order, and held against their KPI."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.activity import MOST_ON_A_GOAL, Activity, ActivityState, Verdict
from desktop.core.advice import AdviceKind
from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.kpi_event import KpiEvent
from desktop.core.need import Action
from desktop.core.period import Cadence, Period
from desktop.services.activities import (
    activities,
    activities_by_goal,
    activities_of,
    activity,
    activity_view,
    begin_activity,
    decide,
    delete_activity,
    kpis_to_move,
    move_activity,
    save_activity,
)
from desktop.services.advice import advice
from desktop.services.goals import delete_goal, save_goal, save_key_result, set_state
from desktop.services.kpi_events import save_kpi_event
from desktop.services.kpis import delete_kpi, save_kpi
from desktop.services.measurements import save_values
from desktop.services.overview import overview
from desktop.services.workspace import Workspace
from tests.services.conftest import TODAY


@pytest.fixture
def kpi(ws: Workspace) -> int:
    return save_kpi(ws, Kpi(name="Visits")).id or 0


@pytest.fixture
def goal(ws: Workspace, kpi: int) -> int:
    start, deadline = date(2026, 1, 1), date(2026, 12, 31)
    found = save_goal(ws, Goal(statement="Grow", start=start, deadline=deadline)).id or 0
    save_key_result(ws, KeyResult(goal_id=found, kpi_id=kpi))
    return found


def tried(ws: Workspace, goal: int, title: str) -> int:
    return save_activity(ws, begin_activity(ws, goal, title)).id or 0


def test_a_new_one_begins_with_what_the_goal_knows(ws: Workspace, goal: int, kpi: int) -> None:
    fresh = begin_activity(ws, goal, "Posters")
    assert fresh == Activity(
        goal_id=goal, kpi_id=kpi, title="Posters", start=TODAY, due=date(2026, 12, 31)
    )
    other = save_kpi(ws, Kpi(name="Articles"))
    assert [each.id for each in kpis_to_move(ws, goal)] == [kpi, other.id]


def test_each_is_one_step_back(ws: Workspace, goal: int) -> None:
    first, second = tried(ws, goal, "One"), tried(ws, goal, "Two")
    decide(ws, first, Verdict.KILLED, "It did nothing")
    move_activity(ws, second, 0)
    assert [each.id for each in activities(ws, goal)] == [second, first]
    delete_activity(ws, second)
    assert [each.id for each in activities(ws)] == [first]
    ws.undo()
    ws.undo()
    assert [each.id for each in activities(ws, goal)] == [first, second]
    ws.undo()
    assert activity(ws, first).verdict is Verdict.OPEN
    move_activity(ws, first, 0)  # it is there
    assert ws.undo_label is not None
    assert ws.undo_label.text.startswith("Try")


def test_on_another_goal_it_comes_last(ws: Workspace, goal: int) -> None:
    other = save_goal(ws, Goal(statement="Rest", start=TODAY)).id or 0
    there, moved = tried(ws, other, "There"), tried(ws, goal, "Moved")
    save_activity(ws, replace(activity(ws, moved), goal_id=other))
    assert [each.id for each in activities(ws, other)] == [there, moved]


def test_what_is_gone_cannot_be_changed(ws: Workspace, goal: int, kpi: int) -> None:
    known = activity(ws, tried(ws, goal, "One"))
    delete_activity(ws, known.id or 0)
    for action in (
        lambda: save_activity(ws, known),
        lambda: decide(ws, known.id or 0, Verdict.KEPT, "Good"),
        lambda: delete_activity(ws, known.id or 0),
        lambda: save_activity(ws, replace(known, id=None, goal_id=99)),
        lambda: save_activity(ws, replace(known, id=None, kpi_id=99)),
    ):
        with pytest.raises(NotAllowed):
            action()
    assert activities(ws) == []


def test_it_goes_with_its_goal_and_loses_its_kpi(ws: Workspace, goal: int) -> None:
    other = save_kpi(ws, Kpi(name="Articles")).id or 0
    kept = tried(ws, goal, "One")
    save_activity(ws, replace(activity(ws, kept), kpi_id=other, effect=5.0))
    delete_kpi(ws, other)
    assert activity(ws, kept).kpi_id is None
    save_activity(ws, replace(activity(ws, kept), effect=None))
    delete_goal(ws, goal)
    assert activities(ws) == []


def test_by_goal_the_active_ones_first(ws: Workspace, goal: int) -> None:
    closed = save_goal(ws, Goal(statement="Old", start=TODAY)).id or 0
    tried(ws, closed, "Then")
    set_state(ws, closed, GoalState.REACHED)
    save_goal(ws, Goal(statement="Draft", start=TODAY, state=GoalState.DRAFT))
    killed, running = tried(ws, goal, "One"), tried(ws, goal, "Two")
    decide(ws, killed, Verdict.KILLED, "No")
    found = activities_by_goal(ws)
    assert [each.goal.statement for each in found] == ["Grow", "Old"]
    assert [view.activity.id for view in found[0].views] == [running, killed]
    assert found[0].open == 1
    assert activities_of(ws, goal) == found[0]


def test_since_the_start_the_kpi_is_held_against_what_it_varies_anyway(
    ws: Workspace, goal: int, kpi: int
) -> None:
    newest = Period(Cadence.MONTH, date(2026, 6, 1))
    save_values(ws, kpi, {newest.shift(-n): 100.0 + 5 * (n % 2) for n in range(1, 14)})
    save_values(ws, kpi, {newest: 300.0})
    made = replace(begin_activity(ws, goal, "Posters"), start=newest.start, effect=20.0)
    found = activity_view(ws, save_activity(ws, made).id or 0)
    assert found.state is ActivityState.RUNNING
    assert found.numbers is not None
    assert (found.numbers.before, found.numbers.after, found.numbers.side) == (12, 1, 1)
    assert found.seen is not None
    assert "something changed, whether it was this or something else" in found.seen.text
    assert found.expected is not None
    assert found.caution is None
    save_activity(ws, replace(made, title="Radio"))
    busy = activity_view(ws, found.activity.id or 0)
    assert busy.caution is not None
    assert busy.caution.values == {"n": 1}
    event = KpiEvent(kpi_id=kpi, day=date(2026, 2, 1), title="New shop", rebase=True)
    save_kpi_event(ws, event)
    again = activity_view(ws, found.activity.id or 0).numbers
    assert again is not None
    assert again.before == 4


def test_what_has_not_begun_has_nothing_to_show(ws: Workspace, goal: int, kpi: int) -> None:
    made = replace(begin_activity(ws, goal, "Posters"), start=date(2026, 8, 1), effect=2.0)
    found = activity_view(ws, save_activity(ws, made).id or 0)
    assert (found.state, found.numbers, found.seen) == (ActivityState.PLANNED, None, None)
    assert found.expected is None


def test_the_week_asks_at_the_due_day_and_not_after_the_verdict(ws: Workspace, goal: int) -> None:
    made = replace(begin_activity(ws, goal, "Posters"), start=date(2026, 5, 1), due=TODAY)
    wanted = save_activity(ws, made).id or 0

    def asked() -> list[int | None]:
        return [need.target_id for need in overview(ws).needs if need.action is Action.DECIDE]

    assert asked() == [wanted]
    decide(ws, wanted, Verdict.KEPT, "It works")
    assert asked() == []


def test_much_at_once_is_advised_against(ws: Workspace, goal: int) -> None:
    made = [tried(ws, goal, f"Try {n}") for n in range(MOST_ON_A_GOAL + 1)]

    def said() -> list[str]:
        found = advice(ws).of_goal(goal).open
        return [each.facts for each in found if each.kind is AdviceKind.MANY_ACTIVITIES]

    assert said() == ["4 | 3"]
    decide(ws, made[0], Verdict.KILLED, "Too much at once")
    assert said() == []
