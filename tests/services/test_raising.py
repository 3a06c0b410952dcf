"""A reached goal is raised: the next one goes on from where it ended."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.faults import NotAllowed
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult
from desktop.core.kpi import AddUp, Kpi
from desktop.core.period import Cadence, Period
from desktop.core.sitting import Ask, Sitting
from desktop.services.goals import delete_goal, goal, goals, key_results, save_goal_whole, set_state
from desktop.services.history import steps
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.overview import goal_view
from desktop.services.raising import can_be_raised, raise_goal
from desktop.services.sittings import answers_of, guide_of, raised_in_turn
from desktop.services.workspace import Workspace
from tests.services.conftest import TODAY


@pytest.fixture
def reached(ws: Workspace) -> int:
    """Readers from 100 to 200, and 230 in June; an amount of orders and a thing done beside it."""
    readers = save_kpi(ws, Kpi(name="Readers", add_up=AddUp.LAST)).id or 0
    orders = save_kpi(ws, Kpi(name="Orders")).id or 0
    months = [Period(Cadence.MONTH, date(2026, month, 1)) for month in range(1, 7)]
    save_values(ws, readers, {month: 180.0 + 10 * n for n, month in enumerate(months)})
    save_values(ws, orders, dict.fromkeys(months, 100.0))
    return (
        save_goal_whole(
            ws,
            Goal(
                statement="More readers",
                why="They buy",
                start=date(2026, 1, 1),
                deadline=date(2026, 6, 30),
            ),
            [
                KeyResult(goal_id=0, kpi_id=readers, baseline=100.0, target=200.0, weight=2.0),
                KeyResult(goal_id=0, kpi_id=orders, target=400.0, comparison=Comparison.TOTAL),
                KeyResult(goal_id=0, title="Opened", done_on=date(2026, 5, 1)),
            ],
            (),
            {},
            {Ask.TRIES: "A letter a week"},
        ).id
        or 0
    )


def test_it_begins_where_the_reached_goal_ended(ws: Workspace, reached: int) -> None:
    assert can_be_raised(ws, goal_view(ws, reached))
    before = len(steps(ws))
    raised = raise_goal(ws, reached)
    goal_id = raised.id or 0
    assert len(steps(ws)) == before + 1
    assert steps(ws)[0].label.text == "Raise the goal “{goal}”"
    assert goal(ws, reached).state is GoalState.REACHED
    assert (raised.statement, raised.why) == ("More readers", "They buy")
    assert (raised.state, raised.start, raised.deadline) == (
        GoalState.DRAFT,
        TODAY,
        date(2026, 12, 31),
    )
    readers, orders = key_results(ws, goal_id)
    assert (readers.baseline, readers.target, readers.weight) == (230.0, None, 2.0)
    assert (orders.baseline, orders.target) == (None, None)
    assert guide_of(ws, goal_id).next is Sitting.MEASURE
    assert answers_of(ws, goal_id) == {Ask.TRIES: "A letter a week"}
    assert [each.id for each in raised_in_turn(ws, goal_id)] == [reached]
    ws.undo()
    assert [each.id for each in goals(ws)] == [reached]
    assert goal(ws, reached).state is GoalState.ACTIVE


def test_the_whole_line_is_known(ws: Workspace, reached: int) -> None:
    second = raise_goal(ws, reached).id or 0
    set_state(ws, second, GoalState.REACHED)
    third = raise_goal(ws, second).id or 0
    assert [each.id for each in raised_in_turn(ws, third)] == [second, reached]
    delete_goal(ws, second)
    assert raised_in_turn(ws, third) == []
    ws.undo()
    assert [each.id for each in raised_in_turn(ws, third)] == [second, reached]


def test_words_of_the_old_numbers_and_dates_are_left_behind(ws: Workspace) -> None:
    reached = save_goal_whole(
        ws,
        Goal(
            statement="More readers: from 100 to 200",
            start=date(2026, 1, 1),
            state=GoalState.REACHED,
        ),
        (),
        (),
        {},
        {
            Ask.WHAT: "More readers",
            Ask.SENTENCE: "More readers: from 100 to 200",
            Ask.TODAY: "Write the first letter",
            Ask.SEEN: "People write back",
        },
    )
    raised = raise_goal(ws, reached.id or 0)
    assert raised.statement == "More readers"
    assert answers_of(ws, raised.id or 0) == {Ask.SEEN: "People write back"}


def test_an_open_goal_stays_open(ws: Workspace, reached: int) -> None:
    row = key_results(ws, reached)[0]
    open_goal = save_goal_whole(ws, Goal(statement="Open", start=date(2026, 1, 1)), [], (), {})
    save_goal_whole(
        ws,
        open_goal,
        [KeyResult(goal_id=0, kpi_id=row.kpi_id, baseline=100.0, target=200.0)],
        (),
        {},
    )
    assert raise_goal(ws, open_goal.id or 0).deadline is None


def test_only_what_is_reached_can_be_raised(ws: Workspace) -> None:
    saved = save_goal_whole(ws, Goal(statement="Not yet", start=TODAY), [], (), {})
    assert not can_be_raised(ws, goal_view(ws, saved.id or 0))
    with pytest.raises(NotAllowed, match="Only a goal"):
        raise_goal(ws, saved.id or 0)
    with pytest.raises(NotAllowed):
        raise_goal(ws, 99)


def test_a_goal_is_raised_once_until_the_next_is_deleted_or_dropped(
    ws: Workspace, reached: int
) -> None:
    raised = raise_goal(ws, reached).id or 0
    assert not can_be_raised(ws, goal_view(ws, reached))
    with pytest.raises(NotAllowed, match="has been raised"):
        raise_goal(ws, reached)
    set_state(ws, raised, GoalState.DROPPED)
    assert can_be_raised(ws, goal_view(ws, reached))
    ws.undo()
    delete_goal(ws, raised)
    assert can_be_raised(ws, goal_view(ws, reached))
