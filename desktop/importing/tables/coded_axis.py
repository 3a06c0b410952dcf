"""Columns of codes that only their name, or a title over the table, makes periods."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from desktop.importing.cells import Value
from desktop.importing.tables.axis_reading import AxisReading, Source
from desktop.importing.tables.column_facts import ColumnFacts
from desktop.importing.tables.preamble import Facts
from desktop.importing.values.coded_days import (
    MONTH_WORDS,
    WEEK_WORDS,
    are_stamps,
    code_of,
    day_and_month_of,
    digits_of,
    pointed_month_of,
    serial_of,
    stamp_of_digits,
    year_week_of,
)
from desktop.importing.values.kinds import EMPTY, glance
from desktop.importing.values.stamps import Grain
from desktop.importing.values.words import DAY_WORDS, is_summary, word_set, words_of

_DAYS_OF_MONTH = word_set("dag dagar day days tag tage dia día datum dato date")
_LETTER_AND_NUMBER = re.compile(r"[a-pr-z]\.? ?\d{1,2}", re.IGNORECASE)
_ONE_DAY = timedelta(days=1)


def coded_reading(facts: ColumnFacts, around: Facts) -> AxisReading | None:
    """How a column is read as weeks (``2026-05``), months (``05.2026``), days (``20/3``) or the
    numbered days of the month that the file is about; ``None`` where it is none of these."""
    words = set(words_of(facts.name))
    values = _periods_only(facts.sample)
    if words & WEEK_WORDS and not words & MONTH_WORDS and _are_codes(values, year_week_of):
        return AxisReading(Source.DIGITS, Grain.WEEK, facts.index, code="yyyyww")
    if words & DAY_WORDS and _are_codes(values, pointed_month_of):
        return AxisReading(Source.DIGITS, Grain.MONTH, facts.index, code="m.yyyy")
    if words & DAY_WORDS and (code := _order_of_days(values)) is not None:
        return AxisReading(Source.PARTS, Grain.DAY, facts.index, code=code)
    month = _month_of(around)
    if month is not None and words and words <= _DAYS_OF_MONTH and _count_days(values, month):
        return AxisReading(Source.NTH, Grain.DAY, facts.index, base=month - _ONE_DAY)
    return None


def digit_reading(facts: ColumnFacts) -> AxisReading | None:
    """How a column of bare numbers is read as days, hours, weeks or months; ``None`` if it is
    none of these."""
    words = set(words_of(facts.name))
    digits = [digits_of(value) for value in facts.sample]
    if are_stamps(digits, (8, 10)) and (words & DAY_WORDS or len(set(digits)) >= 5):
        grain = Grain.HOUR if all(len(text) == 10 for text in digits) else Grain.DAY
        return AxisReading(Source.DIGITS, grain, facts.index)
    if are_stamps(digits, (6,)) and words & DAY_WORDS and not words & WEEK_WORDS:
        return AxisReading(Source.DIGITS, Grain.MONTH, facts.index)
    coded = code_of(digits, words) or code_of([*map(serial_of, facts.sample)], words)
    if coded is None:
        return None
    grain = Grain.WEEK if coded == "yyyyww" else Grain.DAY
    return AxisReading(Source.DIGITS, grain, facts.index, code=coded)


def are_only_names(facts: ColumnFacts) -> bool:
    """Whether letters with numbers name something else than periods: customers K1, K2, K3."""
    words = words_of(facts.name)
    if not facts.named or not words or (DAY_WORDS | WEEK_WORDS).intersection(words):
        return False
    return all(
        isinstance(value, str) and _LETTER_AND_NUMBER.fullmatch(value.strip())
        for value in _periods_only(facts.sample)
    )


def _periods_only(sample: Iterable[Value]) -> list[Value]:
    """The cells of a sample without blanks and the names of summary rows."""
    return [
        value
        for value in sample
        if glance(value) != EMPTY and not (isinstance(value, str) and is_summary(value))
    ]


def _are_codes(values: Sequence[Value], digits: Callable[[Value], str]) -> bool:
    """Whether all cells hold a code of a likely year, and not all the same."""
    code = "yyyyww" if digits is year_week_of else "m.yyyy"
    found = [digits(value) for value in values]
    stamps = [stamp_of_digits(text, code, from_january=True) if text else None for text in found]
    likely = [stamp for stamp in stamps if stamp is not None and 1990 <= stamp.start.year <= 2060]
    return len(likely) == len(values) and len(set(found)) > 1


def _order_of_days(values: Sequence[Value]) -> str | None:
    """In which order all cells are days and months, where only one will do or runs on."""
    orders = []
    for code in ("d/m", "m/d"):
        parts = [day_and_month_of(value, code) for value in values]
        days = [(part.number, part.day) for part in parts if part is not None]
        if values and len(days) == len(values):
            orders.append((code, all(before <= after for before, after in pairwise(days))))
    if len(orders) == 1:
        return orders[0][0]
    running = [code for code, runs in orders if runs]
    return running[0] if len(running) == 1 and len(values) > 2 else None


def _month_of(around: Facts) -> date | None:
    """The first day of the one month that the lines over a table are about."""
    if around.month is not None:
        return around.month
    first, last = around.first, around.last
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None
    return first.replace(day=1)


def _count_days(values: Sequence[Value], month: date) -> bool:
    """Whether numbers rise through the days of a month."""
    numbers = [int(text) for value in values if (text := digits_of(value)).isdecimal()]
    if len(numbers) != len(values) or len(numbers) < 2 or numbers[0] < 1:
        return False
    if any(after <= before for before, after in pairwise(numbers)):
        return False
    return (month + timedelta(days=numbers[-1] - 1)).month == month.month
