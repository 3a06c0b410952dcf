"""SMART: five letters, what each asks, and what is still missing in a goal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from desktop.core.goal import Comparison, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message, msg
from desktop.core.sitting import Ask

_FEWEST_WORDS = 3  # fewer name a subject, not a goal


class Letter(StrEnum):
    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ATTAINABLE = "attainable"
    RELEVANT = "relevant"
    TIME_BOUND = "time-bound"


class SmartParts(NamedTuple):
    """What a SMART goal has of its letters so far.

    ``what`` is the goal in short; ``dated`` is whether a deadline belongs to it, since an open
    goal is bound by being reached.
    """

    what: str = ""
    why: str = ""
    kpi: Kpi | None = None
    key_result: KeyResult | None = None
    start: date = date.min
    deadline: date | None = None
    time_chosen: bool = False
    answers: Mapping[Ask, str] = {}


class LetterCheck(NamedTuple):
    """One letter: whether it has anything, and what is missing, a sentence each."""

    letter: Letter
    begun: bool
    missing: tuple[Message, ...]

    @property
    def filled(self) -> bool:
        return self.begun and not self.missing


def letter_name(letter: Letter) -> Message:
    return {
        Letter.SPECIFIC: msg("Specific"),
        Letter.MEASURABLE: msg("Measurable"),
        Letter.ATTAINABLE: msg("Attainable"),
        Letter.RELEVANT: msg("Relevant"),
        Letter.TIME_BOUND: msg("Time-bound"),
    }[letter]


def letter_questions(letter: Letter) -> tuple[Message, ...]:
    """What each letter asks."""
    return {
        Letter.SPECIFIC: (msg("What exactly do we want to reach, for whom and where?"),),
        Letter.MEASURABLE: (
            msg("How much, or how many?"),
            msg("How do we know that it is reached?"),
        ),
        Letter.ATTAINABLE: (msg("Do we have the people, the money and the skills for it?"),),
        Letter.RELEVANT: (
            msg("Is it worth the money and the time?"),
            msg("Is this the right moment?"),
            msg("Does it serve another goal?"),
        ),
        Letter.TIME_BOUND: (
            msg("By when?"),
            msg("What can be done in three months, in four weeks, today?"),
        ),
    }[letter]


def check_letters(parts: SmartParts) -> tuple[LetterCheck, ...]:
    """All five letters in their order."""
    made = {
        Letter.SPECIFIC: _specific(parts),
        Letter.MEASURABLE: _measurable(parts),
        Letter.ATTAINABLE: _attainable(parts),
        Letter.RELEVANT: _relevant(parts),
        Letter.TIME_BOUND: _time_bound(parts),
    }
    return tuple(LetterCheck(letter, begun, missing) for letter, (begun, missing) in made.items())


_Check = tuple[bool, tuple[Message, ...]]


def _specific(parts: SmartParts) -> _Check:
    words = parts.what.split()
    if not words:
        return False, (msg("Write what you want to reach."),)
    if len(words) < _FEWEST_WORDS:
        return True, (msg("Say a little more: what, for whom or where?"),)
    return True, ()


def _measurable(parts: SmartParts) -> _Check:
    kpi, row = parts.kpi, parts.key_result
    seen = bool(parts.answers.get(Ask.SEEN))
    if kpi is None or row is None:
        return seen, (msg("Choose the number that shows it."),)
    missing = []
    if kpi.better is not Better.BAND:
        if row.target is None:
            missing.append(msg("Write the number to reach."))
        if row.baseline is None and row.comparison is Comparison.LEVEL:
            missing.append(msg("Write where the number stands today."))
    elif kpi.band_low is None and kpi.band_high is None:
        missing.append(msg("The KPI has no limits yet; give it some on the KPIs page."))
    return True, tuple(missing)


def _attainable(parts: SmartParts) -> _Check:
    if parts.answers.get(Ask.RESOURCES):
        return True, ()
    return False, (msg("Say what it takes, and whether you have it."),)


def _relevant(parts: SmartParts) -> _Check:
    worth = bool(parts.answers.get(Ask.WORTH))
    missing = []
    if not parts.why:
        missing.append(msg("Say why it matters."))
    if not worth:
        missing.append(msg("Say whether it is worth the money and time, and why now."))
    return bool(parts.why) or worth, tuple(missing)


def _time_bound(parts: SmartParts) -> _Check:
    steps = any(parts.answers.get(ask) for ask in (Ask.THREE_MONTHS, Ask.FOUR_WEEKS, Ask.TODAY))
    missing = []
    if not parts.time_chosen:
        missing.append(msg("Choose a last day, or that it runs until it is reached."))
    if not steps:
        missing.append(msg("Say what can be done in three months, in four weeks or today."))
    return parts.time_chosen or steps, tuple(missing)
