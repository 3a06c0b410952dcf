"""The questions of a sitting below each other, as full as has room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.message import Message, nmsg
from desktop.core.sheet_sitting import PaperQuestion
from desktop.sheets.elements import Box, Face
from desktop.sheets.pen import SMALL, Pen
from desktop.sheets.review import LINE
from desktop.sheets.sitting_fields import (
    AnswerField,
    GridField,
    beside,
    beside_height,
    choices_height,
    draw_beside,
    draw_choices,
)
from desktop.sheets.type import line_height, wrapped

_TITLE = Face(11.5, strong=True)
_NUMBER = Face(11.5)
_INDENT = 7.0  # millimetres for the number of a question
_TITLE_LINES, _HINT_LINES = 2, 2
_BELOW_HINT, _BETWEEN = 0.8, 1.6  # millimetres
_LEAST_APART, _MOST_APART = 2.4, 9.0
_MOST_BLANK = 9  # lines to write on for one answer


@dataclass(frozen=True, slots=True)
class _Way:
    """How much is shown: hints, lines of an answer, lines to write on, lines in a cell, known and
    empty rows of a table."""

    hints: bool
    lines: int
    blank: int
    cell: int
    rows: int
    spare: int


# From the fullest to the tersest; the first that has room is taken.
_WAYS = (
    _Way(hints=True, lines=10, blank=3, cell=4, rows=99, spare=6),
    _Way(hints=True, lines=8, blank=2, cell=3, rows=99, spare=6),
    _Way(hints=True, lines=6, blank=2, cell=3, rows=99, spare=5),
    _Way(hints=True, lines=5, blank=1, cell=3, rows=99, spare=4),
    _Way(hints=True, lines=4, blank=1, cell=3, rows=99, spare=3),
    _Way(hints=True, lines=4, blank=1, cell=2, rows=99, spare=2),
    _Way(hints=False, lines=3, blank=1, cell=2, rows=99, spare=2),
    _Way(hints=False, lines=2, blank=1, cell=1, rows=99, spare=1),
    *(_Way(hints=False, lines=1, blank=1, cell=1, rows=rows, spare=0) for rows in range(12, 0, -1)),
)


class _Part:
    """One question at one fullness; ``more`` are lines to write on besides."""

    def __init__(
        self, pen: Pen, question: PaperQuestion, room: float, way: _Way, more: int = 0
    ) -> None:
        self._pen, self._question, self._room = pen, question, room - _INDENT
        say = pen.say
        self._title = wrapped(say(question.title), _TITLE, self._room, _TITLE_LINES)
        hint = wrapped(say(question.hint), SMALL, self._room, _HINT_LINES)
        self._hint = hint if way.hints else []
        self._grid = None
        if question.grid is not None:
            self._grid = GridField(pen, question.grid, self._room, way.cell, way.rows, way.spare)
        short = [answer for answer in question.answers if not answer.long]
        self._short = beside(pen, short, self._room, min(way.lines, 3))
        self._long = [
            AnswerField(pen, answer, self._room, way.lines, way.blank + more)
            for answer in question.answers
            if answer.long
        ]
        self.left_out = 0 if self._grid is None else self._grid.left_out

    @property
    def open_fields(self) -> int:
        """How many answers could have more lines to write on."""
        return sum(field.is_open for field in self._long)

    @property
    def height(self) -> float:
        words = len(self._title) * line_height(_TITLE) + len(self._hint) * line_height(SMALL)
        below = self._heights()
        return words + sum(below) + _BELOW_HINT + (len(below) - 1) * _BETWEEN

    def _heights(self) -> list[float]:
        """Of what stands below the question: choices, table, answers."""
        found = [choices_height(self._question.choices), beside_height(self._short)]
        found += [field.height for field in self._long]
        found += [] if self._grid is None else [self._grid.height]
        return [height for height in found if height] or [0.0]

    def draw(self, number: int, x: float, y: float) -> None:
        """Draw it with its upper left corner at a place."""
        pen, left = self._pen, x + _INDENT
        pen.line(pen.wording.number(number), x, y, _INDENT - 1.0, _NUMBER, pen.ink.plan)
        for line in self._title:
            y = pen.line(line, left, y, self._room, _TITLE)
        for line in self._hint:
            y = pen.line(line, left, y, self._room, SMALL, pen.ink.soft)
        y += _BELOW_HINT
        if self._question.choices:
            height = choices_height(self._question.choices)
            draw_choices(pen, self._question.choices, Box(left, y, self._room, height))
            y += height + _BETWEEN
        if self._grid is not None:
            y = self._grid.draw(left, y) + _BETWEEN
        for field in self._long:
            y = field.draw(left, y) + _BETWEEN
        if self._short:
            draw_beside(self._short, left, y)


class QuestionColumn:
    """Draws into its box; ``left_out`` are rows of tables that have no room."""

    def __init__(self, pen: Pen, questions: Sequence[PaperQuestion], box: Box) -> None:
        self._pen, self._questions, self._box = pen, questions, box
        way = next((way for way in _WAYS if self._sum(self._parts(way)) <= box.height), _WAYS[-1])
        self._made = self._spread(way)
        self.left_out = self._counts()

    def _parts(self, way: _Way, more: int = 0) -> list[_Part]:
        return [_Part(self._pen, each, self._box.width, way, more) for each in self._questions]

    @staticmethod
    def _sum(parts: Sequence[_Part]) -> float:
        return sum(part.height for part in parts) + (len(parts) - 1) * _LEAST_APART

    def _spread(self, way: _Way) -> list[_Part]:
        """What is left over gives every open answer more lines to write on."""
        parts = self._parts(way)
        count = sum(part.open_fields for part in parts)
        if not count:
            return parts
        more = int((self._box.height - self._sum(parts)) / (count * LINE) + 1e-6)
        return self._parts(way, max(min(more, _MOST_BLANK - way.blank), 0))

    def _counts(self) -> list[Message]:
        found: list[Message] = []
        for question, part in zip(self._questions, self._made, strict=True):
            if not part.left_out or question.grid is None:
                continue
            if question.grid.ideas:
                found.append(nmsg("{n} idea", "{n} ideas", part.left_out))
            else:
                found.append(nmsg("{n} key result", "{n} key results", part.left_out))
        return found

    def draw(self) -> None:
        box = self._box
        spare = box.height - self._sum(self._made)
        apart = min(
            _LEAST_APART + spare / max(len(self._made) - 1, 1), max(_MOST_APART, _LEAST_APART)
        )
        y = box.y
        for number, part in enumerate(self._made, start=1):
            part.draw(number, box.x, y)
            self._pen.block(f"question {number}", Box(box.x, y, box.width, part.height))
            y += part.height + apart
