"""Which rows of a table are totals of others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.stopping import stop_if_asked
from desktop.importing.cells import Numbers
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.values.kinds import EMPTY, TEXT, glance
from desktop.importing.values.number_columns import added, read_numbers
from desktop.importing.values.whole_columns import few_texts, filled, is_constant
from desktop.importing.values.words import (
    RATE,
    is_named_sum,
    is_surely_total,
    is_total,
    is_total_alone,
    words_of,
)


class TotalFinder:
    """Judges the rows of one table; positions count from its first data row."""

    def __init__(self, facts: Sequence[ColumnFacts], height: int, period: int | None) -> None:
        self.height = height
        self.labels = [f for f in facts if f.form in (Form.TEXT, Form.PART, Form.DATE)]
        self.codes = [f for f in facts if f.form is Form.NUMBER and f.is_code]
        self.values = [f for f in facts if f.form is Form.NUMBER and not f.is_code]
        self.period = period
        self._numbers: dict[int, Numbers] = {}
        self._constant: dict[int, bool] = {}
        self._summed_rows: Sequence[int] = ()
        self._sums: dict[int, _Sum] = {}

    def has_total_word(self, position: int) -> bool:
        """Whether the row's first text, or the text in its period cell, names a total."""
        period = next((f.values[position] for f in self.labels if f.index == self.period), None)
        if isinstance(period, str) and is_total(period):
            return True
        cells = [facts.values[position] for facts in (*self.codes, *self.labels)]
        texts = [value for value in cells if isinstance(value, str)]
        if not any(map(is_total, texts)):
            return False
        texts = [text for text in texts if glance(text) == TEXT]
        return bool(texts) and (is_total(texts[0]) or any(is_total_alone(text) for text in texts))

    def is_total(self, position: int, named: Sequence[int]) -> bool:
        """Whether one of the rows ``named`` totals is one: its words leave no doubt, or it adds
        up the rows beside it.  ``Total Care`` may be a product."""
        if self.is_surely_total(position):
            return True
        amounts = [f for f in self.values if not f.percent and not RATE & set(words_of(f.name))]
        columns = [self._column(facts) for facts in amounts or self.values]
        texts = [facts.values[position] for facts in self.labels]
        of_one = any(isinstance(text, str) and is_named_sum(text) for text in texts)
        return adds_up_beside(columns, position, named, of_one=of_one)

    def is_surely_total(self, position: int) -> bool:
        values = [facts.values[position] for facts in (*self.codes, *self.labels)]
        return any(isinstance(value, str) and is_surely_total(value) for value in values)

    def is_unlabelled(self, position: int) -> bool:
        """Whether nothing says what the row is about: only numbers, and what every row says."""
        telling = [f for f in (*self.labels, *self.codes) if not self._is_constant(f)]
        return bool(telling) and all(glance(f.values[position]) == EMPTY for f in telling)

    def is_total_of_named(self, position: int) -> bool:
        """Whether a row of the same period as all others lacks the name that each of them has, and
        adds them up: the total over a range of days, which its dates repeat."""
        period = next((f.values for f in self.labels if f.index == self.period), None)
        names = [
            f for f in (*self.labels, *self.codes) if f.index != self.period and _lacks(f, position)
        ]
        if not names or (period is not None and not is_constant(period)):
            return False
        others = [row for row in range(self.height) if row != position]
        alike = [c for c in map(self._column, self.values) if c[position]]
        if len(others) == 1:
            return bool(alike) and all(c[position] == c[others[0]] for c in alike)
        return self.adds_up(position, others)

    def adds_up(self, position: int, rows: Sequence[int]) -> bool:
        """Whether a number in the row is the sum of the other rows, within their rounding."""
        for facts in self.values:
            total = self._column(facts)[position]
            if total and self._sum(facts, rows).without(position, rows).is_near(total):
                return True
        return False

    def total_categories(self) -> set[int]:
        """Positions where a category column says "Total" among the names that it adds up."""
        found: set[int] = set()
        for facts in self.labels:
            if facts.index == self.period:
                continue
            names = few_texts(facts.values, min(max(50, self.height // 10), _MOST_NAMES))
            if names is None or len(names) < 2:
                continue
            totals = {name for name in names if is_total_alone(name)}
            if totals:
                found.update(i for i, value in enumerate(facts.values) if value in totals)
        return found

    def _column(self, facts: ColumnFacts) -> Numbers:
        if facts.index not in self._numbers:
            self._numbers[facts.index] = read_numbers(facts.values, facts.decimal or ".")
        return self._numbers[facts.index]

    def _sum(self, facts: ColumnFacts, rows: Sequence[int]) -> _Sum:
        """The sum of a column over rows that many positions are held against."""
        stop_if_asked()
        if rows is not self._summed_rows:
            self._summed_rows, self._sums = rows, {}
        if facts.index not in self._sums:
            self._sums[facts.index] = _Sum.of(self._column(facts), rows)
        return self._sums[facts.index]

    def _is_constant(self, facts: ColumnFacts) -> bool:
        """Whether every row says the same in this column, as a currency column may."""
        if facts.index not in self._constant:
            self._constant[facts.index] = is_constant(facts.values)
        return self._constant[facts.index]


def _lacks(facts: ColumnFacts, position: int) -> bool:
    """Whether a column is empty in this row and in no other."""
    empty = glance(facts.values[position]) == EMPTY
    return empty and filled(facts.values) == len(facts.values) - 1


@dataclass(frozen=True, slots=True)
class _Sum:
    """The numbers of some rows, which go up, added up."""

    numbers: Numbers
    total: float | None
    size: float  # of the numbers without their signs
    count: int
    first: tuple[int, ...]  # rows of the first numbers, which tell how all are rounded

    @classmethod
    def of(cls, numbers: Numbers, rows: Sequence[int]) -> _Sum:
        held = [row for row in rows if numbers[row] is not None]
        found = [numbers[row] or 0.0 for row in held]
        size = added(map(abs, found)) or 0.0
        return cls(numbers, added(found), size, len(found), tuple(held[:_TASTE]))

    def without(self, position: int, rows: Sequence[int]) -> _Sum:
        """The sum of the rows other than this one."""
        at = bisect_left(rows, position)
        number = self.numbers[position] if at < len(rows) and rows[at] == position else None
        if number is None or self.total is None:
            return self
        first = tuple(row for row in self.first if row != position)
        size = self.size - abs(number)
        return _Sum(self.numbers, self.total - number, size, self.count - 1, first)

    def is_near(self, total: float) -> bool:
        """Whether a total is the sum, if every part was rounded on its own."""
        if self.total is None or self.count < 2:
            return False
        unit = _rounding([self.numbers[row] or 0.0 for row in self.first])
        return abs(self.total - total) <= unit * (self.count + 1) + 1e-9 * self.size


_TASTE = 50  # numbers that tell how all are rounded
_LONGEST_RUN = 1000
_MOST_NAMES = 5000  # in a column of categories


def adds_up_beside(
    columns: Sequence[Sequence[float | None]],
    position: int,
    named: Sequence[int],
    *,
    of_one: bool = False,
) -> bool:
    """Whether a row is the sum of a run of rows that ends or begins right beside it.

    A run of one row, which is its equal, counts only if ``of_one`` or in three columns or more.

    Rows in ``named``, which call themselves totals as well, are left out of the run, or alone in
    it, or in it like any other.  Two thirds of the columns with a number there must agree.
    """
    columns = [numbers for numbers in columns if numbers[position]]
    if not columns:
        return True  # nothing speaks against the words
    others = frozenset(named)
    height = len(columns[0])
    for beside in (range(position - 1, -1, -1), range(position + 1, height)):
        runs = (
            [row for row in beside if row not in others],
            [row for row in beside if row in others],
            beside,
        )
        for run in runs:
            fits = _fits(columns, position, run[:_LONGEST_RUN])
            if (of_one or len(columns) >= 3) and fits[:1] == [len(columns)]:
                return True
            if any(3 * count >= 2 * len(columns) for count in fits[1:]):
                return True
    return False


def _fits(
    columns: Sequence[Sequence[float | None]], position: int, run: Sequence[int]
) -> list[int]:
    """In how many columns the rows of a run up to each place add up to the total."""
    stop_if_asked()
    fits = [0] * len(run)
    for numbers in columns:
        total = abs(numbers[position] or 0.0)
        half = _rounding([numbers[row] or 0.0 for row in (position, *run[:50])])
        summed = size = 0.0
        for place, row in enumerate(run):
            summed += numbers[row] or 0.0
            size += abs(numbers[row] or 0.0)
            fits[place] += abs(abs(summed) - total) <= half * (place + 2) + 1e-9 * size
    return fits


def slack(numbers: Sequence[float]) -> float:
    """How far a total may be from the sum when every part was rounded on its own."""
    size = added(map(abs, numbers)) or 0.0
    return _rounding(numbers[:50]) * (len(numbers) + 1) + 1e-9 * size


def _rounding(numbers: Iterable[float]) -> float:
    """Half a unit of the last decimal that any of the numbers has."""
    return 0.5 * float(f"1e-{max(map(_decimals, numbers), default=0)}")


def _decimals(number: float) -> int:
    text = repr(number)
    return 0 if "e" in text or text.endswith(".0") else min(6, len(text.partition(".")[2]))
