"""What the numbers mean, in one or two sentences."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop.core.assessment import GoalAssessment, Status
from desktop.core.goal import GoalState
from desktop.core.message import Message, msg
from desktop.core.sheet_message import goal_message, says, summary_message
from desktop.qtkit.wording import wording
from tests.core.fixtures import goal_of_2026

OFF, RISK, ON, REACHED = Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK, Status.REACHED
REASON = msg("Orders: too few.")


def text(message: Message) -> str:
    return wording("en").say(message)


def of_goal(statuses: Sequence[Status], state: GoalState = GoalState.ACTIVE) -> str:
    worst = min(statuses, key=list(Status).index)
    return text(goal_message(goal_of_2026(state=state), GoalAssessment(worst, REASON), statuses))


@pytest.mark.parametrize(
    ("statuses", "standing"),
    [
        ([OFF, ON], "1 of 2 key results is off track."),
        ([OFF, OFF, RISK], "2 of 3 key results are off track."),
        ([RISK, ON, REACHED], "1 of 3 key results is at risk."),
        ([Status.OUTDATED, ON], "1 of 2 key results is outdated."),
        ([Status.TOO_EARLY, ON, ON], "For 1 of 3 key results it is too early to tell."),
        ([Status.NOT_STARTED, REACHED], "1 of 2 key results has not started."),
        ([ON, ON, ON], "All 3 key results are on track."),
        ([ON, REACHED, ON], "All 3 key results are on track or reached."),
        ([REACHED] * 4, "All 4 key results are reached."),
        ([ON, ON], "Both key results are on track."),
        ([ON, REACHED], "Both key results are on track or reached."),
        ([REACHED, REACHED], "Both key results are reached."),
    ],
)
def test_the_message_counts_and_gives_the_reason_of_the_weakest(
    statuses: list[Status], standing: str
) -> None:
    assert of_goal(statuses) == f"{standing} Orders: too few."


def test_one_key_result_is_its_reason() -> None:
    assert of_goal([RISK]) == "Orders: too few."


def test_a_closed_goal_says_only_how_it_was_closed() -> None:
    assert of_goal([REACHED, REACHED], GoalState.REACHED) == "Orders: too few."


def test_a_message_knows_what_it_has_said() -> None:
    whole = goal_message(goal_of_2026(), GoalAssessment(OFF, REASON), [OFF, ON])
    assert says(whole, REASON)
    assert says(REASON, REASON)
    assert not says(whole, msg("Something else."))


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([], "There is no active goal yet."),
        ([OFF, ON, RISK], "1 of 3 goals is off track and 1 is at risk."),
        ([OFF, OFF, RISK, RISK], "2 of 4 goals are off track and 2 are at risk."),
        ([OFF, ON], "1 of 2 goals is off track."),
        ([RISK, RISK, ON], "2 of 3 goals are at risk."),
        ([ON, REACHED], "All 2 goals are on their way."),
        ([ON], "The goal is on its way."),
        ([Status.OUTDATED], "Too little is known yet to say how the goal stands."),
        ([ON, Status.OUTDATED], "1 of 2 goals is on its way; of the others too little is known."),
    ],
)
def test_the_summary_names_those_in_need_first(statuses: list[Status], expected: str) -> None:
    assert text(summary_message(statuses)) == expected
