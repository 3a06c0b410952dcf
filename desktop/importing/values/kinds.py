"""A first glance at cells: what each might be, before columns are understood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from desktop.core.stopping import stop_if_asked
from desktop.importing.cells import CellError, Value
from desktop.importing.values.dates import iso_day
from desktop.importing.values.marks import is_censored, is_error, is_missing, plain
from desktop.importing.values.month_names import MONTHS
from desktop.importing.values.numbers import parse_number
from desktop.importing.values.periods import Style, parse_period
from desktop.importing.values.stamps import Grain, Part, Stamp
from desktop.importing.values.words import word_set

# One letter a kind, so that the kinds of a row are a short string.
EMPTY, TEXT, NUMBER, YEAR, DATE, PART, MISSING, ERROR, BOOL = " tnydpmxb"

NOTE_MARKS = "*†‡¹²³ "  # behind a name or a year that a footnote explains
FIRST_YEAR, LAST_YEAR = 1850, 2150
_LOGICAL = word_set("SANT FALSKT SAND FALSK SANN USANN WAHR FALSCH VERDADERO FALSO")
"""Truth values as spreadsheets of other languages write them, in capitals only."""
_THREE_NUMBERS = re.compile(r"\d\D+\d+\D+\d")
_DAY_FIRST, _MONTH_FIRST = Style(order="dmy"), Style(order="mdy")


def is_year(value: float) -> bool:
    return FIRST_YEAR <= value <= LAST_YEAR and value.is_integer()


def glance(value: Value) -> str:
    """The kind of one cell, as far as it can be told without its column."""
    if value is None:
        return EMPTY
    if isinstance(value, float):
        return YEAR if is_year(value) else NUMBER
    if isinstance(value, bool):
        return BOOL
    if isinstance(value, CellError):
        return ERROR
    if isinstance(value, str):
        return _text_kind(value)
    return DATE


def glances(values: Iterable[Value]) -> str:
    """The kinds of several cells, one letter each."""
    stop_if_asked()
    return "".join(map(glance, values))


@lru_cache(maxsize=65536)
def _text_kind(text: str) -> str:
    if iso_day(text) is not None:
        return DATE
    word = plain(text)
    if not word:
        return EMPTY
    if is_missing(word):
        return MISSING
    if len(word) > 48:
        return TEXT
    if not any("0" <= mark <= "9" for mark in word):
        return _wordy_kind(word)
    if (number := parse_number(word)) is not None and not number.measure:
        return YEAR if len(word.rstrip(NOTE_MARKS)) == 4 and is_year(number.value) else NUMBER
    if is_censored(word):
        return MISSING
    period = parse_period(word)
    if period is None and _THREE_NUMBERS.search(word) is not None:
        # Some day/month order may still make it a date.
        period = parse_period(word, _DAY_FIRST) or parse_period(word, _MONTH_FIRST)
    match period:
        case Stamp(grain=Grain.YEAR, end=None):
            return YEAR
        case Stamp():
            return DATE
        case Part():
            return PART
        case _:
            return ERROR if is_error(word) else TEXT


def _wordy_kind(word: str) -> str:
    folded = word.casefold()
    if folded.rstrip(".") in MONTHS:
        return PART
    if folded in ("true", "false") or word in _LOGICAL:
        return BOOL
    return ERROR if is_error(word) else TEXT
