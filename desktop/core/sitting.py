"""The three sittings in which a goal grows: what and why, how we see it, how we measure it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from desktop.core.message import Message, msg
from desktop.core.record import record

REST = timedelta(days=2)  # until the next sitting, unless another day is chosen


class Way(StrEnum):
    """How a goal is written: one number, or an objective with several."""

    SMART = "smart"
    OKR = "okr"


class Sitting(IntEnum):
    """One of the three; mixing them turns the talk into a quarrel about activities."""

    GOAL = 1  # what we want, and why
    SIGNS = 2  # how we would see it: the KPIs
    MEASURE = 3  # where the number comes from, how far, and what we try


class Ask(StrEnum):
    """A question whose answer has no field of its own in the goal; kept with the goal as text."""

    WHAT = "what"  # the goal in short, where its statement is the whole sentence
    SENTENCE = "sentence"  # the composed sentence that became the statement
    WORTH = "worth"  # relevant: worth the money and time, and the right moment
    SEEN = "seen"  # measurable: what would be different
    RESOURCES = "resources"  # attainable: what it takes, and whether we have it
    THREE_MONTHS = "three months"  # time-bound, nearer and nearer
    FOUR_WEEKS = "four weeks"
    TODAY = "today"
    TRIES = "tries"  # what we will try, a line each
    OPEN = "open"  # that it runs until it is reached; a deadline has a field


@record(frozen=True, slots=True, kw_only=True)
class Guide:
    """Where a goal stands in its three sittings.

    ``done`` counts the sittings that are over; ``next_on`` is the day for the next one, ``None``
    when no day was agreed on.  ``raised_from_id`` is the reached goal that this one goes on from.
    """

    goal_id: int
    way: Way = Way.SMART
    done: int = 0
    next_on: date | None = None
    raised_from_id: int | None = None

    @property
    def next(self) -> Sitting | None:
        """The sitting that comes next; ``None`` after the third."""
        return Sitting(self.done + 1) if self.done < len(Sitting) else None

    @property
    def time_settled(self) -> bool:
        """Whether a goal without a deadline is meant so: in the third sitting, or by the goal that
        it was raised from."""
        return self.next is None or self.raised_from_id is not None


def answer_names() -> dict[Ask, Message]:
    """What the answers are called that stand beside the goal, in the order of the sittings."""
    return {
        Ask.WORTH: msg("Worth it, and why now"),
        Ask.SEEN: msg("What we would see"),
        Ask.RESOURCES: msg("What it takes"),
        Ask.TRIES: msg("What we try"),
        Ask.THREE_MONTHS: msg("In three months"),
        Ask.FOUR_WEEKS: msg("In four weeks"),
        Ask.TODAY: msg("Today"),
    }


def next_day(today: date) -> date:
    """The day that is proposed for the next sitting: after a rest, and on a working day."""
    day = today + REST
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day


def sitting_name(sitting: Sitting) -> Message:
    """What a sitting is called."""
    return {
        Sitting.GOAL: msg("What and why"),
        Sitting.SIGNS: msg("How we would see it"),
        Sitting.MEASURE: msg("How far, and what we try"),
    }[sitting]


def standing(guide: Guide) -> Message | None:
    """Where the goal stands, in a few words; ``None`` once all three sittings are over."""
    following = guide.next
    if following is None:
        return None
    if guide.next_on is None:
        return msg("Step {step} of 3: {name}", step=int(following), name=sitting_name(following))
    return msg("Step {step} of 3 on {day}", step=int(following), day=guide.next_on)


def short_goal(statement: str, answers: Mapping[Ask, str]) -> str:
    """The goal in short: the statement, unless that is the whole sentence that was composed of it.

    A statement that was written anew in the editor is the goal in short itself.
    """
    if statement and statement == answers.get(Ask.SENTENCE):
        return answers.get(Ask.WHAT) or statement
    return statement
