"""The columns of a long table: their roles, units, counts and sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.importing.cells import Value
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.tables.recognition import Column, PeriodAxis, Role
from desktop.importing.tables.units import UnitFinder, guess_add_up
from desktop.importing.values.number_columns import added, held_numbers
from desktop.importing.values.stamps import Grain
from desktop.importing.values.whole_columns import few_texts, filled, taken
from desktop.importing.values.words import DAY_WORDS, word_set, words_of

_FEW = 60  # distinct texts that are kept for choosing a filter


def column_of(
    facts: ColumnFacts,
    counted: Sequence[int],
    period: PeriodAxis | None,
    units: UnitFinder,
    year: int | None,
) -> Column:
    """One column over the rows that count, ``counted`` by their place among the data rows."""
    if period is not None and facts.index in (period.reading.column,):
        return _text_column(facts, counted, Role.PERIOD, _period_type(period.cadence))
    if facts.form is Form.NUMBER and not facts.is_code and not _tells_period(facts, period):
        return _number_column(facts, counted, units, year)
    match facts.form:
        case Form.NUMBER if _tells_period(facts, period):
            return _text_column(facts, counted, Role.IGNORED, "number")
        case Form.NUMBER:
            return _text_column(facts, counted, Role.LABEL, "number")
        case Form.PART if not DAY_WORDS.intersection(words_of(facts.name)):
            return _text_column(facts, counted, Role.LABEL, "text")  # customers K1, K2, K3
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


_PERIOD_NAMES = word_set(
    "year år jahr año ano månad month måned monat mes mês week vecka uge uke woche semana "
    "quarter kvartal quartal trimestre day dag tag día dia"
)


def _tells_period(facts: ColumnFacts, period: PeriodAxis | None) -> bool:
    """Whether numbers only repeat what the period says: the year, the number of the month."""
    if period is None:
        return False
    if facts.index in (period.reading.year_column, period.reading.month_column):
        return True
    words = set(words_of(facts.name))
    return bool(words & _PERIOD_NAMES) and words <= _PERIOD_NAMES | {"number", "nr", "nummer"}


def _text_column(facts: ColumnFacts, counted: Sequence[int], role: Role, kind: str) -> Column:
    values = taken(facts.values, counted)
    texts: tuple[str, ...] = ()
    if role is Role.LABEL:
        words = few_texts(values, _FEW)
        texts = tuple(sorted(words)) if words is not None else ()
    held = (value for value in values if value is not None)
    return Column(
        name=facts.name,
        role=role,
        type=kind,
        unit=None,
        count=filled(values),
        sum=None,
        first=next(held, None),
        last=next((value for value in reversed(values) if value is not None), None),
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
    found = held_numbers(numbers)
    if measure.scale != 1.0:
        found = [number * measure.scale for number in found]
    adds = bool(found) and measure.currency_column is None and bool(facts.decimal)
    return Column(
        name=facts.name,
        role=Role.VALUE if found else Role.IGNORED,
        type="number",
        unit=measure.unit,
        count=len(found),
        sum=added(found) if adds else None,
        first=found[0] if found else None,
        last=found[-1] if found else None,
        index=facts.index,
        decimal=facts.decimal or ".",
        scale=measure.scale,
        missing=facts.missing,
        bare_points=facts.bare_points,
        add_up=guess_add_up(facts.name, measure.unit),
        year=year,
        currency_column=measure.currency_column,
    )


def value_text(value: Value) -> str:
    """A cell of a label column as the text that filters compare."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip() if value is not None else ""
