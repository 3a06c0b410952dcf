"""Which rows of a long table do not count, and why."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.stopping import watched
from desktop.importing.tables.axis_reading import AxisReading, Source
from desktop.importing.tables.column_facts import ColumnFacts
from desktop.importing.tables.period_rows import Places, places_without
from desktop.importing.tables.recognition import Left
from desktop.importing.tables.regions import Odd, Region
from desktop.importing.tables.totals import TotalFinder
from desktop.importing.tables.year_turns import year_of_row
from desktop.importing.values.periods import parse_period
from desktop.importing.values.stamps import Grain, Stamp

_MANY = 20_000  # rows among which totals are not looked for

LEFT_OF_ODD = {
    Odd.REPEAT: Left.REPEAT,
    Odd.HEADING: Left.HEADING,
    Odd.NOTE: Left.NOTE,
    Odd.SHIFTED: Left.SHIFTED,
    Odd.BLANK: Left.NOTE,
}


def left_rows(
    region: Region,
    rows: Sequence[int],
    facts: Sequence[ColumnFacts],
    reading: AxisReading | None,
    totals: TotalFinder,
    periods: Sequence[tuple[Stamp, Places]],
) -> dict[int, Left]:
    """The rows that do not count, by their place among the data rows: totals, rows without a date.

    ``periods`` are those of the rows, each with its places.
    """
    height = len(rows)
    dated = reading is not None and (reading.source is not Source.NTH or not reading.is_open)
    left = _judged(totals, places_without(periods, height) if dated else None, height)
    if reading is not None:
        axis = next(f for f in facts if f.index == reading.column)
        if reading.carried:
            left.update(_carried_totals(totals, axis, left, height))
        if reading.source is Source.DATES:
            left.update(_coarser(periods, reading.grain))
        if reading.source in (Source.DATES, Source.PARTS):
            left.update(_coarser_parts(axis, reading, left))
    left.update(_authors_totals(region, rows))
    return left


def _judged(totals: TotalFinder, no_period: Sequence[int] | None, height: int) -> dict[int, Left]:
    """The rows that do not count, by position.  ``no_period`` are those that no period is known
    of; while that is ``None`` only totals are left out."""
    left: dict[int, Left] = {}
    if no_period is not None:
        for position in watched(no_period):
            is_sum = totals.has_total_word(position)
            left[position] = Left.TOTAL if is_sum else Left.UNDATED
        undated = [p for p, why in left.items() if why is Left.UNDATED][:200]
        dated = [i for i in range(height) if i not in left] if undated else []
        for position in undated:
            if totals.is_unlabelled(position) and totals.adds_up(position, dated):
                left[position] = Left.TOTAL
    elif height <= _MANY:
        named = [i for i in watched(range(height)) if totals.has_total_word(i)]
        left = {i: Left.TOTAL for i in named if totals.is_total(i, named)}
        others = [i for i in range(height) if i not in left]
        for position in (others[0], others[-1]) if len(others) > 2 else ():
            if totals.is_unlabelled(position) and totals.adds_up(position, others):
                left[position] = Left.TOTAL
    if 1 < height <= _MANY:
        ends = [end for end in (0, height - 1) if end not in left]
        left.update({i: Left.TOTAL for i in ends if totals.is_total_of_named(i)})
    for position in totals.total_categories():
        left.setdefault(position, Left.TOTAL)
    return left if len(left) < height else {}


def _carried_totals(
    totals: TotalFinder, axis: ColumnFacts, left: dict[int, Left], height: int
) -> dict[int, Left]:
    """Totals among the rows whose date was only carried down to them."""
    others = [i for i in range(height) if i not in left]
    return {
        i: Left.TOTAL
        for i in [i for i in others if axis.values[i] is None]
        if totals.has_total_word(i) or (totals.is_unlabelled(i) and totals.adds_up(i, others))
    }


def _coarser(periods: Sequence[tuple[Stamp, Places]], grain: Grain) -> dict[int, Left]:
    """Rows of quarters or years between those of months: they add up what stands beside them."""
    finest = grain.cadence.fineness
    return {
        place: Left.TOTAL
        for stamp, places in periods
        if stamp.end is None and stamp.grain.cadence.fineness > finest
        for place in places
    }


def _coarser_parts(
    axis: ColumnFacts, reading: AxisReading, left: dict[int, Left]
) -> dict[int, Left]:
    """Rows of quarters without a year, and of years, between those of months."""
    found = {}
    for position in [p for p, why in left.items() if why is Left.UNDATED]:
        value = axis.values[position]
        part = parse_period(value) if isinstance(value, str) else None
        is_coarser = part is not None and (
            part.grain.cadence.fineness > reading.grain.cadence.fineness
        )
        if is_coarser or (reading.turns and year_of_row(value) is not None):
            found[position] = Left.TOTAL
    return found


def _authors_totals(region: Region, rows: Sequence[int]) -> dict[int, Left]:
    """The total rows of a table that the author of the workbook defined, by position."""
    if not region.sheet.tables:
        return {}
    numbers = {row: position for position, row in enumerate(rows)}
    found = {}
    for table in region.sheet.tables:
        for back in range(table.total_rows):
            row = region.sheet.row_index(table.area.last_row - back)
            if row in numbers:
                found[numbers[row]] = Left.TOTAL
    return found if len(found) < len(rows) else {}
