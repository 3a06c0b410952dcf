"""The period of each row of a sheet, by the recipe of its axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.core.stopping import watched
from desktop.importing.cells import LongColumn, Sheet, Value
from desktop.importing.tables.axis_reading import (
    READERS,
    AxisReading,
    Source,
    day_in,
    part_in,
    without_time,
    year_in,
)
from desktop.importing.tables.period_rows import Places, period_rows, rows_of_runs
from desktop.importing.tables.year_turns import years_after
from desktop.importing.values.stamps import Stamp
from desktop.importing.values.whole_columns import distinct, taken


def read_axis(
    reading: AxisReading, sheet: Sheet, rows: Sequence[int], year: int | None = None
) -> list[Stamp | None]:
    """The period of each of these rows; ``year`` stands in for the recipe's own.

    Rows of one period share one object.
    """
    if not isinstance(rows, range):
        return _read_axis(reading, sheet, rows, year)
    key = (reading, rows, year)
    if key not in sheet.made:
        sheet.made[key] = _read_axis(reading, sheet, rows, year)
    stamps: list[Stamp | None] = sheet.made[key]
    return stamps


def _read_axis(
    reading: AxisReading, sheet: Sheet, rows: Sequence[int], year: int | None
) -> list[Stamp | None]:
    if reading.source in (Source.FILE, Source.HEADER) or reading.column is None:
        return [reading.span] * len(rows)
    cells = _cells(reading, sheet, reading.column)
    if reading.source is Source.PARTS:
        return _read_parts(reading, cells, sheet, rows, year)
    values = taken(cells, rows)
    return list(map(_stamps_of(reading, values).__getitem__, values))


def _stamps_of(reading: AxisReading, values: Sequence[Value]) -> dict[Value, Stamp | None]:
    """The period of each different cell."""
    read = READERS[reading.source](reading)
    days: dict[Value, Stamp | None] = {}
    known: dict[Value, Stamp | None] = {}
    once: dict[Stamp | None, Stamp | None] = {}
    for value in watched(distinct(values)):
        day = without_time(value)
        if day not in days:
            stamp = read(day)
            days[day] = once.setdefault(stamp, stamp)
        known[value] = days[day]
    return known


def rows_by_period(
    reading: AxisReading, sheet: Sheet, rows: Sequence[int], year: int | None = None
) -> list[tuple[Stamp, Places]]:
    """Each period of these rows with the places at which it stands among them."""
    if not isinstance(rows, range):
        return period_rows(read_axis(reading, sheet, rows, year))
    key = (period_rows, reading, rows, year)
    if key not in sheet.made:
        sheet.made[key] = _rows_of_runs(reading, sheet, rows) or period_rows(
            read_axis(reading, sheet, rows, year)
        )
    found: list[tuple[Stamp, Places]] = sheet.made[key]
    return found


def _rows_of_runs(
    reading: AxisReading, sheet: Sheet, rows: range
) -> list[tuple[Stamp, Places]] | None:
    """The same without a look at every row, where most say what the one above says."""
    if reading.column is None or reading.carried or reading.source not in READERS:
        return None
    values = taken(sheet.columns[reading.column], rows)
    runs = values.runs() if isinstance(values, LongColumn) else None
    if runs is None:
        return None
    known = _stamps_of(reading, values)
    return rows_of_runs((known[value], length) for value, length in runs)


def distinct_stamps(stamps: Iterable[Stamp | None]) -> list[Stamp]:
    """Each period that :func:`read_axis` gave, once."""
    once = {id(stamp): stamp for stamp in stamps}
    return [stamp for stamp in once.values() if stamp is not None]


def _cells(reading: AxisReading, sheet: Sheet, column: int) -> Sequence[Value]:
    if not reading.carried:
        return sheet.columns[column]
    cells: list[Value] = []
    last: Value = None
    for value in sheet.columns[column]:
        last = last if value is None else value
        cells.append(last)
    return cells


def _read_parts(
    reading: AxisReading,
    cells: Sequence[Value],
    sheet: Sheet,
    rows: Sequence[int],
    year: int | None,
) -> list[Stamp | None]:
    years, months = (
        None if column is None else _cells(reading, sheet, column)
        for column in (reading.year_column, reading.month_column)
    )
    known: dict[tuple[Value, Value, Value, int], Stamp | None] = {}
    once: dict[Stamp | None, Stamp | None] = {}
    found: list[Stamp | None] = []
    for row in watched(rows):
        key = (
            cells[row],
            years[row] if years is not None else None,
            months[row] if months is not None else None,
            years_after(reading.turns, row) if reading.turns else 0,
        )
        if key not in known:
            part = part_in(key[0], reading) if months is None else day_in(key[2], key[0])
            first = year_in(key[1]) if years is not None else year or reading.year
            stamp = None
            if part and first:
                stamp = part.in_year(first + key[3] + (part.number < reading.start_number))
            known[key] = once.setdefault(stamp, stamp)
        found.append(known[key])
    return found
