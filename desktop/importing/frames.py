"""Cells on their way from the reading process: blocks of columns as plain bytes.

Only numbers, text and lengths cross the pipe, so that a reader taken over by a hostile file
could hand back wrong cells but never code.  A block is a few thousand rows; each column of it
is packed by what it holds, which keeps both sides near the speed of copying.
"""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import repeat
from math import isfinite
from typing import IO, Any, cast

from desktop.importing.cells import CellError, Value
from desktop.importing.refusals import Refusal

BLOCK_ROWS = 8192
LONGEST_FRAME = 128 << 20
_TASTE = 256
"""A column whose first cells repeat a lot is sent, and then kept, as few different texts."""
_HEAD = struct.Struct("<BI")
_EVENT, _BLOCK = 0, 1
_DAY = 86_400.0
_EMPTY, _NUMBER, _TEXT, _BOOL, _ERROR, _DATE, _MOMENT = range(7)
_KINDS: dict[type, int] = {
    type(None): _EMPTY,
    float: _NUMBER,
    int: _NUMBER,
    str: _TEXT,
    bool: _BOOL,
    CellError: _ERROR,
    date: _DATE,
    datetime: _MOMENT,
}

Frame = dict[str, Any] | bytes
"""An event, or a block for :func:`unpack_block`."""
Raw = Value | int | time | timedelta
"""What a reader gives before it is packed: :data:`Value` and the types that become numbers."""


class Truncated(Exception):
    """The other side went away in the middle of a frame."""


def write_event(pipe: IO[bytes], event: dict[str, Any]) -> None:
    """Send a small dictionary of plain values."""
    data = json.dumps(event).encode()
    pipe.write(_HEAD.pack(_EVENT, len(data)) + data)
    pipe.flush()


def write_block(
    pipe: IO[bytes], columns: Sequence[Sequence[Raw]], *, all_text: bool = False
) -> None:
    """Send some rows of a sheet, given by column; ``all_text`` spares a look at every cell."""
    packed = [
        _pack_text(cast("Sequence[str]", column)) if all_text else _pack(column)
        for column in columns
    ]
    head = json.dumps(
        {
            "rows": len(columns[0]) if columns else 0,
            "columns": [[code, *map(len, parts)] for code, parts in packed],
        }
    ).encode()
    body = b"".join(part for _, parts in packed for part in parts)
    if len(head) + len(body) > LONGEST_FRAME - 4:
        raise Refusal("too large")
    pipe.write(_HEAD.pack(_BLOCK, 4 + len(head) + len(body)))
    pipe.write(struct.pack("<I", len(head)) + head)
    pipe.write(body)
    pipe.flush()


def read_frames(pipe: IO[bytes]) -> Iterator[Frame]:
    """The events (dictionaries) and blocks (bytes, see :func:`unpack_block`) until the end."""
    while head := pipe.read(_HEAD.size):
        if len(head) < _HEAD.size:
            raise Truncated
        kind, length = _HEAD.unpack(head)
        if length > LONGEST_FRAME:
            raise Truncated
        data = pipe.read(length)
        if len(data) < length:
            raise Truncated
        yield json.loads(data) if kind == _EVENT else data


def unpack_block(data: bytes) -> list[list[Value]]:
    """The columns of a block."""
    (length,) = struct.unpack_from("<I", data)
    at = 4 + length
    head = json.loads(data[4:at])
    columns: list[list[Value]] = []
    for code, *sizes in head["columns"]:
        parts = []
        for size in sizes:
            parts.append(data[at : at + size])
            at += size
        columns.append(_unpack(code, parts, head["rows"]))
    return columns


def _pack(column: Sequence[Raw]) -> tuple[str, tuple[bytes, ...]]:
    types = set(map(type, column))
    if types == {float}:
        numbers = cast("Sequence[float]", column)
        if isfinite(sum(numbers)):
            return "numbers", (array("d", numbers).tobytes(),)
    if types == {str}:
        return _pack_text(cast("Sequence[str]", column))
    if types == {type(None)}:
        return "empty", ()
    return _pack_mixed([_plain(value) for value in column])


def _pack_text(column: Sequence[str]) -> tuple[str, tuple[bytes, ...]]:
    if len(set(column[:_TASTE])) * 8 < len(column[:_TASTE]):
        distinct = dict.fromkeys(column)
        if len(distinct) == 1 and "" in distinct:
            return "empty", ()
        index = {text: number for number, text in enumerate(distinct)}
        codes = array("H", map(index.__getitem__, column))
        return "repeated", (_join(list(distinct)), codes.tobytes())
    return "text", (_join(column),)


def _plain(value: Raw) -> Value:
    """Spreadsheets' own view: clock times and durations are numbers of days."""
    if type(value) is str:
        return value or None
    if isinstance(value, timedelta):
        return value / timedelta(days=1)
    if isinstance(value, time):
        seconds = value.hour * 3600 + value.minute * 60 + value.second
        return (seconds + value.microsecond / 1_000_000) / _DAY
    if type(value) is float and not isfinite(value):
        return CellError("#NUM!")
    return value


def _pack_mixed(column: list[Value]) -> tuple[str, tuple[bytes, ...]]:
    kinds = bytes([_KINDS[type(value)] for value in column])
    numbers = array("d", [v for v in column if isinstance(v, (int, float))])
    texts = [
        value.isoformat() if isinstance(value, date) else value
        for value in column
        if isinstance(value, (str, date))
    ]
    return "mixed", (kinds, numbers.tobytes(), _join(texts))


def _join(texts: Sequence[str]) -> bytes:
    joined = "\0".join(texts)
    if joined.count("\0") >= len(texts) > 0:
        joined = "\0".join([text.replace("\0", "\ufffd") for text in texts])
    return joined.encode("utf-8", "replace")


def _unpack(code: str, parts: list[bytes], rows: int) -> list[Value]:
    if code == "empty":
        return [None] * rows
    if code == "numbers":
        numbers = array("d")
        numbers.frombytes(parts[0])
        return cast("list[Value]", numbers.tolist())
    if code == "repeated":
        codes = array("H")
        codes.frombytes(parts[1])
        distinct = [text or None for text in parts[0].decode().split("\0")]
        return list(map(distinct.__getitem__, codes))
    if code == "text":
        return _unpack_text(parts[0])
    return _unpack_mixed(*parts)


def _unpack_text(data: bytes) -> list[Value]:
    texts: list[Value] = data.decode().split("\0")  # type: ignore[assignment]
    gaps = not data or data[0] == 0 or data[-1] == 0 or b"\0\0" in data
    return [text or None for text in texts] if gaps else texts


def _unpack_mixed(kinds: bytes, numbers: bytes, texts: bytes) -> list[Value]:
    values = array("d")
    values.frombytes(numbers)
    next_number = iter(values).__next__
    next_text = iter(texts.decode().split("\0")).__next__
    readers: list[Callable[[], Value]] = [
        repeat(None).__next__,
        next_number,
        next_text,
        lambda: bool(next_number()),
        lambda: CellError(next_text()),
        lambda: date.fromisoformat(next_text()),
        lambda: datetime.fromisoformat(next_text()),
    ]
    return [readers[kind]() for kind in kinds]
