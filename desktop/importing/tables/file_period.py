"""The one period of a whole table, where its rows and columns have none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from desktop.core.message import Message, msg
from desktop.importing.cells import Value
from desktop.importing.tables.asking import Asking
from desktop.importing.tables.axis import Candidate
from desktop.importing.tables.axis_reading import AxisReading, Source
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.tables.preamble import Facts, month_in
from desktop.importing.values.periods import parse_period
from desktop.importing.values.stamps import (
    Grain,
    Part,
    Stamp,
    fills_calendar_period,
    range_stamp,
    stamp_of,
)
from desktop.importing.values.words import word_set, words_of

_MOST_WORDS = 4
_NAMED_GRAINS = (Grain.WEEK, Grain.MONTH, Grain.QUARTER)
_AS_OF = re.compile(r"\b(?:per|pr\.?|pr|as of|as at)(?: den)? ([\w./-]+(?: \w+ \d{4})?)", re.I)
_STARTS = word_set("start starts startar starter från fra from von beginn desde inicio")
_ENDS = word_set("end ends slut slutar slutter till til to bis ende hasta fin")


def period_of_table(
    facts: Sequence[ColumnFacts], around: Facts
) -> tuple[Stamp | None, Message | None]:
    """The period that the corner cell or the lines above a table state, with the reason."""
    corner = facts[0] if facts else None
    if corner is not None and corner.form is Form.TEXT:
        found = parse_period(corner.name)
        if isinstance(found, Stamp):
            return found, msg(
                "“{text}” over the labels is the period of the table.", text=corner.name
            )
    if around.first and around.last:
        span = range_stamp(around.first, around.last)
        if fills_calendar_period(span):
            return span, msg(
                "All figures belong to the period above the table, {first} to {last}.",
                first=around.first,
                last=around.last,
            )
        return None, None
    if around.month is not None:
        return Stamp(Grain.MONTH, around.month), msg(
            "All figures belong to the month that the title names."
        )
    return None, None


def period_named(
    sheet_name: str, around: Facts, asking: Asking
) -> tuple[Stamp | None, Message | None]:
    """The one period that a title or the sheet's name speaks of; asks for the year that the name
    of a sheet lacks: ``Jan``, ``Feb``."""
    found = {stamp for text in (*around.lines, sheet_name) for stamp in _stamps_in(text)}
    if len(found) == 1:
        return found.pop(), msg("All figures belong to the period that the title names.")
    days = {day for line in around.lines for day in _days_stated(line)}
    if not found and len(days) == 1:
        day = days.pop()
        return Stamp(Grain.DAY, day), msg(
            "All figures are as of {day}, as the title says.", day=day
        )
    part = parse_period(sheet_name)
    if not isinstance(part, Part) or part.grain is Grain.DAY:
        return None, None
    named = around.year_for([part.number])
    year = named.year if named is not None else asking.year((sheet_name,), around.years)
    stamp = None if year is None else part.in_year(year)
    return stamp, msg("All figures belong to the period that the name of the sheet says.")


def _days_stated(text: str) -> Iterator[date]:
    """The days behind "per" in a text: ``Lager per 2026-06-30``."""
    for match in _AS_OF.finditer(text):
        stamp = parse_period(match[1])
        if isinstance(stamp, Stamp) and stamp.grain is Grain.DAY:
            yield stamp.start


def _stamps_in(text: str) -> Iterator[Stamp]:
    """The weeks, months and quarters that words of a text name with their year."""
    words = text.split()
    for first in range(len(words)):
        for last in range(first + 1, min(first + _MOST_WORDS, len(words)) + 1):
            stamp = parse_period(" ".join(words[first:last]))
            if isinstance(stamp, Stamp) and stamp.grain in _NAMED_GRAINS and not stamp.end:
                yield stamp


def range_of_rows(
    facts: Sequence[ColumnFacts], axis: Candidate | None
) -> tuple[Stamp | None, Message] | None:
    """The one range that every row covers, where two columns only repeat its ends, as in exports
    that are not broken down by time.  ``axis`` is the column that seemed to tell the periods."""
    if axis is None or axis.reading.source is not Source.DATES:
        return None
    days = []
    for words in (_STARTS, _ENDS):
        ends = [f for f in facts if f.form is Form.DATE and words.intersection(words_of(f.name))]
        values = ends[0].distinct - {None} if len(ends) == 1 else set()
        if len(values) != 1:
            return None
        days.append(_day(values.pop(), axis.reading))
    if len(axis.facts.distinct - {None}) > 1:
        return None
    first, last = days
    if first is None or last is None or first >= last:
        return None
    span = range_stamp(first, last)
    if fills_calendar_period(span):
        return span, msg("Every row covers {first} to {last}.", first=first, last=last)
    return None, msg(
        "Every row covers {first} to {last} as a whole, so the figures belong to no single period.",
        first=first,
        last=last,
    )


def _day(value: Value, reading: AxisReading) -> date | None:
    if isinstance(value, str):
        found = parse_period(value, reading.style)
        return found.start if isinstance(found, Stamp) else None
    return stamp_of(value).start if isinstance(value, date) else None


def likely_period(file_name: str) -> Stamp | None:
    """The period that a file's name speaks of; only a suggestion."""
    month = month_in((file_name,))
    if month is not None:
        return Stamp(Grain.MONTH, month)
    for word in re.split(r"[\s_()]+", file_name.rsplit(".", 1)[0]):
        found = parse_period(word)
        if isinstance(found, Stamp):
            return found
    return None
