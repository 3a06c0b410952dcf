"""How a goal stands: the roll-up of its key results."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from desktop.core.assessment import Assessment, GoalAssessment, Status
from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.core.message import Message, msg

Pairs = Sequence[tuple[KeyResult, Assessment]]
_NEED = {status: order for order, status in enumerate(Status)}


def assess_goal(goal: Goal, pairs: Pairs, today: date) -> GoalAssessment:
    """The weighted mean of the key results' progress and the status of the weakest of them.

    Each is clamped to 0-1 first, so that one overshoot hides no failure. A key result without a
    value counts as no progress; when none has a value there is no score. A goal that has been
    closed keeps what people decided, whatever the numbers say.
    """
    weakest = weakest_of(pairs)
    closed = _closed(goal)
    idle = _idle(goal, today)
    if closed is not None:
        status, reason = closed
    elif idle is not None:
        status, reason = Status.NOT_STARTED, idle
    elif weakest is None:
        status, reason = Status.NOT_STARTED, msg("It has no key result yet.")
    else:
        status, reason = weakest[1].status, _reason(weakest[1], len(pairs))
    days = [assessment.as_of for _, assessment in pairs if assessment.as_of is not None]
    return GoalAssessment(
        status,
        reason,
        score=_score(pairs),
        expected_score=_expected_score(pairs),
        weakest_id=weakest[0].id if weakest is not None else None,
        as_of=min(days, default=None),
    )


def weakest_of(pairs: Pairs) -> tuple[KeyResult, Assessment] | None:
    """The key result in most need; of equals the one that is furthest behind its plan."""
    return min(pairs, key=lambda pair: (_NEED[pair[1].status], _ahead(pair[1])), default=None)


def _ahead(assessment: Assessment) -> float:
    if assessment.progress is None:
        return -1.0
    return assessment.progress - (assessment.expected_progress or 0.0)


def _reason(weakest: Assessment, count: int) -> Message:
    if count == 1:
        return weakest.reason
    return msg("{key_result}: {reason}", key_result=weakest.name, reason=weakest.reason)


def _closed(goal: Goal) -> tuple[Status, Message] | None:
    match goal.state:
        case GoalState.REACHED:
            return Status.REACHED, msg("Closed as reached.")
        case GoalState.MISSED:
            return Status.OFF_TRACK, msg("Closed as missed.")
        case GoalState.DROPPED:
            return Status.NOT_STARTED, msg("Dropped.")
        case _:
            return None


def _idle(goal: Goal, today: date) -> Message | None:
    if goal.state is GoalState.DRAFT:
        return msg("The goal is a draft.")
    return msg("It starts on {day}.", day=goal.start) if today < goal.start else None


def _score(pairs: Pairs) -> float | None:
    if all(assessment.progress is None for _, assessment in pairs):
        return None
    return _weighted(pairs, [_clamped(assessment.progress or 0.0) for _, assessment in pairs])


def _expected_score(pairs: Pairs) -> float | None:
    """The score that the plans would give; a key result without a plan is taken as it is."""
    if all(assessment.expected_progress is None for _, assessment in pairs):
        return None
    planned = [
        assessment.progress or 0.0
        if assessment.expected_progress is None
        else assessment.expected_progress
        for _, assessment in pairs
    ]
    return _weighted(pairs, [_clamped(value) for value in planned])


def _weighted(pairs: Pairs, values: Sequence[float]) -> float:
    """The weighted mean; weights that are all zero count alike."""
    weights = [max(key_result.weight, 0.0) for key_result, _ in pairs]
    if not any(weights):
        weights = [1.0] * len(pairs)
    weighted = (weight * value for weight, value in zip(weights, values, strict=True))
    return math.fsum(weighted) / math.fsum(weights)


def _clamped(value: float) -> float:
    return min(max(value, 0.0), 1.0)
