"""Check-ins: what people believe of a goal, week by week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from desktop.core.assessment import Status
from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal
from desktop.core.message import Message, msg
from desktop.core.record import record
from desktop.core.unit import Quantity, Unit, UnitKind

MOST_CONFIDENCE = 10
MOST_PULSE = 5
GAP = 0.4  # between what is believed and what is forecast; more is worth a question

TEXTS = ("comment", "stop", "start", "keep", "more", "less")
PULSE = ("autonomy", "competence", "relatedness")


class Rhythm(StrEnum):
    """How often the company checks in on its goals."""

    WEEKLY = "weekly"
    TWO_WEEKS = "two weeks"
    MONTHLY = "monthly"


@record(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """A check-in on a goal.  ``confidence`` is 0-10; the pulse (``autonomy``, ``competence``,
    ``relatedness``: Self-Determination Theory, Deci and Ryan) 1-5 where the company asks for it.

    ``status`` and ``probability`` are what the numbers said on that day, and ``seen`` how far they
    went: the last day covered, by KPI.  They are kept beside what people believe, never blended
    with it, so that it can be told later what has changed since.
    """

    id: int | None = None
    goal_id: int
    day: date
    person_id: int | None = None
    confidence: int | None = None
    comment: str = ""
    stop: str = ""  # what to stop,
    start: str = ""  # to start,
    keep: str = ""  # to go on with,
    more: str = ""  # to do more of,
    less: str = ""  # and less of
    autonomy: int | None = None
    competence: int | None = None
    relatedness: int | None = None
    status: Status | None = None
    probability: float | None = None
    seen: tuple[tuple[int, date], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was said."""
        said = any(getattr(self, name) for name in TEXTS)
        return not said and self.confidence is None and not self.has_pulse

    @property
    def has_pulse(self) -> bool:
        """Whether any of the three questions of the pulse was answered."""
        return any(getattr(self, name) is not None for name in PULSE)


def checked(check_in: CheckIn, today: date) -> CheckIn:
    """The check-in as it may be saved, its texts without blanks around them.

    Raises :class:`NotAllowed` when it says nothing, is of a day to come, or has an answer off its
    scale.
    """
    check_in = replace(check_in, **{name: getattr(check_in, name).strip() for name in TEXTS})
    if check_in.is_empty:
        raise NotAllowed(msg("Say how sure you are, or write a word."))
    if check_in.day > today:
        raise NotAllowed(msg("A check-in cannot be of a day to come."))
    if not _within(check_in.confidence, 0, MOST_CONFIDENCE):
        raise NotAllowed(msg("Confidence is a number from 0 to 10."))
    if not all(_within(getattr(check_in, name), 1, MOST_PULSE) for name in PULSE):
        raise NotAllowed(msg("An answer of the pulse is a number from 1 to 5."))
    return check_in


def _within(value: int | None, least: int, most: int) -> bool:
    return value is None or least <= value <= most


def next_due(day: date, rhythm: Rhythm) -> date:
    """The first day of the next round after one that a check-in on ``day`` belongs to: a Monday,
    or the first of a month.  So the rhythm stays with the calendar however late one was."""
    if rhythm is Rhythm.MONTHLY:
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    monday = day - timedelta(days=day.weekday())
    return monday + timedelta(days=7 if rhythm is Rhythm.WEEKLY else 14)


def due_on(goal: Goal, last: CheckIn | None, rhythm: Rhythm) -> date:
    """The day from which an active goal is to be checked in on: a round after the last check-in,
    or else after its start."""
    return next_due(goal.start if last is None else max(goal.start, last.day), rhythm)


def gap_question(confidence: int | None, probability: float | None) -> Message | None:
    """What to ask when people and forecast see it very differently; ``None`` when they do not, or
    when either has nothing to say.  Neither is taken to be right."""
    if confidence is None or probability is None:
        return None
    gap = confidence / MOST_CONFIDENCE - probability
    if abs(gap) < GAP - 1e-9:  # rounding of the difference
        return None
    chance = Quantity(min(max(probability, 0.01), 0.99), Unit(UnitKind.PERCENT))
    if gap > 0:
        return msg(
            "You say {confidence} of 10, the forecast gives it {chance}. What do you know that "
            "the numbers do not show yet?",
            confidence=confidence,
            chance=chance,
        )
    return msg(
        "The forecast gives it {chance}, you say {confidence} of 10. What worries you?",
        confidence=confidence,
        chance=chance,
    )


def rhythm_names() -> dict[Rhythm, Message]:
    """What the rhythms are called."""
    return {
        Rhythm.WEEKLY: msg("Every week"),
        Rhythm.TWO_WEEKS: msg("Every two weeks"),
        Rhythm.MONTHLY: msg("Every month"),
    }
