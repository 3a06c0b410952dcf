"""Every cell of one xlsx sheet, as the XML has it: slow, sparse and unafraid of odd files."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from desktop.importing.cells import column_number
from desktop.importing.reading.xml_events import parse_xml

CellSeen = Callable[[int, int, str, int, str], None]
"""Called with row, column (both from 1), type (``n s str inlineStr b e d``), style and text."""


class _Cells:
    """Follows the tags of a sheet.  Rows and cells without an address count on from the last."""

    def __init__(self, seen: CellSeen) -> None:
        self._seen = seen
        self._row = self._column = 0
        self._type = "n"
        self._style = 0
        self._text: list[str] = []
        self._has_value = self._listening = False
        self._phonetic = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._begin_cell(attributes)
        elif tag == "row":
            self._row = _number(attributes.get("r"), self._row + 1)
            self._column = 0
        elif tag == "rPh":
            self._phonetic += 1
        elif tag == "v" or (tag == "t" and not self._phonetic):
            self._has_value = self._listening = True

    def end(self, tag: str) -> None:
        if tag == "c":
            if self._has_value:
                self._seen(self._row, self._column, self._type, self._style, "".join(self._text))
            self._has_value = False
        elif tag == "rPh":
            self._phonetic -= 1
        elif tag in ("v", "t"):
            self._listening = False

    def text(self, text: str) -> None:
        if self._listening:
            self._text.append(text)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "")
        letters = reference.rstrip("0123456789")
        if letters and letters.isascii() and letters.isalpha():
            self._column = column_number(letters.upper())
            self._row = _number(reference[len(letters) :], self._row)
        else:
            self._column += 1
        self._type = attributes.get("t", "n")
        self._style = _number(attributes.get("s"), 0)
        self._text = []


def each_cell(part: IO[bytes], seen: CellSeen) -> None:
    """Call ``seen`` for every cell with a value, in the order of the file."""
    cells = _Cells(seen)
    parse_xml(part, start=cells.start, end=cells.end, text=cells.text)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else otherwise
