"""The questions of a sitting as they stand on paper, with what is known of the goal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.core.goal import Comparison, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.kpi_words import better_in_words
from desktop.core.measurement import Measurement
from desktop.core.message import Value, msg
from desktop.core.names import name
from desktop.core.okr import MOST
from desktop.core.sheet_sitting import PaperAnswer, PaperChoice, PaperGrid, PaperQuestion
from desktop.core.sitting import Ask, Sitting, Way
from desktop.core.sitting_questions import (
    Part,
    Topic,
    Words,
    ambition_words,
    ask_label,
    part_label,
    question_words,
    time_words,
    topics,
    way_words,
)

_IDEAS = 6  # lines for what is to be tried
_NEARER = (Ask.THREE_MONTHS, Ask.FOUR_WEEKS, Ask.TODAY)


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """A number of the goal, exactly what it counts, and its newest value."""

    kpi: Kpi
    key_result: KeyResult
    definition: str = ""
    source: str = ""
    latest: Measurement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a goal; nothing of all this for a blank form, whose ``way`` is open."""

    way: Way | None = None
    what: str = ""
    statement: str = ""
    why: str = ""
    owner: str = ""
    parent: str = ""
    aspirational: bool | None = None
    start: date | None = None
    deadline: date | None = None
    time_chosen: bool = False
    answers: Mapping[Ask, str] = field(default_factory=dict)
    numbers: tuple[PaperNumber, ...] = ()


def paper_questions(sitting: Sitting, known: Known) -> tuple[PaperQuestion, ...]:
    """In the order of the guide; how far and where from are one table of all numbers."""
    return tuple(_question(topic, known) for topic in topics(sitting) if topic is not Topic.SOURCE)


def _question(topic: Topic, known: Known) -> PaperQuestion:
    words = _words(topic, known)
    match topic:
        case Topic.WAY:
            return PaperQuestion(*words, choices=_ways(known))
        case Topic.WHAT:
            return PaperQuestion(*words, answers=(PaperAnswer(None, known.what, long=True),))
        case Topic.WHY:
            return PaperQuestion(*words, answers=_why(known))
        case Topic.PLACE:
            return PaperQuestion(*words, choices=_ambitions(known), answers=_place(known))
        case Topic.SEEN:
            return PaperQuestion(*words, answers=(_answer(Ask.SEEN, known, long=True),))
        case Topic.NUMBERS:
            return PaperQuestion(*words, grid=_signs(known))
        case Topic.TIME:
            return PaperQuestion(*words, choices=_times(known), answers=_days(known))
        case Topic.FAR | Topic.SOURCE:
            return PaperQuestion(*words, grid=_how_far(known))
        case Topic.RESOURCES:
            return PaperQuestion(*words, answers=(_answer(Ask.RESOURCES, known, long=True),))
        case Topic.TRIES:
            nearer = () if known.way is Way.OKR else tuple(_answer(ask, known) for ask in _NEARER)
            return PaperQuestion(*words, grid=_tries(known), answers=nearer)
        case Topic.CHECK:
            label = part_label(Part.STATEMENT)
            return PaperQuestion(*words, answers=(PaperAnswer(label, known.statement, long=True),))


def _words(topic: Topic, known: Known) -> Words:
    """On a blank form both ways stand beside each other."""
    if known.way is not None:
        return question_words(topic, known.way)
    smart, okr = question_words(topic, Way.SMART), question_words(topic, Way.OKR)
    if smart.title == okr.title:
        return smart
    hint = smart.hint
    if okr.hint != smart.hint:
        hint = msg("{hint} {other}", hint=smart.hint, other=okr.hint)
    return Words(msg("{question} Or: {other}", question=smart.title, other=okr.title), hint)


def _answer(ask: Ask, known: Known, *, long: bool = False) -> PaperAnswer:
    return PaperAnswer(ask_label(ask), known.answers.get(ask, ""), long=long)


def _ways(known: Known) -> tuple[PaperChoice, ...]:
    return tuple(PaperChoice(*way_words(way), ticked=way is known.way) for way in Way)


def _why(known: Known) -> tuple[PaperAnswer, ...]:
    why = PaperAnswer(part_label(Part.WHY), known.why, long=True)
    return (why,) if known.way is Way.OKR else (why, _answer(Ask.WORTH, known, long=True))


def _place(known: Known) -> tuple[PaperAnswer, ...]:
    return (
        PaperAnswer(part_label(Part.OWNER), known.owner),
        PaperAnswer(part_label(Part.PARENT), known.parent),
    )


def _ambitions(known: Known) -> tuple[PaperChoice, ...]:
    return tuple(
        PaperChoice(ambition_words(aspirational=each), None, ticked=known.aspirational is each)
        for each in (False, True)
    )


def _times(known: Known) -> tuple[PaperChoice, ...]:
    dated = (known.deadline is not None) if known.time_chosen else None
    return tuple(
        PaperChoice(time_words(dated=each), None, ticked=dated is each) for each in (True, False)
    )


def _days(known: Known) -> tuple[PaperAnswer, ...]:
    start = PaperAnswer(part_label(Part.START), _day(known.start))
    if known.time_chosen and known.deadline is None:
        return (start,)
    return (start, PaperAnswer(part_label(Part.DEADLINE), _day(known.deadline)))


def _day(day: date | None) -> Value:
    return "" if day is None else day


def _spare(known: Known) -> int:
    """How many numbers may still be written: one for a SMART goal, five for an objective."""
    most = 1 if known.way is Way.SMART else MOST
    return max(most - len(known.numbers), 0)


def _signs(known: Known) -> PaperGrid:
    """Which numbers show it, of which kind, and where they stand."""
    columns = ((part_label(Part.NUMBER), 0.5), (msg("Kind"), 0.2), (msg("Latest"), 0.3))
    return PaperGrid(columns, tuple(_sign(each) for each in known.numbers), _spare(known))


def _sign(number: PaperNumber) -> tuple[Value, ...]:
    kpi, latest = number.kpi, number.latest
    kind = msg("Leading") if kpi.leading else msg("Lagging")
    stands: Value = msg("No values yet")
    if latest is not None:
        value = kpi.quantity(latest.value)
        stands = msg("{value}, {period}", value=value, period=latest.period)
    return (kpi.name, kind, stands)


def _how_far(known: Known) -> PaperGrid:
    columns = (
        (part_label(Part.NUMBER), 0.2),
        (part_label(Part.BASELINE), 0.14),
        (part_label(Part.TARGET), 0.14),
        (part_label(Part.DEFINITION), 0.27),
        (part_label(Part.SOURCE), 0.25),
    )
    return PaperGrid(columns, tuple(_way_there(each) for each in known.numbers), _spare(known))


def _way_there(number: PaperNumber) -> tuple[Value, ...]:
    kpi, row = number.kpi, number.key_result
    start: Value = ""
    aim: Value = "" if row.target is None else kpi.quantity(row.target)
    if kpi.better is Better.BAND:
        start, aim = "–", better_in_words(kpi)
    elif row.comparison is not Comparison.LEVEL:
        start = name(row.comparison)
    elif row.baseline is not None:
        start = kpi.quantity(row.baseline)
    return (kpi.name, start, aim, number.definition, number.source)


def _tries(known: Known) -> PaperGrid:
    """An idea a line, by whom and until when."""
    columns = (
        (msg("What we will try"), 0.6),
        (msg("Who"), 0.22),
        (msg("Until when"), 0.18),
    )
    ideas = [line.strip() for line in known.answers.get(Ask.TRIES, "").splitlines()]
    rows = tuple((idea, "", "") for idea in ideas if idea)
    return PaperGrid(columns, rows, max(_IDEAS - len(rows), 0), ideas=True)
