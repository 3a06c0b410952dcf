"""What the fast reader leaves out of an xls workbook: number formats and error cells.

Record layouts: [MS-XLS] 2.4; workbooks of Excel 5 and 95 differ in how text is stored.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.importing.reading.ole2_streams import Ole2
from desktop.importing.reading.refusals import Refusal
from desktop.importing.reading.sheet_extras import SheetExtras
from desktop.importing.values.number_formats import BUILT_IN

_BOF, _EOF, _FILEPASS, _DATEMODE = 0x809, 0x0A, 0x2F, 0x22
_FORMAT, _XF, _BOUNDSHEET = 0x41E, 0xE0, 0x85
_NUMBER, _RK, _MULRK, _FORMULA, _BOOLERR = 0x203, 0x27E, 0xBD, 0x06, 0x205
_TEXTS = (0xFD, 0x204, 0xD6)
_BIFF8 = 0x600
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}

Cells = defaultdict[int, list[tuple[int, str]]]


@dataclass(slots=True)
class XlsExtras:
    """Extras by the index of the sheet among all sheets of the workbook."""

    dates_from_1904: bool = False
    sheets: list[SheetExtras] = field(default_factory=list)


def scan_xls(data: bytes) -> XlsExtras:
    """Number formats and error cells of every sheet of an xls file."""
    container = Ole2(data)
    if container.stream("EncryptedPackage") is not None:
        raise Refusal("encrypted")
    stream = container.stream("Workbook") or container.stream("Book")
    if stream is None:
        raise Refusal("document")
    return _Scan(stream).result


class _Scan:
    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._own: dict[int, str] = {}
        self._styles: list[int] = []
        self._offsets: list[int] = []
        self._biff8 = True
        self.result = XlsExtras()
        self._read_globals()
        self._formats = [self._format(number) for number in self._styles]
        self.result.sheets = [self._read_sheet(offset) for offset in self._offsets]

    def _read_globals(self) -> None:
        for kind, body in _records(self._stream, 0):
            if kind == _BOF:
                self._biff8 = body[:2] == struct.pack("<H", _BIFF8)
            elif kind == _FILEPASS:
                raise Refusal("encrypted")
            elif kind == _DATEMODE:
                self.result.dates_from_1904 = body[:1] == b"\x01"
            elif kind == _FORMAT and len(body) > 4:
                self._own[struct.unpack_from("<H", body)[0]] = self._text(body[2:])
            elif kind == _XF and len(body) >= 4:
                self._styles.append(struct.unpack_from("<H", body, 2)[0])
            elif kind == _BOUNDSHEET and len(body) >= 4:
                self._offsets.append(struct.unpack_from("<I", body)[0])

    def _text(self, body: bytes) -> str:
        if not self._biff8:
            return body[1 : 1 + body[0]].decode("cp1252", "replace")
        count, flags = struct.unpack_from("<HB", body)
        wide = flags & 1
        return body[3 : 3 + count * (1 + wide)].decode(
            "utf-16-le" if wide else "latin-1", "replace"
        )

    def _format(self, number: int) -> str:
        text = self._own.get(number, BUILT_IN.get(number, ""))
        return "" if text.lower() == "general" else text

    def _read_sheet(self, offset: int) -> SheetExtras:
        extras = SheetExtras()
        cells: Cells = defaultdict(list)
        for kind, body in _records(self._stream, offset):
            if kind == _MULRK:
                self._take_many(body, cells)
            elif kind in (_NUMBER, _RK):
                self._take(body, cells)
            elif kind == _FORMULA:
                self._take_formula(body, cells, extras)
            elif kind == _BOOLERR and len(body) >= 8:
                row, column = struct.unpack_from("<HH", body)
                if body[7]:
                    extras.errors[row + 1, column + 1] = ERRORS.get(body[6], "#N/A")
            elif kind in _TEXTS:
                extras.values += 1
        extras.values += sum(map(len, cells.values())) + len(extras.errors)
        extras.settle(cells)
        return extras

    def _take(self, body: bytes, cells: Cells) -> None:
        if len(body) >= 6:
            row, column, style = struct.unpack_from("<HHH", body)
            cells[column + 1].append((row + 1, self._style(style)))

    def _take_many(self, body: bytes, cells: Cells) -> None:
        row, first = struct.unpack_from("<HH", body)
        for index, at in enumerate(range(4, len(body) - 7, 6)):
            style = struct.unpack_from("<H", body, at)[0]
            cells[first + index + 1].append((row + 1, self._style(style)))

    def _take_formula(self, body: bytes, cells: Cells, extras: SheetExtras) -> None:
        if len(body) < 14:
            return
        if body[12:14] != b"\xff\xff":
            self._take(body, cells)
        elif body[6] == 2:
            row, column = struct.unpack_from("<HH", body)
            extras.errors[row + 1, column + 1] = ERRORS.get(body[8], "#N/A")

    def _style(self, number: int) -> str:
        return self._formats[number] if number < len(self._formats) else ""


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the stream, without those of charts inside it."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        body = stream[at + 4 : at + 4 + length]
        at += 4 + length
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        if depth == 1:
            yield kind, body
