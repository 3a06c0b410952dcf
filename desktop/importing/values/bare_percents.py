"""Numbers without a percent sign in a column of percentages: ``10`` below ``5%``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.importing.cells import CellError, Numbers, Value
from desktop.importing.values.numbers import parse_number


def bare_numbers(values: Iterable[Value], decimal: str) -> list[float]:
    """The numbers that have no percent sign, where others do; none where all or none have it."""
    bare, signs = [], 0
    for value in values:
        if isinstance(value, float):
            bare.append(value)
        elif isinstance(value, str) and not isinstance(value, CellError):
            written = parse_number(value, decimal)
            if written is not None and written.percent:
                signs += 1
            elif written is not None:
                bare.append(written.value)
    return [number for number in bare if number] if signs else []


def in_points(numbers: Numbers, cells: Sequence[Value], decimal: str) -> Numbers:
    """Numbers read from cells, those without a percent sign taken for percent all the same."""
    return [
        number if number is None or _has_sign(cell, decimal) else number / 100
        for number, cell in zip(numbers, cells, strict=True)
    ]


def _has_sign(cell: Value, decimal: str) -> bool:
    written = parse_number(cell, decimal) if isinstance(cell, str) else None
    return written is not None and written.percent
