"""Gathers the cells of a table period by period and makes one value of each."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Sequence
from datetime import date
from typing import cast

from desktop.core.period import Cadence, Period
from desktop.core.stopping import stop_if_asked, watched
from desktop.importing.cells import Numbers, Sheet, Value
from desktop.importing.figures.chosen_rows import kept_rows, narrowed, rows_holding
from desktop.importing.figures.extraction import Extraction
from desktop.importing.figures.gathered import Gathered, Slot
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.figures.rejects import Rejects
from desktop.importing.tables.axis_reading import year_in
from desktop.importing.tables.axis_rows import read_axis, rows_by_period
from desktop.importing.tables.long_columns import value_text
from desktop.importing.tables.period_rows import Places, period_rows, places_without
from desktop.importing.tables.recognition import Column, Layout, Left, PeriodAxis, Table
from desktop.importing.values.number_columns import taken_numbers
from desktop.importing.values.stamps import Part, Stamp
from desktop.importing.values.whole_columns import filled, taken


class Gatherer:
    """Collects the cells of each period, column by column.

    ``among`` are the only rows of a long table, or columns of a wide one, that are looked at.
    """

    def __init__(
        self,
        table: Table,
        sheet: Sheet,
        rule: Rule,
        axis: PeriodAxis,
        cadence: Cadence,
        year_start: int,
        *,
        among: Container[int] | None = None,
    ) -> None:
        self.table = table
        self.sheet = sheet
        self.rule = rule
        self.axis = axis
        self.among = among
        self.gathered = Gathered(sheet, axis, cadence, year_start)
        self.rejects = Rejects(sheet)

    def add_all(self) -> None:
        """Gather all columns of the rule: those that are added up, and those taken from them."""
        rule = self.rule
        for sign, names in ((1, (rule.column, *rule.more)), (-1, rule.less)):
            for column in filter(None, map(self.table.column, names)):
                self.add(column, sign)

    def add(self, column: Column, sign: int = 1) -> None:
        """Gather a column; with the ``sign`` -1 it is taken from the others."""
        factor = column.scale * self.rule.factor * self.rule.sign * sign
        if self.table.layout is Layout.WIDE:
            self._add_wide(column, factor)
        else:
            self._add_long(column, factor)

    def _add_long(self, column: Column, factor: float) -> None:
        rows = kept_rows(self.table, self.sheet, self.rule)
        if self.among is not None:
            rows = [row for row in rows if row in self.among]
        reading = self.axis.reading
        if self.rule.add_up is Gather.LAST:
            stamps = read_axis(reading, self.sheet, rows, column.year)
            rows, stamps = _in_order(rows, stamps)
            periods = period_rows(stamps)
        else:
            periods = rows_by_period(reading, self.sheet, rows, column.year)
        values = taken(self.sheet.columns[column.index], rows)
        if self.rule.add_up in (Gather.COUNT, Gather.DISTINCT):
            self._count(periods, rows, values, column.index)
            return
        numbers = self._signed(column.numbers(values), rows)
        gaps = not isinstance(numbers, array) and None in numbers
        self._take(periods, rows, numbers, column.index, factor, gaps=gaps)
        if gaps:
            self._reject_values(periods, rows, numbers, values, column)
        self._reject_undated(column)

    def _reject_values(
        self,
        periods: Sequence[tuple[Stamp, Places]],
        rows: Sequence[int],
        numbers: Numbers,
        values: Sequence[Value],
        column: Column,
    ) -> None:
        """Note the cells with a period that hold something else than a number."""
        odd = [
            place
            for place, (number, value) in enumerate(watched(zip(numbers, values, strict=True)))
            if number is None and value is not None
        ]
        dated = set(odd).difference(places_without(periods, len(rows))) if odd else ()
        for place in sorted(dated):
            self.rejects.add_value(rows[place], column, values[place])

    def _take(
        self,
        periods: Iterable[tuple[Stamp, Places]],
        rows: Sequence[int],
        cells: Sequence[object],
        index: int,
        factor: float | None,
        *,
        gaps: bool,
    ) -> None:
        """Add the numbers of each period, times the factor, to those that other columns brought;
        without a factor, how many cells are filled."""
        ends: dict[Slot, int] = {}
        for stamp, places in watched(periods):
            if gaps:
                places = [place for place in places if cells[place] is not None]
                if not places:
                    continue
            slot = self.gathered.slot(stamp, rows[places[0]], index)
            if factor is None:
                slot.numbers.append(float(len(places)))
            else:
                found = cast("Sequence[float]", taken_numbers(cast("Numbers", cells), places))
                slot.numbers.extend(found if factor == 1 else [n * factor for n in found])
            ends[slot] = max(places[-1], ends.get(slot, 0))
        for slot, place in ends.items():
            slot.last = (rows[place], index)

    def _signed(self, numbers: Numbers, rows: Sequence[int]) -> Numbers:
        """The numbers; the sign is turned in rows that hold any of the rule's ``minus``."""
        if not self.rule.minus:
            return numbers
        turned = rows_holding(self.table, self.sheet, rows, self.rule.minus)
        return [
            -number if number is not None and row in turned else number
            for number, row in zip(numbers, rows, strict=True)
        ]

    def _count(
        self,
        periods: Iterable[tuple[Stamp, Places]],
        rows: Sequence[int],
        values: Sequence[Value],
        index: int,
    ) -> None:
        gaps = filled(values) < len(values)
        if gaps or self.rule.add_up is Gather.DISTINCT:
            values = list(values)
        self._take(periods, rows, values, index, None, gaps=gaps)
        if self.rule.add_up is Gather.DISTINCT:
            for stamp, places in periods:
                held = set(map(values.__getitem__, places)) - {None}
                if held:
                    slot = self.gathered.slot(stamp, rows[places[0]], index)
                    slot.texts.update(map(value_text, held))

    def _reject_undated(self, column: Column) -> None:
        period = self.axis.reading.column
        undated: Sequence[int]
        if self.rule.date:
            kept = kept_rows(self.table, self.sheet, self.rule)
            stamps = read_axis(self.axis.reading, self.sheet, kept)
            undated = [row for row, stamp in zip(kept, stamps, strict=True) if stamp is None]
        else:
            left = self.table.rows_left(Left.UNDATED)
            undated = narrowed(self.table, self.sheet, self.rule, left)
        values = taken(self.sheet.columns[column.index], undated)
        for row, value in watched(zip(undated, values, strict=True)):
            if value is not None:
                self.rejects.add_undated(row, column, period)

    def _add_wide(self, column: Column, factor: float) -> None:
        year_column = self.axis.reading.year_column
        for row in column.rows:
            stop_if_asked()
            year = None
            if year_column is not None:
                year = year_in(self.sheet.columns[year_column][row])
            cells = [
                (index, self._stamp(period, year))
                for index, period in self.table.header
                if (not column.only or index in column.only)
                and (self.among is None or index in self.among)
            ]
            if self.rule.add_up is Gather.LAST:
                cells.sort(key=lambda cell: _start(cell[1]))
            values = [self.sheet.columns[index][row] for index, _ in cells]
            numbers = column.numbers(values)
            for (index, stamp), value, number in zip(cells, values, numbers, strict=True):
                if stamp is None:
                    continue
                if number is None:
                    if value is not None:
                        self.rejects.add_value(row, column, value, index)
                    continue
                slot = self.gathered.slot(stamp, row, index)
                slot.numbers.append(number * factor)
                slot.last = (row, index)

    def _stamp(self, period: Stamp | Part, year: int | None) -> Stamp | None:
        if isinstance(period, Stamp):
            return Stamp(self.axis.cadence, period.start, period.end)
        return period.in_year(year) if year is not None else None

    def place(self, period: Period) -> tuple[int, int]:
        """Row and column of the last cell that was gathered for a period, by their indexes."""
        return self.gathered.slots[period].last

    def result(self) -> Extraction:
        values = self.gathered.values(self.rule.add_up)
        return Extraction(values, tuple(self.rejects.listed), self.rejects.beyond)


def _in_order(
    rows: Sequence[int], stamps: list[Stamp | None]
) -> tuple[Sequence[int], list[Stamp | None]]:
    """Rows from old to new, so that the last value of a period is its newest."""
    ends = [stamp for stamp in stamps if stamp is not None]
    if not ends:
        return rows, stamps
    if ends[0].start > ends[-1].start:
        rows, stamps = rows[::-1], stamps[::-1]
    order = sorted(range(len(rows)), key=lambda at: _start(stamps[at]))
    return [rows[at] for at in order], [stamps[at] for at in order]


def _start(stamp: Stamp | None) -> date:
    return date.min if stamp is None else stamp.start
