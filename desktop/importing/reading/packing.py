"""Packs the cells of a column, by what it holds, for their way out of the reading process."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import cast

from desktop.importing.cells import CellError, Value
from desktop.importing.reading.cell_runs import few_runs
from desktop.importing.reading.frames import Packed, Raw
from desktop.importing.reading.plain_numbers import plain_numbers

_DAY = 86_400.0
_TASTE = 200  # cells that tell whether they repeat
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
    """Texts, and the same joined by zeros: with their numbers where all of them are plain ones, and
    as runs where most say what the one above says."""
    numbers = plain_numbers(text, cells)
    if numbers is not None:
        return "plain", (text.encode(), numbers.tobytes())
    if not text.strip("\0") or few_runs(cells[:_TASTE]) is None:
        return pack_joined(text)
    runs = few_runs(cells)
    return pack_joined(text) if runs is None else _pack_runs(runs)


def _pack_runs(runs: Sequence[tuple[str, int]]) -> Packed:
    """Texts with how often each stands there in a row; the zeros that mark lines are left out."""
    texts = "\0".join(text.removeprefix("\0") for text, _ in runs)
    lengths = array("I", (length for _, length in runs))
    return "runs", (texts.encode("utf-8", "replace"), lengths.tobytes())


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
