"""Text tables whose columns were moved by a separator too many, in the header or in some rows."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.importing.cells import Value
from desktop.importing.tables.regions import Odd, Region
from desktop.importing.values.kinds import (
    DATE,
    EMPTY,
    MISSING,
    NUMBER,
    PART,
    TEXT,
    YEAR,
    glance,
    glances,
)
from desktop.importing.values.whole_columns import is_empty, taken
from desktop.importing.values.words import DAY_WORDS, words_of

_LOOKED_AT = 60
_FEW = 0.3  # of the rows may have a field more; when more have, the header lacks a name
_FIGURES = NUMBER + YEAR + MISSING


def straighten(region: Region) -> None:
    """Put the names of a table over its columns, and mark the rows that do not fit them."""
    rows = region.rows()
    sample = [glances(region.sheet.row(row)) for row in rows[:_LOOKED_AT]]
    if len(sample) < 2:
        return
    region.names_from = _names_from(region, sample)
    if not region.names_from:
        region.moved_from = _moved_from(region, rows)
    if not region.names_from and region.moved_from is None:
        for row in _shifted_rows(region, rows, sample):
            region.odd[row] = Odd.SHIFTED


def _names_from(region: Region, sample: Sequence[str]) -> int:
    """How far the header stands to the right of the data: one column to either side at most."""
    names = region.sheet.row(region.header[-1])
    named = [c for c in region.columns if names[c] is not None]
    held = [c for c in region.columns if any(kinds[c] != EMPTY for kinds in sample)]
    days = [c for c in named if _names_a_day(names[c])]
    if not days or not held or any(_holds_days(sample, c) for c in days):
        return 0
    for shift in (-1, 1):
        moved = {column - shift for column in named}
        fits = all(_holds_days(sample, column - shift) for column in days)
        if fits and moved <= set(held):
            return shift
    return 0


def _moved_from(region: Region, rows: Sequence[int]) -> int | None:
    """The one named column that holds nothing, where the data go on beyond the last name: a
    separator too many in every row."""
    cells, names = region.sheet.columns, region.sheet.row(region.header[-1])
    named = [c for c in region.columns if names[c] is not None]
    beyond = [c for c in region.columns if c > named[-1] and not _is_empty(cells[c], rows)]
    empty = [c for c in named if _is_empty(cells[c], rows)]
    if len(empty) != 1 or beyond != [named[-1] + 1] or region.beside:
        return None
    held = sum(cells[beyond[0]][row] is not None for row in rows)
    return empty[0] if held > (1 - _FEW) * len(rows) else None


def _is_empty(cells: Sequence[Value], rows: Sequence[int]) -> bool:
    return is_empty(taken(cells, rows))


def _names_a_day(name: object) -> bool:
    return isinstance(name, str) and bool(DAY_WORDS.intersection(words_of(name)))


def _holds_days(sample: Sequence[str], column: int) -> bool:
    if not 0 <= column < len(sample[0]):
        return False
    kinds = [line[column] for line in sample if line[column] != EMPTY]
    return bool(kinds) and 2 * sum(kind in DATE + PART + YEAR for kind in kinds) > len(kinds)


def _shifted_rows(region: Region, rows: Sequence[int], sample: Sequence[str]) -> list[int]:
    """The few rows with a field beyond the last name and a text where figures or dates stand:
    a text in them holds the separator."""
    sheet = region.sheet
    names = sheet.row(region.header[-1])
    named = [c for c in region.columns if names[c] is not None]
    beyond = max(named) + 1
    if beyond >= sheet.width or (region.beside and beyond not in region.beside):
        return []
    cells = sheet.columns[beyond]
    long = [row for row in rows if cells[row] is not None]
    if not long or len(long) > _FEW * len(rows):
        return []
    measured = [
        c for c in named if 2 * sum(kinds[c] in _FIGURES + DATE for kinds in sample) > len(sample)
    ]
    return [row for row in long if any(glance(sheet.columns[c][row]) == TEXT for c in measured)]
