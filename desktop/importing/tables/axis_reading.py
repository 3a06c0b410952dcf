"""How the cells of a period axis are read, once that has been decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from desktop.core.period import add_months
from desktop.importing.cells import Value
from desktop.importing.tables.year_turns import Turns
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


def without_time(value: Value) -> Value:
    """``2026-01-31 09:38:00`` as its day, so that all times of one day are read once."""
    if not isinstance(value, str):
        return value
    is_timed = value[10:11] in (" ", "T") and value[0].isdigit() and ":" in value
    return value[:10] if is_timed else value


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


READERS: Mapping[Source, Callable[[AxisReading], Reader]] = {
    Source.DATES: _date_reader,
    Source.DIGITS: _digit_reader,
    Source.NTH: _nth_reader,
}
"""Of axes whose every cell tells a whole period: what makes their readers."""


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


def day_in(month: Value, day: Value) -> Part | None:
    """The day that a month in one cell and a number in another name."""
    part = part_in(month, AxisReading(Source.PARTS, Grain.MONTH))
    number = number_in(day, ".")
    if part is None or number is None or not number.is_integer() or not 1 <= number <= 31:
        return None
    return Part(Grain.DAY, part.number, int(number))


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
