"""What the fast reader leaves out of an xlsb workbook: number formats and error cells.

Record layouts: [MS-XLSB] 2.1.4 and 2.4.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from desktop.importing.reading.sheet_extras import SheetExtras
from desktop.importing.reading.xls_scan import ERRORS, XlsExtras
from desktop.importing.reading.xlsx_package import Package
from desktop.importing.values.number_formats import BUILT_IN

_ROW = 0
_NUMBERS = (2, 5, 9)  # packed, plain, of a formula
_ERRORS_OF_CELLS = (3, 11)
_OTHER_VALUES = (4, 6, 7, 8, 10)
_FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END = 44, 47, 617, 618
_WORKBOOK, _SHEET = 153, 156


def scan_xlsb(path: Path) -> XlsExtras:
    """Number formats and error cells of every sheet of an xlsb file."""
    package = Package(ZipFile(path))
    relations = package.relations("xl/workbook.bin")
    formats = _styles(_part(package, "xl/styles.bin"))
    extras = XlsExtras()
    for kind, body in _records(_part(package, "xl/workbook.bin")):
        if kind == _WORKBOOK and body:
            extras.dates_from_1904 = bool(body[0] & 1)
        elif kind == _SHEET:
            relation, _ = _text(body, 8)
            _, part = relations.get(relation, ("", ""))
            extras.sheets.append(_scan_sheet(_part(package, part), formats))
    return extras


def _part(package: Package, part: str) -> bytes:
    if part not in package:
        return b""
    with package.open(part) as stream:
        return stream.read()


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        kind, at = _packed(data, at, 2)
        length, at = _packed(data, at, 4)
        yield kind, data[at : at + length]
        at += length


def _packed(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number in seven bits a byte, the lowest first, and where it ends."""
    number = 0
    for index in range(most):
        byte = data[at]
        at += 1
        number |= (byte & 0x7F) << (7 * index)
        if not byte & 0x80:
            break
    return number, at


def _text(body: bytes, at: int) -> tuple[str, int]:
    (count,) = struct.unpack_from("<I", body, at)
    end = at + 4 + 2 * count
    return body[at + 4 : end].decode("utf-16-le", "replace"), end


def _styles(data: bytes) -> list[str]:
    own: dict[int, str] = {}
    numbers: list[int] = []
    inside = False
    for kind, body in _records(data):
        if kind == _FORMAT:
            own[struct.unpack_from("<H", body)[0]] = _text(body, 2)[0]
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            inside = kind == _STYLES_BEGIN
        elif kind == _STYLE and inside:
            numbers.append(struct.unpack_from("<H", body, 2)[0])
    codes = [own.get(number, BUILT_IN.get(number, "")) for number in numbers]
    return ["" if code.lower() == "general" else code for code in codes]


def _scan_sheet(data: bytes, formats: list[str]) -> SheetExtras:
    extras = SheetExtras()
    cells: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    row = 0
    for kind, body in _records(data):
        if kind == _ROW:
            row = struct.unpack_from("<I", body)[0] + 1
        elif kind in _NUMBERS:
            column, style = struct.unpack_from("<II", body)
            style &= 0xFFFFFF
            shown = formats[style] if style < len(formats) else ""
            cells[column + 1].append((row, shown))
        elif kind in _ERRORS_OF_CELLS:
            column = struct.unpack_from("<I", body)[0] + 1
            extras.errors[row, column] = ERRORS.get(body[8], "#N/A")
        elif kind in _OTHER_VALUES:
            extras.values += 1
    extras.values += sum(map(len, cells.values())) + len(extras.errors)
    extras.settle(cells)
    return extras
