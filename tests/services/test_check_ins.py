"""Check-ins in a real company file, and what this week makes of them; 15 July 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.assessment import Status
from desktop.core.check_in import CheckIn, Rhythm
from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.need import Action
from desktop.core.period import Cadence, Period
from desktop.services.check_ins import (
    begin_check_in,
    check_in_round,
    check_ins,
    delete_check_in,
    latest_of_each,
    rhythm,
    save_check_in,
)
from desktop.services.goals import delete_goal, save_goal, save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.overview import goal_view, overview
from desktop.services.settings import CHECK_IN_RHYTHM, write
from desktop.services.this_week import done_words
from desktop.services.workspace import Workspace
from tests.services.conftest import TODAY

START = date(2026, 1, 1)


def month(number: int) -> Period:
    return Period(Cadence.MONTH, date(2026, number, 1))


def measured_goal(ws: Workspace, target: float) -> tuple[int, int]:
    """A goal of orders in all this year, ten a month until June; its id and the KPI's."""
    kpi = save_kpi(ws, Kpi(name="Orders")).id or 0
    save_values(ws, kpi, {month(number): 10.0 for number in range(1, 7)})
    goal = save_goal_whole(
        ws,
        Goal(statement="More orders", start=START, deadline=date(2026, 12, 31)),
        [KeyResult(goal_id=0, kpi_id=kpi, target=target, comparison=Comparison.TOTAL)],
        [],
        {},
    )
    return goal.id or 0, kpi


def plain_goal(ws: Workspace, statement: str = "Open the shop") -> int:
    return save_goal(ws, Goal(statement=statement, start=START)).id or 0


def test_saving_and_deleting_are_one_undo_step_each(ws: Workspace) -> None:
    goal = plain_goal(ws)
    first = save_check_in(ws, CheckIn(goal_id=goal, day=date(2026, 7, 6), confidence=4))
    said = CheckIn(
        goal_id=goal, day=TODAY, confidence=7, comment=" Better ", stop="Fairs", autonomy=4
    )
    second = save_check_in(ws, said)
    assert second == replace(said, id=second.id, comment="Better")
    assert check_ins(ws, goal) == [first, second]
    assert latest_of_each(ws) == (second,)
    delete_check_in(ws, second.id or 0)
    assert latest_of_each(ws) == (first,)
    assert ws.undo() is not None
    assert check_ins(ws, goal) == [first, second]
    assert ws.undo() is not None
    assert ws.undo() is not None
    assert check_ins(ws, goal) == []
    assert latest_of_each(ws) == ()


def test_what_cannot_be_saved_leaves_no_trace(ws: Workspace) -> None:
    goal = plain_goal(ws)
    before = ws.undo_label
    for wrong in (
        CheckIn(goal_id=goal, day=TODAY),
        CheckIn(goal_id=goal, day=TODAY, confidence=12),
        CheckIn(goal_id=goal + 1, day=TODAY, confidence=5),
    ):
        with pytest.raises(NotAllowed):
            save_check_in(ws, wrong)
    with pytest.raises(NotAllowed):
        delete_check_in(ws, 99)
    assert ws.undo_label == before


def test_check_ins_go_and_come_back_with_their_goal(ws: Workspace) -> None:
    goal = plain_goal(ws)
    saved = save_check_in(ws, CheckIn(goal_id=goal, day=TODAY, confidence=5))
    delete_goal(ws, goal)
    assert latest_of_each(ws) == ()
    ws.undo()
    assert latest_of_each(ws) == (saved,)


def test_a_check_in_knows_what_the_numbers_said(ws: Workspace) -> None:
    goal, kpi = measured_goal(ws, 1000.0)
    view = goal_view(ws, goal)
    begun = begin_check_in(ws, view)
    assert begun.status is Status.OFF_TRACK
    assert begun.probability is not None
    assert begun.probability < 0.3
    assert begun.seen == ((kpi, date(2026, 6, 30)),)
    saved = save_check_in(ws, replace(begun, confidence=8))
    assert latest_of_each(ws) == (saved,)  # all of it comes back from the file


def test_the_round_is_over_the_goals_that_run(ws: Workspace) -> None:
    running = plain_goal(ws, "Runs")
    save_goal(ws, Goal(statement="Draft", start=START, state=GoalState.DRAFT))
    save_goal(ws, Goal(statement="Later", start=date(2026, 8, 1)))
    (stop,) = check_in_round(ws)
    assert (stop.view.goal.id, stop.is_due, stop.last) == (running, True, None)
    saved = save_check_in(ws, CheckIn(goal_id=running, day=TODAY, confidence=5))
    (stop,) = check_in_round(ws)
    assert (stop.is_due, stop.last, stop.due_on) == (False, saved, date(2026, 7, 20))
    write(ws, CHECK_IN_RHYTHM, Rhythm.MONTHLY.value)
    assert check_in_round(ws)[0].due_on == date(2026, 8, 1)
    write(ws, CHECK_IN_RHYTHM, "now and then")
    assert rhythm(ws) is Rhythm.WEEKLY


def actions(ws: Workspace) -> list[Action]:
    return [need.action for need in overview(ws).needs if need.action is not Action.REVIEW]


def test_a_check_in_takes_its_goal_off_the_list(ws: Workspace) -> None:
    goal, kpi = measured_goal(ws, 1000.0)
    assert actions(ws) == [Action.CHECK_IN, Action.CHECK_IN]  # it is off track, and it is due
    save_check_in(ws, replace(begin_check_in(ws, goal_view(ws, goal)), confidence=3))
    assert actions(ws) == []
    shown = overview(ws)
    words = done_words(ws, shown.goals)
    assert words.values == {"n": 1, "well": 0, "day": date(2026, 7, 20)}
    save_values(ws, kpi, {month(6): 990.0})
    (need, *_) = overview(ws).needs
    assert need.message.text.startswith("“{goal}” was “{before}” on {day} and is “{now}”.")
    assert (need.action, need.target_id) == (Action.CHECK_IN, goal)


def test_a_signal_is_told_until_the_goal_is_checked_in_on(ws: Workspace) -> None:
    kpi = save_kpi(ws, Kpi(name="Visits")).id or 0
    newest = month(6)
    save_values(ws, kpi, {newest.shift(-n): 100.0 + 5 * (n % 2) if n else 200.0 for n in range(24)})
    goal = save_goal_whole(
        ws,
        Goal(statement="More visits", start=START),
        [KeyResult(goal_id=0, kpi_id=kpi, baseline=100.0, target=400.0)],
        [],
        {},
    )
    (need, *_) = overview(ws).needs
    assert need.message.values["period"] == newest
    assert need.target_id == goal.id
    save_check_in(ws, replace(begin_check_in(ws, goal_view(ws, goal.id or 0)), confidence=6))
    assert actions(ws) == []


def test_before_the_first_page_is_up_nothing_more_is_read(ws: Workspace) -> None:
    goal, _ = measured_goal(ws, 1000.0)
    quick = overview(ws, forecasts=False).needs
    assert [need.target_id for need in quick] == [goal]
    save_check_in(ws, replace(begin_check_in(ws, goal_view(ws, goal)), confidence=3))
    assert overview(ws, forecasts=False).needs == ()
