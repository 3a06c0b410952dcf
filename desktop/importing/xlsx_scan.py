"""What the fast reader leaves out of an xlsx sheet: number formats and error cells.

The usual XML is read with two regular expressions at a tenth of a second for 600,000 cells,
while the fast reader works on another core; anything unusual goes cell by cell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import IO

from desktop.importing.cells import column_number
from desktop.importing.refusals import Refusal
from desktop.importing.sheet_extras import SheetExtras
from desktop.importing.xlsx_cells import each_cell
from desktop.importing.xlsx_package import Package

_CHUNK = 1 << 20
_LONGEST_ROW = 16 << 20
_ROW_END = b"</row>"
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]{1,5})")?(?: t="([a-zA-Z]{1,9})")?(/?)>'
)
_CELL_KINDS = re.compile(
    rb'<c r="([A-Z]{1,3})[0-9]{1,7}"(?: s="([0-9]{1,5})")?(?: t="([a-zA-Z]{1,9})")?(/?)>'
)
_ANY_CELL = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?c[\s/>]")
_ERROR = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="[0-9]{1,5}")? t="e">(?:(?!</c>).)*?<v>([^<]*)</v>',
    re.S,
)
_NUMERIC = (b"", b"n", b"d")


class _Unusual(Exception):
    """The XML is not written the usual way."""


def scan_sheet(package: Package, part: str, formats: list[str]) -> SheetExtras:
    """Number formats and error cells of a sheet."""
    if part not in package:
        raise Refusal("damaged")
    try:
        return _scan_usual(package, part, formats)
    except _Unusual:
        with package.open(part) as stream:
            return _scan_any(stream, formats)


def _scan_usual(package: Package, part: str, formats: list[str]) -> SheetExtras:
    kinds: set[tuple[bytes, bytes, bytes, bytes]] = set()
    extras = SheetExtras()
    with package.open(part) as stream:
        for chunk in _chunks(stream):
            found = _CELL_KINDS.findall(chunk)
            if len(found) != len(_ANY_CELL.findall(chunk)):
                raise _Unusual
            kinds.update(found)
            extras.values += chunk.count(b"</v>") + chunk.count(b"</is>")
    per_column: defaultdict[bytes, set[str]] = defaultdict(set)
    for column, style, kind, closed in kinds:
        if kind in _NUMERIC and not closed:
            per_column[column].add(_format(formats, style))
    if any(kind == b"e" for _, _, kind, _ in kinds):
        with package.open(part) as stream:
            _collect_errors(stream, extras)
    mixed = {column for column, several in per_column.items() if len(several) > 1}
    for column, several in per_column.items():
        if column not in mixed and (only := next(iter(several))):
            extras.formats[column_number(column.decode())] = only
    if mixed:
        with package.open(part) as stream:
            _collect_formats(stream, mixed, formats, extras)
    return extras


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """The part in pieces that end between rows."""
    rest = b""
    while data := stream.read(_CHUNK):
        data = rest + data
        cut = data.rfind(_ROW_END)
        cut = 0 if cut < 0 else cut + len(_ROW_END)
        yield data[:cut]
        rest = data[cut:]
        if len(rest) > _LONGEST_ROW:
            raise _Unusual
    yield rest


def _collect_errors(stream: IO[bytes], extras: SheetExtras) -> None:
    for chunk in _chunks(stream):
        for column, row, text in _ERROR.findall(chunk):
            at = int(row), column_number(column.decode())
            extras.errors[at] = text.decode("utf-8", "replace")


def _collect_formats(
    stream: IO[bytes], mixed: set[bytes], formats: list[str], extras: SheetExtras
) -> None:
    cells: defaultdict[bytes, list[tuple[int, str]]] = defaultdict(list)
    for chunk in _chunks(stream):
        for column, row, style, kind, closed in _CELL.findall(chunk):
            if column in mixed and kind in _NUMERIC and not closed:
                cells[column].append((int(row), _format(formats, style)))
    for letters, found in cells.items():
        extras.settle(column_number(letters.decode()), found)


def _scan_any(stream: IO[bytes], formats: list[str]) -> SheetExtras:
    extras = SheetExtras()
    cells: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)

    def seen(row: int, column: int, kind: str, style: int, text: str) -> None:
        extras.values += 1
        if kind == "e":
            extras.errors[row, column] = text
        elif kind in ("n", "d"):
            cells[column].append((row, formats[style] if style < len(formats) else ""))

    each_cell(stream, seen)
    for column, found in cells.items():
        extras.settle(column, found)
    return extras


def _format(formats: list[str], style: bytes) -> str:
    number = int(style or b"0")
    return formats[number] if number < len(formats) else ""
