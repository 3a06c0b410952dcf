"""Cells on their way from the reading process: blocks of columns as plain bytes.

Only numbers, text and lengths cross the pipe, so that a reader taken over by a hostile file
could hand back wrong cells but never code.  A block is a few thousand rows; each column of it
is packed by what it holds, which keeps both sides near the speed of copying.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Sequence
from datetime import time, timedelta
from typing import IO, Any

from desktop.importing.cells import Value
from desktop.importing.reading.refusals import Refusal

BLOCK_ROWS = 8192
LONGEST_FRAME = 128 << 20
FIRST_ROWS = 64
"""The first block of a sheet is short: the rows below its header are of one kind each."""
_HEAD = struct.Struct("<BI")
_EVENT, _BLOCK = 0, 1
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
