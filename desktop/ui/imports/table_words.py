"""What is said about a table and its columns."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from desktop.core.kpi import AddUp
from desktop.core.names import name
from desktop.core.period import Cadence, Period
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import current, ntr, say, tr

if TYPE_CHECKING:
    from desktop.services.imports import Column, ImportDraft, Table, Value


def table_name(table: Table, index: int) -> str:
    """Its title, else its sheet, else its only column with values, else its number."""
    values = [column.name for column in table.columns if column.role == "value"]
    only = values[0] if len(values) == 1 and not table.header else ""
    return table.title or table.sheet or only or tr("Table {number}", number=str(index + 1))


def period_words(table: Table, *, asked: bool = False) -> str:
    """From when to when, at which cadence; or that there are no dates, which may be asked."""
    axis = table.period
    if axis is None:
        return tr("No dates") if asked else tr("No dates, so nothing to import")
    if axis.first is None or axis.last is None:
        return tr("Dates not known yet")
    cadence = _cadence(str(axis.cadence))
    first, last = (_day(cadence, day) for day in (axis.first, axis.last))
    return f"{say(name(cadence))}: {first} – {last}" if first != last else first


def column_counts(table: Table) -> str:
    """How many columns (of a wide table, rows) carry values, and where the dates are."""
    values = sum(column.role == "value" for column in table.columns)
    if table.header:
        return ntr("{n} row with values", "{n} rows with values", values)
    words = ntr("{n} column with values", "{n} columns with values", values)
    if table.period is not None and table.period.column is not None:
        return tr("dates in “{column}”, {what}", column=table.period.column, what=words)
    return words


def column_words(table: Table, column: Column) -> str:
    """How many values, and their sum with its unit; of levels the newest."""
    parts = [ntr("{n} value", "{n} values", column.count)]
    is_level = column.add_up is AddUp.LAST and isinstance(column.last, float)
    told = _newest(table, column) if is_level else column.sum  # levels make no sum
    if isinstance(told, float):
        unit = column.unit or Unit()
        decimals = 1 if unit.kind is UnitKind.PERCENT else 0 if told == int(told) else 2
        amount = current().quantity(Quantity(told, unit, decimals))
        if is_level:
            parts.append(tr("last {amount}", amount=amount))
        elif unit.kind is not UnitKind.PERCENT:
            parts.append(tr("sum {amount}", amount=amount))
    elif column.unit is not None and column.unit.symbol:
        parts.append(column.unit.symbol)
    return " · ".join(parts)


def _newest(table: Table, column: Column) -> Value:
    """The value of the latest period, where the ends of the table tell which that is."""
    if table.header or table.period is None:
        return column.last
    dates = next((c for c in table.columns if c.name == table.period.column), None)
    ends = [] if dates is None else [_in_order(dates.first), _in_order(dates.last)]
    if len(ends) < 2 or "" in ends:
        return None
    return column.first if ends[0] > ends[1] else column.last


def _in_order(day: Value) -> str:
    """A date as text that sorts by time; empty for other ways of writing one."""
    text = day.isoformat() if isinstance(day, date) else str(day)
    return text if re.match(r"\d{4}(\D|\d{4}$)", text) else ""


def _cadence(grain: str) -> Cadence:
    return Cadence.DAY if grain == "hour" else Cadence(grain)


def _day(cadence: Cadence, day: date) -> str:
    return current().period(Period.containing(cadence, day, day.month))


def file_words(draft: ImportDraft) -> str:
    """What kind of file it is, and how many tables it has."""
    kinds = {
        "xlsx": tr("Excel workbook"),
        "xlsb": tr("Excel workbook"),
        "xls": tr("Excel workbook"),
        "ods": tr("OpenDocument spreadsheet"),
        "text": tr("Text file"),
        "sie": tr("SIE file"),
    }
    tables = ntr("{n} table", "{n} tables", len(draft.recognition.tables))
    return f"{kinds.get(draft.workbook.kind, draft.workbook.kind)} · {tables}"
