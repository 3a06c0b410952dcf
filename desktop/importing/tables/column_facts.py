"""What one column of a table holds, judged from its own cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import cast

from desktop.core.stopping import stop_if_asked
from desktop.importing.cells import CellError, LongColumn, Numbers, Value
from desktop.importing.values.currencies import CROWN, currency_of_format, told_apart
from desktop.importing.values.dates import OrderDecision, decide_order
from desktop.importing.values.day_ranges import parts_of
from desktop.importing.values.kinds import (
    BOOL,
    DATE,
    EMPTY,
    ERROR,
    MISSING,
    NUMBER,
    PART,
    YEAR,
    glances,
)
from desktop.importing.values.marks import is_censored, is_missing, plain
from desktop.importing.values.measures import factor_of
from desktop.importing.values.number_columns import evidence_of, read_numbers
from desktop.importing.values.number_formats import shows, shows_percent
from desktop.importing.values.numbers import DecimalEvidence, parse_number
from desktop.importing.values.sentinels import without
from desktop.importing.values.whole_columns import distinct
from desktop.importing.values.words import CLOCKS, CODE, NUMBERED, PLACE, RATE, is_summary, words_of

_NUMBER_ENDINGS = ("nr", "nummer", "nro")  # kvittonr, bilagsnummer
_DIGITS = str.maketrans("", "", "0123456789")
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
        return without(read_numbers(self.values, self.decimal or "."), self.missing)

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
            numbers = [n for n in read_numbers(self.sample, self.decimal or ".") if n is not None]
            return _are_numbered(numbers)
        named = CODE.intersection((words[0], words[-1])) or words[-1].endswith(_NUMBER_ENDINGS)
        if RATE.intersection(words) or not named:
            return False
        return bool(PLACE.intersection(words)) or not self.has_fractions  # "Paid into account"

    @property
    def has_fractions(self) -> bool:
        """Whether most of its numbers are no whole ones, as amounts and rates seldom are."""
        numbers = [n for n in read_numbers(self.sample, self.decimal or ".") if n is not None]
        return 2 * sum(not number.is_integer() for number in numbers) > len(numbers)

    def _written_code(self) -> bool:
        texts = [plain(value) for value in self.sample if isinstance(value, str)]
        if any(len(t) > 1 and t[0] == "0" and t.isdigit() for t in texts):
            return True
        numbers = [n for n in read_numbers(self.sample, self.decimal or ".") if n is not None]
        if len(numbers) < 2 or any(not number.is_integer() for number in numbers):
            return False
        if not self.named and len(numbers) >= 4 * len(set(numbers)):
            return True
        long = sum(abs(number) >= 1e8 for number in numbers)
        if 2 * long > len(numbers) and self.currency is None:
            return True
        steps = {after - before for before, after in pairwise(numbers)}
        nameless = not words_of(self.name) or (not self.named and len(numbers) > 2)
        return nameless and steps in ({1.0}, {-1.0})  # numbered under "#", or under nothing


def _are_numbered(numbers: Sequence[float]) -> bool:
    """Whether whole numbers are those of orders or customers, rather than how many there were."""
    if not numbers or not all(number.is_integer() for number in numbers):
        return False
    steps = {after - before for before, after in pairwise(numbers)}
    return all(n >= 100 for n in numbers) or (len(numbers) > 4 and steps in ({1.0}, {-1.0}))


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


def look_at_column(
    index: int,
    name: str,
    values: Sequence[Value],
    number_format: str = "",
    *,
    named: bool = True,
) -> ColumnFacts:
    """Judge a column by a sample of its filled cells; its decimal sign by all of them."""
    stop_if_asked()
    whole = None not in values
    sample = spread(values if whole else [value for value in values if value is not None])
    kinds = glances(sample)
    form = _form(kinds)
    if form is Form.TEXT and (PART in kinds or DATE in kinds):
        form = _form(_without_sums(sample, kinds))
    facts = ColumnFacts(index, name, values, sample, form, number_format, named=named)
    facts.censored = any(isinstance(v, str) and is_censored(v) for v in sample[:40])
    if form is Form.EMPTY and facts.censored:
        facts.form = Form.NUMBER
    if facts.form is Form.TEXT and (measure := _measure_of(sample)) is not None:
        facts.form, facts.measure = Form.NUMBER, measure
    if facts.form is Form.NUMBER:
        facts.evidence = evidence_of(values, sample)
        facts.decimal = facts.evidence.sign or ""
        _look_at_unit(facts)
    return facts


def spread(values: Sequence[Value], size: int = 200) -> list[Value]:
    """The first, the last, and evenly spaced values between them."""
    if len(values) <= size:
        return list(values)
    part = size * 2 // 5
    until = len(values) - (part + 1) // 2
    if isinstance(values, LongColumn):
        between = cast("LongColumn", values[part:until]).spread(part)
    else:
        step = max(1, (until - part) // part)
        between = [values[at] for at in range(part, until, step)[:part]]
    return [*values[:part], *between, *values[until:]]


def _form(kinds: str) -> Form:
    counted = [kind for kind in kinds if kind not in EMPTY + MISSING + ERROR]
    if not counted:
        return Form.EMPTY
    need = 0.6 * len(counted)
    for form, letters in (
        (Form.NUMBER, NUMBER + YEAR),
        (Form.DATE, DATE),
        (Form.PART, PART),
        (Form.BOOLEAN, BOOL),
    ):
        if sum(kind in letters for kind in counted) >= need:
            return form
    return Form.TEXT


def _measure_of(sample: Sequence[Value]) -> str | None:
    """The one unit behind all numbers of a column of texts: ``12 kg``; ``""`` for durations and
    for thousands (``12k``).

    ``None`` where they vary, or where more than the odd cell holds something else.
    """
    measures: set[str] = set()
    count = strange = 0
    for value in sample:
        if not isinstance(value, str) or isinstance(value, CellError):
            return None
        written = parse_number(value)
        if written is not None:
            scaled = written.duration or factor_of(written.measure) is not None
            if scaled or written.measure:
                measures.add("" if scaled else written.measure.casefold())
                count += 1
        elif not is_missing(value) and not is_censored(value):
            strange += 1
    return measures.pop() if len(measures) == 1 and count >= 3 * strange else None


def _without_sums(sample: Sequence[Value], kinds: str) -> str:
    """The kinds of a column of months without the totals, averages and years between them."""
    return "".join(
        kind
        for value, kind in zip(sample, kinds, strict=True)
        if kind != YEAR and not (isinstance(value, str) and is_summary(value))
    )


def _look_at_unit(facts: ColumnFacts) -> None:
    if "%" in facts.format:
        facts.percent = shows_percent(facts.format)
        facts.percent_points = not facts.percent
    facts.currency = currency_of_format(facts.format) if facts.format else None
    texts = [v for v in facts.sample if isinstance(v, str) and not isinstance(v, CellError)]
    written = [w for w in (parse_number(t, facts.decimal or ".") for t in texts) if w is not None]
    if not written:
        return
    if 2 * sum(w.percent for w in written) > len(written):
        facts.percent = True
    facts.written_duration = 2 * sum(w.duration for w in written) > len(written)
    named = [w.currency for w in written if w.currency]
    if named and len(_currencies(facts)) > 1:
        facts.mixed_currency, facts.currency = True, None
    elif 2 * len(named) > len(written):
        facts.currency = next((code for code in named if code != CROWN), CROWN)


def _currencies(facts: ColumnFacts) -> frozenset[str]:
    """All currencies that are written in the cells."""
    # Cells that differ in their digits only are in one currency.
    texts = {
        text.translate(_DIGITS): text
        for text in distinct(facts.values)
        if isinstance(text, str) and not isinstance(text, CellError)
    }.values()
    written = (parse_number(text, facts.decimal or ".") for text in texts)
    return told_apart(each.currency for each in written if each is not None and each.currency)
