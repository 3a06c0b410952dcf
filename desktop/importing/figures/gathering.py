"""Gathers the cells of a table period by period and makes one value of each."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import cast

from desktop.core.message import Message
from desktop.core.period import Cadence, Period
from desktop.core.stopping import stop_if_asked, watched
from desktop.importing.cells import Numbers, Sheet, Value
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.figures.rejects import Reject, Rejects
from desktop.importing.tables.axis_reading import read_axis, rows_by_period, year_in
from desktop.importing.tables.long_columns import value_text
from desktop.importing.tables.period_rows import Places, period_rows, places_without
from desktop.importing.tables.recognition import Column, Layout, Left, PeriodAxis, Table
from desktop.importing.values.number_columns import (
    added,
    read_numbers,
    taken_numbers,
    typed_numbers,
)
from desktop.importing.values.periods import Grain, Part, Stamp
from desktop.importing.values.sentinels import without
from desktop.importing.values.whole_columns import distinct, filled, taken

_TO_THURSDAY = timedelta(days=3)
_containing = lru_cache(maxsize=16384)(Period.containing)


@dataclass(frozen=True, slots=True)
class Extracted:
    """The value of one period.  ``through`` is the last day it covers when that is before the
    period's end; ``since`` the first when that is after its start."""

    value: float
    through: date | None
    since: date | None
    cell: str
    remark: Message | None = None  # what is odd about it although it can be taken


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a rule finds.  ``problem`` says why it finds nothing at all."""

    values: dict[Period, Extracted] = field(default_factory=dict)
    rejected: tuple[Reject, ...] = ()
    more_rejected: int = 0  # beyond those listed
    problem: Message | None = None


def _no_numbers() -> array[float]:
    return array("d")


@dataclass(slots=True)
class _Found:
    """The cells of one period so far: numbers or, for counting, texts, with their rows."""

    numbers: array[float] = field(default_factory=_no_numbers)
    texts: set[str] = field(default_factory=set)
    first: tuple[int, int] = (-1, -1)
    last: tuple[int, int] = (-1, -1)
    through: date | None = None


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
        self.cadence = cadence
        self.year_start = year_start
        self.found: dict[Period, _Found] = {}
        self.among = among
        self.rejects = Rejects(sheet)
        self.latest = date.min  # the last day of the last period that the table has
        self._periods: dict[Stamp, Period] = {}
        self._finest = axis.cadence.cadence

    def add(self, column: Column, sign: int = 1) -> None:
        """Gather a column; with the ``sign`` -1 it is taken from the others."""
        factor = column.scale * self.rule.factor * self.rule.sign * sign
        if self.table.layout is Layout.WIDE:
            self._add_wide(column, factor)
        else:
            self._add_long(column, factor)

    # Long tables.

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
        numbers = self._signed(numbers_of(values, column), rows)
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
        ends: dict[Period, int] = {}
        for stamp, places in watched(periods):
            if gaps:
                places = [place for place in places if cells[place] is not None]
                if not places:
                    continue
            period = self._periods.get(stamp) or self._period(stamp)
            slot = self.found.get(period) or self._slot(period, rows[places[0]], index)
            if factor is None:
                slot.numbers.append(float(len(places)))
            else:
                found = cast("Sequence[float]", taken_numbers(cast("Numbers", cells), places))
                slot.numbers.extend(found if factor == 1 else [n * factor for n in found])
            ends[period] = max(places[-1], ends.get(period, 0))
        for period, place in ends.items():
            self.found[period].last = (rows[place], index)

    def _signed(self, numbers: Numbers, rows: Sequence[int]) -> Numbers:
        """The numbers; the sign is turned in rows that hold any of the rule's ``minus``."""
        if not self.rule.minus:
            return numbers
        turned = _holding(self.table, self.sheet, rows, self.rule.minus)
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
                    self.found[self._periods[stamp]].texts.update(map(value_text, held))

    def _reject_undated(self, column: Column) -> None:
        period = self.axis.reading.column
        rows = [row for row, why in self.table.left_out.items() if why is Left.UNDATED]
        if self.rule.date:
            kept = kept_rows(self.table, self.sheet, self.rule)
            stamps = read_axis(self.axis.reading, self.sheet, kept)
            rows = [row for row, stamp in zip(kept, stamps, strict=True) if stamp is None]
        undated = _narrowed(self.table, self.sheet, self.rule, rows)
        values = taken(self.sheet.columns[column.index], undated)
        for row, value in watched(zip(undated, values, strict=True)):
            if value is not None:
                self.rejects.add_undated(row, column, period)

    # Wide tables.

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
            numbers = numbers_of(values, column)
            for (index, stamp), value, number in zip(cells, values, numbers, strict=True):
                if stamp is None:
                    continue
                if number is None:
                    if value is not None:
                        self.rejects.add_value(row, column, value, index)
                    continue
                period = self._periods.get(stamp) or self._period(stamp)
                slot = self.found.get(period) or self._slot(period, row, index)
                slot.numbers.append(number * factor)
                slot.last = (row, index)

    def _stamp(self, period: Stamp | Part, year: int | None) -> Stamp | None:
        if isinstance(period, Stamp):
            return Stamp(self.axis.cadence, period.start, period.end)
        return period.in_year(year) if year is not None else None

    # Periods and results.

    def _period(self, stamp: Stamp) -> Period:
        """The KPI's period of a stamp; a week counts where its Thursday does."""
        day = stamp.start
        if self.axis.cadence is Grain.WEEK:
            day = replace(stamp, grain=Grain.WEEK).first_day + _TO_THURSDAY
        period = _containing(self.cadence, day, self.year_start)
        self._periods[stamp] = period
        whole = _containing(self._finest, stamp.start, self.year_start).end
        self.latest = max(self.latest, min(stamp.end or whole, whole))
        return period

    def _slot(self, period: Period, row: int, column: int) -> _Found:
        slot = self.found[period] = _Found(first=(row, column))
        return slot

    def place(self, period: Period) -> tuple[int, int]:
        """Row and column of the last cell that was gathered for a period, by their indexes."""
        return self.found[period].last

    def result(self) -> Extraction:
        ordered = {}
        for period in sorted(self.found, key=lambda period: period.start):
            value = self._value(self.found[period])
            if value is not None:
                ordered[period] = self._extracted(period, self.found[period], value)
        return Extraction(ordered, tuple(self.rejects.listed), self.rejects.beyond)

    def _value(self, slot: _Found) -> float | None:
        """The value of a period, ``None`` when it is beyond what a number can hold."""
        match self.rule.add_up:
            case Gather.SUM | Gather.COUNT | Gather.RATIO:
                return added(slot.numbers)
            case Gather.DISTINCT:
                return float(len(slot.texts))
            case Gather.MEAN:
                total = added(slot.numbers)
                return None if total is None else total / len(slot.numbers)
            case Gather.LAST:
                return added(slot.numbers[-1:])

    def _extracted(self, period: Period, slot: _Found, value: float) -> Extracted:
        until, since = self.axis.covers_to or self.latest, self.axis.covers_from
        return Extracted(
            value,
            until if until in period and until < period.end else None,
            since if since is not None and since in period and since > period.start else None,
            self._cells(slot),
        )

    def _cells(self, slot: _Found) -> str:
        ends = sorted({slot.first, slot.last})
        text = ":".join(self.sheet.address(row, column) for row, column in ends)
        return f"{self.sheet.name}!{text}" if self.sheet.name else text


def kept_rows(table: Table, sheet: Sheet, rule: Rule) -> Sequence[int]:
    """The rows of a long table that count for a rule."""
    rows = table.data_rows()
    if rule.date:
        # Rows that lack the table's own date may well have this one.
        undated = [row for row, why in table.left_out.items() if why is Left.UNDATED]
        rows = sorted([*rows, *undated]) if undated else rows
    return _narrowed(table, sheet, rule, rows)


def _narrowed(table: Table, sheet: Sheet, rule: Rule, rows: Sequence[int]) -> Sequence[int]:
    """Those of the rows that the rule's filters let through."""
    for pair in rule.filters:
        held = _holding(table, sheet, rows, (pair,))
        rows = [row for row in rows if row in held]
    if rule.without:
        held = _holding(table, sheet, rows, rule.without)
        rows = [row for row in rows if row not in held]
    return _first_of_each(table, sheet, rows, rule.once) if rule.once else rows


def _first_of_each(table: Table, sheet: Sheet, rows: Sequence[int], name: str) -> Sequence[int]:
    """The first row of each text in a column; rows without one are all kept."""
    column = table.column(name)
    if column is None:
        return rows
    seen: set[str] = set()
    kept = []
    for row, value in zip(rows, taken(sheet.columns[column.index], rows), strict=True):
        text = value_text(value)
        if not text or text not in seen:
            kept.append(row)
            seen.add(text)
    return kept


def _holding(
    table: Table, sheet: Sheet, rows: Sequence[int], pairs: Iterable[tuple[str, str]]
) -> set[int]:
    """Those of the rows that hold any of these texts in its column."""
    wanted: dict[str, set[str]] = {}
    for name, text in pairs:
        wanted.setdefault(name, set()).add(text.strip().casefold())
    found: set[int] = set()
    for name, texts in wanted.items():
        column = table.column(name)
        if column is not None:
            values = taken(sheet.columns[column.index], rows)
            held = {value for value in distinct(values) if value_text(value).casefold() in texts}
            found.update(row for row, value in zip(rows, values, strict=True) if value in held)
    return found


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


def numbers_of(values: Sequence[Value], column: Column) -> Numbers:
    """Cells of a column as numbers, ``None`` where they hold none or stand for a missing one."""
    read = typed_numbers(values) if column.typed else read_numbers(values, column.decimal)
    return without(read, column.missing)
