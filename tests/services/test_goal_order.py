"""Moving goals among and under each other."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal
from desktop.services.goal_order import move_goal
from desktop.services.goals import goals, save_goal, save_goal_whole
from desktop.services.workspace import Workspace

START = date(2026, 1, 1)


def add(ws: Workspace, statement: str, parent_id: int | None = None) -> int:
    goal = Goal(statement=statement, start=START, parent_id=parent_id)
    return save_goal(ws, goal).id or 0


def under(ws: Workspace, parent_id: int | None) -> list[str]:
    return [row.statement for row in goals(ws) if row.parent_id == parent_id]


def test_a_goal_moves_among_its_siblings_in_one_step(ws: Workspace) -> None:
    first, second, third = (add(ws, name) for name in ("First", "Second", "Third"))
    move_goal(ws, third, parent_id=None, before=first)
    assert under(ws, None) == ["Third", "First", "Second"]
    move_goal(ws, third, parent_id=None)
    assert under(ws, None) == ["First", "Second", "Third"]
    ws.undo()
    assert under(ws, None) == ["Third", "First", "Second"]
    ws.undo()
    assert under(ws, None) == ["First", "Second", "Third"]
    assert second


def test_a_goal_moves_under_another_and_out_again(ws: Workspace) -> None:
    first, second, third = (add(ws, name) for name in ("First", "Second", "Third"))
    move_goal(ws, second, parent_id=first)
    move_goal(ws, third, parent_id=first, before=second)
    assert under(ws, first) == ["Third", "Second"]
    assert under(ws, None) == ["First"]
    move_goal(ws, third, parent_id=None, before=first)
    assert under(ws, None) == ["Third", "First"]


def test_a_goal_that_stays_is_no_step(ws: Workspace) -> None:
    first, second = add(ws, "First"), add(ws, "Second")
    label = ws.undo_label
    move_goal(ws, first, parent_id=None, before=second)
    move_goal(ws, second, parent_id=None)
    assert ws.undo_label == label


def test_a_goal_cannot_move_under_its_own_sub_goals(ws: Workspace) -> None:
    first = add(ws, "First")
    below = add(ws, "Below", first)
    with pytest.raises(NotAllowed, match="under itself"):
        move_goal(ws, first, parent_id=below)
    with pytest.raises(NotAllowed, match="under itself"):
        move_goal(ws, first, parent_id=first)


def test_a_new_goal_of_the_editor_stands_last(ws: Workspace) -> None:
    add(ws, "First")
    add(ws, "Second")
    save_goal_whole(ws, Goal(statement="Third", start=START), [], [], {})
    assert under(ws, None) == ["First", "Second", "Third"]
