"""A few thousand neighbouring cells of one column, kept as they came and unpacked when asked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, repeat, starmap
from typing import cast

from desktop.importing.cells import Numbers, Value
from desktop.importing.reading.cell_runs import few_runs, runs_of
from desktop.importing.reading.plain_numbers import plain_numbers
from desktop.importing.values.number_columns import all_numbers, held_numbers, read_numbers

Run = tuple[Value, int]
"""A cell, and how often it stands there in a row."""

_KEPT = 256  # distinct values that are remembered
_TASTE = 200  # cells that tell whether they repeat


class Block(ABC):
    """Cells that follow each other in a column."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self._distinct: tuple[Value, ...] | None = None
        self._all_numbers: bool | None = None
        self._farthest: dict[str, float] = {}

    @abstractmethod
    def values(self) -> list[Value]:
        """The cells, in a list of the caller's own."""

    def first(self) -> Value:
        """The first of the cells."""
        return self.values()[0]

    def prepared(self) -> Block:
        """The same cells, with what will surely be asked worked out while there is time."""
        return self

    def runs(self) -> Iterable[Run]:
        """The cells with how often each stands there in a row."""
        return runs_of(self.values())

    def farthest(self, decimal: str) -> float:
        """How far from zero the numbers go."""
        if decimal not in self._farthest:
            numbers = held_numbers(self.numbers(decimal))
            most = max(numbers, default=0.0)
            least = min(numbers, default=0.0) if self._has_minus() else 0.0
            self._farthest[decimal] = max(most, -least)
        return self._farthest[decimal]

    def _has_minus(self) -> bool:
        """Whether a number may be below zero."""
        return True

    def filled(self) -> int:
        """How many cells hold something."""
        return self.rows

    def distinct(self) -> Iterable[Value]:
        """What stands in the cells, each once, in the order in which they first occur."""
        if self._distinct is not None:
            return self._distinct
        found = self._found()
        if len(found) <= _KEPT:
            self._distinct = tuple(found)
        return found

    def _found(self) -> dict[Value, None]:
        return dict.fromkeys(self.values())

    def signed(self) -> Iterable[str]:
        """The texts among which are all that hold a point or a comma."""
        return ()

    def all_numbers(self) -> bool:
        """Whether every cell is surely a number."""
        if self._all_numbers is None:
            self._all_numbers = all_numbers(self.values())
        return self._all_numbers

    def numbers(self, decimal: str) -> Numbers:
        """The cells as numbers; an ``array`` where every cell has one."""
        return read_numbers(self.values(), decimal)


class RunBlock(Block):
    """Cells most of which say what the one above says."""

    def __init__(self, runs: Sequence[Run]) -> None:
        super().__init__(sum(length for _, length in runs))
        self._runs = runs

    def values(self) -> list[Value]:
        return list(chain.from_iterable(starmap(repeat, self._runs)))

    def runs(self) -> Sequence[Run]:
        return self._runs

    def filled(self) -> int:
        return sum(length for value, length in self._runs if value is not None)

    def distinct(self) -> Iterable[Value]:
        return dict.fromkeys(value for value, _ in self._runs)

    def signed(self) -> Iterable[str]:
        return [value for value, _ in self._runs if isinstance(value, str)]


class EmptyBlock(Block):
    """Cells that hold nothing."""

    def values(self) -> list[Value]:
        return [None] * self.rows

    def filled(self) -> int:
        return 0


class NumberBlock(Block):
    """Numbers alone."""

    def __init__(self, numbers: array[float]) -> None:
        super().__init__(len(numbers))
        self._numbers = numbers

    def prepared(self) -> Block:
        self.farthest(".")
        return self

    def values(self) -> list[Value]:
        return list(self._numbers)

    def first(self) -> Value:
        return self._numbers[0]

    def numbers(self, decimal: str) -> Numbers:
        return self._numbers


class DayBlock(Block):
    """Dates without a time of day, as ordinals."""

    def __init__(self, ordinals: array[int]) -> None:
        super().__init__(len(ordinals))
        self._ordinals = ordinals

    def prepared(self) -> Block:
        days = self._ordinals
        if few_runs(days[:_TASTE]) is None or (runs := few_runs(days)) is None:
            return self
        return RunBlock([(_day(day), length) for day, length in runs])

    def values(self) -> list[Value]:
        return list(map(_day, self._ordinals))


_day = lru_cache(maxsize=65536)(date.fromordinal)


class TextBlock(Block):
    """Texts, joined by zeros; an empty one is an empty cell."""

    def __init__(self, joined: str, rows: int, numbers: Numbers | None = None) -> None:
        super().__init__(rows)
        self._joined = joined
        self._gaps: bool | None = None
        self._numbers: dict[str, Numbers] = {}
        self._plain = numbers is not None
        if numbers is not None:
            self._numbers["."], self._all_numbers = numbers, True

    def values(self) -> list[Value]:
        texts: list[Value] = self._joined.split("\0")  # type: ignore[assignment]
        return [text or None for text in texts] if self._has_gaps() else texts

    def _found(self) -> dict[Value, None]:
        texts: dict[Value, None] = dict.fromkeys(self._joined.split("\0"))
        self._gaps = "" in texts
        return dict.fromkeys(text or None for text in texts) if self._gaps else texts

    def first(self) -> Value:
        end = self._joined.find("\0")
        return (self._joined if end < 0 else self._joined[:end]) or None

    def filled(self) -> int:
        if not self._has_gaps():
            return self.rows
        return self.rows - self._joined.split("\0").count("")

    def _has_minus(self) -> bool:
        return not self._plain or "-" in self._joined

    def _has_gaps(self) -> bool:
        if self._gaps is None:
            joined = self._joined
            self._gaps = joined[:1] in "\0" or joined[-1] == "\0" or "\0\0" in joined
        return self._gaps

    def prepared(self) -> Block:
        if self._plain:
            self.farthest(".")
            return self
        taste = self._joined[: 10 * _TASTE].split("\0")
        texts = self._joined.split("\0") if few_runs(taste) is not None else []
        if texts and (runs := few_runs(texts)) is not None:
            return RunBlock([(text or None, length) for text, length in runs])
        if 2 * len(set(taste)) < len(taste):
            self.distinct()
        return self

    def signed(self) -> Iterable[str]:
        if "." in self._joined or "," in self._joined:
            return self._joined.split("\0")
        return ()

    def numbers(self, decimal: str) -> Numbers:
        found = self._numbers.get(decimal)
        if found is None:
            found = self._numbers[decimal] = self._read_numbers(decimal)
        return found

    def _read_numbers(self, decimal: str) -> Numbers:
        plain = plain_numbers(self._joined, self._joined.split("\0")) if decimal == "." else None
        if plain is not None:
            return plain
        numbers = read_numbers(self.values(), decimal)
        return numbers if None in numbers else array("d", cast("list[float]", numbers))


class MixedBlock(Block):
    """Cells of several kinds."""

    def __init__(self, values: Sequence[Value]) -> None:
        super().__init__(len(values))
        self._values = values

    def values(self) -> list[Value]:
        return list(self._values)

    def filled(self) -> int:
        return self.rows - sum(value is None for value in self._values)

    def signed(self) -> Iterable[str]:
        return [value for value in self._values if isinstance(value, str)]
