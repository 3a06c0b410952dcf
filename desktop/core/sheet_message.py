"""What the numbers of a sheet mean, in one or two sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop.core.assessment import GoalAssessment, Status
from desktop.core.goal import Goal, GoalState
from desktop.core.message import Message, msg, nmsg


def goal_message(goal: Goal, assessment: GoalAssessment, statuses: Sequence[Status]) -> Message:
    """How many key results stand as the goal does, and the reason of the weakest."""
    open_state = goal.state is GoalState.ACTIVE and assessment.status in statuses
    if len(statuses) < 2 or not open_state:
        return assessment.reason
    standing = _results(assessment.status, statuses)
    return msg("{standing} {reason}", standing=standing, reason=assessment.reason)


def says(message: Message, reason: Message) -> bool:
    """Whether a message is or holds ``reason``."""
    parts = (value for value in message.values.values() if isinstance(value, Message))
    return message == reason or any(says(part, reason) for part in parts)


def _results(status: Status, statuses: Sequence[Status]) -> Message:
    n, total = statuses.count(status), len(statuses)
    match status:
        case Status.OFF_TRACK:
            return nmsg(
                "{n} of {total} key results is off track.",
                "{n} of {total} key results are off track.",
                n,
                total=total,
            )
        case Status.AT_RISK:
            return nmsg(
                "{n} of {total} key results is at risk.",
                "{n} of {total} key results are at risk.",
                n,
                total=total,
            )
        case Status.OUTDATED:
            return nmsg(
                "{n} of {total} key results is outdated.",
                "{n} of {total} key results are outdated.",
                n,
                total=total,
            )
        case Status.TOO_EARLY:
            return nmsg(
                "For {n} of {total} key results it is too early to tell.",
                "For {n} of {total} key results it is too early to tell.",
                n,
                total=total,
            )
        case Status.NOT_STARTED:
            return nmsg(
                "{n} of {total} key results has not started.",
                "{n} of {total} key results have not started.",
                n,
                total=total,
            )
        case _ if total == 2:
            return _both(status, n)
        case Status.ON_TRACK if n < total:
            return msg("All {total} key results are on track or reached.", total=total)
        case Status.ON_TRACK:
            return msg("All {total} key results are on track.", total=total)
        case Status.REACHED:
            return msg("All {total} key results are reached.", total=total)


def _both(status: Status, n: int) -> Message:
    if status is Status.REACHED:
        return msg("Both key results are reached.")
    if n == 2:
        return msg("Both key results are on track.")
    return msg("Both key results are on track or reached.")


def summary_message(statuses: Sequence[Status]) -> Message:
    """How the goals stand together: those in need first."""
    if not statuses:
        return msg("There is no active goal yet.")
    counts = Counter(statuses)
    off, risk = counts[Status.OFF_TRACK], counts[Status.AT_RISK]
    going = counts[Status.ON_TRACK] + counts[Status.REACHED]
    total = len(statuses)
    if off:
        beside = nmsg("{n} is at risk", "{n} are at risk", risk) if risk else None
        return _off_track(off, total, beside)
    if risk:
        return nmsg(
            "{n} of {total} goals is at risk.",
            "{n} of {total} goals are at risk.",
            risk,
            total=total,
        )
    if going == total:
        return nmsg("The goal is on its way.", "All {n} goals are on their way.", total)
    if not going:
        return nmsg(
            "Too little is known yet to say how the goal stands.",
            "Too little is known yet to say how the {n} goals stand.",
            total,
        )
    return nmsg(
        "{n} of {total} goals is on its way; of the others too little is known.",
        "{n} of {total} goals are on their way; of the others too little is known.",
        going,
        total=total,
    )


def _off_track(n: int, total: int, beside: Message | None) -> Message:
    if beside is None:
        return nmsg(
            "{n} of {total} goals is off track.",
            "{n} of {total} goals are off track.",
            n,
            total=total,
        )
    return nmsg(
        "{n} of {total} goals is off track and {beside}.",
        "{n} of {total} goals are off track and {beside}.",
        n,
        total=total,
        beside=beside,
    )
