"""Where a new year begins in a column of months or weeks: by rows that name it, or by counting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from desktop.importing.cells import Value
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.tables.preamble import years_in
from desktop.importing.values.periods import parse_period
from desktop.importing.values.stamps import Grain, Part, Stamp
from desktop.importing.values.whole_columns import distinct
from desktop.importing.values.words import is_total

Turns = tuple[tuple[int, int], ...]
"""Rows of the sheet, rising, and how many years after the first the periods from there on are."""

_IN_A_YEAR = {Grain.DAY: 12, Grain.MONTH: 12, Grain.WEEK: 52, Grain.QUARTER: 4}


def years_after(turns: Turns, row: int) -> int:
    """How many years after the first one the period in this row of the sheet is."""
    at = bisect_right(turns, (row, 1 << 30))
    return turns[at - 1][1] if at else 0


def year_of_row(value: Value) -> int | None:
    """The year that a cell among months names: ``2024``, ``Summa 2024``."""
    if isinstance(value, float):
        value = str(int(value)) if value.is_integer() else None
    if not isinstance(value, str):
        return None
    found = parse_period(value)
    if isinstance(found, Stamp):
        return found.start.year if found.grain is Grain.YEAR else None
    years = years_in(value)
    if len(years) != 1:
        return None
    (year,) = years
    words = value.replace(str(year), " ").strip()
    return year if is_total(words) else None


def named_turns(
    cells: Sequence[Value], rows: range, is_part: Callable[[Value], bool]
) -> tuple[int, Turns] | None:
    """The first year and the turns, where rows between the periods name the years.

    They stand over their periods (as in a pivot table) or, as sums, under them.  ``rows`` are all
    rows of the table, also those that hold nothing else.
    """
    known = {value: year_of_row(value) for value in distinct(cells[rows.start : rows.stop])}
    if not any(known.values()):
        return None
    years = [(row, year) for row in rows if (year := known[cells[row]]) is not None]
    parts = [row for row in rows if is_part(cells[row])]
    if not years or not parts:
        return None
    first = years[0][1]
    if years[0][0] < parts[0]:
        return first, tuple((row, year - first) for row, year in years)
    if years[-1][0] < parts[-1]:
        return None
    starts = [rows[0], *(row + 1 for row, _ in years[:-1])]
    return first, tuple(
        (start, year - first) for start, (_, year) in zip(starts, years, strict=True)
    )


def counted_turns(
    parts: Sequence[Part | None], rows: Sequence[int], others: Sequence[ColumnFacts]
) -> Turns:
    """The turns where the numbers run through the year more than once, old to new or new to old.

    None where they start over for each of several groups, of which ``others`` tell the names, or
    are in no order.  A single turn without a period that comes twice needs none.
    """
    held = [(place, part) for place, part in enumerate(parts) if part is not None]
    if len(held) < 2:
        return ()
    numbers = [(part.number, part.day) for _, part in held]
    steps = [b[0] - a[0] for a, b in pairwise(numbers)]
    half = _IN_A_YEAR.get(held[0][1].grain, 12) / 2
    for sign in (1, -1):
        turned = [at + 1 for at, step in enumerate(steps) if sign * step < 0]
        if not turned or any(abs(steps[at - 1]) <= half for at in turned):
            continue
        if any(sign * step > half for step in steps):
            continue
        if sign == 1 and len(turned) == 1 and numbers[-1][0] < numbers[0][0]:
            return ()  # one fiscal year, in which each number tells its year
        places = [held[at][0] for at in turned]
        if _are_groups(places, len(parts), others):
            return ()
        offsets = range(1, len(places) + 1) if sign == 1 else range(len(places) - 1, -1, -1)
        turns = [(rows[place], offset) for place, offset in zip(places, offsets, strict=True)]
        return tuple(turns) if sign == 1 else ((rows[0], len(places)), *turns)
    return ()


def _are_groups(places: Sequence[int], height: int, others: Sequence[ColumnFacts]) -> bool:
    """Whether some column of names changes wherever the numbers start over."""
    ends = [0, *places, height]
    for facts in others:
        if facts.form is not Form.TEXT and not facts.is_code:
            continue
        runs = [set(facts.values[a:b]) - {None} for a, b in pairwise(ends)]
        if all(run and not run & after for run, after in pairwise(runs)):
            return True
    return False
