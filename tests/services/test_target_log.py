"""The target log: what an active goal first set out to reach stays known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, PlanValue
from desktop.core.kpi import Kpi
from desktop.services.goals import (
    delete_goal,
    goal,
    key_results,
    save_goal,
    save_goal_whole,
    save_key_result,
    save_plan,
)
from desktop.services.kpis import save_kpi
from desktop.services.target_log import original_plan, target_log
from desktop.services.workspace import Workspace

START = date(2026, 1, 1)


class Clock:
    def __init__(self) -> None:
        self.day = date(2026, 2, 1)

    def __call__(self) -> date:
        return self.day

    def pass_a_week(self) -> None:
        self.day += timedelta(days=7)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ws(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "a.sikte", Company(name="AB"), today=clock) as workspace:
        yield workspace


@pytest.fixture
def row(ws: Workspace) -> KeyResult:
    return made(ws, GoalState.ACTIVE)


def made(ws: Workspace, state: GoalState) -> KeyResult:
    kpi_id = save_kpi(ws, Kpi(name=f"Orders {state}")).id
    saved = save_goal_whole(
        ws,
        Goal(statement="More", start=START, deadline=date(2026, 12, 31), state=state),
        [KeyResult(goal_id=0, kpi_id=kpi_id, baseline=100.0, target=200.0)],
        (),
        {},
    )
    return key_results(ws, saved.id or 0)[0]


def test_a_goal_that_never_changed_has_none(ws: Workspace, row: KeyResult) -> None:
    assert target_log(ws, row.id or 0) == ()
    assert original_plan(ws, row.id or 0) is None


def test_every_change_is_kept_with_its_day(ws: Workspace, row: KeyResult, clock: Clock) -> None:
    row = save_key_result(ws, replace(row, target=180.0))
    clock.pass_a_week()
    save_plan(ws, row.id or 0, [PlanValue(date(2026, 6, 30), 120.0)])
    clock.pass_a_week()
    save_goal(ws, replace(goal(ws, row.goal_id), deadline=date(2027, 3, 31)))
    first, second, third = target_log(ws, row.id or 0)
    assert (first.until, first.target, first.deadline) == (
        date(2026, 2, 1),
        200.0,
        date(2026, 12, 31),
    )
    assert (second.until, second.target, second.steps) == (date(2026, 2, 8), 180.0, ())
    assert (third.until, third.steps) == (
        date(2026, 2, 15),
        (PlanValue(date(2026, 6, 30), 120.0),),
    )
    assert original_plan(ws, row.id or 0) == first


def test_what_was_only_tried_the_same_day_is_not_kept(ws: Workspace, row: KeyResult) -> None:
    save_key_result(ws, replace(row, target=500.0))
    save_key_result(ws, replace(row, target=180.0))
    (kept,) = target_log(ws, row.id or 0)
    assert kept.target == 200.0
    save_key_result(ws, row)  # back again
    assert target_log(ws, row.id or 0) == ()


def test_a_draft_is_free_to_change(ws: Workspace) -> None:
    row = made(ws, GoalState.DRAFT)
    save_key_result(ws, replace(row, target=180.0))
    assert target_log(ws, row.id or 0) == ()


def test_another_kpi_begins_anew(ws: Workspace, row: KeyResult, clock: Clock) -> None:
    row = save_key_result(ws, replace(row, target=180.0))
    clock.pass_a_week()
    other = save_kpi(ws, Kpi(name="Visits")).id
    save_key_result(ws, replace(row, kpi_id=other, comparison=Comparison.TOTAL))
    assert target_log(ws, row.id or 0) == ()


def test_undo_takes_the_log_back_and_deleting_the_goal_removes_it(
    ws: Workspace, row: KeyResult
) -> None:
    save_key_result(ws, replace(row, target=180.0))
    ws.undo()
    assert target_log(ws, row.id or 0) == ()
    ws.redo()
    delete_goal(ws, row.goal_id)
    assert target_log(ws, row.id or 0) == ()
    ws.undo()
    assert len(target_log(ws, row.id or 0)) == 1


def test_the_reason_is_saved_with_the_change_as_one_step(
    ws: Workspace, row: KeyResult, clock: Clock
) -> None:
    key = row.id or 0
    of = goal(ws, row.goal_id)
    save_goal_whole(ws, of, [replace(row, target=180.0)], (), {}, reasons={key: " A new  shop "})
    assert [each.reason for each in target_log(ws, key)] == ["A new shop"]
    ws.undo()
    assert (target_log(ws, key), key_results(ws, row.goal_id)) == ((), [row])
    ws.redo()
    changed = key_results(ws, row.goal_id)[0]
    save_goal_whole(ws, of, [replace(changed, target=170.0)], (), {})  # the same day
    assert [each.reason for each in target_log(ws, key)] == ["A new shop"]
    clock.pass_a_week()
    save_goal_whole(ws, of, [changed], (), {}, reasons={key: "It opens later"})
    assert [each.reason for each in target_log(ws, key)] == ["A new shop", "It opens later"]


def test_a_reason_without_a_change_is_of_nothing(ws: Workspace, row: KeyResult) -> None:
    of = goal(ws, row.goal_id)
    save_goal_whole(ws, of, [row], (), {}, reasons={row.id or 0: "Why not"})
    assert target_log(ws, row.id or 0) == ()
