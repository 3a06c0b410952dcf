"""Gathers the cells of a table period by period and makes one value of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from desktop.core.message import Message
from desktop.core.period import Cadence, Period
from desktop.importing.axis_reading import read_axis, year_in
from desktop.importing.cells import Sheet, Value
from desktop.importing.long_columns import value_text
from desktop.importing.mapping import Gather, Rule
from desktop.importing.number_columns import added, read_numbers
from desktop.importing.periods import Grain, Part, Stamp
from desktop.importing.recognition import Column, Layout, Left, PeriodAxis, Table
from desktop.importing.rejects import Reject, Rejects

_TO_THURSDAY = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Extracted:
    """The value of one period.  ``through`` is the last day it covers when that is before the
    period's end; ``since`` the first when that is after its start."""

    value: float
    through: date | None
    since: date | None
    cell: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a rule finds.  ``problem`` says why it finds nothing at all."""

    values: dict[Period, Extracted] = field(default_factory=dict)
    rejected: tuple[Reject, ...] = ()
    more_rejected: int = 0  # beyond those listed
    problem: Message | None = None


@dataclass(slots=True)
class _Found:
    """The cells of one period so far: numbers or, for counting, texts, with their rows."""

    numbers: list[float] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)
    first: tuple[int, int] = (-1, -1)
    last: tuple[int, int] = (-1, -1)
    through: date | None = None


class Gatherer:
    """Collects the cells of each period, column by column."""

    def __init__(
        self,
        table: Table,
        sheet: Sheet,
        rule: Rule,
        axis: PeriodAxis,
        cadence: Cadence,
        year_start: int,
    ) -> None:
        self.table = table
        self.sheet = sheet
        self.rule = rule
        self.axis = axis
        self.cadence = cadence
        self.year_start = year_start
        self.found: dict[Period, _Found] = {}
        self.rejects = Rejects(sheet)
        self.latest = date.min  # the last day of the last period that the table has
        self._periods: dict[Stamp, Period] = {}

    def add(self, column: Column) -> None:
        if self.table.layout is Layout.WIDE:
            self._add_wide(column)
        else:
            self._add_long(column)

    # Long tables.

    def _add_long(self, column: Column) -> None:
        rows = self._kept_rows()
        stamps = read_axis(self.axis.reading, self.sheet, rows, column.year)
        stamps = self._in_order(stamps, rows)
        cells = self.sheet.columns[column.index]
        values = [cells[row] for row in rows]
        if self.rule.add_up in (Gather.COUNT, Gather.DISTINCT):
            self._count(stamps, rows, values, column.index)
            return
        numbers = read_numbers(values, column.decimal)
        factor = column.scale * self.rule.factor * self.rule.sign
        found = self.found
        for stamp, row, number in zip(stamps, rows, numbers, strict=True):
            if stamp is None or number is None:
                continue
            period = self._periods.get(stamp) or self._period(stamp)
            slot = found.get(period) or self._slot(period, row, column.index)
            slot.numbers.append(number * factor)
            slot.last = (row, column.index)
        if None in numbers:
            for stamp, row, number, value in zip(stamps, rows, numbers, values, strict=True):
                if number is None and value is not None and stamp is not None:
                    self.rejects.add_value(row, column, value)
        self._reject_undated(column)

    def _in_order(self, stamps: list[Stamp | None], rows: list[int]) -> list[Stamp | None]:
        """Rows from old to new, so that the last value of a period is its newest."""
        ends = [stamp for stamp in stamps if stamp is not None]
        if self.rule.add_up is not Gather.LAST or not ends or ends[0].start <= ends[-1].start:
            return stamps
        rows.reverse()
        return stamps[::-1]

    def _kept_rows(self) -> list[int]:
        rows = self.table.data_rows()
        for name, wanted in self.rule.filters:
            column = self.table.column(name)
            if column is not None:
                cells = self.sheet.columns[column.index]
                key = wanted.strip().casefold()
                rows = [row for row in rows if value_text(cells[row]).casefold() == key]
        return rows

    def _count(
        self,
        stamps: Iterable[Stamp | None],
        rows: Iterable[int],
        values: Iterable[Value],
        index: int,
    ) -> None:
        for stamp, row, value in zip(stamps, rows, values, strict=True):
            if stamp is None or value is None:
                continue
            period = self._periods.get(stamp) or self._period(stamp)
            slot = self.found.get(period) or self._slot(period, row, index)
            slot.numbers.append(1.0)
            slot.last = (row, index)
            if self.rule.add_up is Gather.DISTINCT:
                slot.texts.add(value_text(value))

    def _reject_undated(self, column: Column) -> None:
        cells = self.sheet.columns[column.index]
        for row, why in self.table.left_out.items():
            if why is Left.UNDATED and cells[row] is not None:
                period = self.axis.reading.column
                self.rejects.add_undated(row, column, period)

    # Wide tables.

    def _add_wide(self, column: Column) -> None:
        year_column = self.axis.reading.year_column
        factor = column.scale * self.rule.factor * self.rule.sign
        for row in column.rows:
            year = None
            if year_column is not None:
                year = year_in(self.sheet.columns[year_column][row])
            cells = [
                (index, self._stamp(period, year))
                for index, period in self.table.header
                if not column.only or index in column.only
            ]
            values = [self.sheet.columns[index][row] for index, _ in cells]
            numbers = read_numbers(values, column.decimal)
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
        period = Period.containing(self.cadence, day, self.year_start)
        self._periods[stamp] = period
        whole = Period.containing(self.axis.cadence.cadence, stamp.start, self.year_start).end
        self.latest = max(self.latest, min(stamp.end or whole, whole))
        return period

    def _slot(self, period: Period, row: int, column: int) -> _Found:
        slot = self.found[period] = _Found(first=(row, column))
        return slot

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
            case Gather.SUM | Gather.COUNT:
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
