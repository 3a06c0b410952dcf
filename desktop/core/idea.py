"""Ideas from everyone, each held against the goals and answered with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from desktop.core.faults import NotAllowed
from desktop.core.message import Message, msg
from desktop.core.record import record


class Answer(StrEnum):
    """What became of an idea."""

    WAITING = "waiting"
    ADOPTED = "adopted"  # it is an activity now
    PARKED = "parked"
    DECLINED = "declined"


@record(frozen=True, slots=True, kw_only=True)
class Idea:
    """An idea as it was said; ``who`` need not be a person of the company (a board member, a
    customer)."""

    id: int | None = None
    title: str
    details: str = ""
    who: str = ""
    day: date
    goal_id: int | None = None  # the goal that it would serve
    answer: Answer = Answer.WAITING
    reason: str = ""
    answered_on: date | None = None
    activity_id: int | None = None  # what an adopted idea became


def checked(idea: Idea) -> Idea:
    """The idea as it may be saved, its texts without blanks around them; raises
    :class:`NotAllowed` without words."""
    idea = replace(
        idea,
        title=" ".join(idea.title.split()),
        details=idea.details.strip(),
        who=" ".join(idea.who.split()),
        reason=idea.reason.strip(),
    )
    if not idea.title:
        raise NotAllowed(msg("Say in a few words what the idea is."))
    return idea


def answered(
    idea: Idea, answer: Answer, reason: str, today: date, goal_id: int | None = None
) -> Idea:
    """The idea with an answer, without the activity that an earlier one made of it; waiting again
    it forgets when it was answered.

    Raises :class:`NotAllowed` when it is parked or declined without a reason, or adopted for no
    goal.
    """
    reason = reason.strip()
    if answer is Answer.WAITING:
        return replace(idea, answer=answer, reason=reason, answered_on=None, activity_id=None)
    if answer is Answer.ADOPTED and goal_id is None:
        raise NotAllowed(msg("Choose the goal that it serves. An activity hangs on a goal."))
    if answer is not Answer.ADOPTED and not reason:
        raise NotAllowed(msg("Write the reason. Whoever had the idea will want to know."))
    return replace(
        idea, answer=answer, reason=reason, goal_id=goal_id, answered_on=today, activity_id=None
    )


def answer_names() -> dict[Answer, Message]:
    """What the answers are called."""
    return {
        Answer.WAITING: msg("Waiting"),
        Answer.ADOPTED: msg("Adopted"),
        Answer.PARKED: msg("Parked"),
        Answer.DECLINED: msg("Declined"),
    }


def reply(idea: Idea, goal: str) -> tuple[Message, ...]:
    """The answer to be sent, in a few friendly paragraphs; ``goal`` is the statement of the goal
    that the idea was held against, empty for none.

    Raises :class:`ValueError` while the idea waits.
    """
    lines = {
        Answer.ADOPTED: msg("We are going to try it."),
        Answer.PARKED: msg("We keep it for later. It is not forgotten, but now is not the time."),
        Answer.DECLINED: msg("This time we will not do it."),
    }
    if idea.answer not in lines:
        raise ValueError("an idea that waits has no answer")
    return (
        msg("Hello {who},", who=idea.who) if idea.who else msg("Hello,"),
        msg("Thank you for your idea: “{idea}”.", idea=idea.title),
        msg(
            "{answer} {held}",
            answer=lines[idea.answer],
            held=_held_against(idea.answer, goal),
        ),
        *([msg("{text}", text=idea.reason)] if idea.reason else []),
        msg("Do send us the next one too."),
    )


def _held_against(answer: Answer, goal: str) -> Message:
    if not goal:
        return msg("It serves none of the goals that we have now.")
    if answer is Answer.ADOPTED:
        return msg("It serves our goal “{goal}”.", goal=goal)
    return msg("We held it against our goal “{goal}”.", goal=goal)
