"""Tables in which each row is a period, or something that happened on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from desktop.core.message import Message, msg
from desktop.importing.tables.axis import Candidate
from desktop.importing.tables.axis_reading import AxisReading, Source
from desktop.importing.tables.axis_rows import distinct_stamps, read_axis, rows_by_period
from desktop.importing.tables.cadence import grain_of_days, is_hourly
from desktop.importing.tables.carrying import with_carried
from desktop.importing.tables.column_facts import ColumnFacts
from desktop.importing.tables.left_rows import LEFT_OF_ODD, left_rows
from desktop.importing.tables.long_columns import column_of
from desktop.importing.tables.part_years import year_columns
from desktop.importing.tables.period_rows import Places, period_rows
from desktop.importing.tables.preamble import Facts
from desktop.importing.tables.recognition import Column, Left, PeriodAxis, Role
from desktop.importing.tables.regions import Region
from desktop.importing.tables.totals import TotalFinder
from desktop.importing.tables.units import UnitFinder
from desktop.importing.values.dates import parse_date
from desktop.importing.values.stamps import Grain, Stamp
from desktop.importing.values.words import SECOND_DATES, words_of

_DAY = timedelta(days=1)
_LONG_YEAR = 2004  # with a leap day and a week 53


@dataclass(slots=True)
class LongParts:
    """What was found in the rows of a long table."""

    period: PeriodAxis | None
    columns: list[Column]
    ends: list[int]  # indexes of the first and the last row that count, if any does
    left_out: dict[int, Left]
    reasons: list[Message]


def read_long(
    region: Region,
    facts: Sequence[ColumnFacts],
    axis: Candidate | None,
    span: Stamp | None,
    around: Facts,
    units: UnitFinder,
    sums: Sequence[int] = (),
) -> LongParts:
    """The axis, the rows that count and the columns of a long table.

    ``span`` is the one period of the whole file, where the rows have none of their own; ``sums``
    are places of rows that are known to add up others.
    """
    rows = region.rows()
    left = {row: LEFT_OF_ODD[odd] for row, odd in region.odd.items()}
    reasons: list[Message] = []
    reading = axis.reading if axis else None
    years = year_columns(facts, reading) if reading else {}
    totals = TotalFinder(facts, len(rows), reading.column if reading else None)
    periods: list[tuple[Stamp, Places]] = []
    if reading is not None:
        reading = with_carried(reading, facts, totals)
        # While no single year is known, any that has a leap day and a week 53 shows what is dated.
        if reading.is_open:
            any_year = replace(reading, turns=())
            periods = period_rows(read_axis(any_year, region.sheet, rows, _LONG_YEAR))
        else:
            periods = rows_by_period(reading, region.sheet, rows)
    left_here = left_rows(region, rows, facts, reading, totals, periods)
    left_here.update(dict.fromkeys(sums, Left.TOTAL))
    left.update({rows[position]: why for position, why in left_here.items()})
    counted: Sequence[int] = range(len(rows))
    if left_here:
        counted = [position for position in counted if position not in left_here]
    reasons.extend(_row_reasons(left_here))
    period = None
    if reading is not None and axis is not None:
        inside = [rows[position] for position in counted] if left_here else rows
        found = [] if reading.is_open else _counted_periods(periods, left_here)
        if years:
            found = distinct_stamps(_stamps_of_years(reading, region, inside, years))
        period = _axis(axis, reading, found, around)
    elif span is not None:
        period = axis_of_file(span)
    columns = [column_of(f, counted, period, units, years.get(f.index)) for f in facts]
    if years:
        columns = [_only_years(column, years) for column in columns]
    ends = [rows[p] for p in (*counted[:1], *counted[-1:])]
    if reading is not None and period is not None and period.first is not None and not years:
        edges = read_axis(reading, region.sheet, ends)
        columns = [_dated(column, edges) for column in columns]
    return LongParts(period, columns, ends, left, reasons)


def _stamps_of_years(
    reading: AxisReading, region: Region, rows: Sequence[int], years: dict[int, int]
) -> list[Stamp | None]:
    """The periods in which the columns of the years say something, if only that it is missing."""
    found: list[Stamp | None] = []
    for column, year in years.items():
        cells = region.sheet.columns[column]
        held = [row for row in rows if cells[row] is not None]
        found.extend(read_axis(reading, region.sheet, held, year))
    return found


def axis_of_file(span: Stamp) -> PeriodAxis:
    """The axis of a table that has one period as a whole."""
    reading = AxisReading(Source.FILE, span.grain, span=span)
    first = span.start if span.grain is Grain.YEAR else span.first_day
    return PeriodAxis(
        None,
        span.grain,
        first,
        first,
        reading,
        covers_from=span.start,
        covers_to=span.end,
        fiscal=span.start.month != 1,
    )


def _only_years(column: Column, years: dict[int, int]) -> Column:
    if column.role is Role.VALUE and column.index not in years:
        return replace(column, role=Role.IGNORED)
    return column


def _dated(column: Column, ends: Sequence[Stamp | None]) -> Column:
    """The period column with dates for its first and last cell, however they are written."""
    if column.role is not Role.PERIOD or not ends or ends[0] is None or ends[-1] is None:
        return column
    return replace(column, first=ends[0].start, last=ends[-1].start)


def _counted_periods(
    periods: Sequence[tuple[Stamp, Places]], left: Mapping[int, Left]
) -> list[Stamp]:
    """The periods that stand in any row that counts."""
    return [
        stamp for stamp, places in periods if not left or any(place not in left for place in places)
    ]


def _row_reasons(left: dict[int, Left]) -> list[Message]:
    reasons = []
    count = sum(why is Left.TOTAL for why in left.values())
    if count:
        reasons.append(msg("Rows that add up others are left out: {count}.", count=count))
    return reasons


def _axis(
    axis: Candidate,
    reading: AxisReading,
    stamps: Sequence[Stamp],
    around: Facts,
) -> PeriodAxis:
    grain = reading.grain
    name = axis.facts.name
    if not stamps:
        return PeriodAxis(name, grain, None, None, reading)
    days = {stamp.start for stamp in stamps}
    dense = False
    if grain is Grain.DAY and (
        reading.source is not Source.PARTS or reading.month_column is not None
    ):
        grain = _hourly(axis.facts, reading) or grain_of_days(days)
        if grain is Grain.WEEK and _start_on_sunday(name, days):
            reading = replace(reading, shift=1)
            days = {day + _DAY for day in days}
        dense = len(days) >= 7 and len(days) >= 0.9 * ((max(days) - min(days)).days + 1)
    first_start, last_start = min(days), max(days)
    first, last = (Stamp(grain, day).first_day for day in (first_start, last_start))
    if grain is Grain.WEEK and stamps[0].grain is grain:
        # Of ranges, whose middle tells their week.
        weeks = [stamp for stamp in stamps if stamp.grain is grain]
        first, last = (s.first_day for s in (min(weeks, key=_start), max(weeks, key=_start)))
    ends = [stamp.end for stamp in stamps if stamp.end is not None]
    daily = grain in (Grain.DAY, Grain.HOUR)
    covers_from = around.first or (first_start if dense else None)
    covers_to = around.last or (last_start if daily else max(ends, default=None))
    fiscal = grain is Grain.YEAR and all(stamp.start.month != 1 for stamp in stamps)
    return PeriodAxis(name, grain, first, last, reading, dense, covers_from, covers_to, fiscal)


def _start(stamp: Stamp) -> date:
    return stamp.start


def _start_on_sunday(name: str, days: set[date]) -> bool:
    """Whether weeks are called by the Sunday before their Monday, as in America."""
    ends = bool(SECOND_DATES.intersection(words_of(name)))
    return not ends and all(day.weekday() == 6 for day in days)


def _hourly(facts: ColumnFacts, reading: AxisReading) -> Grain | None:
    """Hours, where the cells have them."""
    if reading.source is Source.DIGITS:
        return None
    moments = []
    for value in facts.sample:
        found = parse_date(value, reading.style.order) if isinstance(value, str) else value
        if isinstance(found, date) and not isinstance(found, datetime):
            found = datetime(found.year, found.month, found.day)  # noqa: DTZ001 midnight there
        if not isinstance(found, datetime):
            return None
        moments.append(found)
    return Grain.HOUR if is_hourly(moments) else None
