"""A sitting on paper, as data: what is asked, what has been answered, and the goal as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.core.company import Company
from desktop.core.message import Message, Value
from desktop.core.sitting import Sitting
from desktop.core.smart import LetterCheck


@dataclass(frozen=True, slots=True)
class PaperAnswer:
    """Without ``words`` it is still open, and gets lines to write on: one, or several when it is
    ``long``.  ``label`` stands above it; ``None`` where the question says it."""

    label: Message | None
    words: Value = ""
    long: bool = False


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A box to tick, and below it what that means."""

    title: Message
    hint: Message | None
    ticked: bool


@dataclass(frozen=True, slots=True)
class PaperGrid:
    """A table to fill in: titles of the columns, each with its share of the width; the rows that
    are known, whose empty cells are open; and how many empty rows there are to be at most.  The
    rows are key results, or ``ideas``."""

    columns: tuple[tuple[Message, float], ...]
    rows: tuple[tuple[Value, ...], ...] = ()
    spare: int = 0
    ideas: bool = False


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """One question: choices first, then the table, then the answers; short answers stand beside
    each other."""

    title: Message
    hint: Message
    choices: tuple[PaperChoice, ...] = ()
    grid: PaperGrid | None = None
    answers: tuple[PaperAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperExample:
    """Rows of a name and a text below a title."""

    title: Message
    rows: tuple[tuple[Message | str, str], ...]


@dataclass(frozen=True, slots=True)
class SittingSheet:
    """One of the three sittings on one page, of a goal or (without ``goal_id``) blank.

    ``sentence`` is the goal as far as it is clear; ``letters`` are those of SMART with what is
    missing, none for an objective; ``so_far`` what else is known; ``examples`` by language.
    """

    company: Company
    today: date
    sitting: Sitting
    questions: tuple[PaperQuestion, ...]
    goal_id: int | None = None
    statement: str = ""
    owner: str = ""
    sentence: Message | None = None
    letters: tuple[LetterCheck, ...] = ()
    so_far: tuple[tuple[Message, Value], ...] = ()
    next_on: date | None = None
    examples: Mapping[str, tuple[PaperExample, ...]] | None = None
