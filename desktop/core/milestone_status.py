"""How a milestone result stands: done or not, and when it is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.core.assessment import Assessment, Status
from desktop.core.goal import Goal, KeyResult, Milestone
from desktop.core.message import Message, msg, nmsg

SOON_DAYS = 14


def due_day(goal: Goal, key_result: KeyResult, milestones: Sequence[Milestone] = ()) -> date | None:
    """The last of the result's own milestones, otherwise the goal's deadline."""
    own = [each.due for each in milestones if each.key_result_id == key_result.id]
    return max(own) if own else goal.deadline


def assess_milestone_result(
    goal: Goal, key_result: KeyResult, milestones: Sequence[Milestone], today: date
) -> Assessment:
    """Reached when done; off track after its day, at risk in the two weeks before it.

    Earlier than that nothing is known, and it is too early to tell.
    """
    due = due_day(goal, key_result, milestones)
    status, reason = _standing(key_result.done_on, due, today)
    return Assessment(
        status,
        reason,
        progress=0.0 if key_result.done_on is None else 1.0,
        expected_progress=None if due is None else float(today > due),
        as_of=today,
        name=key_result.title,
    )


def _standing(done_on: date | None, due: date | None, today: date) -> tuple[Status, Message]:
    if done_on is not None:
        return Status.REACHED, msg("Done on {day}.", day=done_on)
    if due is None:
        return Status.TOO_EARLY, msg("Not done yet.")
    left = (due - today).days
    if left < 0:
        return Status.OFF_TRACK, msg("Not done; it was due on {day}.", day=due)
    if left == 0:
        return Status.AT_RISK, msg("Not done; it is due today.")
    if left <= SOON_DAYS:
        return Status.AT_RISK, nmsg(
            "Not done; it is due in {n} day.", "Not done; it is due in {n} days.", left
        )
    return Status.TOO_EARLY, msg("Not done; it is due on {day}.", day=due)
