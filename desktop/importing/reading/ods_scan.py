"""What the fast reader leaves out of an ods sheet: percent, currency, and error cells."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from zipfile import ZipFile

from desktop.importing.reading.sheet_extras import SheetExtras
from desktop.importing.reading.xml_events import parse_xml

_MOST_REPEATS = 10_000
"""A run of equal cells longer than this is filling, not data."""


def scan_ods(path: Path) -> list[SheetExtras]:
    """Extras of every sheet.  A currency is given as ``#,##0.00 [$SEK]``, as Excel writes it."""
    scan = _Scan()
    with ZipFile(path).open("content.xml") as stream:
        parse_xml(stream, start=scan.start, end=scan.end, text=scan.text)
    return scan.sheets


class _Scan:
    def __init__(self) -> None:
        self.sheets: list[SheetExtras] = []
        self._cells: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        self._row = self._rows = self._column = 0
        self._depth = 0
        self._cell: dict[str, str] | None = None
        self._text: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.sheets.append(SheetExtras())
                self._row = 1
        elif tag == "table-row":
            self._rows = _repeats(attributes, "table:number-rows-repeated")
            self._column = 1
        elif tag in ("table-cell", "covered-table-cell"):
            self._cell = attributes
            self._text = []

    def end(self, tag: str) -> None:
        if tag == "table":
            self._depth -= 1
            if self._depth == 0:
                self.sheets[-1].settle(self._cells)
                self._cells.clear()
        elif tag == "table-row":
            self._row += self._rows
        elif tag in ("table-cell", "covered-table-cell") and self._cell is not None:
            columns = _repeats(self._cell, "table:number-columns-repeated")
            if self.sheets:
                self._take(self._cell, "".join(self._text).strip(), columns)
            self._column += columns
            self._cell = None

    def text(self, text: str) -> None:
        if self._cell is not None:
            self._text.append(text)

    def _take(self, cell: dict[str, str], text: str, columns: int) -> None:
        kind = cell.get("office:value-type", "")
        if not kind or columns > _MOST_REPEATS or self._rows > _MOST_REPEATS:
            return
        error = cell.get("calcext:value-type") == "error" or text in _ERRORS
        shown = {"percentage": "0.00%", "time": "[h]:mm:ss", "date": "yyyy-mm-dd"}.get(kind, "")
        if kind == "currency":
            shown = f"#,##0.00 [${cell.get('office:currency', '')}]"
        for row in range(self._row, self._row + self._rows):
            for column in range(self._column, self._column + columns):
                if error:
                    self.sheets[-1].errors[row, column] = text
                elif kind != "string":
                    self._cells[column].append((row, shown))
                self.sheets[-1].values += 1


_ERRORS = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "Err:502", "Err:504")
)


def _repeats(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isdecimal() and len(text) < 9 else 1
