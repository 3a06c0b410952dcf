"""What one column of a table holds, judged from its own cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from desktop.importing.cells import Numbers, Value
from desktop.importing.values.bare_percents import in_points
from desktop.importing.values.dates import OrderDecision, decide_order
from desktop.importing.values.day_ranges import parts_of
from desktop.importing.values.kinds import NUMBER, YEAR, glances
from desktop.importing.values.marks import plain
from desktop.importing.values.number_columns import held_numbers, read_numbers
from desktop.importing.values.number_formats import shows
from desktop.importing.values.numbers import DecimalEvidence
from desktop.importing.values.sentinels import without
from desktop.importing.values.whole_columns import distinct
from desktop.importing.values.words import CLOCKS, CODE, NUMBERED, PLACE, RATE, words_of

_NUMBER_ENDINGS = ("nr", "nummer", "nro")  # kvittonr, bilagsnummer
_SECONDS_A_DAY = 86400.0


class Form(StrEnum):
    """What the cells of a column are."""

    NUMBER = "number"
    DATE = "date"  # days, and periods with their year: 2026M10
    PART = "part"  # periods that lack their year: Vecka 5
    TEXT = "text"
    BOOLEAN = "boolean"
    EMPTY = "empty"


@dataclass(slots=True)
class ColumnFacts:
    """One column: its data cells and what they are.  ``decimal`` is empty while it is open."""

    index: int
    name: str
    values: Sequence[Value]
    sample: Sequence[Value]
    form: Form
    format: str = ""
    evidence: DecimalEvidence = DecimalEvidence()
    decimal: str = "."
    percent: bool = False
    bare_points: bool = False  # 10 among cells such as 5% is 10 % as well
    percent_points: bool = False  # 12.5 with a percent sign that the format only writes beside it
    currency: str | None = None
    mixed_currency: bool = False  # 100 kr in one cell, 20 € in another
    written_duration: bool = False  # 1:05:30, read as seconds
    missing: float | None = None  # the number that stands for "no value"
    measure: str = ""  # the unit that the cells write behind their numbers: kg, st
    censored: bool = False
    named: bool = True  # whether the file gives it a name
    unit_under: str = ""  # the unit that the header writes under its name
    _distinct: set[Value] | None = None
    _order: OrderDecision | None = None
    _has_order: bool = False

    @property
    def distinct(self) -> set[Value]:
        """Everything that stands in the column, once; empty cells as ``None``."""
        if self._distinct is None:
            self._distinct = set(distinct(self.values))
        return self._distinct

    @property
    def order(self) -> OrderDecision | None:
        """The order of day, month and year in its written dates, ``None`` without such."""
        if not self._has_order:
            days = dict.fromkeys(day_text(v) for v in distinct(self.values) if isinstance(v, str))
            self._order = decide_order(days) or decide_order(written_days(days))
            self._has_order = True
        return self._order

    @property
    def scale(self) -> float:
        """What a number is multiplied by: days of the clock become seconds."""
        return _SECONDS_A_DAY if self.is_duration and not self.written_duration else 1.0

    @property
    def is_duration(self) -> bool:
        if self.written_duration:
            return True
        return bool(self.format) and shows(self.format) in ("duration", "time")

    def numbers(self) -> Numbers:
        """The column as numbers, in its own convention."""
        decimal = self.decimal or "."
        numbers = without(read_numbers(self.values, decimal), self.missing)
        return in_points(numbers, self.values, decimal) if self.bare_points else numbers

    def _sampled(self) -> Sequence[float]:
        """The numbers of the sample, those that stand for a missing value among them."""
        return held_numbers(read_numbers(self.sample, self.decimal or "."))

    @property
    def is_year(self) -> bool:
        """Whether every number could be a year."""
        kinds = glances(self.sample)
        return YEAR in kinds and NUMBER not in kinds

    @property
    def is_code(self) -> bool:
        """Whether its numbers are names: account numbers, postal codes, row numbers."""
        if self.form is not Form.NUMBER:
            return False
        if self.written_duration:
            return words_of(self.name) in CLOCKS
        return self._named_code() or self._written_code()

    def _named_code(self) -> bool:
        words = words_of(self.name)
        if not words or (words[0] in ("number", "antal", "no") and len(words) > 1):
            return False
        if words == ("number",):
            return False  # how many, unless its values count the rows
        if len(words) == 1 and words[0] in NUMBERED:
            return _are_numbered(self._sampled())
        named = CODE.intersection((words[0], words[-1])) or words[-1].endswith(_NUMBER_ENDINGS)
        if RATE.intersection(words) or not named:
            return False
        return bool(PLACE.intersection(words)) or not self.has_fractions  # "Paid into account"

    @property
    def has_fractions(self) -> bool:
        """Whether most of its numbers are no whole ones, as amounts and rates seldom are."""
        numbers = self._sampled()
        return 2 * sum(not number.is_integer() for number in numbers) > len(numbers)

    def _written_code(self) -> bool:
        texts = [plain(value) for value in self.sample if isinstance(value, str)]
        if any(len(t) > 1 and t[0] == "0" and t.isdigit() for t in texts):
            return True
        numbers = self._sampled()
        if len(numbers) < 2 or any(not number.is_integer() for number in numbers):
            return False
        if not self.named and len(numbers) >= 4 * len(set(numbers)):
            return True
        long = sum(abs(number) >= 1e8 for number in numbers)
        if 2 * long > len(numbers) and self.currency is None:
            return True
        nameless = not words_of(self.name) or (not self.named and len(numbers) > 2)
        return nameless and _count_on(numbers)  # numbered under "#", or under nothing


def _are_numbered(numbers: Sequence[float]) -> bool:
    """Whether whole numbers are those of orders or customers, rather than how many there were."""
    if not numbers or not all(number.is_integer() for number in numbers):
        return False
    return all(n >= 100 for n in numbers) or (len(numbers) > 4 and _count_on(numbers))


def _count_on(numbers: Sequence[float]) -> bool:
    """Whether each number is the next one, upwards or downwards."""
    return {after - before for before, after in pairwise(numbers)} in ({1.0}, {-1.0})


def day_text(text: str) -> str:
    """A written date without its time of day."""
    colon = text.find(":")
    if colon < 0:
        return text
    before = text[:colon].rstrip("0123456789").rstrip(" ,")
    return before[:-1] if before[-1:] == "T" and before[-2:-1].isdigit() else before


def written_days(texts: Iterable[str]) -> list[str]:
    """The days of a column as they are written: without their times, and of ranges both ends."""
    return [part for text in texts for part in parts_of(day_text(text))]
