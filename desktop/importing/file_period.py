"""The one period of a whole table, where its rows and columns have none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.core.message import Message, msg
from desktop.importing.column_facts import ColumnFacts, Form
from desktop.importing.periods import (
    Grain,
    Stamp,
    fills_calendar_period,
    parse_period,
    range_stamp,
)
from desktop.importing.preamble import Facts, month_in

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


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
