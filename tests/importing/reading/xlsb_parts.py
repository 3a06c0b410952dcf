"""Builds an xlsb workbook from its bare records."""

from __future__ import annotations

import struct
from pathlib import Path
from zipfile import ZipFile

from tests.importing.reading.zip_parts import PACKAGE, RELATION


def record(kind: int, body: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(body)
    size = b""
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 127 else 0)])
        length >>= 7
        if not length:
            return head + size + body


def text(words: str) -> bytes:
    return struct.pack("<I", len(words)) + words.encode("utf-16-le")


def row(number: int) -> bytes:
    return record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))


def real(column: int, value: float, style: int = 0) -> bytes:
    return record(5, struct.pack("<IId", column, style, value))


def error(column: int, code: int) -> bytes:
    return record(3, struct.pack("<IIB", column, 0, code))


def write_xlsb(path: Path, cells: bytes, formats: tuple[str, ...] = ()) -> Path:
    """One sheet; style 0 is General, the others follow ``formats``."""
    workbook = record(131) + record(153, bytes(12)) + record(143)
    workbook += record(156, struct.pack("<II", 0, 1) + text("rId1") + text("Data"))
    workbook += record(144) + record(132)
    styles = record(278) + record(615, struct.pack("<I", len(formats)))
    for number, code in enumerate(formats):
        styles += record(44, struct.pack("<H", 164 + number) + text(code))
    styles += record(616) + record(617, struct.pack("<I", len(formats) + 1))
    for number in [0, *range(164, 164 + len(formats))]:
        styles += record(47, struct.pack("<HHHHIHH", 0, number, 0, 0, 0, 0, 0))
    styles += record(618) + record(279)
    area = struct.pack("<IIII", 0, 99, 0, 99)
    sheet = record(129) + record(148, area) + record(145) + cells + record(146) + record(130)
    relations = (
        f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATION}/worksheet" Target="worksheets/sheet1.bin"/>'
        f'<Relationship Id="rId2" Type="{RELATION}/styles" Target="styles.bin"/></Relationships>'
    )
    with ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.bin", workbook)
        archive.writestr("xl/_rels/workbook.bin.rels", relations)
        archive.writestr("xl/styles.bin", styles)
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return path
