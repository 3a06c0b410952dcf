"""A piece of advice: what is so, why it matters, where it is put right, and how it is dismissed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from desktop.core.goal import Goal
from desktop.core.kpi import Phase
from desktop.core.message import Message, msg
from desktop.core.record import record

LONGEST = 70  # characters of a title that can be read at a glance and remembered
_BEGINNING = 50


class AdviceKind(StrEnum):
    """What it is about; the most important first."""

    CAPACITY = "capacity"
    NO_KPI = "no kpi"
    NO_VALUES = "no values"
    TWO_MEANINGS = "two meanings"
    OLD_BASELINE = "old baseline"
    TOO_MANY_GOALS = "too many goals"
    TOO_MANY_FOR_OWNER = "too many for owner"
    NO_OWNER = "no owner"
    MANY_ACTIVITIES = "many activities"
    ONLY_LAGGING = "only lagging"
    PHASE = "phase"
    LONG_TITLE = "long title"
    JARGON = "jargon"
    NO_DEFINITION = "no definition"
    VANITY = "vanity"

    @property
    def rank(self) -> int:
        """0 for the most important."""
        return list(AdviceKind).index(self)


def kind_name(kind: AdviceKind) -> Message:
    """What the advice is about, in a few words."""
    return {
        AdviceKind.CAPACITY: msg("Past a capacity"),
        AdviceKind.NO_KPI: msg("Goal without a number"),
        AdviceKind.NO_VALUES: msg("Not measured yet"),
        AdviceKind.TWO_MEANINGS: msg("One name, two meanings"),
        AdviceKind.OLD_BASELINE: msg("Old baseline"),
        AdviceKind.TOO_MANY_GOALS: msg("Many active goals"),
        AdviceKind.TOO_MANY_FOR_OWNER: msg("Many goals for one owner"),
        AdviceKind.NO_OWNER: msg("Goal without an owner"),
        AdviceKind.MANY_ACTIVITIES: msg("Much tried at once"),
        AdviceKind.ONLY_LAGGING: msg("Only lagging KPIs"),
        AdviceKind.PHASE: msg("Phase out of balance"),
        AdviceKind.LONG_TITLE: msg("Long title"),
        AdviceKind.JARGON: msg("Jargon"),
        AdviceKind.NO_DEFINITION: msg("KPI without a definition"),
        AdviceKind.VANITY: msg("KPI that no goal uses"),
    }[kind]


class Part(StrEnum):
    """What has to be looked at where the advice leads."""

    STATEMENT = "statement"
    OWNER = "owner"
    RESULTS = "results"
    DEFINITION = "definition"
    LIBRARY = "library"  # the KPIs from which one is chosen
    ARCHIVE = "archive"


@record(frozen=True, slots=True)
class Place:
    """Where it is put right: a page, the goal or KPI on it, and what of that (with ``RESULTS``,
    perhaps which of the key results).  In the library, ``phase`` and ``leading`` say what is
    looked for; ``None`` is any."""

    page: str  # goals, kpis, imports or a part of follow_up
    item_id: int | None = None
    part: Part | None = None
    key_result_id: int | None = None
    phase: Phase | None = None
    leading: bool | None = None


@record(frozen=True, slots=True, kw_only=True)
class Advice:
    """One piece of advice.

    ``kind`` and ``subject`` say which it is, for as long as the company exists; ``facts`` are what
    it rests on, so that one that was dismissed comes back when they are others.  ``goal_ids`` and
    ``kpi_ids`` are those beside which it is shown.
    """

    kind: AdviceKind
    subject: str  # "goal 3", "kpi 7", "person 2", "company", "awareness"
    message: Message
    why: Message
    place: Place
    facts: str = ""
    goal_ids: tuple[int, ...] = ()
    kpi_ids: tuple[int, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """That somebody has read a piece of advice and decided otherwise, and why."""

    kind: str
    subject: str
    facts: str
    reason: str
    day: date

    def holds(self, advice: Advice) -> bool:
        """Whether the facts are still those that were dismissed."""
        return (self.kind, self.subject, self.facts) == (
            advice.kind.value,
            advice.subject,
            advice.facts,
        )


def called(goal: Goal) -> str:
    """As much of a goal's title as is needed to know which it is."""
    title = goal.statement
    return title if len(title) <= LONGEST else f"{title[:_BEGINNING].rsplit(' ', 1)[0]} …"


def facts(*values: object) -> str:
    """Facts as one text that changes when one of them does."""
    return " | ".join(str(value) for value in values)
