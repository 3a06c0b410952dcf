"""The unit of a column: from its number format, its cells, its header, or a currency column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.kpi import AddUp
from desktop.core.unit import Unit, UnitKind
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.values.currencies import CODES, CROWN, currency, currency_of_header
from desktop.importing.values.marks import plain
from desktop.importing.values.measures import MEASURES, THOUSANDS
from desktop.importing.values.number_formats import is_scaled, literals, shows
from desktop.importing.values.words import (
    COUNTED,
    CURRENCY,
    LEVEL,
    MONEY,
    MONEY_ENDINGS,
    RATE,
    TOTALS,
    UNIQUE,
    word_set,
    words_of,
)

PERCENT = Unit(UnitKind.PERCENT)
_PRICES = word_set("price prices pris preis precio cpc cpm cpa aov")
_BRACKETED = re.compile(r"[(\[]\s*([^\s()\[\]]{1,12})\s*[)\]]")
_UNIT_LINE = re.compile(
    r"(?:beløb|belopp|amounts?|values?|importes?|figures|tal)\s+"
    r"(?:är |are |er )?(?:i|in|en)\s+(.+)",
    re.IGNORECASE,
)
_IN = re.compile(r"^(?:i|in|en)\s+", re.IGNORECASE)  # i kronor
_PER_PERIOD = re.compile(
    # "Sales per month" is sales, month by month; "Price per piece" is a price.
    r"\b(?:per|pr\.?|pro|by|por)\s+(?:dag|day|tag|día|vecka|uge|uke|week|woche|semana|månad|måned"
    r"|month|monat|mes|kvartal|quarter|quartal|trimestre|år|year|jahr|año)\b",
    re.IGNORECASE,
)
_PERCENT_NAME = re.compile(
    # "25 % moms" is a kind of sales; "Andel (%)" and "Andel, procent" are percentages.
    r"(?<!\d)(?<!\d\s)%|\b(?:percent|procent|prosent|pct)\W*$|[(\[](?:percent|procent)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """The unit of a column's values, what to multiply them by, and its currency's column."""

    unit: Unit | None = None
    scale: float = 1.0
    currency_column: int | None = None  # set where the currencies in it differ from row to row


class UnitFinder:
    """Finds the units of one table's columns."""

    def __init__(
        self, facts: Sequence[ColumnFacts], lines: Sequence[str], crown: str | None
    ) -> None:
        self.crown = crown
        self.lines = lines
        self.currency_columns = [f for f in facts if _is_currency_column(f)]
        self.line_unit = self._unit_of_lines()

    def measure(self, facts: ColumnFacts) -> Measure:
        """The unit of one column of numbers."""
        if facts.is_duration and not facts.percent and not facts.percent_points:
            return Measure(Unit(UnitKind.DURATION), facts.scale)
        if facts.percent:
            return Measure(PERCENT)
        if facts.percent_points:
            return Measure(PERCENT, 0.01)
        if facts.mixed_currency:
            return Measure(None, 1.0, facts.index)
        if facts.currency:
            return Measure(self.currency_unit(facts.currency))
        if facts.measure:
            return Measure(Unit(UnitKind.OWN, facts.measure))
        named = self.of_name(facts.name) or self.of_name(f"({_IN.sub('', facts.unit_under)})")
        named = named or _of_format(facts.format)
        if named == PERCENT:
            return Measure(PERCENT, _percent_scale(facts))
        if named is not None:
            return Measure(named)
        return self._of_neighbours(facts)

    def of_name(self, name: str) -> Unit | None:
        """The unit that a header or a row label names."""
        if (match := THOUSANDS.search(name)) is not None:
            return Unit(UnitKind.OWN, match.group().strip("()[] "))
        code = currency_of_header(name)
        if code is not None:
            return self.currency_unit(code)
        if _PERCENT_NAME.search(name):
            return PERCENT
        match = _BRACKETED.search(name)
        if match is not None and match[1].casefold() in MEASURES and not is_ratio(name):
            return Unit(UnitKind.OWN, match[1])
        return None

    def currency_unit(self, code: str) -> Unit:
        """A currency; a crown of an unknown country stays the word ``kr``."""
        if code != CROWN:
            return Unit(UnitKind.CURRENCY, code)
        if self.crown is None:
            return Unit(UnitKind.OWN, CROWN)
        return Unit(UnitKind.CURRENCY, self.crown)

    def _unit_of_lines(self) -> Unit | None:
        for line in self.lines:
            if (match := _UNIT_LINE.search(line)) is not None:
                text = match[1].strip(" .:")
                if (thousands := THOUSANDS.search(text)) is not None:
                    return Unit(UnitKind.OWN, thousands.group())
                code = currency(text.split()[0])
                if code is not None:
                    return self.currency_unit(code)
        return None

    def _of_neighbours(self, facts: ColumnFacts) -> Measure:
        named = is_money(facts.name)
        if not named and not (facts.has_fractions and _may_be_money(facts.name)):
            return Measure()
        column = self._currency_column_of(facts)
        codes = currency_codes(column) if column is not None else []
        if not named and len(codes) < 2:
            return Measure()
        if column is None:
            return Measure(self.line_unit)
        if len(codes) == 1:
            return Measure(Unit(UnitKind.CURRENCY, codes[0]))
        return Measure(None, 1.0, column.index) if codes else Measure(self.line_unit)

    def _currency_column_of(self, facts: ColumnFacts) -> ColumnFacts | None:
        """The column with the currency of an amount: the one that shares its first words, else
        the next plain one to the right, else the only one."""
        name = words_of(facts.name)
        plain_ones = []
        for column in self.currency_columns:
            prefix = _prefix(column.name)
            if not prefix:
                plain_ones.append(column)
            elif name[: len(prefix)] == prefix:
                return column
        if any(column.index > facts.index for column in plain_ones):
            return next(column for column in plain_ones if column.index > facts.index)
        filled = [column for column in self.currency_columns if column.sample]
        return plain_ones[0] if len(filled) == 1 and plain_ones else None


def is_unit_word(text: str) -> bool:
    """Whether a text alone is a unit: a currency, thousands of one, a measure, percent."""
    text = _IN.sub("", text)
    if currency_of_header(f"({text})") is not None:
        return True
    if text.casefold() in MEASURES | {"%", CROWN} or _PERCENT_NAME.fullmatch(text):
        return True
    return THOUSANDS.fullmatch(text) is not None or text in CODES


def _of_format(number_format: str) -> Unit | None:
    """The unit that a format writes beside the number: ``#,##0 "st"``, ``0 "tkr"``."""
    if shows(number_format) != "number" or is_scaled(number_format):
        return None  # "tkr" beside thousands: the cells hold whole crowns
    for word in literals(number_format):
        if THOUSANDS.fullmatch(word) or word.casefold() in MEASURES:
            return Unit(UnitKind.OWN, word)
    return None


def _is_currency_column(facts: ColumnFacts) -> bool:
    if facts.form is Form.EMPTY:
        return bool(CURRENCY.intersection(words_of(facts.name)))
    if facts.form is not Form.TEXT:
        return False
    texts = {plain(value).upper() for value in facts.sample if isinstance(value, str)}
    return bool(texts) and texts <= CODES


def _prefix(name: str) -> tuple[str, ...]:
    words = words_of(name)
    for index, word in enumerate(words):
        if word in CURRENCY:
            return words[:index]
    return ()


def currency_codes(column: ColumnFacts) -> list[str]:
    """The currencies in a currency column, most common first."""
    counts: dict[str, int] = {}
    for value in column.values:
        if isinstance(value, str):
            counts[value] = counts.get(value, 0) + 1
    codes: dict[str, int] = {}
    for text, count in counts.items():
        code = currency(plain(text).upper())
        if code:
            codes[code] = codes.get(code, 0) + count
    return sorted(codes, key=lambda code: -codes[code])


def is_money(name: str) -> bool:
    """Whether a header speaks of money; a ratio with money in it does not count."""
    words = words_of(name)
    if is_ratio(name) or not words:
        return False
    if TOTALS.issuperset(words):
        return True  # "Total orders" are none
    strong = MONEY.intersection(words) or any(word.endswith(MONEY_ENDINGS) for word in words)
    return bool(strong)


def _may_be_money(name: str) -> bool:
    """Whether fractions under a header could be amounts, beside currencies that differ by row."""
    return not is_ratio(name) and not (RATE - _PRICES | COUNTED).intersection(words_of(name))


def is_ratio(name: str) -> bool:
    """Whether a header divides one thing by another: ``Cost / Conv.``, not ``Marketing/PR``."""
    return "/ " in name or " /" in name


def _percent_scale(facts: ColumnFacts) -> float:
    """A header that says percent over 12.5 means 0.125; over 0.125 it means that already."""
    numbers = [abs(number) for number in facts.numbers() if number is not None]
    return 0.01 if numbers and max(numbers) > 1.5 else 1.0


def guess_add_up(name: str, unit: Unit | None, title: str = "") -> AddUp:
    """How the values of several rows or periods make one: rates and prices do not add up."""
    words = set(words_of(_PER_PERIOD.sub(" ", name)))
    if unit == PERCENT or words & RATE or is_ratio(name):
        return AddUp.MEAN
    if any(word.endswith(("index", "indeks")) for word in (*words, *words_of(title))):
        return AddUp.MEAN
    if words & LEVEL:
        return AddUp.LAST
    if words & UNIQUE and not words & {"new", "nya", "nye"}:
        return AddUp.MEAN
    return AddUp.SUM
