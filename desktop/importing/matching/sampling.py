"""Numbers of several columns side by side, to find out how they hang together."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.importing.cells import Sheet
from desktop.importing.tables.recognition import Column, Layout, Role, Table

_ROWS = 400


def sample_rows(table: Table) -> Sequence[int]:
    """The first few hundred rows that count, in the file's order."""
    return table.data_rows()[:_ROWS] if table.layout is Layout.LONG else []


def numbers_at(sheet: Sheet, column: Column, rows: Sequence[int]) -> list[float | None]:
    """The cells of a column of a long table as numbers, in its own unit."""
    cells = sheet.columns[column.index]
    scale = column.scale
    return [
        None if number is None else number * scale
        for number in column.numbers([cells[row] for row in rows])
    ]


def measures(table: Table) -> list[Column]:
    """The columns of figures, those that add up others too."""
    return [c for c in table.columns if c.count and (c.role is Role.VALUE or c.total)]


def is_negative(table: Table, sheet: Sheet, column: Column) -> bool:
    """Whether more of a column's figures are below zero than above."""
    numbers = numbers_at(sheet, column, sample_rows(table))
    return sum(n < 0 for n in numbers if n) > sum(n > 0 for n in numbers if n)
