"""Activities as hypotheses: if we do this, that KPI moves by so much by then, because …"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from desktop.core.faults import NotAllowed
from desktop.core.message import Message, msg
from desktop.core.record import record

MOST_ON_A_GOAL = 3  # open at the same time; with more nobody can tell what made the difference


class Verdict(StrEnum):
    """What was decided of an activity."""

    OPEN = "open"
    KEPT = "kept"
    KILLED = "killed"


@record(frozen=True, slots=True, kw_only=True)
class Activity:
    """If ``title``, then the KPI moves by ``effect`` (in its unit, signed) by ``due``, because
    ``because``.  It runs from ``start`` to ``end`` (still going on without one); on ``due`` it is
    asked whether to keep or kill it."""

    id: int | None = None
    goal_id: int
    kpi_id: int | None = None
    title: str
    because: str = ""
    effect: float | None = None
    start: date
    end: date | None = None
    due: date | None = None
    owner_id: int | None = None
    cost: float | None = None  # in the company's currency
    verdict: Verdict = Verdict.OPEN
    decided_on: date | None = None
    conclusion: str = ""
    position: int = 0


class ActivityState(StrEnum):
    """Where an activity stands on a day."""

    PLANNED = "planned"
    RUNNING = "running"
    OVER = "over"  # it has ended, and nobody has said what came of it
    KEPT = "kept"
    KILLED = "killed"


def state_of(activity: Activity, today: date) -> ActivityState:
    """From the verdict, or while there is none from the days."""
    if activity.verdict is Verdict.KEPT:
        return ActivityState.KEPT
    if activity.verdict is Verdict.KILLED:
        return ActivityState.KILLED
    if today < activity.start:
        return ActivityState.PLANNED
    if activity.end is not None and activity.end < today:
        return ActivityState.OVER
    return ActivityState.RUNNING


def verdict_day(activity: Activity) -> date | None:
    """The day on which it is asked whether to keep or kill it: without a due date its end."""
    return activity.due or activity.end


def asks_for_verdict(activity: Activity, today: date) -> bool:
    """Whether that day has come, and nobody has decided yet."""
    day = verdict_day(activity)
    return activity.verdict is Verdict.OPEN and day is not None and day <= today


def checked(activity: Activity) -> Activity:
    """The activity as it may be saved, its texts without blanks around them.

    Raises :class:`NotAllowed` without a title, with an end or a due date before the start, with an
    effect of zero or an effect on no KPI, and with a cost below zero.
    """
    activity = replace(
        activity,
        title=" ".join(activity.title.split()),
        because=activity.because.strip(),
        conclusion=activity.conclusion.strip(),
    )
    if not activity.title:
        raise NotAllowed(msg("Say in a few words what you will try."))
    if activity.end is not None and activity.end < activity.start:
        raise NotAllowed(msg("It cannot end before it begins."))
    if activity.due is not None and activity.due < activity.start:
        raise NotAllowed(msg("It cannot show before it begins."))
    if activity.effect is not None and activity.kpi_id is None:
        raise NotAllowed(msg("Choose the KPI that will move."))
    if activity.effect == 0:
        raise NotAllowed(msg("An effect of zero is none. Leave it empty if nobody can tell."))
    if activity.cost is not None and activity.cost < 0:
        raise NotAllowed(msg("A cost cannot be below zero."))
    return activity


def decided(activity: Activity, verdict: Verdict, conclusion: str, today: date) -> Activity:
    """The activity with a verdict; opened again it forgets when it was decided on.

    Raises :class:`NotAllowed` for a verdict without a conclusion: what was learned is worth more
    than the verdict.
    """
    conclusion = conclusion.strip()
    if verdict is Verdict.OPEN:
        return replace(activity, verdict=verdict, decided_on=None, conclusion=conclusion)
    if not conclusion:
        raise NotAllowed(msg("Write what you learned, in a few words."))
    return replace(activity, verdict=verdict, decided_on=today, conclusion=conclusion)


def same_time(activity: Activity, others: Iterable[Activity]) -> list[Activity]:
    """The other activities on the same KPI whose days meet those of this one."""
    if activity.kpi_id is None:
        return []
    return [
        other
        for other in others
        if other.id != activity.id
        and other.kpi_id == activity.kpi_id
        and other.start <= _last_day(activity)
        and activity.start <= _last_day(other)
    ]


def shown_first(activities: Sequence[Activity]) -> list[Activity]:
    """Those that are open, then what was kept, then what was killed; each in their own order."""
    rank = {Verdict.OPEN: 0, Verdict.KEPT: 1, Verdict.KILLED: 2}
    return sorted(activities, key=lambda each: rank[each.verdict])


def state_names() -> dict[ActivityState, Message]:
    """What the states are called."""
    return {
        ActivityState.PLANNED: msg("Planned"),
        ActivityState.RUNNING: msg("Running"),
        ActivityState.OVER: msg("Over"),
        ActivityState.KEPT: msg("Kept"),
        ActivityState.KILLED: msg("Killed"),
    }


def _last_day(activity: Activity) -> date:
    if activity.end is not None:
        return activity.end
    killed = activity.verdict is Verdict.KILLED
    return activity.decided_on if killed and activity.decided_on is not None else date.max
