"""Goals with their key results, milestones and plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal, GoalState, KeyResult, Milestone, PlanValue
from desktop.core.message import Message, msg
from desktop.core.sitting import Ask
from desktop.services.goal_checks import check_goal, check_key_result, check_milestone, check_plan
from desktop.services.target_log import keeping_former_plans
from desktop.services.workspace import Workspace
from desktop.store.belongings import forget_goal, forget_key_result
from desktop.store.guides import write_answers
from desktop.store.plan_values import read_plan, write_plan
from desktop.store.table import id_of
from desktop.store.tables import GOALS, KEY_RESULTS, MILESTONES


def goals(ws: Workspace) -> list[Goal]:
    """All goals in the order of their positions; parents are found by ``parent_id``."""
    return GOALS.all(ws.connection)


def goal(ws: Workspace, goal_id: int) -> Goal:
    """Raises :class:`NotAllowed` when there is no such goal (any more)."""
    found = GOALS.get(ws.connection, goal_id)
    if found is None:
        raise NotAllowed(msg("This goal is no longer there."))
    return found


def key_results(ws: Workspace, goal_id: int) -> list[KeyResult]:
    return KEY_RESULTS.all(ws.connection, "goal_id = ?", goal_id)


def milestones(ws: Workspace, goal_id: int) -> list[Milestone]:
    """By due date."""
    return MILESTONES.all(ws.connection, "goal_id = ?", goal_id)


def plan_values(ws: Workspace, key_result_id: int) -> list[PlanValue]:
    """The typed steps of the plan in order; empty when the plan is straight."""
    return read_plan(ws.connection, key_result_id)


def save_goal(ws: Workspace, goal: Goal) -> Goal:
    """The goal with its ``id``."""
    goal = _placed(ws, check_goal(ws, goal))
    with ws.action(_saving(goal)), keeping_former_plans(ws, goal.id):
        return GOALS.save(ws.connection, goal)


def set_state(ws: Workspace, goal_id: int, state: GoalState) -> None:
    found = goal(ws, goal_id)
    with ws.action(_marking(found.statement, state)):
        GOALS.save(ws.connection, replace(found, state=state))


def delete_goal(ws: Workspace, goal_id: int) -> None:
    """Remove the goal with all that :mod:`desktop.store.belongings` says belongs to it; its
    sub-goals move up to where it was."""
    found = goal(ws, goal_id)
    with ws.action(msg("Delete the goal “{goal}”", goal=found.statement)):
        for milestone in milestones(ws, goal_id):
            _remove_milestone(ws, milestone)
        for key_result in key_results(ws, goal_id):
            _remove_key_result(ws, key_result)
        for child in GOALS.all(ws.connection, "parent_id = ?", goal_id):
            GOALS.save(ws.connection, replace(child, parent_id=found.parent_id))
        forget_goal(ws.connection, goal_id)
        GOALS.delete(ws.connection, goal_id)


def save_key_result(ws: Workspace, key_result: KeyResult) -> KeyResult:
    """The key result with its ``id``.  When an active goal's target is changed, the first
    target is kept beside it."""
    goal_of = goal(ws, key_result.goal_id)
    key_result = check_key_result(ws, key_result)
    if key_result.id is None and not key_result.position:
        siblings = key_results(ws, key_result.goal_id)
        key_result = replace(key_result, position=_next_position(siblings))
    label = msg("Change the key results of “{goal}”", goal=goal_of.statement)
    with ws.action(label), keeping_former_plans(ws, goal_of.id):
        return _put_key_result(ws, goal_of, key_result)


def delete_key_result(ws: Workspace, key_result_id: int) -> None:
    """Remove it with its plan and target log; nothing when it is gone already."""
    found = KEY_RESULTS.get(ws.connection, key_result_id)
    if found is None:
        return
    goal_of = goal(ws, found.goal_id)
    with ws.action(msg("Delete a key result of “{goal}”", goal=goal_of.statement)):
        _remove_key_result(ws, found)


def save_milestone(ws: Workspace, milestone: Milestone) -> Milestone:
    """The milestone with its ``id``."""
    milestone = check_milestone(milestone)
    label = (
        msg("Add the milestone “{title}”", title=milestone.title)
        if milestone.id is None
        else msg("Change the milestone “{title}”", title=milestone.title)
    )
    with ws.action(label):
        return MILESTONES.save(ws.connection, milestone)


def delete_milestone(ws: Workspace, milestone_id: int) -> None:
    """Nothing when it is gone already."""
    found = MILESTONES.get(ws.connection, milestone_id)
    if found is None:
        return
    with ws.action(msg("Delete the milestone “{title}”", title=found.title)):
        _remove_milestone(ws, found)


def save_plan(ws: Workspace, key_result_id: int, values: Sequence[PlanValue]) -> None:
    """Replace the typed steps of the plan; none makes it straight."""
    check_plan(values)
    found = KEY_RESULTS.get(ws.connection, key_result_id)
    if found is None:
        raise NotAllowed(msg("This key result is no longer there."))
    goal_of = goal(ws, found.goal_id)
    label = msg("Change the plan of “{goal}”", goal=goal_of.statement)
    with ws.action(label), keeping_former_plans(ws, goal_of.id):
        write_plan(ws.connection, key_result_id, values)


def save_goal_whole(
    ws: Workspace,
    goal: Goal,
    key_results: Sequence[KeyResult],
    milestones: Sequence[Milestone],
    plans: Mapping[int, Sequence[PlanValue]],
    answers: Mapping[Ask, str] | None = None,
    reasons: Mapping[int, str] | None = None,
) -> Goal:
    """Save what a goal editor holds, as one action; the goal with its ``id``.

    Key results and milestones that are not in the lists are removed, and the order of
    ``key_results`` becomes theirs.  A new key result has no ``id``, or a negative one of the
    caller's choice by which milestones and ``plans`` (steps by key result) refer to it.  Key
    results without an entry in ``plans`` get a straight plan.  ``goal_id`` is filled in.
    ``answers`` to questions of the guide replace those there are; ``None`` leaves them.
    ``reasons`` say, by key result, why the target or plan of an active goal is changed.
    """
    goal = _placed(ws, check_goal(ws, goal))
    with ws.action(_saving(goal)), keeping_former_plans(ws, goal.id, reasons):
        saved = GOALS.save(ws.connection, goal)
        goal_id = id_of(saved)
        kept = {item.id for item in milestones}
        for milestone in MILESTONES.all(ws.connection, "goal_id = ?", goal_id):
            if milestone.id not in kept:
                _remove_milestone(ws, milestone)
        ids = _put_key_results(ws, saved, key_results, plans)
        for milestone in milestones:
            owner = milestone.key_result_id
            MILESTONES.save(
                ws.connection,
                check_milestone(
                    replace(
                        milestone,
                        goal_id=goal_id,
                        key_result_id=None if owner is None else ids.get(owner),
                    )
                ),
            )
        if answers is not None:
            write_answers(ws.connection, goal_id, {ask: answers.get(ask, "") for ask in Ask})
        return saved


def _put_key_results(
    ws: Workspace,
    goal: Goal,
    key_results: Sequence[KeyResult],
    plans: Mapping[int, Sequence[PlanValue]],
) -> dict[int, int]:
    """Make the goal's key results those given; the ids in the file by those in the lists."""
    goal_id = id_of(goal)
    kept = {item.id for item in key_results}
    for key_result in KEY_RESULTS.all(ws.connection, "goal_id = ?", goal_id):
        if key_result.id not in kept:
            _remove_key_result(ws, key_result)
    ids: dict[int, int] = {}
    for position, item in enumerate(key_results):
        given = item.id
        new = given is None or given < 0
        item = replace(item, id=None if new else given, goal_id=goal_id, position=position)
        saved = _put_key_result(ws, goal, check_key_result(ws, item))
        steps = () if given is None else plans.get(given, ())
        check_plan(steps)
        write_plan(ws.connection, id_of(saved), steps)
        if given is not None:
            ids[given] = id_of(saved)
    return ids


def _put_key_result(ws: Workspace, goal: Goal, key_result: KeyResult) -> KeyResult:
    before = None if key_result.id is None else KEY_RESULTS.get(ws.connection, key_result.id)
    if before is not None and before.target != key_result.target:
        key_result = replace(key_result, original_target=_original(goal, before, key_result))
    return KEY_RESULTS.save(ws.connection, key_result)


def _original(goal: Goal, before: KeyResult, after: KeyResult) -> float | None:
    """The first target, unless it was only drafted or is back."""
    if goal.state is GoalState.DRAFT or before.kpi_id != after.kpi_id:
        return None
    first = before.target if before.original_target is None else before.original_target
    return None if first == after.target else first


def _remove_key_result(ws: Workspace, key_result: KeyResult) -> None:
    """Its milestones stay with the goal."""
    key_result_id = id_of(key_result)
    for milestone in MILESTONES.all(ws.connection, "key_result_id = ?", key_result_id):
        MILESTONES.save(ws.connection, replace(milestone, key_result_id=None))
    write_plan(ws.connection, key_result_id, ())
    forget_key_result(ws.connection, key_result_id)
    KEY_RESULTS.delete(ws.connection, key_result_id)


def _remove_milestone(ws: Workspace, milestone: Milestone) -> None:
    MILESTONES.delete(ws.connection, id_of(milestone))


def _placed(ws: Workspace, goal: Goal) -> Goal:
    """A new goal stands after its siblings."""
    if goal.id is not None or goal.position:
        return goal
    siblings = GOALS.all(ws.connection, "parent_id IS ?", goal.parent_id)
    return replace(goal, position=_next_position(siblings))


def _next_position(siblings: Sequence[Goal] | Sequence[KeyResult]) -> int:
    return max((row.position for row in siblings), default=-1) + 1


def _saving(goal: Goal) -> Message:
    if goal.id is None:
        return msg("Add the goal “{goal}”", goal=goal.statement)
    return msg("Change the goal “{goal}”", goal=goal.statement)


def _marking(statement: str, state: GoalState) -> Message:
    return {
        GoalState.DRAFT: msg("Make “{goal}” a draft", goal=statement),
        GoalState.ACTIVE: msg("Make “{goal}” active", goal=statement),
        GoalState.REACHED: msg("Mark “{goal}” as reached", goal=statement),
        GoalState.MISSED: msg("Mark “{goal}” as missed", goal=statement),
        GoalState.DROPPED: msg("Drop “{goal}”", goal=statement),
    }[state]
