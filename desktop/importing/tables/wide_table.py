"""Tables in which each column is a period and each row a measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.core.message import Message, msg
from desktop.importing.cells import Sheet, Value
from desktop.importing.tables.axis_reading import AxisReading, Source, year_in
from desktop.importing.tables.column_facts import ColumnFacts
from desktop.importing.tables.preamble import Facts
from desktop.importing.tables.recognition import Column, Left, PeriodAxis
from desktop.importing.tables.regions import Odd, Region
from desktop.importing.tables.units import UnitFinder
from desktop.importing.tables.wide_entries import Entries
from desktop.importing.tables.wide_header import WideHeader
from desktop.importing.values.kinds import EMPTY, glance
from desktop.importing.values.marks import plain
from desktop.importing.values.numbers import DecimalEvidence
from desktop.importing.values.stamps import Part, Stamp


@dataclass(slots=True)
class WideParts:
    """What was found in the rows of a wide table."""

    period: PeriodAxis
    columns: list[Column]
    rows: Sequence[int]
    left_out: dict[int, Left]
    header: tuple[tuple[int, Stamp | Part], ...]
    reasons: list[Message]


def read_wide(
    region: Region,
    facts: Sequence[ColumnFacts],
    header: WideHeader,
    year_column: ColumnFacts | None,
    around: Facts,
    units: UnitFinder,
    decimal: str,
    missing: float | None,
) -> WideParts:
    """The axis and the labelled rows of a wide table; ``missing`` is a number for "no value"."""
    rows = region.rows()
    entries = Entries(region, facts, header, year_column, around.title, units, decimal, missing)
    columns = entries.columns(rows)
    totals = {row for column in columns if column.total for row in column.rows}
    left = dict.fromkeys(totals, Left.TOTAL)
    left.update({row: Left.NOTE for row, odd in region.odd.items() if odd is not Odd.BLANK})
    counted = [row for row in rows if row not in totals] or rows
    reasons = []
    if totals:
        reasons.append(msg("Rows that add up others are left out: {count}.", count=len(totals)))
    period = _axis(region.sheet, rows, header, year_column)
    return WideParts(period, columns, counted, left, header.cells, reasons)


def _axis(
    sheet: Sheet, rows: Sequence[int], header: WideHeader, year_column: ColumnFacts | None
) -> PeriodAxis:
    reading = AxisReading(
        Source.HEADER, header.grain, year_column=year_column.index if year_column else None
    )
    stamps = set(_held(sheet, rows, header, year_column))
    days = {replace(stamp, grain=header.grain).first_day for stamp in stamps}
    return PeriodAxis(
        year_column.name if year_column else None,
        header.grain,
        min(days, default=None),
        max(days, default=None),
        reading,
        fiscal=all(stamp.start.month != 1 for stamp in stamps),
    )


def _held(
    sheet: Sheet, rows: Sequence[int], header: WideHeader, year_column: ColumnFacts | None
) -> Iterator[Stamp]:
    """The periods in which any row says something, if only that the value is missing."""
    if year_column is None:
        for column, period in header.cells:
            cells = sheet.columns[column]
            if isinstance(period, Stamp) and any(_says(cells[row]) for row in rows):
                yield period
        return
    for row in rows:
        year = year_in(sheet.columns[year_column.index][row])
        for column, period in header.cells if year else ():
            if _says(sheet.columns[column][row]):
                stamp = period.in_year(year or 0) if isinstance(period, Part) else period
                if stamp is not None:
                    yield stamp


def _says(value: Value) -> bool:
    return value is not None and glance(value) != EMPTY


def decimal_of_header(facts: Sequence[ColumnFacts], header: WideHeader) -> tuple[str, list[str]]:
    """The decimal sign that the period columns agree on, and texts that leave it open."""
    columns = {column for column, _ in header.cells}
    together = sum((f.evidence for f in facts if f.index in columns), DecimalEvidence())
    examples = [plain(text) for text in (*together.open_point, *together.open_comma)]
    return together.sign or "", examples
