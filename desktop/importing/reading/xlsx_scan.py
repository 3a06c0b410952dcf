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
from desktop.importing.reading.refusals import Refusal
from desktop.importing.reading.sheet_extras import SheetExtras
from desktop.importing.reading.xlsx_cells import each_cell
from desktop.importing.reading.xlsx_package import Package

_CHUNK = 1 << 20
_LONGEST_ROW = 16 << 20
_ROW_END = b"</row>"
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"([^>]*)>')
_SORT = re.compile(rb'<c r="([A-Z]{1,3})[0-9]{1,7}"([^>]*)>')
"""A cell without its row: of those there are only a few different ones in a sheet."""
_STYLE = re.compile(rb' s="([0-9]{1,5})"')
_TYPE = re.compile(rb' t="([a-zA-Z]{1,9})"')
_ANY_CELL = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?c[\s/>]")
_ERROR = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*? t="e"[^>]*>(?:(?!</c>).)*?<v>([^<]*)</v>', re.S
)
_UNSOLVED = re.compile(rb'<c (?:(?! t="str")[^>])*><f[^>]*>[^<]*</f>(?:<v></v>|<v ?/>)?</c>')
"""A formula without its result, from a program that cannot calculate; an empty text is one."""


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
    sorts: set[tuple[bytes, bytes]] = set()
    extras = SheetExtras()
    with package.open(part) as stream:
        for chunk in _chunks(stream):
            found = _SORT.findall(chunk)
            if not _is_usual(chunk, len(found)):
                raise _Unusual
            sorts.update(found)
            extras.unsolved = extras.unsolved or _has_unsolved(chunk)
            extras.values += chunk.count(b"</v>") + chunk.count(b"</is>")
    if any(_type(attributes) == b"e" for _, attributes in sorts):
        with package.open(part) as stream:
            _collect_errors(stream, extras)
    per_column: defaultdict[bytes, set[str]] = defaultdict(set)
    for column, attributes in sorts:
        if _is_number(attributes):
            per_column[column].add(_format(formats, attributes))
    mixed = {column for column, several in per_column.items() if len(several) > 1}
    for column, several in per_column.items():
        if column not in mixed and (only := next(iter(several))):
            extras.formats[column_number(column.decode())] = only
    if mixed:
        with package.open(part) as stream:
            _collect_formats(stream, mixed, formats, extras)
    return extras


def _has_unsolved(chunk: bytes) -> bool:
    ends = (b"</f></c>", b"</f><v></v>", b"</f><v/>", b"</f><v />")
    return any(end in chunk for end in ends) and _UNSOLVED.search(chunk) is not None


def _is_usual(chunk: bytes, found: int) -> bool:
    """Whether the cells found are all there are; the first test is enough for nearly all."""
    if b"\0" in chunk:
        return False  # UTF-16
    if chunk.count(b"<c") == found and b":c" not in chunk:
        return True
    return len(_ANY_CELL.findall(chunk)) == found


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
    known: dict[bytes, str | None] = {}
    for chunk in _chunks(stream):
        for column, row, attributes in _CELL.findall(chunk):
            if column not in mixed:
                continue
            if attributes not in known:
                number = _is_number(attributes)
                known[attributes] = _format(formats, attributes) if number else None
            shown = known[attributes]
            if shown is not None:
                cells[column].append((int(row), shown))
    extras.settle({column_number(letters.decode()): found for letters, found in cells.items()})


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
    extras.settle(cells)
    return extras


def _type(attributes: bytes) -> bytes:
    match = _TYPE.search(attributes)
    return match[1] if match else b"n"


def _is_number(attributes: bytes) -> bool:
    """Whether a cell holds a number or a date; one that closes at once is empty."""
    return not attributes.endswith(b"/") and _type(attributes) in (b"n", b"d")


def _format(formats: list[str], attributes: bytes) -> str:
    match = _STYLE.search(attributes)
    number = int(match[1]) if match else 0
    return formats[number] if number < len(formats) else ""
