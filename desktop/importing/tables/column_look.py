"""Judges one column of a table: a sample of its cells, and all of them where that leaves doubts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from desktop.core.stopping import stop_if_asked
from desktop.importing.cells import CellError, LongColumn, Value
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.values.currencies import CROWN, currency_of_format, told_apart
from desktop.importing.values.kinds import (
    BOOL,
    DATE,
    EMPTY,
    ERROR,
    MISSING,
    NUMBER,
    PART,
    YEAR,
    glances,
)
from desktop.importing.values.marks import is_censored, is_missing
from desktop.importing.values.measures import factor_of
from desktop.importing.values.number_columns import evidence_of
from desktop.importing.values.number_formats import shows_percent
from desktop.importing.values.numbers import parse_number
from desktop.importing.values.whole_columns import distinct
from desktop.importing.values.words import is_summary

_SAMPLE = 200  # cells
_DIGITS = str.maketrans("", "", "0123456789")


def look_at_column(
    index: int,
    name: str,
    values: Sequence[Value],
    number_format: str = "",
    *,
    named: bool = True,
) -> ColumnFacts:
    """Judge a column by a sample of its filled cells; its decimal sign by all of them."""
    stop_if_asked()
    whole = None not in values
    sample = _spread(values if whole else [value for value in values if value is not None])
    kinds = glances(sample)
    form = _form(kinds)
    if form is Form.TEXT and (PART in kinds or DATE in kinds):
        form = _form(_without_sums(sample, kinds))
    facts = ColumnFacts(index, name, values, sample, form, number_format, named=named)
    facts.censored = any(isinstance(v, str) and is_censored(v) for v in sample[:40])
    if form is Form.EMPTY and facts.censored:
        facts.form = Form.NUMBER
    if facts.form is Form.TEXT and (measure := _measure_of(sample)) is not None:
        facts.form, facts.measure = Form.NUMBER, measure
    if facts.form is Form.NUMBER:
        facts.evidence = evidence_of(values, sample)
        facts.decimal = facts.evidence.sign or ""
        _look_at_unit(facts)
    return facts


def _spread(values: Sequence[Value]) -> list[Value]:
    """The first, the last, and evenly spaced values between them."""
    if len(values) <= _SAMPLE:
        return list(values)
    part = _SAMPLE * 2 // 5
    until = len(values) - (part + 1) // 2
    if isinstance(values, LongColumn):
        between = cast("LongColumn", values[part:until]).spread(part)
    else:
        step = max(1, (until - part) // part)
        between = [values[at] for at in range(part, until, step)[:part]]
    return [*values[:part], *between, *values[until:]]


def _form(kinds: str) -> Form:
    counted = [kind for kind in kinds if kind not in EMPTY + MISSING + ERROR]
    if not counted:
        return Form.EMPTY
    need = 0.6 * len(counted)
    for form, letters in (
        (Form.NUMBER, NUMBER + YEAR),
        (Form.DATE, DATE),
        (Form.PART, PART),
        (Form.BOOLEAN, BOOL),
    ):
        if sum(kind in letters for kind in counted) >= need:
            return form
    return Form.TEXT


def _measure_of(sample: Sequence[Value]) -> str | None:
    """The one unit behind all numbers of a column of texts: ``12 kg``; ``""`` for durations and
    for thousands (``12k``).

    ``None`` where they vary, or where more than the odd cell holds something else.
    """
    measures: set[str] = set()
    count = strange = 0
    for value in sample:
        if not isinstance(value, str) or isinstance(value, CellError):
            return None
        written = parse_number(value)
        if written is not None:
            scaled = written.duration or factor_of(written.measure) is not None
            if scaled or written.measure:
                measures.add("" if scaled else written.measure.casefold())
                count += 1
        elif not is_missing(value) and not is_censored(value):
            strange += 1
    return measures.pop() if len(measures) == 1 and count >= 3 * strange else None


def _without_sums(sample: Sequence[Value], kinds: str) -> str:
    """The kinds of a column of months without the totals, averages and years between them."""
    return "".join(
        kind
        for value, kind in zip(sample, kinds, strict=True)
        if kind != YEAR and not (isinstance(value, str) and is_summary(value))
    )


def _look_at_unit(facts: ColumnFacts) -> None:
    if "%" in facts.format:
        facts.percent = shows_percent(facts.format)
        facts.percent_points = not facts.percent
    facts.currency = currency_of_format(facts.format) if facts.format else None
    texts = [v for v in facts.sample if isinstance(v, str) and not isinstance(v, CellError)]
    written = [w for w in (parse_number(t, facts.decimal or ".") for t in texts) if w is not None]
    if not written:
        return
    if 2 * sum(w.percent for w in written) > len(written):
        facts.percent = True
    facts.written_duration = 2 * sum(w.duration for w in written) > len(written)
    named = [w.currency for w in written if w.currency]
    if named and len(_currencies(facts)) > 1:
        facts.mixed_currency, facts.currency = True, None
    elif 2 * len(named) > len(written):
        facts.currency = next((code for code in named if code != CROWN), CROWN)


def _currencies(facts: ColumnFacts) -> frozenset[str]:
    """All currencies that are written in the cells."""
    # Cells that differ in their digits only are in one currency.
    texts = {
        text.translate(_DIGITS): text
        for text in distinct(facts.values)
        if isinstance(text, str) and not isinstance(text, CellError)
    }.values()
    written = (parse_number(text, facts.decimal or ".") for text in texts)
    return told_apart(each.currency for each in written if each is not None and each.currency)
