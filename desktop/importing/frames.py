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

from desktop.importing.blocks import (
    Block,
    DayBlock,
    EmptyBlock,
    MixedBlock,
    NumberBlock,
    TextBlock,
    plain_numbers,
)
from desktop.importing.cells import CellError, Value
from desktop.importing.refusals import Refusal

BLOCK_ROWS = 8192
LONGEST_FRAME = 128 << 20
FIRST_ROWS = 64
"""The first block of a sheet is short: the rows below its header are of one kind each."""
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
Packed = tuple[str, tuple[bytes, ...]]
"""A column of a block: what sort it is, and its parts."""
Raw = Value | int | time | timedelta
"""What a reader gives before it is packed: :data:`Value` and the types that become numbers."""


class Truncated(Exception):
    """The other side went away in the middle of a frame."""


def block_ends(rows: int) -> Iterator[tuple[int, int]]:
    """Where each block of so many rows begins and ends."""
    start, stop = 0, FIRST_ROWS
    while start < rows:
        yield start, min(stop, rows)
        start, stop = stop, stop + BLOCK_ROWS


def write_event(pipe: IO[bytes], event: dict[str, Any]) -> None:
    """Send a small dictionary of plain values."""
    data = json.dumps(event).encode()
    pipe.write(_HEAD.pack(_EVENT, len(data)) + data)
    pipe.flush()


def write_block(pipe: IO[bytes], columns: Sequence[Packed], rows: int) -> None:
    """Send some rows of a sheet, given by column."""
    head = json.dumps(
        {"rows": rows, "columns": [[code, *map(len, parts)] for code, parts in columns]}
    ).encode()
    body = b"".join(part for _, parts in columns for part in parts)
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


def unpack_block(data: bytes) -> list[Block]:
    """The columns of a block; raises :class:`Truncated` for what was never packed here."""
    try:
        (length,) = struct.unpack_from("<I", data)
        at = 4 + length
        head = json.loads(data[4:at])
        rows = head["rows"]
        columns: list[Block] = []
        for code, *sizes in head["columns"]:
            parts = []
            for size in sizes:
                parts.append(data[at : at + size])
                at += size
            columns.append(_UNPACK[code](rows, *parts))
    except (ValueError, LookupError, TypeError, StopIteration, struct.error) as error:
        raise Truncated from error
    if any(column.rows != rows for column in columns):
        raise Truncated
    return columns


def pack(column: Sequence[Raw]) -> Packed:
    """Any cells."""
    types = set(map(type, column))
    if types <= {float, int}:
        numbers = array("d", cast("Sequence[float]", column))
        if isfinite(sum(numbers)):
            return "numbers", (numbers.tobytes(),)
    if types == {str}:
        return pack_joined(joined(cast("Sequence[str]", column)))
    if types == {type(None)}:
        return "empty", ()
    if types == {date}:
        days = map(date.toordinal, cast("Sequence[date]", column))
        return "days", (array("I", days).tobytes(),)
    return _pack_mixed([_plain(value) for value in column])


def joined(texts: Sequence[str]) -> str:
    """Texts joined by zeros; those in them are replaced."""
    text = "\0".join(texts)
    if text.count("\0") >= len(texts) > 0:
        text = "\0".join([each.replace("\0", "\ufffd") for each in texts])
    return text


def pack_texts(text: str, cells: Sequence[str]) -> Packed:
    """Texts, and the same joined by zeros; with their numbers where all of them are plain ones."""
    numbers = plain_numbers(text, cells)
    if numbers is None:
        return pack_joined(text)
    return "plain", (text.encode(), numbers.tobytes())


def pack_joined(text: str) -> Packed:
    """Texts that are joined by zeros."""
    return ("text", (text.encode("utf-8", "replace"),)) if text.strip("\0") else ("empty", ())


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


def _pack_mixed(column: list[Value]) -> Packed:
    kinds = bytes([_KINDS[type(value)] for value in column])
    numbers = array("d", [v for v in column if isinstance(v, (int, float))])
    texts = [
        value.isoformat() if isinstance(value, date) else value
        for value in column
        if isinstance(value, (str, date))
    ]
    return "mixed", (kinds, numbers.tobytes(), joined(texts).encode("utf-8", "replace"))


def _unpack_empty(rows: int) -> Block:
    return EmptyBlock(rows)


def _unpack_numbers(_: int, data: bytes) -> Block:
    numbers = array("d")
    numbers.frombytes(data)
    return NumberBlock(numbers)


def _unpack_days(_: int, data: bytes) -> Block:
    ordinals = array("I")
    ordinals.frombytes(data)
    if ordinals and not 0 < min(ordinals) <= max(ordinals) <= date.max.toordinal():
        raise Truncated
    return DayBlock(ordinals)


def _unpack_text(_: int, data: bytes) -> Block:
    joined = data.decode()
    return TextBlock(joined, joined.count("\0") + 1)


def _unpack_plain(_: int, data: bytes, numbers: bytes) -> Block:
    joined = data.decode()
    values = array("d")
    values.frombytes(numbers)
    if len(values) != joined.count("\0") + 1:
        raise Truncated
    return TextBlock(joined, len(values), values)


def _unpack_mixed(_: int, kinds: bytes, numbers: bytes, texts: bytes) -> Block:
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
    return MixedBlock([readers[kind]() for kind in kinds])


_UNPACK: dict[str, Callable[..., Block]] = {
    "empty": _unpack_empty,
    "numbers": _unpack_numbers,
    "days": _unpack_days,
    "text": _unpack_text,
    "plain": _unpack_plain,
    "mixed": _unpack_mixed,
}
