"""The glossary: every word in the order of the reader's language, in columns, on as many pages as
it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.message import Message, msg, nmsg
from desktop.core.sheet_glossary import GlossarySheet
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Layout
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot
from desktop.sheets.glossary_entry import ENTRY_GAP, EntryPart, initial
from desktop.sheets.head import Head, draw_head, draw_running_head
from desktop.sheets.ink import Ink
from desktop.sheets.paper import Page
from desktop.sheets.pen import BODY, Pen
from desktop.sheets.type import line_height

_COLUMNS = 3
_COLUMN_GAP = 9.0
_BELOW_HEAD, _ABOVE_FOOT = 3.0, 2.4
_RUNNING = 7.0  # millimetres of the head of a page that is not the first
_STEP = 2.0  # by which the columns of the last page are tried


def lay_out_glossary(sheet: GlossarySheet, page: Page, ink: Ink, wording: Wording) -> list[Layout]:
    """At least one page.  Only a meaning that is longer than a column is shortened, and counted."""
    return _Glossary(sheet, page, ink, wording).pages()


@dataclass(frozen=True, slots=True)
class _Placed:
    """An entry in a column of a page, ``y`` from the top of the column."""

    part: EntryPart
    column: int
    y: float


class _Glossary:
    def __init__(self, sheet: GlossarySheet, page: Page, ink: Ink, wording: Wording) -> None:
        self._sheet, self._page, self._ink, self._wording = sheet, page, ink, wording
        self._box = page.content
        self._width = (self._box.width - (_COLUMNS - 1) * _COLUMN_GAP) / _COLUMNS
        self._bottom = self._box.bottom - FOOT_HEIGHT - _ABOVE_FOOT
        self._title = wording.say(msg("Glossary"))

    def pages(self) -> list[Layout]:
        first = self._pen()
        top = draw_head(first, self._head(), self._box) + _BELOW_HEAD
        next_top = self._box.y + _RUNNING + _BELOW_HEAD
        spreads = self._spread(self._parts(first, self._bottom - top), top, next_top)
        made = []
        for number, placed in enumerate(spreads):
            pen = self._pen() if number else first
            if number:
                guide = f"{placed[0].part.name} – {placed[-1].part.name}"
                draw_running_head(
                    pen, self._sheet.company.name, self._title, guide, self._box, _RUNNING
                )
            self._draw(pen, placed, next_top if number else top)
            self._foot(pen, placed, number + 1, len(spreads))
            made.append(pen.layout)
        return made

    def _pen(self) -> Pen:
        layout = Layout(self._page.width, self._page.height, self._title)
        return Pen(layout, self._ink, self._wording)

    def _head(self) -> Head:
        say, count = self._wording.say, len(self._sheet.entries)
        meaning = msg("One word, one meaning: what every KPI and every own word stands for.")
        return Head(
            company=self._sheet.company.name,
            title=self._title,
            message=say(meaning),
            as_of=None,
            facts=say(nmsg("{n} word", "{n} words", count) if count else msg("No words yet")),
        )

    def _parts(self, pen: Pen, tallest: float) -> list[EntryPart]:
        """The entries in order, none higher than told; the first of each letter has the letter
        above it."""
        ordered = sorted(self._sheet.entries, key=lambda entry: self._wording.sort_key(entry.name))
        parts, before = [], ""
        for entry in ordered:
            letter = initial(entry.name, self._wording.language)
            shown = letter if letter != before else ""
            parts.append(EntryPart(pen, entry, shown, self._width, tallest))
            before = letter
        return parts

    # ------------------------------------------------------------------ places

    def _spread(
        self, parts: Sequence[EntryPart], top: float, next_top: float
    ) -> list[list[_Placed]]:
        """What stands on each page; the columns of the last are about as long as each other."""
        spreads: list[list[_Placed]] = []
        left = list(parts)
        while left or not spreads:
            height = self._bottom - (next_top if spreads else top)
            placed = _filled(left, height)
            if len(placed) == len(left):
                placed = _balanced(left, height)
            spreads.append(placed)
            left = left[len(placed) :]
        return spreads

    def _draw(self, pen: Pen, placed: Sequence[_Placed], top: float) -> None:
        for number, each in enumerate(placed):
            x = self._box.x + each.column * (self._width + _COLUMN_GAP)
            height = each.part.draw(pen, x, top + each.y)
            pen.block(f"word {number + 1}", Box(x, top + each.y, self._width, height))

    def _foot(self, pen: Pen, placed: Sequence[_Placed], number: int, count: int) -> None:
        cut = sum(each.part.shortened for each in placed)
        left_out: list[Message] = []
        if cut:
            left_out.append(nmsg("the end of {n} meaning", "the end of {n} meanings", cut))
        printed = msg("Glossary, printed {day}", day=self._sheet.today)
        page = msg("Page {n} of {all}", n=number, all=count)
        draw_foot(pen, printed, left_out, self._box, page=page)


def _filled(parts: Sequence[EntryPart], height: float) -> list[_Placed]:
    """As many as have room in the columns of a page, one column after the other."""
    placed: list[_Placed] = []
    column, y = 0, 0.0
    for part in parts:
        if y and y + ENTRY_GAP + part.height > height:
            column, y = column + 1, 0.0
        if column == _COLUMNS or part.height > height:
            break
        y += ENTRY_GAP if y else 0.0
        placed.append(_Placed(part, column, y))
        y += part.height
    return placed


def _balanced(parts: Sequence[EntryPart], height: float) -> list[_Placed]:
    """All of them in columns no longer than needed."""
    whole = sum(part.height + ENTRY_GAP for part in parts)
    tried = max(whole / _COLUMNS, line_height(BODY))
    while tried < height:
        placed = _filled(parts, tried)
        if len(placed) == len(parts):
            return placed
        tried += _STEP
    return _filled(parts, height)
