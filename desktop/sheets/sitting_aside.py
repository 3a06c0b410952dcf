"""What stands beside the questions of a sitting: the goal so far, its letters, examples, and when
we go on."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.message import Message, msg, nmsg
from desktop.core.sheet_sitting import PaperExample, SittingSheet
from desktop.core.sitting import Sitting
from desktop.core.sitting_questions import Part, part_label, sitting_end
from desktop.core.smart import LetterCheck, letter_name, letter_questions
from desktop.sheets.elements import Box, Dot, Face
from desktop.sheets.pen import BODY, HEADING, SMALL, SMALL_STRONG, TINY, Pen
from desktop.sheets.review import LINE
from desktop.sheets.type import line_height, plain, width, wrapped

_SENTENCE = Face(11.5, strong=True)
_SENTENCE_LINES, _MISSING_LINES, _ROW_LINES, _END_LINES = 6, 2, 3, 4
_GAP, _BETWEEN = 3.4, 1.0
_MARK = 1.1  # radius of a letter's mark
_INDENT = 2 * _MARK + 1.8


class SittingAside:
    """Draws from the top what has room: the goal, its letters, what else is known, examples.  The
    next day stands at the bottom."""

    def __init__(self, pen: Pen, sheet: SittingSheet, box: Box) -> None:
        self._pen, self._sheet, self._box = pen, sheet, box
        self._y, self._bottom = box.y, box.bottom
        self.left_out: list[Message] = []

    def draw(self) -> None:
        if self._sheet.sitting is not Sitting.MEASURE:
            self._next_day()
        if self._sheet.goal_id is None:
            self._present()
        else:
            self._goal()
        if self._sheet.letters:
            self._letters(self._sheet.letters)
        self._so_far()
        examples = self._sheet.examples or {}
        for example in examples.get(self._pen.wording.language, ()):
            self._example(example)
        self._pen.block("aside", self._box)

    # ------------------------------------------------------------------ the goal

    def _present(self) -> None:
        """On a blank form: the day, and who is there."""
        pen, box = self._pen, self._box
        for label, lines in ((msg("Day"), 1), (msg("Who is here"), 2)):
            words = pen.say(label)
            pen.line(
                words, box.x, self._y + LINE - line_height(TINY), box.width, TINY, pen.ink.soft
            )
            left = box.x + width(words, TINY) + 2.0
            for _ in range(lines):
                self._y += LINE
                pen.rule(min(left, box.right), self._y, box.right, 0.2)
                left = box.x
        self._y += _GAP

    def _goal(self) -> None:
        """The sentence, where it says more than the title does."""
        pen, box, sheet = self._pen, self._box, self._sheet
        self._y = pen.line(pen.say(msg("Your goal so far")), box.x, self._y, box.width, HEADING)
        pen.rule(box.x, self._y + 0.5, box.right, 0.2)
        self._y += 1.8
        text = "" if sheet.sentence is None else pen.say(sheet.sentence)
        if text and plain(text) != plain(sheet.statement):
            self._y = pen.lines(text, box.x, self._y, box.width, _SENTENCE_LINES, _SENTENCE)
            self._y += _GAP

    def _letters(self, letters: Sequence[LetterCheck]) -> None:
        """A filled mark is clear, a hollow one is not; beside it what is missing, and on a blank
        form what is asked."""
        pen, box = self._pen, self._box
        x, room = box.x + _INDENT, box.width - _INDENT
        for check in letters:
            words = self._said(check)
            lines = wrapped(words, SMALL, room, _MISSING_LINES)
            middle = self._y + line_height(SMALL) / 2 + 0.1
            mark = pen.ink.text if check.begun else pen.ink.soft
            pen.add(Dot(box.x + _MARK, middle, _MARK, mark, hollow=not check.filled))
            name = pen.say(letter_name(check.letter))
            self._y = pen.line(name, x, self._y, room, SMALL_STRONG)
            for line in lines:
                self._y = pen.line(line, x, self._y, room, SMALL, pen.ink.soft)
            self._y += _BETWEEN
        self._y += _GAP - _BETWEEN

    def _said(self, check: LetterCheck) -> str:
        if self._sheet.goal_id is None:
            return " ".join(self._pen.say(each) for each in letter_questions(check.letter))
        if check.filled:
            return self._pen.say(msg("Clear."))
        return " ".join(self._pen.say(each) for each in check.missing)

    def _so_far(self) -> None:
        """Rows of a label and what is known; those without room are counted."""
        pen, box = self._pen, self._box
        for number, (label, value) in enumerate(self._sheet.so_far):
            lines = wrapped(pen.wording.value(value), BODY, box.width, _ROW_LINES)
            height = line_height(TINY) + len(lines) * line_height(BODY)
            if self._y + height > self._bottom:
                count = len(self._sheet.so_far) - number
                self.left_out.append(nmsg("{n} fact", "{n} facts", count))
                return
            self._y = pen.line(pen.say(label), box.x, self._y, box.width, TINY, pen.ink.soft)
            for line in lines:
                self._y = pen.line(line, box.x, self._y, box.width, BODY)
            self._y += _BETWEEN
        if self._sheet.so_far:
            self._y += _GAP - _BETWEEN

    # ------------------------------------------------------------------ examples

    def _example(self, example: PaperExample) -> None:
        """A name and a text in a row; the whole example, or none of it."""
        pen, box = self._pen, self._box
        named = [
            (name if isinstance(name, str) else pen.say(name), text) for name, text in example.rows
        ]
        rows = [(name, wrapped(text, SMALL, box.width, _ROW_LINES)) for name, text in named]
        each = [line_height(TINY) + len(lines) * line_height(SMALL) + _BETWEEN for _, lines in rows]
        head = line_height(SMALL_STRONG) + 1.6
        if self._y + head + sum(each) > self._bottom:
            return
        pen.line(pen.say(example.title), box.x, self._y, box.width, SMALL_STRONG)
        pen.rule(box.x, self._y + line_height(SMALL_STRONG) + 0.4, box.right, 0.2)
        self._y += head
        for name, lines in rows:
            self._y = pen.line(name, box.x, self._y, box.width, TINY, pen.ink.soft)
            for line in lines:
                self._y = pen.line(line, box.x, self._y, box.width, SMALL)
            self._y += _BETWEEN
        self._y += _GAP - _BETWEEN

    def _next_day(self) -> None:
        """At the bottom: let it rest, and the day for the next sitting."""
        pen, box, sheet = self._pen, self._box, self._sheet
        words = pen.say(sitting_end(sheet.sitting).hint)
        lines = wrapped(words, SMALL, box.width, _END_LINES)
        label = pen.say(part_label(Part.NEXT_DAY))
        height = 1.6 + len(lines) * line_height(SMALL) + LINE
        self._bottom = box.bottom - height - _GAP
        y = box.bottom - height
        pen.rule(box.x, y, box.right, 0.2)
        y += 1.6
        for line in lines:
            y = pen.line(line, box.x, y, box.width, SMALL, pen.ink.soft)
        at = box.bottom - line_height(BODY) - 0.4
        pen.line(label, box.x, at, box.width, BODY)
        left = box.x + min(width(label, BODY) + 2.0, box.width)
        if sheet.next_on is not None:
            pen.line(pen.wording.day(sheet.next_on), left, at, box.right - left, BODY)
        else:
            pen.rule(left, box.bottom, box.right, 0.2)
