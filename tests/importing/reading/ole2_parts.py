"""Builds xls workbooks from their bare records, for cells that no writer at hand makes."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def ole2(streams: Mapping[str, bytes]) -> bytes:
    """A container with ``streams``, each filled up so that none is a small one."""
    sectors: list[bytes] = []
    table: list[int] = []

    def add(data: bytes) -> int:
        first = len(sectors)
        count = max(-(-len(data) // 512), 1)
        for index in range(count):
            sectors.append(data[index * 512 : index * 512 + 512].ljust(512, b"\0"))
            table.append(first + index + 1 if index + 1 < count else END)
        return first

    def entry(name: str, kind: int, first: int, size: int, child: int, right: int) -> bytes:
        text = name.encode("utf-16-le") + b"\0\0"
        head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
        links = struct.pack("<III", FREE, right, child)
        return head + links + bytes(36) + struct.pack("<III", first, size, 0)

    placed = [(name, add(d.ljust(4096, b"\0")), max(len(d), 4096)) for name, d in streams.items()]
    directory = entry("Root Entry", 5, END, 0, 1, FREE)
    for index, (name, first, size) in enumerate(placed, 1):
        right = index + 1 if index < len(placed) else FREE
        directory += entry(name, 2, first, size, FREE, right)
    first_directory = add(directory)
    table_sector = len(sectors)
    table.append(TABLE)
    sectors.append(struct.pack("<128I", *table, *[FREE] * (128 - len(table))))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack(
        "<IIIIIIIIII", 0, 1, first_directory, 0, 4096, END, 0, END, 0, table_sector
    )
    return header.ljust(512, b"\xff") + b"".join(sectors)


def write_xls(
    path: Path, cells: bytes, *, formats: tuple[str, ...] = (), from_1904: bool = False
) -> Path:
    """A BIFF8 workbook with one sheet; style 0 is General, the others follow ``formats``."""
    bof = struct.pack("<HHHHII", 0x600, 0x05, 0x0DBB, 0x07CC, 0, 6)
    head = record(0x809, bof) + record(0x42, struct.pack("<H", 1200))
    head += record(0x22, struct.pack("<H", from_1904))
    for number, text in enumerate(formats):
        body = struct.pack("<HHB", 164 + number, len(text), 1) + text.encode("utf-16-le")
        head += record(0x41E, body)
    for style in [0, *range(164, 164 + len(formats))]:
        head += record(0xE0, struct.pack("<HH", 0, style) + bytes(16))
    name = b"Data"
    sheet_at = len(head) + 4 + 8 + len(name) + 4
    head += record(0x85, struct.pack("<IBBBB", sheet_at, 0, 0, len(name), 0) + name) + record(0x0A)
    sheet_bof = struct.pack("<HHHHII", 0x600, 0x10, 0x0DBB, 0x07CC, 0, 6)
    sheet = record(0x809, sheet_bof) + cells + record(0x0A)
    path.write_bytes(ole2({"Workbook": head + sheet}))
    return path


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def packed(row: int, column: int, values: tuple[int, ...], style: int = 0) -> bytes:
    """Whole numbers in one record, as Excel writes neighbouring cells."""
    body = struct.pack("<HH", row, column)
    for value in values:
        body += struct.pack("<HI", style, (value << 2 & 0xFFFFFFFF) | 2)
    return record(0xBD, body + struct.pack("<H", column + len(values) - 1))


def formula(row: int, column: int, value: float | None, style: int = 0, error: int = 0) -> bytes:
    """A formula with its stored result, a number or (``None``) an error."""
    result = struct.pack("<d", value or 0.0)
    if value is None:
        result = struct.pack("<BBBBBBH", 2, 0, error, 0, 0, 0, 0xFFFF)
    head = struct.pack("<HHH", row, column, style)
    return record(0x06, head + result + struct.pack("<HIH", 0, 0, 0))


def error(row: int, column: int, code: int) -> bytes:
    return record(0x205, struct.pack("<HHHBB", row, column, 0, code, 1))
