"""Numbers of nines that stand for a missing value: 999.9 among temperatures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.importing.cells import Value
from desktop.importing.number_columns import held_numbers, number_in, read_numbers

_NINES = re.compile(r"-?(?:9{3,}(?:[.,]0*)?|9+[.,]9+)")
_FAR = 4.0  # times as large as anything else in the column


def _is_nines(numbers: Sequence[float]) -> bool:
    """Whether the number farthest from zero is written with nines."""
    if not numbers:
        return False
    farthest = max(max(numbers), -min(numbers))
    return set(repr(farthest)) <= set("9.0")


def likely_missing(values: Sequence[Value], decimal: str) -> tuple[float, int] | None:
    """The number that seems to mean "no value", and how often it stands there.

    It is all nines, comes back, and is far beyond every other value.
    """
    if not _is_nines(held_numbers(read_numbers(values, decimal))):
        return None
    found: dict[float, int] = {}
    for value in set(values):
        text = str(value) if isinstance(value, float | str) else ""
        if _NINES.fullmatch(text.strip()):
            number = number_in(value, decimal)
            if number is not None:
                found[number] = found.get(number, 0) + values.count(value)
    repeated = [number for number, count in found.items() if count > 1]
    if not repeated:
        return None
    others = {n for value in set(values) if (n := number_in(value, decimal)) is not None}
    limit = max((abs(number) for number in others - set(found)), default=0.0)
    far = [number for number in repeated if abs(number) > _FAR * limit > 0]
    return (far[0], found[far[0]]) if far else None
