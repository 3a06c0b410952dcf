"""The target log: what is changed of an active goal's targets and plans stays known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from desktop.core.former_plan import FormerPlan
from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.services.workspace import Workspace
from desktop.store.former_plans import (
    add_former_plan,
    forget_former_plan,
    give_reason,
    read_former_plans,
)
from desktop.store.plan_values import read_plan
from desktop.store.table import id_of
from desktop.store.tables import GOALS, KEY_RESULTS


def target_log(ws: Workspace, key_result_id: int) -> tuple[FormerPlan, ...]:
    """What the target and the plan were before, the original first; empty when they never
    changed."""
    return tuple(read_former_plans(ws.connection, key_result_id))


def original_plan(ws: Workspace, key_result_id: int) -> FormerPlan | None:
    """What was first set out to reach; ``None`` when it still is."""
    log = target_log(ws, key_result_id)
    return log[0] if log else None


@contextmanager
def keeping_former_plans(
    ws: Workspace, goal_id: int | None, reasons: Mapping[int, str] | None = None
) -> Iterator[None]:
    """Log what a change inside makes of the targets and plans of an active goal.

    Within one day they may be tried and changed back: the log has what was in force when the
    day began, and nothing when that is in force again.  A key result that gets another KPI is
    another one, and its log ends.  ``reasons`` say, by key result, why today's change is made.
    """
    before = _plans(ws, goal_id)
    yield
    if not before:
        return
    for key_result_id, (key_result, former) in before.items():
        now = KEY_RESULTS.get(ws.connection, key_result_id)
        goal = None if goal_id is None else GOALS.get(ws.connection, goal_id)
        if now is not None and goal is not None:
            reason = " ".join((reasons or {}).get(key_result_id, "").split())
            _log(ws, key_result, replace(former, reason=reason), now, _plan(ws, goal, now))


def _plans(ws: Workspace, goal_id: int | None) -> Mapping[int, tuple[KeyResult, FormerPlan]]:
    goal = None if goal_id is None else GOALS.get(ws.connection, goal_id)
    if goal is None or goal.state is not GoalState.ACTIVE:
        return {}
    rows = KEY_RESULTS.all(ws.connection, "goal_id = ? AND kpi_id IS NOT NULL", id_of(goal))
    return {id_of(row): (row, _plan(ws, goal, row)) for row in rows}


def _plan(ws: Workspace, goal: Goal, key_result: KeyResult) -> FormerPlan:
    return FormerPlan(
        key_result_id=id_of(key_result),
        until=ws.today(),
        baseline=key_result.baseline,
        target=key_result.target,
        start=goal.start,
        deadline=goal.deadline,
        seasonal=key_result.seasonal,
        steps=tuple(read_plan(ws.connection, id_of(key_result))),
    )


def _log(
    ws: Workspace, before: KeyResult, former: FormerPlan, after: KeyResult, now: FormerPlan
) -> None:
    log = read_former_plans(ws.connection, id_of(before))
    if (before.kpi_id, before.comparison) != (after.kpi_id, after.comparison):
        for each in log:
            forget_former_plan(ws.connection, each)
        return
    latest = log[-1] if log and log[-1].until == ws.today() else None
    if latest is None:
        if replace(former, reason="") != now and former.target is not None:
            add_former_plan(ws.connection, former)
    elif replace(latest, id=None, reason="") == now:
        forget_former_plan(ws.connection, latest)
    elif former.reason:
        give_reason(ws.connection, latest, former.reason)
