"""Ideas from everyone, each held against the goals and answered with a reason."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

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
