"""The groups that rows stand in: under a heading of their own, or indented under a row."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.importing.tables.header_names import header_text
from desktop.importing.tables.regions import Odd, Region


def groups_of(region: Region, column: int, rows: Sequence[int]) -> dict[int, str]:
    """What stands over each of these rows, as far as the labels in a column tell; else "".

    An indented row belongs to the last row before it that is less indented; others belong to the
    last heading.
    """
    cells = region.sheet.columns[column]
    wanted = set(rows)
    found: dict[int, str] = {}
    heading = ""
    open_rows: list[tuple[int, str]] = []  # the indents and names of the rows that a row is in
    for row in region.all_rows():
        value = cells[row]
        text = header_text(value)
        if not text:
            found[row] = heading
            continue
        if region.odd.get(row) is Odd.HEADING or row < region.first:
            heading, open_rows = text, []
            continue
        indent = len(value) - len(value.lstrip()) if isinstance(value, str) else 0
        while open_rows and open_rows[-1][0] >= indent:
            open_rows.pop()
        if row in wanted:
            found[row] = open_rows[-1][1] if open_rows else heading
        open_rows.append((indent, text))
    return {row: found.get(row, "") for row in rows}
