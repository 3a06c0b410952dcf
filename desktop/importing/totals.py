"""Which rows of a table are totals of others."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.importing.column_facts import ColumnFacts, Form
from desktop.importing.kinds import EMPTY, TEXT, glance
from desktop.importing.number_columns import added, read_numbers
from desktop.importing.words import is_total, is_total_alone


class TotalFinder:
    """Judges the rows of one table; positions count from its first data row."""

    def __init__(self, facts: Sequence[ColumnFacts], height: int, period: int | None) -> None:
        self.height = height
        self.labels = [f for f in facts if f.form in (Form.TEXT, Form.PART, Form.DATE)]
        self.codes = [f for f in facts if f.form is Form.NUMBER and f.is_code]
        self.values = [f for f in facts if f.form is Form.NUMBER and not f.is_code]
        self.period = period
        self._numbers: dict[int, list[float | None]] = {}
        self._constant: dict[int, bool] = {}

    def has_total_word(self, position: int) -> bool:
        """Whether the row's first text, or the text in its period cell, names a total."""
        texts = [
            value
            for facts in (*self.codes, *self.labels)
            if isinstance(value := facts.values[position], str) and glance(value) == TEXT
        ]
        period = next((f.values[position] for f in self.labels if f.index == self.period), None)
        if isinstance(period, str) and is_total(period):
            return True
        return bool(texts) and (is_total(texts[0]) or any(is_total_alone(text) for text in texts))

    def is_unlabelled(self, position: int) -> bool:
        """Whether nothing says what the row is about: only numbers, and what every row says."""
        telling = [f for f in (*self.labels, *self.codes) if not self._is_constant(f)]
        return bool(telling) and all(glance(f.values[position]) == EMPTY for f in telling)

    def adds_up(self, position: int, rows: Sequence[int]) -> bool:
        """Whether a number in the row is the sum of the other rows, within their rounding."""
        for facts in self.values:
            numbers = self._column(facts)
            total = numbers[position]
            others = [n for row in rows if row != position and (n := numbers[row]) is not None]
            summed = added(others) if total and len(others) >= 2 else None
            if total and summed is not None and abs(summed - total) <= slack(others):
                return True
        return False

    def total_categories(self) -> set[int]:
        """Positions where a category column says "Total" among the names that it adds up."""
        found: set[int] = set()
        for facts in self.labels:
            if facts.index == self.period:
                continue
            names = {value for value in facts.distinct if isinstance(value, str)}
            if not 1 < len(names) <= max(50, self.height // 10):
                continue
            totals = {name for name in names if is_total_alone(name)}
            if totals:
                found.update(i for i, value in enumerate(facts.values) if value in totals)
        return found

    def _column(self, facts: ColumnFacts) -> list[float | None]:
        if facts.index not in self._numbers:
            self._numbers[facts.index] = read_numbers(facts.values, facts.decimal or ".")
        return self._numbers[facts.index]

    def _is_constant(self, facts: ColumnFacts) -> bool:
        """Whether every row says the same in this column, as a currency column may."""
        if facts.index not in self._constant:
            self._constant[facts.index] = len(facts.distinct - {None}) <= 1
        return self._constant[facts.index]


def slack(numbers: Sequence[float]) -> float:
    """How far a total may be from the sum when every part was rounded on its own."""
    decimals = max((_decimals(number) for number in numbers[:50]), default=0)
    step = float(f"1e-{decimals}")
    return 0.5 * step * (len(numbers) + 1) + 1e-9 * (added(map(abs, numbers)) or 0.0)


def _decimals(number: float) -> int:
    text = repr(number)
    return 0 if "e" in text or text.endswith(".0") else min(6, len(text.partition(".")[2]))
