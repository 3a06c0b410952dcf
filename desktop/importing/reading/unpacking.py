"""Unpacks what ``packing`` has packed; trusts nothing that it reads."""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Callable
from datetime import date, datetime
from itertools import repeat

from desktop.importing.cells import CellError, Value
from desktop.importing.reading.blocks import (
    Block,
    DayBlock,
    EmptyBlock,
    MixedBlock,
    NumberBlock,
    RunBlock,
    TextBlock,
)
from desktop.importing.reading.frames import Truncated


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


def _unpack_runs(_: int, data: bytes, lengths: bytes) -> Block:
    texts, counts = data.decode().split("\0"), array("I")
    counts.frombytes(lengths)
    if len(texts) != len(counts) or not min(counts):
        raise Truncated
    return RunBlock([(text or None, count) for text, count in zip(texts, counts, strict=True)])


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
    "runs": _unpack_runs,
    "mixed": _unpack_mixed,
}
