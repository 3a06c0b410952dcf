"""What needs the owner now: one sentence and one action; and which goals have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from desktop.core.assessment import Status
from desktop.core.goal import Goal
from desktop.core.message import Message, msg
from desktop.core.names import name
from desktop.core.record import record


class Action(StrEnum):
    """The one thing to do about it."""

    OPEN_GOAL = "open goal"
    OPEN_GOALS = "open goals"
    SIT = "sit"
    TYPE_VALUES = "type values"
    IMPORT = "import"
    CHECK_IN = "check in"
    REVIEW = "review"
    DECIDE = "decide"
    ANSWER = "answer"
    OPEN_LINK = "open link"
    SETTINGS = "settings"


_PAGES = {
    Action.OPEN_GOAL: "goals",
    Action.OPEN_GOALS: "goals",
    Action.SIT: "goals",
    Action.TYPE_VALUES: "kpis",
    Action.IMPORT: "imports",
    Action.CHECK_IN: "follow_up/check_ins",
    Action.REVIEW: "follow_up/reviews",
    Action.DECIDE: "follow_up/activities",
    Action.ANSWER: "follow_up/ideas",
    Action.OPEN_LINK: "kpis/links",
    Action.SETTINGS: "settings",
}


@record(frozen=True, slots=True)
class Need:
    """``target_id`` is what the action is done to: a goal, a KPI, an activity."""

    message: Message
    action: Action
    target_id: int | None = None

    @property
    def page(self) -> str:
        """Where it is done: a page of the window, or a part of one."""
        return _PAGES[self.action]


@record(frozen=True, slots=True)
class Standing:
    """An active goal as it stands; ``known`` is the status that was seen at its last check-in,
    and ``known_on`` the day of that."""

    goal: Goal
    status: Status
    reason: Message
    known: Status | None = None
    known_on: date | None = None


_JUDGED = (Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK, Status.REACHED)
_BAD = (Status.OFF_TRACK, Status.AT_RISK)


def changed(standings: Iterable[Standing]) -> Iterator[Need]:
    """The goals whose status is another than at their last check-in, the worst first.

    A goal that nobody has checked in on yet is told while it is off track or at risk.  Silence and
    its end are no change: what is outdated is told as such.
    """
    told = [each for each in standings if _is_news(each)]
    for standing in sorted(told, key=lambda each: _JUDGED.index(each.status)):
        yield Need(_news(standing), Action.CHECK_IN, standing.goal.id)


def _is_news(standing: Standing) -> bool:
    if standing.status not in _JUDGED or standing.status is standing.known:
        return False
    return standing.status in _BAD or standing.known in _JUDGED


def _news(standing: Standing) -> Message:
    goal, reason = standing.goal.statement, standing.reason
    if standing.known is None or standing.known_on is None:
        return msg("“{goal}”: {reason}", goal=goal, reason=reason)
    return msg(
        "“{goal}” was “{before}” on {day} and is “{now}”. {reason}",
        goal=goal,
        before=name(standing.known),
        day=standing.known_on,
        now=name(standing.status),
        reason=reason,
    )
