"""Tables in which each column is a period and each row a measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum

from desktop.core.message import Message, msg
from desktop.importing.axis_reading import AxisReading, Source, year_in
from desktop.importing.cells import Sheet, Value
from desktop.importing.column_facts import ColumnFacts, Form, look_at_column
from desktop.importing.header_names import header_text
from desktop.importing.kinds import EMPTY, glance
from desktop.importing.marks import plain
from desktop.importing.number_columns import number_in
from desktop.importing.numbers import DecimalEvidence
from desktop.importing.periods import Part, Stamp
from desktop.importing.preamble import Facts
from desktop.importing.recognition import Column, Left, PeriodAxis, Role
from desktop.importing.regions import Odd, Region
from desktop.importing.units import Measure, UnitFinder, guess_add_up
from desktop.importing.wide_header import WideHeader
from desktop.importing.words import is_total

_NAMESAKE = re.compile(r" \(\d+\)$")


@dataclass(slots=True)
class WideParts:
    """What was found in the rows of a wide table."""

    period: PeriodAxis
    columns: list[Column]
    rows: list[int]
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
) -> WideParts:
    """The axis and the labelled rows of a wide table."""
    rows = region.rows()
    labels = _label_columns(facts, header, year_column)
    names = _names(region.sheet, rows, labels, around.title, year_column, header)
    groups: dict[str, list[int]] = {}
    for row, name in zip(rows, names, strict=True):
        groups.setdefault(name, []).append(row)
    columns = [
        _entry(region.sheet, name, members, header, units, decimal, around.title)
        for name, members in groups.items()
    ]
    columns = _without_copies(columns, region.sheet, header)
    totals = {row for column in columns if column.total for row in column.rows}
    left = dict.fromkeys(totals, Left.TOTAL)
    left.update({row: Left.NOTE for row, odd in region.odd.items() if odd is not Odd.BLANK})
    counted = [row for row in rows if row not in totals] or rows
    reasons = []
    if totals:
        reasons.append(msg("Rows that add up others are left out: {count}.", count=len(totals)))
    period = _axis(region.sheet, rows, header, year_column)
    return WideParts(period, columns, counted, left, header.cells, reasons)


def _label_columns(
    facts: Sequence[ColumnFacts], header: WideHeader, year_column: ColumnFacts | None
) -> list[ColumnFacts]:
    """The columns that say what a row is about: texts before the periods, codes if none."""
    first = header.cells[0][0]
    before = [f for f in facts if f.index < first and f is not year_column]
    texts = [f for f in before if f.form in (Form.TEXT, Form.PART, Form.BOOLEAN)]
    if texts:
        return texts
    after = [f for f in facts if f.index > first and f.form is Form.TEXT]
    return [f for f in before if f.form is Form.NUMBER] or after[:1]


def _names(
    sheet: Sheet,
    rows: Sequence[int],
    labels: Sequence[ColumnFacts],
    title: str,
    year_column: ColumnFacts | None,
    header: WideHeader,
) -> list[str]:
    """What each row is called; unique but for rows that differ only in their year."""
    known: set[tuple[str, int | None]] = set()
    carried = [""] * len(labels)
    names = []
    for row in rows:
        texts = [header_text(sheet.columns[f.index][row]) for f in labels]
        if texts and texts[-1]:
            texts = [text or before for text, before in zip(texts, carried, strict=True)]
            carried = texts
        name = " – ".join(dict.fromkeys(text for text in texts if text)) or title
        if not name:
            name = str(sheet.row_numbers[row]) if year_column is None else _whole(header)
        year = year_in(sheet.columns[year_column.index][row]) if year_column else None
        candidate, number = name, 2
        while (candidate, year) in known:
            candidate = f"{name} ({number})"
            number += 1
        known.add((candidate, year))
        names.append(candidate)
    return names


def _whole(header: WideHeader) -> str:
    return header.grain.value.capitalize()


def _entry(
    sheet: Sheet,
    name: str,
    rows: Sequence[int],
    header: WideHeader,
    units: UnitFinder,
    decimal: str,
    title: str,
) -> Column:
    cells = [(row, column) for row in rows for column, _ in header.cells]
    values = [sheet.columns[column][row] for row, column in cells]
    row_format = sheet.format(rows[0], header.cells[0][0])
    facts = look_at_column(rows[0], name, values, row_format)
    measure = _measure(facts, units)
    numbers = [n * measure.scale for v in values if (n := number_in(v, decimal or ".")) is not None]
    total = is_total(name)
    return Column(
        name=name,
        role=Role.IGNORED if total or not numbers else Role.VALUE,
        type="number" if numbers else "empty",
        unit=measure.unit,
        count=len(numbers),
        sum=fsum(numbers) if numbers and decimal else None,
        first=numbers[0] if numbers else None,
        last=numbers[-1] if numbers else None,
        index=rows[0],
        rows=tuple(rows),
        decimal=decimal or ".",
        scale=measure.scale,
        total=total,
        add_up=guess_add_up(name, measure.unit, title),
    )


def _without_copies(columns: Sequence[Column], sheet: Sheet, header: WideHeader) -> list[Column]:
    """Namesakes that repeat rows of another word for word are not offered."""
    if not any(_NAMESAKE.search(column.name) for column in columns):
        return list(columns)
    known: set[tuple[str, tuple[Value, ...]]] = set()
    kept = []
    for column in columns:
        name = _NAMESAKE.sub("", column.name)
        rows = {(name, tuple(sheet.columns[c][r] for c, _ in header.cells)) for r in column.rows}
        if name != column.name and rows <= known:
            column = replace(column, role=Role.IGNORED)
        known |= rows
        kept.append(column)
    return kept


def _measure(facts: ColumnFacts, units: UnitFinder) -> Measure:
    if facts.form is not Form.NUMBER:
        return Measure()
    found = units.measure(facts)
    if found.unit is None and units.line_unit is not None:
        return Measure(units.line_unit)
    return found


def _axis(
    sheet: Sheet, rows: Sequence[int], header: WideHeader, year_column: ColumnFacts | None
) -> PeriodAxis:
    reading = AxisReading(
        Source.HEADER, header.grain, year_column=year_column.index if year_column else None
    )
    name = year_column.name if year_column else None
    found: list[Stamp] = []
    if year_column is not None:
        years = [year_in(sheet.columns[year_column.index][row]) for row in rows]
        for row, year in zip(rows, years, strict=True):
            if year is not None:
                found.extend(_held(sheet, row, header, year))
    else:
        for column, period in header.cells:
            cells = sheet.columns[column]
            if isinstance(period, Stamp) and any(_says(cells[row]) for row in rows):
                found.append(period)
    days = [Stamp(header.grain, stamp.start).first_day for stamp in found]
    return PeriodAxis(name, header.grain, min(days, default=None), max(days, default=None), reading)


def _held(sheet: Sheet, row: int, header: WideHeader, year: int) -> list[Stamp]:
    """The periods of one row in which it says anything, a missing mark included."""
    stamps = []
    for column, period in header.cells:
        if _says(sheet.columns[column][row]):
            stamp = period.in_year(year) if isinstance(period, Part) else period
            if stamp is not None:
                stamps.append(stamp)
    return stamps


def _says(value: Value) -> bool:
    return value is not None and glance(value) != EMPTY


def decimal_of_header(facts: Sequence[ColumnFacts], header: WideHeader) -> tuple[str, list[str]]:
    """The decimal sign that the period columns agree on, and texts that leave it open."""
    columns = {column for column, _ in header.cells}
    together = sum((f.evidence for f in facts if f.index in columns), DecimalEvidence())
    examples = [plain(text) for text in (*together.open_point, *together.open_comma)]
    return together.sign or "", examples
