"""Tables in which each row is a period, or something that happened on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import fsum

from desktop.core.message import Message, msg
from desktop.core.unit import Unit
from desktop.importing.axis import Candidate, year_columns
from desktop.importing.axis_reading import AxisReading, Source, read_axis
from desktop.importing.cadence import grain_of_days, is_hourly
from desktop.importing.cells import Value
from desktop.importing.column_facts import ColumnFacts, Form
from desktop.importing.dates import parse_date
from desktop.importing.periods import Grain, Stamp
from desktop.importing.preamble import Facts
from desktop.importing.recognition import Column, Left, PeriodAxis, Role
from desktop.importing.regions import Odd, Region
from desktop.importing.totals import TotalFinder
from desktop.importing.units import UnitFinder, guess_add_up
from desktop.importing.words import word_set, words_of

_FEW = 60  # distinct texts that are kept for choosing a filter
_LONG_YEAR = 2004  # with a leap day and a week 53

_LEFT_OF_ODD = {
    Odd.REPEAT: Left.REPEAT,
    Odd.HEADING: Left.HEADING,
    Odd.NOTE: Left.NOTE,
    Odd.BLANK: Left.NOTE,
}


@dataclass(slots=True)
class LongParts:
    """What was found in the rows of a long table."""

    period: PeriodAxis | None
    columns: list[Column]
    rows: list[int]  # indexes of the rows that count
    left_out: dict[int, Left]
    reasons: list[Message]


def read_long(
    region: Region,
    facts: Sequence[ColumnFacts],
    axis: Candidate | None,
    span: Stamp | None,
    around: Facts,
    units: UnitFinder,
) -> LongParts:
    """The axis, the rows that count and the columns of a long table.

    ``span`` is the one period of the whole file, where the rows have none of their own.
    """
    rows = region.rows()
    left = {row: _LEFT_OF_ODD[odd] for row, odd in region.odd.items()}
    reasons: list[Message] = []
    reading = axis.reading if axis else None
    years = year_columns(facts, reading) if reading else {}
    totals = TotalFinder(facts, len(rows), reading.column if reading else None)
    stamps: list[Stamp | None] = []
    if reading is not None:
        # While no single year is known, any that has a leap day and a week 53 shows what is dated.
        year = _LONG_YEAR if reading.is_open else None
        stamps = read_axis(reading, region.sheet, rows, year)
    dated = reading is not None and (reading.source is not Source.NTH or not reading.is_open)
    left_here = _judge_rows(totals, stamps if dated else None, len(rows))
    left.update({rows[position]: why for position, why in left_here.items()})
    counted = [position for position in range(len(rows)) if position not in left_here]
    reasons.extend(_row_reasons(left_here))
    period = None
    if reading is not None and axis is not None:
        inside = [rows[position] for position in counted]
        seen = [stamps[position] for position in counted]
        if years:
            ends = (min(years.values()), max(years.values()))
            seen = [s for year in ends for s in read_axis(reading, region.sheet, inside, year)]
        found = [] if reading.is_open and not years else [s for s in seen if s is not None]
        period = _axis(axis, reading, found, around)
    elif span is not None:
        reading = AxisReading(Source.FILE, span.grain, span=span)
        first = span.first_day
        period = PeriodAxis(None, span.grain, first, first, reading, False, span.start, span.end)
    columns = [
        _column(f, counted, period, units, years.get(f.index) if years else None) for f in facts
    ]
    if years:
        columns = [_only_years(column, years) for column in columns]
    return LongParts(period, columns, [rows[p] for p in counted], left, reasons)


def _only_years(column: Column, years: dict[int, int]) -> Column:
    if column.role is Role.VALUE and column.index not in years:
        return replace(column, role=Role.IGNORED)
    return column


def _judge_rows(
    totals: TotalFinder, stamps: Sequence[Stamp | None] | None, height: int
) -> dict[int, Left]:
    """The rows that do not count, by position.  Without ``stamps`` only totals are left out."""
    left: dict[int, Left] = {}
    if stamps is not None:
        for position in [i for i, stamp in enumerate(stamps) if stamp is None]:
            is_sum = totals.has_total_word(position)
            left[position] = Left.TOTAL if is_sum else Left.UNDATED
        undated = [p for p, why in left.items() if why is Left.UNDATED][:200]
        dated = [i for i in range(height) if i not in left]
        for position in undated:
            if totals.is_unlabelled(position) and totals.adds_up(position, dated):
                left[position] = Left.TOTAL
    elif height <= 20000:
        left = {i: Left.TOTAL for i in range(height) if totals.has_total_word(i)}
        others = [i for i in range(height) if i not in left]
        for position in (others[0], others[-1]) if len(others) > 2 else ():
            if totals.is_unlabelled(position) and totals.adds_up(position, others):
                left[position] = Left.TOTAL
    for position in totals.total_categories():
        left.setdefault(position, Left.TOTAL)
    return left if len(left) < height else {}


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
    if grain is Grain.DAY and reading.source is not Source.PARTS:
        grain = _hourly(axis.facts, reading) or grain_of_days(days)
        dense = len(days) >= 7 and len(days) >= 0.9 * ((max(days) - min(days)).days + 1)
    first_start, last_start = min(days), max(days)
    first = Stamp(grain, first_start).first_day
    last = Stamp(grain, last_start).first_day
    ends = [stamp.end for stamp in stamps if stamp.end is not None]
    daily = grain in (Grain.DAY, Grain.HOUR)
    covers_from = around.first or (first_start if daily else None)
    covers_to = around.last or (last_start if daily else max(ends, default=None))
    return PeriodAxis(name, grain, first, last, reading, dense, covers_from, covers_to)


def _hourly(facts: ColumnFacts, reading: AxisReading) -> Grain | None:
    """Hours, where the cells have them."""
    if reading.source is Source.DIGITS:
        return None
    moments = []
    for value in facts.sample:
        found = parse_date(value, reading.style.order) if isinstance(value, str) else value
        if not isinstance(found, datetime):
            return None
        moments.append(found)
    return Grain.HOUR if is_hourly(moments) else None


def _column(
    facts: ColumnFacts,
    counted: Sequence[int],
    period: PeriodAxis | None,
    units: UnitFinder,
    year: int | None,
) -> Column:
    if period is not None and facts.index in (period.reading.column,):
        return _text_column(facts, counted, Role.PERIOD, _period_type(period.cadence))
    if facts.form is Form.NUMBER and not facts.is_code and not _tells_period(facts, period):
        return _number_column(facts, counted, units, year)
    match facts.form:
        case Form.NUMBER if _tells_period(facts, period):
            return _text_column(facts, counted, Role.IGNORED, "number")
        case Form.NUMBER:
            return _text_column(facts, counted, Role.LABEL, "number")
        case Form.DATE | Form.PART:
            return _text_column(facts, counted, Role.IGNORED, "date")
        case Form.EMPTY:
            return _text_column(
                replace(facts, values=[None] * len(facts.values)), counted, Role.IGNORED, "empty"
            )
        case form:
            return _text_column(facts, counted, Role.LABEL, form.value)


def _period_type(grain: Grain) -> str:
    return "date" if grain in (Grain.DAY, Grain.HOUR) else "period"


_PERIOD_NAMES = word_set("year år månad month week vecka quarter kvartal day dag number")


def _tells_period(facts: ColumnFacts, period: PeriodAxis | None) -> bool:
    """Whether numbers only repeat what the period says: the year, the number of the month."""
    if period is None:
        return False
    if facts.index == period.reading.year_column:
        return True
    words = set(words_of(facts.name))
    return bool(words) and words <= _PERIOD_NAMES


def _text_column(facts: ColumnFacts, counted: Sequence[int], role: Role, kind: str) -> Column:
    values = [v for position in counted if (v := facts.values[position]) is not None]
    texts: tuple[str, ...] = ()
    if role is Role.LABEL:
        distinct = {value for value in values if isinstance(value, str)}
        texts = tuple(sorted(distinct)) if len(distinct) <= _FEW else ()
    return Column(
        name=facts.name,
        role=role,
        type=kind,
        unit=None,
        count=len(values),
        sum=None,
        first=values[0] if values else None,
        last=values[-1] if values else None,
        index=facts.index,
        values=texts,
    )


def _number_column(
    facts: ColumnFacts, counted: Sequence[int], units: UnitFinder, year: int | None
) -> Column:
    measure = units.measure(facts)
    numbers = facts.numbers()
    if len(counted) < len(numbers):
        numbers = [numbers[position] for position in counted]
    found = [number for number in numbers if number is not None]
    if measure.scale != 1.0:
        found = [number * measure.scale for number in found]
    added = fsum(found) if found and measure.currency_column is None and facts.decimal else None
    unit: Unit | None = measure.unit
    return Column(
        name=facts.name,
        role=Role.VALUE if found else Role.IGNORED,
        type="number",
        unit=unit,
        count=len(found),
        sum=added,
        first=found[0] if found else None,
        last=found[-1] if found else None,
        index=facts.index,
        decimal=facts.decimal or ".",
        scale=measure.scale,
        add_up=guess_add_up(facts.name, unit),
        year=year,
        currency_column=measure.currency_column,
    )


def value_text(value: Value) -> str:
    """A cell of a label column as the text that filters compare."""
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value).strip() if value is not None else ""
