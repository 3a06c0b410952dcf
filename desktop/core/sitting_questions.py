"""What is asked in the three sittings, in the same words on screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from desktop.core.goal_examples import OkrExample, SmartExample
from desktop.core.message import Message, msg
from desktop.core.okr import kpi_or_key_result
from desktop.core.sitting import Ask, Sitting, Way
from desktop.core.smart import Letter, letter_name

_EXAMPLES = 3


class Topic(StrEnum):
    """One question of a sitting; :attr:`FAR` and :attr:`SOURCE` are asked of every number."""

    WAY = "way"
    WHAT = "what"
    WHY = "why"
    PLACE = "place"
    SEEN = "seen"
    NUMBERS = "numbers"
    TIME = "time"
    FAR = "far"
    SOURCE = "source"
    RESOURCES = "resources"
    TRIES = "tries"
    CHECK = "check"


class Words(NamedTuple):
    """A question and the line that helps to answer it."""

    title: Message
    hint: Message


class Part(StrEnum):
    """An answer that has a label of its own, beside the answers of :class:`Ask`."""

    WHY = "why"
    OWNER = "owner"
    PARENT = "parent"
    AMBITION = "ambition"
    START = "start"
    DEADLINE = "deadline"
    NUMBER = "number"
    BASELINE = "baseline"
    TARGET = "target"
    DEFINITION = "definition"
    SOURCE = "source"
    STATEMENT = "statement"
    NEXT_DAY = "next day"


_TOPICS: Mapping[Sitting, tuple[Topic, ...]] = {
    Sitting.GOAL: (Topic.WAY, Topic.WHAT, Topic.WHY, Topic.PLACE),
    Sitting.SIGNS: (Topic.SEEN, Topic.NUMBERS),
    Sitting.MEASURE: (
        Topic.TIME,
        Topic.FAR,
        Topic.SOURCE,
        Topic.RESOURCES,
        Topic.TRIES,
        Topic.CHECK,
    ),
}


def topics(sitting: Sitting) -> tuple[Topic, ...]:
    """The questions of a sitting in their order."""
    return _TOPICS[sitting]


def question_words(topic: Topic, way: Way) -> Words:
    """A question.  How far and where from are one question here, about all numbers; about one
    number they are :func:`far_title` and :func:`source_title`."""
    okr = way is Way.OKR
    match topic:
        case Topic.WAY:
            return Words(
                msg("How big is what you want?"),
                msg("Choose what sounds like you; it can be changed later."),
            )
        case Topic.WHAT if okr:
            return Words(
                msg("Which objective would inspire us?"),
                msg("One sentence that people like to get up for. The numbers come later."),
            )
        case Topic.WHAT:
            return Words(
                msg("What exactly do we want to reach?"),
                msg("Say it as you would to a colleague: what, for whom, where."),
            )
        case Topic.WHY:
            return Words(
                msg("Why does it matter?"),
                msg("What gets better, and for whom, when it is reached?"),
            )
        case Topic.PLACE:
            return Words(
                msg("Who carries it, and what does it serve?"),
                msg("A goal needs one name. It may be a step towards a larger goal."),
            )
        case Topic.SEEN:
            return Words(
                msg("If it goes well, what do we see?"),
                msg("In words first: what would be different on an ordinary day?"),
            )
        case Topic.NUMBERS:
            return Words(_which_numbers(okr=okr), kpi_or_key_result())
        case Topic.TIME:
            return Words(
                msg("Until when?"),
                msg("A goal need not follow the calendar: it may run until it is reached."),
            )
        case Topic.FAR | Topic.SOURCE:
            return Words(
                msg("How far, and where does the number come from?"),
                msg("One definition for everyone, or numbers cannot be compared."),
            )
        case Topic.RESOURCES:
            return Words(
                msg("What does it take, and do we have it?"),
                msg("People, money, skills, tools. A goal that nobody has room for is a wish."),
            )
        case Topic.TRIES:
            return Words(
                msg("What will we try?"),
                msg("One idea a line. Some will work and some will not; the number tells."),
            )
        case Topic.CHECK:
            return Words(
                msg("Is it clear to everyone?"),
                msg(
                    "Read it aloud. A colleague who was not here should know what to do on Monday."
                ),
            )


def _which_numbers(*, okr: bool) -> Message:
    return msg("Which two to five numbers show it?") if okr else msg("Which number shows it best?")


def far_title(kpi: str) -> Message:
    """How far, of one number."""
    return msg("How far: {kpi}", kpi=kpi)


def source_title(kpi: str) -> Message:
    """What one number counts, and where it comes from."""
    return msg("What does “{kpi}” count, and where from?", kpi=kpi)


def way_words(way: Way) -> Words:
    """A way of writing a goal, as one chooses it."""
    if way is Way.OKR:
        return Words(
            msg("A direction that inspires, seen in two to five numbers"),
            msg("OKR: an objective in words and its key results in numbers."),
        )
    return Words(
        msg("One clear thing, seen in one number"),
        msg("SMART: specific, measurable, attainable, relevant and bound in time."),
    )


def ambition_words(*, aspirational: bool) -> Message:
    """How hard one counts on a goal."""
    if aspirational:
        return msg("Aspirational: it stretches us")
    return msg("Committed: we count on reaching it")


def time_words(*, dated: bool) -> Message:
    """How long a goal runs."""
    return msg("Until a date") if dated else msg("Until it is reached")


def part_label(part: Part) -> Message:
    """What stands above the answer."""
    return {
        Part.WHY: msg("We want it because"),
        Part.OWNER: msg("Owner"),
        Part.PARENT: msg("Part of"),
        Part.AMBITION: msg("Ambition"),
        Part.START: msg("Start"),
        Part.DEADLINE: msg("Deadline"),
        Part.NUMBER: msg("KPI"),
        Part.BASELINE: msg("From (baseline)"),
        Part.TARGET: msg("To (target)"),
        Part.DEFINITION: msg("Exactly what is counted, and what is not"),
        Part.SOURCE: msg("Where the number comes from: which system, which report"),
        Part.STATEMENT: msg("The goal as it stands in lists and on sheets"),
        Part.NEXT_DAY: msg("We go on"),
    }[part]


def ask_label(ask: Ask) -> Message | None:
    """What stands above an answer; ``None`` where the question says it."""
    return {
        Ask.WORTH: msg("Is it worth the money and the time, and why now?"),
        Ask.THREE_MONTHS: msg("What can be done in three months?"),
        Ask.FOUR_WEEKS: msg("What can be done in four weeks?"),
        Ask.TODAY: msg("What can be done today?"),
    }.get(ask)


def sitting_end(sitting: Sitting) -> Words:
    """What is said when a sitting is over."""
    return {
        Sitting.GOAL: Words(
            msg("That was the first sitting"),
            msg(
                "Let it rest. Next time you choose how you would see it. Keeping the two apart "
                "spares you a quarrel about activities."
            ),
        ),
        Sitting.SIGNS: Words(
            msg("That was the second sitting"),
            msg(
                "Let it rest. Next time you decide how far, where the number comes from and what "
                "you try."
            ),
        ),
        Sitting.MEASURE: Words(
            msg("The goal is set"),
            msg("From now on Sikte follows it. Everything can be changed in the editor."),
        ),
    }[sitting]


def ladder_title() -> Message:
    """What stands above an example of :func:`ladder_rows`."""
    return msg("The same goal, from vague to clear")


def ladder_rows(example: SmartExample) -> tuple[tuple[Message, str], ...]:
    """A goal as it is first said, and clearer with each letter."""
    rungs = ((letter_name(letter), text) for letter, text in example.rungs)
    return ((msg("At first"), example.vague), *rungs)


def objective_title() -> Message:
    """What stands above an example of :func:`objective_rows`."""
    return msg("An objective and its key results")


def objective_rows(example: OkrExample) -> tuple[tuple[Message, str], ...]:
    """An objective and the numbers that show it."""
    results = ((msg("Key result"), text) for text in example.key_results)
    return ((msg("Objective"), example.objective), *results)


def letter_title() -> Message:
    """What stands above :func:`letter_rows`."""
    return msg("For example")


def letter_rows(examples: Sequence[SmartExample], letter: Letter) -> tuple[tuple[str, str], ...]:
    """What some examples have at a letter, each with its name; as many as are read."""
    return tuple((each.name, dict(each.rungs)[letter]) for each in examples[:_EXAMPLES])
