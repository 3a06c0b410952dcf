"""Advice on activities: few at a time, so that it can be told which of them helped."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.core.activity import MOST_ON_A_GOAL, Verdict
from desktop.core.advice import Advice, AdviceKind, Place, called, facts
from desktop.core.advice_situation import Situation
from desktop.core.goal import Goal
from desktop.core.message import Message, msg, nmsg


def many_activities(situation: Situation) -> Iterator[Advice]:
    """Active goals with more open activities than can be told apart."""
    for goal in situation.active:
        open_yet = [
            each
            for each in situation.activities
            if each.goal_id == goal.id and each.verdict is Verdict.OPEN
        ]
        if len(open_yet) > MOST_ON_A_GOAL:
            yield Advice(
                kind=AdviceKind.MANY_ACTIVITIES,
                subject=f"goal {goal.id}",
                message=many_words(goal, len(open_yet)),
                why=msg(
                    "When much is tried at once nobody can tell what helped. Kill some, or let "
                    "them wait."
                ),
                place=Place("follow_up/activities"),
                facts=facts(len(open_yet), MOST_ON_A_GOAL),
                goal_ids=() if goal.id is None else (goal.id,),
            )


def many_words(goal: Goal, count: int) -> Message:
    """That many things are tried for a goal at the same time."""
    return nmsg(
        "{n} thing is tried for “{goal}” at the same time.",
        "{n} things are tried for “{goal}” at the same time.",
        count,
        goal=called(goal),
    )
