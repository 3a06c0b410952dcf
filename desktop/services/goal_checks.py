"""What a goal and its parts must be to be saved, each with a sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal, KeyResult, Milestone, PlanValue
from desktop.core.message import msg
from desktop.services.trees import lies_under_itself
from desktop.services.workspace import Workspace
from desktop.store.tables import GOALS, KPIS


def check_goal(ws: Workspace, goal: Goal) -> Goal:
    """The goal, tidied; raises :class:`NotAllowed`."""
    goal = replace(goal, statement=goal.statement.strip())
    if not goal.statement:
        raise NotAllowed(msg("Write the goal in a sentence first."))
    if goal.deadline is not None and goal.deadline < goal.start:
        raise NotAllowed(msg("The deadline is before the start."))
    parents = {row.id: row.parent_id for row in GOALS.all(ws.connection)}
    if lies_under_itself(goal.id, goal.parent_id, parents):
        raise NotAllowed(msg("A goal cannot lie under itself or under its own sub-goals."))
    return goal


def check_key_result(ws: Workspace, key_result: KeyResult) -> KeyResult:
    key_result = replace(key_result, title=key_result.title.strip())
    if key_result.kpi_id is None and not key_result.title:
        raise NotAllowed(msg("A key result needs a KPI, or a title when it is done or not done."))
    if key_result.kpi_id is not None and KPIS.get(ws.connection, key_result.kpi_id) is None:
        raise NotAllowed(msg("This KPI is no longer there."))
    if not (math.isfinite(key_result.weight) and key_result.weight > 0):
        raise NotAllowed(msg("The weight of a key result must be more than zero."))
    for value in (key_result.baseline, key_result.target):
        if value is not None and not math.isfinite(value):
            raise NotAllowed(msg("Baseline and target must be numbers."))
    return key_result


def check_milestone(milestone: Milestone) -> Milestone:
    milestone = replace(milestone, title=milestone.title.strip())
    if not milestone.title:
        raise NotAllowed(msg("A milestone needs a title."))
    if milestone.value is not None and not math.isfinite(milestone.value):
        raise NotAllowed(msg("The value of a milestone must be a number."))
    return milestone


def check_plan(values: Sequence[PlanValue]) -> None:
    if not all(math.isfinite(step.value) for step in values):
        raise NotAllowed(msg("The values of a plan must be numbers."))
    if len({step.day for step in values}) < len(values):
        raise NotAllowed(msg("A plan has one value for a day; a day is there twice."))
