"""The years of months, weeks and days that are written without: from wherever they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from desktop.core.message import Message, msg
from desktop.importing.tables.asking import Asking
from desktop.importing.tables.axis_reading import AxisReading, Source, part_in, year_in
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.tables.preamble import Facts
from desktop.importing.tables.regions import Region
from desktop.importing.tables.year_turns import counted_turns, named_turns, year_of_row
from desktop.importing.values.kinds import is_year
from desktop.importing.values.number_columns import number_in
from desktop.importing.values.stamps import Grain
from desktop.importing.values.words import is_total, word_set, words_of

_DAY_NAMES = word_set("dag day tag dia día dagnr dom")


def with_year(
    facts: ColumnFacts,
    reading: AxisReading,
    beside: Sequence[ColumnFacts],
    region: Region,
    around: Facts,
    asking: Asking,
) -> tuple[AxisReading, Message | None]:
    """The reading with the year that rows by month or week lack; asks for it if need be."""
    cells = region.sheet.columns[facts.index]
    named_rows = named_turns(
        cells, region.all_rows(), lambda value: part_in(value, reading) is not None
    )
    if named_rows is not None:
        return replace(reading, year=named_rows[0], turns=named_rows[1]), msg(
            "The years stand in rows of their own among the periods."
        )
    every = [part_in(value, reading) for value in facts.values]
    others = [f for f in beside if f is not facts]
    turns = counted_turns(every, region.rows(), others)
    parts = [part for part in every if part is not None]
    start = 1 if turns else _rollover([part.number for part in parts])
    reason = None
    first = around.first
    if first is not None:
        year: int | None = first.year
        reason = msg("The year is taken from the period that the file states.")
    elif (named := around.year_for([part.number for part in parts])) is not None:
        year = named.year
        reason = msg("The year {year} is taken from {source}.", year=str(year), source=named.source)
    else:
        examples = [v for v in facts.sample[:3] if isinstance(v, str)]
        year = asking.year(examples, around.years)
    return replace(reading, year=year, start_number=start, turns=turns), reason


def _rollover(numbers: Sequence[int]) -> int:
    """The number from which on parts are in the first year: 7 in a fiscal year from July."""
    falls = sum(after < before for before, after in pairwise(numbers))
    return numbers[0] if falls == 1 and numbers[-1] < numbers[0] else 1


def year_columns(facts: Sequence[ColumnFacts], reading: AxisReading) -> dict[int, int]:
    """Columns that are the years of rows by month, week or day: ``Month, 2023, 2024, 2025``."""
    if reading.source is not Source.PARTS or reading.year_column is not None:
        return {}
    named = [f for f in facts if f.form is Form.NUMBER and f.index != reading.column]
    years = {f.index: int(f.name) for f in named if f.name.isdigit() and is_year(float(f.name))}
    return years if len(years) >= 2 and len(set(years.values())) == len(years) else {}


def are_years_and_totals(facts: ColumnFacts) -> bool:
    """Whether a column holds years and, under some of them, their sums: ``2024, 2024 Summa``."""
    kinds = [year_in(value) is not None for value in facts.sample]
    others = [v for v, is_plain in zip(facts.sample, kinds, strict=True) if not is_plain]
    return any(kinds) and all(
        isinstance(v, str) and (year_of_row(v) is not None or is_total(v)) for v in others
    )


def days_of(reading: AxisReading, columns: Sequence[ColumnFacts]) -> ColumnFacts | None:
    """The column that numbers the days of the months in the axis: ``År, Månad, Dag``."""
    if reading.source is not Source.PARTS or reading.grain is not Grain.MONTH:
        return None
    if year_columns(columns, reading):
        return None
    for facts in columns:
        words = words_of(facts.name)
        if len(words) != 1 or words[0] not in _DAY_NAMES or facts.form is not Form.NUMBER:
            continue
        numbers = [n for v in facts.sample if (n := number_in(v, ".")) is not None]
        within = all(1 <= n <= 31 and n.is_integer() for n in numbers)
        if within and max(numbers, default=0) > 7:  # else perhaps days of the week
            return facts
    return None
