"""How the period of each row is read, once that has been decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from desktop.core.period import add_months
from desktop.core.stopping import watched
from desktop.importing.cells import LongColumn, Sheet, Value
from desktop.importing.tables.period_rows import Places, period_rows, rows_of_runs
from desktop.importing.tables.year_turns import Turns, years_after
from desktop.importing.values.coded_days import (
    day_and_month_of,
    digits_of,
    pointed_month_of,
    serial_of,
    stamp_of_digits,
    year_week_of,
)
from desktop.importing.values.kinds import is_year
from desktop.importing.values.number_columns import number_in
from desktop.importing.values.numbers import parse_number
from desktop.importing.values.periods import Style, parse_period
from desktop.importing.values.stamps import Grain, Part, Stamp, stamp_of
from desktop.importing.values.whole_columns import distinct, taken


class Source(StrEnum):
    """What the cells of a period axis are."""

    DATES = "dates"  # dates and periods, real or written
    DIGITS = "digits"  # 20260131, 202601 or 2026013114
    PARTS = "parts"  # months, weeks or days that take their year from elsewhere
    NTH = "nth"  # a count of periods since the first day
    HEADER = "header"  # the periods stand in the header row
    FILE = "file"  # one period for the whole table


@dataclass(frozen=True, slots=True)
class AxisReading:
    """A recipe for periods: which cells, and what they need besides."""

    source: Source
    grain: Grain
    column: int | None = None
    year_column: int | None = None
    code: str = ""  # yyyyww, yymmdd, m.yyyy, serial, unix, d/m or m/d; empty where they tell it
    style: Style = Style()
    year: int | None = None  # of parts, where no column has it: the year of the first row
    start_number: int = 1  # parts below this number belong to the year after
    turns: Turns = ()  # of parts: the rows from which they belong to a later year than ``year``
    month_column: int | None = None  # of numbered days: where their months stand
    base: date | None = None  # of counts: the first day
    span: Stamp | None = None  # of the whole file
    carried: bool = False  # an empty cell means the one above it
    swapped: bool = False  # day and month of real dates changed places in another program
    shift: int = 0  # days from a written date into its week, where weeks start on Sunday

    @property
    def is_open(self) -> bool:
        """Whether something is still missing before any period can be read."""
        match self.source:
            case Source.PARTS:
                return self.year is None and self.year_column is None
            case Source.NTH:
                return self.base is None
            case _:
                return False


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
    read = _READERS[reading.source](reading)
    days: dict[Value, Stamp | None] = {}
    known: dict[Value, Stamp | None] = {}
    once: dict[Stamp | None, Stamp | None] = {}
    for value in watched(distinct(values)):
        day = without_time(value) if isinstance(value, str) else value
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
    if reading.column is None or reading.carried or reading.source not in _READERS:
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


def without_time(text: str) -> str:
    """``2026-01-31 09:38:00`` as its day, so that all times of one day are read once."""
    if text[10:11] in (" ", "T") and text[0].isdigit() and ":" in text:
        return text[:10]
    return text


Reader = Callable[[Value], Stamp | None]


def _date_reader(reading: AxisReading) -> Reader:
    def read(value: Value) -> Stamp | None:
        found: Stamp | Part | None = None
        if isinstance(value, date):
            found = stamp_of(turned(value) if reading.swapped else value)
        elif isinstance(value, float) and is_year(value):
            found = Stamp(Grain.YEAR, date(int(value), 1, 1))
        elif isinstance(value, str):
            found = parse_period(value, reading.style)
        if not isinstance(found, Stamp):
            return None
        if found.end is not None and reading.grain not in (Grain.DAY, Grain.HOUR):
            # A range among ranges: the one that was cut short is of the others' kind.
            return replace(found, grain=reading.grain)
        if reading.shift and found.grain is Grain.DAY:
            return Stamp(Grain.DAY, found.start + timedelta(days=reading.shift))
        return found

    return read


def turned(day: date) -> date:
    """A date with day and month in each other's place; the same where that is no date."""
    return date(day.year, day.day, day.month) if day.day <= 12 else day


_DIGITS = {"serial": serial_of, "yyyyww": year_week_of, "m.yyyy": pointed_month_of}


def _digit_reader(reading: AxisReading) -> Reader:
    def read(value: Value) -> Stamp | None:
        digits = _DIGITS.get(reading.code, digits_of)(value)
        return stamp_of_digits(digits, reading.code, from_january=reading.style.from_january)

    return read


def _nth_reader(reading: AxisReading) -> Reader:
    def read(value: Value) -> Stamp | None:
        digits = digits_of(value)
        if not digits.isdecimal() or len(digits) > 6 or reading.base is None:
            return None
        count, base = int(digits), reading.base
        try:
            match reading.grain:
                case Grain.HOUR:
                    return Stamp(Grain.DAY, base + timedelta(days=count // 24))
                case Grain.WEEK:
                    # Counted weeks start on Sunday; their Wednesday is in the ISO week meant.
                    sunday = base - timedelta(days=(base.weekday() + 1) % 7)
                    return Stamp(Grain.WEEK, sunday + timedelta(weeks=count, days=3))
                case Grain.MONTH:
                    return Stamp(Grain.MONTH, add_months(base, count))
                case _:
                    return Stamp(Grain.DAY, base + timedelta(days=count))
        except (OverflowError, ValueError):
            return None

    return read


_READERS = {Source.DATES: _date_reader, Source.DIGITS: _digit_reader, Source.NTH: _nth_reader}


def part_in(value: Value, reading: AxisReading) -> Part | None:
    """The month, week, quarter or day that a cell names without its year."""
    if reading.code:
        return day_and_month_of(value, reading.code)
    if isinstance(value, float):
        return _numbered_part(value, reading)
    if isinstance(value, str):
        found = parse_period(value, reading.style)
        if isinstance(found, Part) and found.grain is reading.grain:
            return found
        written = parse_number(value)
        return None if written is None else _numbered_part(written.value, reading)
    return None


_LAST = {Grain.MONTH: 12, Grain.WEEK: 53, Grain.QUARTER: 4}


def _numbered_part(number: float, reading: AxisReading) -> Part | None:
    grain = reading.grain
    if not number.is_integer() or not 1 <= number <= _LAST.get(grain, 0):
        return None
    from_january = grain is Grain.WEEK and reading.style.from_january
    return Part(grain, int(number), from_january=from_january)


def _read_parts(
    reading: AxisReading,
    cells: Sequence[Value],
    sheet: Sheet,
    rows: Sequence[int],
    year: int | None,
) -> list[Stamp | None]:
    years = None
    if reading.year_column is not None:
        years = _cells(reading, sheet, reading.year_column)
    months = None
    if reading.month_column is not None:
        months = _cells(reading, sheet, reading.month_column)
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
            own_year = year_in(key[1]) if years is not None else year or reading.year
            own_year = own_year + key[3] if own_year else None
            stamp = _place(part, own_year, reading) if part and own_year else None
            known[key] = once.setdefault(stamp, stamp)
        found.append(known[key])
    return found


def day_in(month: Value, day: Value) -> Part | None:
    """The day that a month in one cell and a number in another name."""
    part = part_in(month, AxisReading(Source.PARTS, Grain.MONTH))
    number = number_in(day, ".")
    if part is None or number is None or not number.is_integer() or not 1 <= number <= 31:
        return None
    return Part(Grain.DAY, part.number, int(number))


def _place(part: Part, year: int, reading: AxisReading) -> Stamp | None:
    return part.in_year(year + (part.number < reading.start_number))


def year_in(value: Value) -> int | None:
    """The year that a cell holds, as a number or a text."""
    if isinstance(value, float):
        return int(value) if is_year(value) else None
    if isinstance(value, date):
        return value.year
    if isinstance(value, str):
        found = parse_period(value)
        if isinstance(found, Stamp) and found.grain is Grain.YEAR:
            return found.start.year
    return None
