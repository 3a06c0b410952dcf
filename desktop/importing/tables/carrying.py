"""Dates written once for a group of rows: whether they hold for the rows below them as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from desktop.importing.cells import Value
from desktop.importing.tables.axis_reading import AxisReading, Source
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.tables.totals import TotalFinder


def with_carried(
    reading: AxisReading, facts: Sequence[ColumnFacts], totals: TotalFinder
) -> AxisReading:
    """The reading, carried down where the period or its year stands at the start of groups only."""
    if reading.source in (Source.FILE, Source.HEADER):
        return reading
    columns = {reading.column, reading.year_column, reading.month_column}
    written = [f.values for f in facts if f.index in columns]
    others = [f for f in facts if f.index not in columns]
    carried = any(_starts_groups(values, others, totals) for values in written)
    return replace(reading, carried=True) if carried else reading


def _starts_groups(
    values: Sequence[Value], others: Sequence[ColumnFacts], totals: TotalFinder
) -> bool:
    """Whether the cells are filled at the start of groups and nowhere else.

    Where dates are written on every row, neighbours often have the same one, and few are missing;
    an identity that runs on over the rows without a date proves the group all the same.
    """
    if len(values) < 3 or values[0] is None or None not in values:
        return False
    measured = [f.values for f in others if f.form is Form.NUMBER and not f.is_code]
    empty = [
        place
        for place, value in enumerate(values)
        if value is None
        and any(numbers[place] is not None for numbers in measured)
        and not totals.has_total_word(place)
        and not totals.is_unlabelled(place)
    ]
    if not empty:
        return False
    if _is_one_identity(empty, values, others):
        return True
    starts = [
        place
        for place, value in enumerate(values)
        if value is not None and not totals.has_total_word(place)
    ]
    twins = sum(values[place] == values[place - 1] for place in starts if place)
    groups = sum(after - before > 1 for before, after in pairwise(starts))
    groups += starts[-1] < len(values) - 1
    return not twins and 2 * groups >= len(starts)


def _is_one_identity(
    empty: Sequence[int], values: Sequence[Value], others: Sequence[ColumnFacts]
) -> bool:
    """Whether some column names what each row belongs to, the same as in the row above."""
    starts = [place for place, value in enumerate(values) if value is not None]
    for facts in others:
        names = facts.values
        telling = facts.form is Form.TEXT or facts.is_code
        if not telling or any(names[p] is None or names[p] != names[p - 1] for p in empty):
            continue
        if len({names[place] for place in starts}) == len(starts) > 1:
            return True
    return False
