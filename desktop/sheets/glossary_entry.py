"""One word of the printed glossary: its letter where that begins, its meaning, and its facts."""

from __future__ import annotations

import unicodedata

from desktop.core.glossary import Entry
from desktop.core.message import msg
from desktop.sheets.elements import Face
from desktop.sheets.pen import BODY, SMALL, Pen
from desktop.sheets.type import line_height, plain, wrapped

ENTRY_GAP = 3.4  # millimetres between two words
_LETTER = Face(13, strong=True)
_BELOW_LETTER = 1.8
_NAME = Face(10.5, strong=True)
_NAME_LINES, _FACT_LINES = 2, 3
_ABOVE_FACTS = 0.4
_OWN_LETTERS = {"sv": "ÅÄÖ", "da": "ÆØÅ"}  # not letters with a mark


class EntryPart:
    """A word in a column as wide as ``room``; a meaning that would make it higher than
    ``tallest`` is shortened, and says so."""

    def __init__(self, pen: Pen, entry: Entry, letter: str, room: float, tallest: float) -> None:
        self.name, self._letter, self._room = plain(entry.name), letter, room
        self._names = wrapped(entry.name, _NAME, room, _NAME_LINES)
        self._facts = [
            line
            for fact in entry.facts
            for line in wrapped(pen.say(fact), SMALL, room, _FACT_LINES)
        ]
        self._defined = bool(entry.definition.strip())
        meaning = entry.definition if self._defined else pen.say(msg("No definition yet."))
        rest = tallest - self._height_without_meaning()
        most = max(int(rest / line_height(BODY) + 1e-6), 1)
        self._meaning = wrapped(meaning, BODY, room, most)
        self.shortened = len(wrapped(meaning, BODY, room, most + 1)) > most
        self.height = self._height_without_meaning() + len(self._meaning) * line_height(BODY)

    def _height_without_meaning(self) -> float:
        letter = line_height(_LETTER) + _BELOW_LETTER if self._letter else 0.0
        facts = _ABOVE_FACTS + len(self._facts) * line_height(SMALL) if self._facts else 0.0
        return letter + len(self._names) * line_height(_NAME) + facts

    def draw(self, pen: Pen, x: float, y: float) -> float:
        """Draw it with its upper left corner at a place; its height."""
        top, room, soft = y, self._room, pen.ink.soft
        if self._letter:
            y = pen.line(self._letter, x, y, room, _LETTER, pen.ink.plan)
            pen.rule(x, y + 0.4, x + room, 0.2)
            y += _BELOW_LETTER
        for line in self._names:
            y = pen.line(line, x, y, room, _NAME)
        for line in self._meaning:
            y = pen.line(line, x, y, room, BODY, "" if self._defined else soft)
        y += _ABOVE_FACTS if self._facts else 0.0
        for line in self._facts:
            y = pen.line(line, x, y, room, SMALL, soft)
        return y - top


def initial(name: str, language: str) -> str:
    """The letter that a name stands under: without marks, but for the letters that the language
    has of its own; ``#`` for digits and signs."""
    first = plain(name)[:1].upper()
    if first in _OWN_LETTERS.get(language, "") and first:
        return first
    bare = unicodedata.normalize("NFD", first)[:1]
    return bare if bare.isalpha() else "#"
