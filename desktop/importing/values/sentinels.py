"""Numbers of nines that stand for a missing value: 999.9 among temperatures.

It is all nines, comes back, and is far beyond every other value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop.core.stopping import watched
from desktop.importing.cells import LongColumn, Numbers, Value
from desktop.importing.values.number_columns import held_numbers, number_in, read_numbers

_NINES = re.compile(r"[-−]?(?:9{3,}(?:[.,]0*)?|9+[.,]9+)")
_WIDE = 16  # series, which may be long, between two looks whether to stop
_FAR = 4.0  # times as large as anything else in the column


def _ends_in_nines(values: Sequence[Value], decimal: str) -> bool:
    """Whether the number farthest from zero is written with nines."""
    if isinstance(values, LongColumn):
        farthest = values.farthest(decimal)
    else:
        numbers = held_numbers(read_numbers(values, decimal))
        farthest = max(map(abs, numbers), default=0.0)
    return _NINES.fullmatch(repr(farthest)) is not None


class Sentinel(NamedTuple):
    """A number that seems to mean "no value", and how often it stands there."""

    number: float
    times: int

    @property
    def is_sure(self) -> bool:
        """A price may be 9,999; nothing is -999 where all else is far smaller."""
        return self.number < 0


def likely_missing(values: Sequence[Value], decimal: str) -> Sentinel | None:
    """The sentinel of a column, ``None`` when it seems to have none."""
    if not _ends_in_nines(values, decimal):
        return None
    return sentinel_of_rows([values], decimal)


def sentinel_of_rows(rows: Sequence[Sequence[Value]], decimal: str) -> Sentinel | None:
    """The sentinel of several series, far beyond all else in every one that holds it."""
    counts: dict[float, int] = {}
    for values in watched(rows, every=_WIDE):
        for number, count in _nines_of(values, decimal).items():
            counts[number] = counts.get(number, 0) + count
    repeated = [number for number, count in counts.items() if count > 1]
    for number in sorted(repeated, key=abs, reverse=True):
        if all(_is_far(number, values, decimal, counts) for values in watched(rows, every=_WIDE)):
            return Sentinel(number, counts[number])
    return None


def without(numbers: Numbers, sentinel: float | None) -> Numbers:
    """The numbers, ``None`` in place of those that stand for a missing value."""
    if sentinel is None:
        return numbers
    return [None if number == sentinel else number for number in numbers]


def _nines_of(values: Sequence[Value], decimal: str) -> dict[float, int]:
    found: dict[float, int] = {}
    for value in set(values):
        text = str(value) if isinstance(value, float | str) else ""
        if "99" in text and _NINES.fullmatch(text.strip()):
            number = number_in(value, decimal)
            if number is not None:
                found[number] = found.get(number, 0) + values.count(value)
    return found


def _is_far(
    sentinel: float, values: Sequence[Value], decimal: str, nines: Mapping[float, int]
) -> bool:
    """Whether a series does not hold the number, or holds nothing that comes near it."""
    numbers = {n for value in set(values) if (n := number_in(value, decimal)) is not None}
    if sentinel not in numbers:
        return True
    limit = max((abs(number) for number in numbers - nines.keys()), default=0.0)
    return abs(sentinel) > _FAR * limit > 0
