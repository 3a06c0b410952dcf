"""A ratio of two columns: what one adds up to in a period, divided by what the other does.

The rows' own rates are never averaged: 10 clicks of 100 and 1 of 2 make 11 of 102, whatever the
mean of 10 % and 50 % is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.core.message import msg
from desktop.core.period import Period
from desktop.importing.cells import Sheet
from desktop.importing.figures.chosen_rows import kept_rows
from desktop.importing.figures.extraction import Extracted, Extraction
from desktop.importing.figures.gathering import Gatherer
from desktop.importing.figures.mapping import Gather, Rule
from desktop.importing.figures.rejects import Rejects
from desktop.importing.tables.recognition import Column, Layout, Table

Gathering = Callable[[Rule, set[int] | None], Gatherer]
"""Makes the gatherer of a rule over some rows of a long table, or columns of a wide one."""


def ratio(table: Table, sheet: Sheet, rule: Rule, gathering: Gathering) -> Extraction:
    """The values of a ratio; a period in which the divisor is nothing has none, with the reason.

    Where both columns are summed, only rows count that hold a number in both.
    """
    top, under = table.column(rule.column), table.column(rule.over)
    if top is None or under is None:
        return Extraction()
    rejects = Rejects(sheet)
    counted = rule.over_by in (Gather.COUNT, Gather.DISTINCT)
    among = None if counted else _in_both(table, sheet, rule, top, under, rejects)
    above = gathering(rule, among)
    above.add_all()
    below = gathering(replace(rule, add_up=rule.over_by, minus=(), sign=1, factor=1.0), among)
    below.add(under)
    return _divided(above, below, under, rejects)


def _divided(above: Gatherer, below: Gatherer, under: Column, rejects: Rejects) -> Extraction:
    tops, divisors = above.result(), below.result()
    values: dict[Period, Extracted] = {}
    for period, found in tops.values.items():
        divisor = divisors.values.get(period)
        if divisor is None or divisor.value == 0:
            row, _ = above.place(period)
            message = msg(
                "“{column}” adds up to nothing in {period}, so there is no value.",
                column=under.name,
                period=period,
            )
            rejects.add(row, under, "zero", 0.0, message)
        else:
            values[period] = replace(found, value=found.value / divisor.value)
    listed = (*rejects.listed, *tops.rejected, *divisors.rejected)
    beyond = rejects.beyond + tops.more_rejected + divisors.more_rejected
    return Extraction(values, listed, beyond)


def _in_both(
    table: Table, sheet: Sheet, rule: Rule, top: Column, under: Column, rejects: Rejects
) -> set[int]:
    """The rows (of a wide table, the columns) that hold a number in both places."""
    if table.layout is Layout.WIDE:
        return _filled(table, sheet, top) & _filled(table, sheet, under)
    rows = kept_rows(table, sheet, rule)
    cells, divisors = sheet.columns[top.index], sheet.columns[under.index]
    numbers = top.numbers([cells[row] for row in rows])
    others = under.numbers([divisors[row] for row in rows])
    both = set()
    for row, number, other in zip(rows, numbers, others, strict=True):
        if number is not None and other is not None:
            both.add(row)
        elif number is not None or other is not None:
            column = under if other is None else top
            missing = msg("The row has no “{column}”, so it is left out.", column=column.name)
            value = sheet.columns[column.index][row]
            rejects.add_value_or(row, column, value, missing)
    return both


def _filled(table: Table, sheet: Sheet, column: Column) -> set[int]:
    indexes = [index for index, _ in table.header]
    return {
        index
        for row in column.rows
        for index, number in zip(
            indexes,
            column.numbers([sheet.columns[index][row] for index in indexes]),
            strict=True,
        )
        if number is not None
    }
