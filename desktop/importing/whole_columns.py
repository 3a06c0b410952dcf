"""What is asked of whole columns, whether they are lists or long ones kept in blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.importing.cells import LongColumn, Value


def distinct(values: Sequence[Value]) -> Iterable[Value]:
    """What stands in a column, each once, in the order in which they first occur."""
    return values.distinct() if isinstance(values, LongColumn) else dict.fromkeys(values)


def few_distinct(values: Sequence[Value], most: int) -> set[Value] | None:
    """What stands in a column, ``None`` when that is more than ``most`` different things."""
    found: set[Value] = set()
    for value in distinct(values):
        found.add(value)
        if len(found) > most:
            return None
    return found


def filled(values: Sequence[Value]) -> int:
    """How many cells hold something."""
    if isinstance(values, LongColumn):
        return values.filled()
    return len(values) - sum(value is None for value in values)


def taken(values: Sequence[Value], rows: Sequence[int]) -> Sequence[Value]:
    """The cells of these rows, in this order."""
    if isinstance(rows, range) and rows.step == 1:
        return values[rows.start : rows.stop]
    if isinstance(values, LongColumn) and 8 * len(rows) > len(values):
        values = list(values)
    return [values[row] for row in rows]
