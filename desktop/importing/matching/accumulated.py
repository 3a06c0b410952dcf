"""Columns that hold totals so far, known by their name or by adding up the one beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from desktop.core.kpi import AddUp
from desktop.core.message import Message, msg
from desktop.importing.cells import Sheet
from desktop.importing.figures.mapping import Running
from desktop.importing.matching.sampling import measures, numbers_at, sample_rows
from desktop.importing.tables.axis_rows import read_axis
from desktop.importing.tables.recognition import Column, Layout, Table
from desktop.importing.values.words import LEVEL, normal, words_of

_SO_FAR = re.compile(
    r"\b(?:ack|ackum|acc|akk|akkum|kum|cum|cumul|ackumuler\w*|akkumuler\w*|kumul\w*|cumul\w*"
    r"|accumulat\w*|acumulad\w*|ytd|running|hittills|hittil|löpande|løbende"
    r"|til dato|to date|bis dato|a la fecha|hidtil)\b"
)
_THIS_YEAR = re.compile(
    r"\b(?:ytd|i år|år til dato|året til dato|year to date|årets?|this year|räkenskapsåret"
    r"|fiscal year|laufendes jahr|im jahr|del año|en el año)\b"
)
_FEWEST = 4
_MISSED = 0.1  # of the rows
_SLACK = 0.006  # what rounding to hundredths may leave


@dataclass(frozen=True, slots=True)
class Accumulated:
    """Since when a column adds up, and how that is known.  ``beside`` is the column whose figures
    it adds up, where the table has it."""

    running: Running
    reason: Message
    beside: str = ""


def accumulated(table: Table, sheet: Sheet | None) -> dict[str, Accumulated]:
    """The columns of totals so far, by their names; balances and stocks are not among them."""
    found = {}
    columns = [column for column in measures(table) if _may_add_up(column)]
    for column in columns:
        if _SO_FAR.search(normal(column.name)):
            running = _since_when(table, sheet, column)
            found[column.name] = Accumulated(running, _by_name(column.name, running))
    if sheet is None or table.layout is Layout.WIDE:
        return found
    rows = sample_rows(table)
    numbers = {column.name: numbers_at(sheet, column, rows) for column in columns}
    for column in columns:
        beside = _adds_up(column.name, numbers)
        if beside and beside not in found:
            running = _since_when(table, sheet, column)
            reason = _by_figures(column.name, beside)
            found[column.name] = Accumulated(running, reason, beside)
    return found


def _may_add_up(column: Column) -> bool:
    return column.add_up is AddUp.SUM and not LEVEL.intersection(words_of(column.name))


def _by_name(name: str, running: Running) -> Message:
    if running is Running.YEAR:
        return msg(
            "“{column}” holds the total since the year began. Each period gets what was added in "
            "it.",
            column=name,
        )
    return msg(
        "“{column}” holds the total since the start. Each period gets what was added in it.",
        column=name,
    )


def _by_figures(name: str, beside: str) -> Message:
    return msg(
        "“{column}” adds up “{other}” from row to row. Each period gets what was added in it.",
        column=name,
        other=beside,
    )


def _since_when(table: Table, sheet: Sheet | None, column: Column) -> Running:
    """The year, unless it goes on over a turn of the year without falling."""
    if _THIS_YEAR.search(normal(column.name)) or sheet is None or table.layout is Layout.WIDE:
        return Running.YEAR
    levels = _levels(table, sheet, column)
    years = [
        (before, after)
        for (day, before), (next_day, after) in pairwise(levels)
        if day.year != next_day.year
    ]
    falls = any(after < before for (_, before), (_, after) in pairwise(levels))
    return Running.START if years and not falls else Running.YEAR


def _levels(table: Table, sheet: Sheet, column: Column) -> list[tuple[date, float]]:
    """The totals in order of their days."""
    if table.period is None or table.period.first is None:
        return []
    rows = sample_rows(table)
    stamps = read_axis(table.period.reading, sheet, rows, column.year)
    numbers = numbers_at(sheet, column, rows)
    pairs = [
        (stamp.start, number)
        for stamp, number in zip(stamps, numbers, strict=True)
        if stamp is not None and number is not None
    ]
    return sorted(pairs, key=lambda pair: pair[0])


def _adds_up(name: str, numbers: Mapping[str, Sequence[float | None]]) -> str:
    """The column whose figures this one adds up.  They never go both ways: that would be an
    account's movements, and this its balance."""
    totals = numbers[name]
    if len(totals) < _FEWEST or None in totals:
        return ""
    for other, steps in numbers.items():
        if other == name or any(step is None or step < 0 for step in steps):
            continue
        if _is_sum(totals, steps) or _is_sum(totals[::-1], steps[::-1]):
            return other
    return ""


def _is_sum(totals: Sequence[float | None], steps: Sequence[float | None]) -> bool:
    """Whether each total is the one before and the step, but where it starts again."""
    missed = moved = 0
    for at, (total, step) in enumerate(zip(totals, steps, strict=True)):
        before = totals[at - 1] if at else 0.0
        if total is None or step is None or before is None:
            return False
        again = abs(total - step) < _SLACK
        goes_on = abs(total - before - step) < _SLACK
        missed += not goes_on and not again
        if missed > _MISSED * len(totals):
            return False
        moved += goes_on and not again and step > _SLACK * 10
    return moved >= _FEWEST - 1 and moved >= 0.5 * len(totals)
