"""The rows of a long table that count for a rule: by its filters, and once for each order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.importing.cells import Sheet
from desktop.importing.figures.mapping import Rule
from desktop.importing.tables.long_columns import value_text
from desktop.importing.tables.recognition import Left, Table
from desktop.importing.values.whole_columns import distinct, taken


def kept_rows(table: Table, sheet: Sheet, rule: Rule) -> Sequence[int]:
    """The rows of a long table that count for a rule."""
    rows = table.data_rows()
    if rule.date:
        # Rows that lack the table's own date may well have this one.
        undated = table.rows_left(Left.UNDATED)
        rows = sorted([*rows, *undated]) if undated else rows
    return narrowed(table, sheet, rule, rows)


def narrowed(table: Table, sheet: Sheet, rule: Rule, rows: Sequence[int]) -> Sequence[int]:
    """Those of the rows that the rule's filters let through."""
    for pair in rule.filters:
        held = rows_holding(table, sheet, rows, (pair,))
        rows = [row for row in rows if row in held]
    if rule.without:
        held = rows_holding(table, sheet, rows, rule.without)
        rows = [row for row in rows if row not in held]
    return _first_of_each(table, sheet, rows, rule.once) if rule.once else rows


def _first_of_each(table: Table, sheet: Sheet, rows: Sequence[int], name: str) -> Sequence[int]:
    """The first row of each text in a column; rows without one are all kept."""
    column = table.column(name)
    if column is None:
        return rows
    seen: set[str] = set()
    kept = []
    for row, value in zip(rows, taken(sheet.columns[column.index], rows), strict=True):
        text = value_text(value)
        if not text or text not in seen:
            kept.append(row)
            seen.add(text)
    return kept


def rows_holding(
    table: Table, sheet: Sheet, rows: Sequence[int], pairs: Iterable[tuple[str, str]]
) -> set[int]:
    """Those of the rows that hold any of these texts in its column."""
    wanted: dict[str, set[str]] = {}
    for name, text in pairs:
        wanted.setdefault(name, set()).add(text.strip().casefold())
    found: set[int] = set()
    for name, texts in wanted.items():
        column = table.column(name)
        if column is not None:
            values = taken(sheet.columns[column.index], rows)
            held = {value for value in distinct(values) if value_text(value).casefold() in texts}
            found.update(row for row, value in zip(rows, values, strict=True) if value in held)
    return found
