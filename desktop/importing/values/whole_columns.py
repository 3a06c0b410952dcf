"""What is asked of whole columns, whether they are lists or long ones kept in blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.core.stopping import stop_if_asked
from desktop.importing.cells import LongColumn, Value


def distinct(values: Sequence[Value]) -> Iterable[Value]:
    """What stands in a column, each once, in the order in which they first occur."""
    return values.distinct() if isinstance(values, LongColumn) else dict.fromkeys(values)


def few_texts(values: Sequence[Value], most: int) -> set[str] | None:
    """The different texts of a column, ``None`` when they are more than ``most``."""
    found: set[str] = set()
    for value in distinct(values):
        if isinstance(value, str):
            found.add(value)
            if len(found) > most:
                return None
    return found


def is_empty(values: Sequence[Value]) -> bool:
    """Whether no cell holds anything."""
    cells = values.distinct() if isinstance(values, LongColumn) else values
    return all(value is None for value in cells)


def is_constant(values: Sequence[Value]) -> bool:
    """Whether all cells that hold something hold the same."""
    held = (value for value in distinct(values) if value is not None)
    return next(held, None) is None or next(held, None) is None


def filled(values: Sequence[Value]) -> int:
    """How many cells hold something."""
    if isinstance(values, LongColumn):
        return values.filled()
    return len(values) - values.count(None)


def taken(values: Sequence[Value], rows: Sequence[int]) -> Sequence[Value]:
    """The cells of these rows, in this order."""
    stop_if_asked()
    if isinstance(rows, range) and rows.step == 1:
        return values[rows.start : rows.stop]
    if isinstance(values, LongColumn) and 8 * len(rows) > len(values):
        values = list(values)
    return [values[row] for row in rows]
