"""A long column in blocks, of which only those that are looked at are unpacked."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import cast, overload

from desktop.core.stopping import stop_if_asked
from desktop.importing.cells import LongColumn, Numbers, Value
from desktop.importing.reading.blocks import Block, MixedBlock, Run, RunBlock
from desktop.importing.reading.cell_runs import runs_of
from desktop.importing.values.number_columns import all_numbers, read_numbers

_KEPT = 10_000  # distinct values that are remembered


def _numbers(values: list[Value], decimal: str) -> Numbers:
    numbers = read_numbers(values, decimal)
    return numbers if None in numbers else array("d", cast("list[float]", numbers))


class _Store:
    """The blocks of a column, which the column and its slices share, and what was last asked."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.ends = list(accumulate(block.rows for block in blocks))
        self._at = -1
        self._values: list[Value] = []
        self._patience = max(1000, self.ends[-1] // 64) if blocks else 0
        self.distinct: tuple[tuple[int, int] | None, list[Value]] = (None, [])
        self.numbers: tuple[tuple[int, int, str] | None, Numbers] = (None, ())
        self.flat: list[Value] | None = None
        """All cells, once single ones have been asked for too often."""

    def value(self, at: int) -> Value:
        """One cell; those of the block last asked for are kept."""
        number = bisect_right(self.ends, at)
        if number != self._at:
            stop_if_asked()
            self._values, self._at = self.blocks[number].values(), number
        self._patience -= 1
        if not self._patience:
            self.flat = [value for block in self.blocks for value in block.values()]
        return self._values[at - self.ends[number]]

    def first(self, at: int) -> Value:
        """A cell with which a block begins."""
        return self.blocks[bisect_right(self.ends, at)].first()


class PackedColumn(LongColumn):
    """Cells ``start`` to ``stop`` of a store of blocks."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._store = _Store(blocks)
        self._start, self._stop = 0, self._store.ends[-1] if blocks else 0

    def __len__(self) -> int:
        return self._stop - self._start

    @overload
    def __getitem__(self, at: int) -> Value: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Value]: ...
    def __getitem__(self, at: int | slice) -> Value | Sequence[Value]:
        if isinstance(at, slice):
            return self._slice(range(*at.indices(len(self))))
        if at < 0:
            at += len(self)
        if not 0 <= at < len(self):
            raise IndexError(at)
        at += self._start
        flat = self._store.flat
        return self._store.value(at) if flat is None else flat[at]

    def _slice(self, rows: range) -> Sequence[Value]:
        if rows.step != 1:
            return [self[row] for row in rows]
        part = PackedColumn.__new__(PackedColumn)
        part._store = self._store
        part._start = self._start + rows.start
        part._stop = self._start + max(rows.stop, rows.start)
        return part

    def __iter__(self) -> Iterator[Value]:
        return chain.from_iterable(self._lists())

    def __contains__(self, value: object) -> bool:
        if value is None:
            return self.filled() < len(self)
        return any(value in cells for cells in self._lists())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def count(self, value: object) -> int:
        if value is None:
            return len(self) - self.filled()
        return sum(cells.count(cast(Value, value)) for cells in self._lists())

    def distinct(self) -> Iterator[Value]:
        key = (self._start, self._stop)
        if self._store.distinct[0] == key:
            yield from self._store.distinct[1]
            return
        seen: dict[Value, None] = {}
        for block, whole, cells in self._parts():
            for value in block.distinct() if whole else dict.fromkeys(block.values()[cells]):
                if value not in seen:
                    seen[value] = None
                    yield value
        if len(seen) <= _KEPT:
            self._store.distinct = (key, list(seen))

    def filled(self) -> int:
        return sum(
            block.filled() if whole else sum(v is not None for v in block.values()[cells])
            for block, whole, cells in self._parts()
        )

    def signed(self) -> Iterator[str]:
        for block, whole, cells in self._parts():
            yield from (
                block.signed()
                if whole
                else (value for value in block.values()[cells] if isinstance(value, str))
            )

    def numbers(self, decimal: str) -> Numbers:
        key = (self._start, self._stop, decimal)
        if self._store.numbers[0] != key:
            self._store.numbers = (key, self._joined_numbers(decimal))
        return self._store.numbers[1]

    def _joined_numbers(self, decimal: str) -> Numbers:
        parts = [
            block.numbers(decimal) if whole else _numbers(block.values()[cells], decimal)
            for block, whole, cells in self._parts()
        ]
        if all(isinstance(part, array) for part in parts):
            found = array("d")
            for part in parts:
                found.extend(cast("array[float]", part))
            return found
        return list(chain.from_iterable(parts))

    def farthest(self, decimal: str) -> float:
        return max(
            (
                (block if whole else MixedBlock(block.values()[cells])).farthest(decimal)
                for block, whole, cells in self._parts()
            ),
            default=0.0,
        )

    def runs(self) -> Iterable[Run] | None:
        parts = list(self._parts())
        short = sum(block.rows for block, _, _ in parts if isinstance(block, RunBlock))
        if 2 * short < len(self):
            return None
        return chain.from_iterable(
            block.runs() if whole else runs_of(block.values()[cells])
            for block, whole, cells in parts
        )

    def spread(self, parts: int) -> list[Value]:
        found = []
        for number in range(parts):
            start, stop = ((number + n) * len(self) // parts for n in (0, 1))
            until = self._store.ends[bisect_right(self._store.ends, self._start + start)]
            # The first cell of a block costs nothing, any other all of them.
            at = until - self._start
            found.append(self._store.first(until) if start < at < stop else self[start])
        return found

    def all_numbers(self) -> bool:
        return all(
            block.all_numbers() if whole else all_numbers(block.values()[cells])
            for block, whole, cells in self._parts()
        )

    def replaced(self, cells: Mapping[int, Value]) -> PackedColumn:
        """The column with these cells, given by their places, instead of those there."""
        blocks: list[Block] = []
        places = sorted(cells)
        first = done = 0
        for block, whole, part in self._parts():
            until = bisect_left(places, first + part.stop - part.start)
            if done < until or not whole:
                values = block.values()[part]
                for place in places[done:until]:
                    values[place - first] = cells[place]
                blocks.append(MixedBlock(values))
            else:
                blocks.append(block)
            first, done = first + blocks[-1].rows, until
        return PackedColumn(blocks)

    def _lists(self) -> Iterator[list[Value]]:
        for block, whole, cells in self._parts():
            yield block.values() if whole else block.values()[cells]

    def _parts(self) -> Iterator[tuple[Block, bool, slice]]:
        """The blocks in which the cells lie, whether wholly, and which of their cells."""
        number = bisect_right(self._store.ends, self._start)
        at = self._start
        while at < self._stop:
            block = self._store.blocks[number]
            stop_if_asked()
            first = self._store.ends[number] - block.rows
            until = min(self._stop, self._store.ends[number])
            yield block, until - at == block.rows, slice(at - first, until - first)
            at, number = until, number + 1
