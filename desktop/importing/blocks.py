"""A few thousand neighbouring cells of one column, kept as they came and unpacked when asked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from math import isfinite
from typing import cast

from desktop.importing.cells import Numbers, Value
from desktop.importing.number_columns import all_numbers, read_numbers

_NOT_PLAIN = str.maketrans("", "", "0123456789.-\0")

_KEPT = 256  # distinct values that are remembered
_TASTE = 2000  # characters that tell whether texts repeat


def plain_numbers(joined: str, cells: Iterable[str]) -> array[float] | None:
    """The numbers of texts (and the same joined by zeros) at once, where they hold digits, a point
    and a minus at the most.

    Of those, Python takes for numbers what :func:`parse_number` does.
    """
    if joined.translate(_NOT_PLAIN):
        return None
    try:
        numbers = array("d", map(float, cells))
    except ValueError:
        return None  # 1.234.567, a date, or nothing
    return numbers if isfinite(sum(numbers)) else None


class Block(ABC):
    """Cells that follow each other in a column."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self._distinct: tuple[Value, ...] | None = None
        self._all_numbers: bool | None = None

    @abstractmethod
    def values(self) -> list[Value]:
        """The cells, in a list of the caller's own."""

    def prepare(self) -> None:  # noqa: B027 - most kinds are ready as they are
        """Work out what will surely be asked, while there is time."""

    def filled(self) -> int:
        """How many cells hold something."""
        return self.rows

    def distinct(self) -> Iterable[Value]:
        """What stands in the cells, each once, in the order in which they first occur."""
        if self._distinct is not None:
            return self._distinct
        found = dict.fromkeys(self.values())
        if len(found) <= _KEPT:
            self._distinct = tuple(found)
        return found

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

    def values(self) -> list[Value]:
        return list(self._numbers)

    def numbers(self, decimal: str) -> Numbers:
        return self._numbers


class DayBlock(Block):
    """Dates without a time of day, as ordinals."""

    def __init__(self, ordinals: array[int]) -> None:
        super().__init__(len(ordinals))
        self._ordinals = ordinals

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
        if numbers is not None:
            self._numbers["."], self._all_numbers = numbers, True

    def values(self) -> list[Value]:
        texts: list[Value] = self._joined.split("\0")  # type: ignore[assignment]
        return [text or None for text in texts] if self._has_gaps() else texts

    def filled(self) -> int:
        if not self._has_gaps():
            return self.rows
        return self.rows - self._joined.split("\0").count("")

    def _has_gaps(self) -> bool:
        if self._gaps is None:
            joined = self._joined
            self._gaps = joined[:1] in "\0" or joined[-1] == "\0" or "\0\0" in joined
        return self._gaps

    def prepare(self) -> None:
        taste = self._joined[:_TASTE].split("\0")
        if not self._numbers and 2 * len(set(taste)) < len(taste):
            self.distinct()

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
