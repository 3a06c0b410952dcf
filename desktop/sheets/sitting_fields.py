"""What a question is answered with on paper: words, lines to write on, boxes to tick, a table.

Each part measures itself before it is drawn; ``lines`` is how many a written answer may take, and
``blank`` how many there are to write on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.sheet_sitting import PaperAnswer, PaperChoice, PaperGrid
from desktop.sheets.elements import Area, Box, Stroke
from desktop.sheets.pen import BODY, SMALL, TINY, Pen
from desktop.sheets.review import LINE
from desktop.sheets.type import BASELINE, line_height, plain, width, wrapped

_GAP = 5.0  # between what stands beside each other
_BELOW_LABEL = 0.2
_EDGE = 2.5  # of a box to tick
_CHOICE = line_height(BODY) + 0.8
_CELL = 0.9  # above and below the words of a table
_TITLE_LINES = 2


@dataclass(frozen=True, slots=True)
class AnswerField:
    """One answer below its label."""

    pen: Pen
    answer: PaperAnswer
    room: float
    lines: int
    blank: int

    @property
    def is_open(self) -> bool:
        """Whether it is to be written on."""
        return not self._text

    @property
    def _text(self) -> str:
        return plain(self.pen.wording.value(self.answer.words))

    @property
    def height(self) -> float:
        label = line_height(TINY) + _BELOW_LABEL if self.answer.label is not None else 0.0
        if self.is_open:
            return label + self.blank * LINE
        return label + len(wrapped(self._text, BODY, self.room, self.lines)) * line_height(BODY)

    def draw(self, x: float, y: float) -> float:
        """Draw it; where it ends."""
        pen = self.pen
        if self.answer.label is not None:
            words = pen.say(self.answer.label)
            y = pen.line(words, x, y, self.room, TINY, pen.ink.soft) + _BELOW_LABEL
        if not self.is_open:
            return pen.lines(self._text, x, y, self.room, self.lines, BODY)
        for _ in range(self.blank):
            y += LINE
            pen.rule(x, y, x + self.room, 0.2)
        return y


def beside_height(fields: Sequence[AnswerField]) -> float:
    """Of answers beside each other."""
    return max((field.height for field in fields), default=0.0)


def beside(pen: Pen, answers: Sequence[PaperAnswer], room: float, lines: int) -> list[AnswerField]:
    """Short answers, each with its part of the width."""
    each = (room - (len(answers) - 1) * _GAP) / max(len(answers), 1)
    return [AnswerField(pen, answer, each, lines, 1) for answer in answers]


def draw_beside(fields: Sequence[AnswerField], x: float, y: float) -> None:
    """What is open ends where the others end."""
    bottom = y + beside_height(fields)
    for field in fields:
        field.draw(x, bottom - field.height if field.is_open else y)
        x += field.room + _GAP


def choices_height(choices: Sequence[PaperChoice]) -> float:
    """Choices that need no words stand beside each other."""
    rows = len(choices) if any(choice.hint is not None for choice in choices) else 1
    return rows * _CHOICE if choices else 0.0


def draw_choices(pen: Pen, choices: Sequence[PaperChoice], box: Box) -> None:
    """Boxes with what they stand for; the hint goes where it has no room."""
    tall = any(choice.hint is not None for choice in choices)
    room = box.width if tall else (box.width - (len(choices) - 1) * _GAP) / max(len(choices), 1)
    x, y = box.x, box.y
    for choice in choices:
        _tick(pen, x, y + (line_height(BODY) - _EDGE) / 2 + 0.1, ticked=choice.ticked)
        left = x + _EDGE + 1.8
        title = pen.say(choice.title)
        pen.line(title, left, y, x + room - left, BODY)
        after = left + width(title, BODY) + 3.0
        if choice.hint is not None:
            hint = pen.say(choice.hint)
            if after + width(hint, SMALL) <= x + room:
                aside = (line_height(BODY) - line_height(SMALL)) * BASELINE
                pen.line(hint, after, y + aside, x + room - after, SMALL, pen.ink.soft)
        if tall:
            y += _CHOICE
        else:
            x += room + _GAP


def _tick(pen: Pen, x: float, y: float, *, ticked: bool) -> None:
    pen.add(Area(Box(x, y, _EDGE, _EDGE), outline=pen.ink.soft))
    if ticked:
        points = ((0.2, 0.5), (0.42, 0.74), (0.82, 0.24))
        mark = tuple((x + share * _EDGE, y + height * _EDGE) for share, height in points)
        pen.add(Stroke(mark, pen.ink.text, 0.5))


class GridField:
    """A table with at most ``lines`` in a cell, ``most`` known rows and ``spare`` empty ones."""

    def __init__(
        self, pen: Pen, grid: PaperGrid, room: float, lines: int, most: int, spare: int
    ) -> None:
        self._pen, self._columns, self._lines = pen, grid.columns, lines
        self._rows = grid.rows[:most]
        self._net = room - (len(grid.columns) - 1) * _GAP
        titles = [
            wrapped(pen.say(title), TINY, share * self._net, _TITLE_LINES)
            for title, share in grid.columns
        ]
        self._titles = titles
        self._head = max(len(lines) for lines in titles) * line_height(TINY) + 0.4
        self._spare = min(spare, grid.spare)
        self.left_out = len(grid.rows) - len(self._rows)
        self.height = self._head + sum(self._row_height(row) for row in self._texts())
        self.height += self._spare * LINE

    def _texts(self) -> list[list[list[str]]]:
        """The lines of each cell of each known row."""
        value = self._pen.wording.value
        return [
            [
                wrapped(plain(value(cell)), SMALL, share * self._net, self._lines)
                for cell, (_, share) in zip(row, self._columns, strict=True)
            ]
            for row in self._rows
        ]

    @staticmethod
    def _row_height(cells: Sequence[Sequence[str]]) -> float:
        words = max(len(cell) for cell in cells) * line_height(SMALL) + 2 * _CELL
        return words if all(cells) else max(words, LINE)

    def draw(self, x: float, y: float) -> float:
        """Draw it; where it ends."""
        pen, left = self._pen, x
        for lines, (_, share) in zip(self._titles, self._columns, strict=True):
            at = y + self._head - 0.4 - len(lines) * line_height(TINY)
            for line in lines:
                at = pen.line(line, left, at, share * self._net, TINY, pen.ink.soft)
            left += share * self._net + _GAP
        y += self._head
        for cells in self._texts():
            y = self._row(cells, x, y, self._row_height(cells))
        for _ in range(self._spare):
            y = self._row([[] for _ in self._columns], x, y, LINE)
        return y

    def _row(self, cells: Sequence[Sequence[str]], x: float, y: float, height: float) -> float:
        """Words stand above the line of their row, so that what is written stands beside them."""
        pen, bottom = self._pen, y + height
        for cell, (_, share) in zip(cells, self._columns, strict=True):
            room = share * self._net
            at = bottom - _CELL - len(cell) * line_height(SMALL)
            for line in cell:
                at = pen.line(line, x, at, room, SMALL)
            pen.rule(x, bottom, x + room, 0.2)
            x += room + _GAP
        return bottom
