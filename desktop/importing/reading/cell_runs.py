"""Stretches of equal cells in a column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, compress, count, islice
from operator import ne
from typing import TypeVar

Cell = TypeVar("Cell")
_RUN = 8  # equal cells in a row, on the average, that are worth a look for runs


def runs_of(values: Sequence[Cell]) -> Iterator[tuple[Cell, int]]:
    """What stands there, with how often it does so in a row."""
    start = 0
    for stop in chain(_turns(values), (len(values),)):
        if stop > start:
            yield values[start], stop - start
        start = stop


def few_runs(values: Sequence[Cell]) -> list[tuple[Cell, int]] | None:
    """The same where most cells say what the one above says, else ``None``."""
    most = len(values) // _RUN
    found = list(islice(runs_of(values), most + 1))
    return found if len(found) <= most else None


def _turns(values: Sequence[object]) -> Iterator[int]:
    """Where something else stands than before."""
    return compress(count(1), map(ne, values, islice(values, 1, None)))
