"""Names for the columns of a table, from one or several header rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.importing.cells import Sheet, Value, column_letters
from desktop.importing.tables.regions import Region
from desktop.importing.tables.units import is_unit_word
from desktop.importing.values.kinds import EMPTY, TEXT, glances, is_year
from desktop.importing.values.marks import plain


def name_columns(region: Region) -> dict[int, str]:
    """A unique name for each column of a region, by index.

    The header row nearest the data names a column, unless it explains the names over it; rows
    above it name columns that it leaves empty or only numbers, and tell namesakes apart.  A column
    without any name is called by its letter, as spreadsheets do.
    """
    sheet, rows = region.sheet, region.header
    names: dict[int, str] = {}
    under, explained, told = units_under(region), _is_explained(region), _is_told_under(region)
    for column in region.columns:
        own = [header_text(name_over(region, row, column)) for row in rows]
        if under or explained:
            own.pop()
        name = own[-1] if own else ""
        if told:
            name = _joined(own)
        elif (not name or _is_code(sheet, rows, column)) and len(own) > 1:
            upper = _joined(own[:-1])
            name = upper or name
        names[column] = name or column_letters(sheet.column_numbers[column])
    return _unique(names, _groups(sheet, rows[:-1], region.columns))


def units_under(region: Region) -> dict[int, str]:
    """The unit under the name of each column, where the last header row holds nothing else."""
    if len(region.header) < 2:
        return {}
    cells, row = region.sheet.columns, region.header[-1]
    found = {c: header_text(cells[c][row]).strip("()[] ") for c in region.columns}
    found = {column: text for column, text in found.items() if text}
    named = all(any(cells[c][upper] is not None for upper in region.header[:-1]) for c in found)
    return found if named and all(map(is_unit_word, found.values())) else {}


def _is_told_under(region: Region) -> bool:
    """Whether the last header row says something more about some names in the row above, each of
    which names a column of its own: its unit, what is in it."""
    if len(region.header) != 2:
        return False
    upper, lower = (
        [name_over(region, row, column) for column in region.columns] for row in region.header
    )
    named = set(glances(upper)) == {TEXT} and len(set(upper)) == len(upper)
    return named and lower[0] is None and set(glances(lower)) == {TEXT, EMPTY}


def _is_explained(region: Region) -> bool:
    """Whether the last header row explains in several words some of the names in the row above."""
    if len(region.header) < 2:
        return False
    upper, lower = (
        {c: header_text(name_over(region, row, c)) for c in region.columns}
        for row in region.header[-2:]
    )
    names = [upper[column] for column in region.columns]
    told = {column: text for column, text in lower.items() if text}
    if not 0 < len(told) < len(names) or not all(names) or len(set(names)) < len(names):
        return False
    return all(len(text.split()) > max(2, len(upper[c].split())) for c, text in told.items())


def name_over(region: Region, row: int, column: int) -> Value:
    """What a header row says over a column of data."""
    at = column + region.names_from
    if region.moved_from is not None and column >= region.moved_from:
        if column == region.moved_from:
            return None
        at = column - 1
    return region.sheet.columns[at][row] if 0 <= at < region.sheet.width else None


def header_text(value: Value) -> str:
    """A header cell as text: dates as ISO, years and codes without a decimal point."""
    if value is None:
        return ""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, bool):
        return str(value).upper()
    return str(int(value)) if value.is_integer() else repr(value)


def _is_code(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    value = sheet.columns[column][rows[-1]] if rows else None
    return isinstance(value, float) and not is_year(value)


def _joined(texts: Sequence[str]) -> str:
    """Words that a narrow column broke over several rows."""
    text = ""
    for part in texts:
        if text.endswith("-") and part[:1].islower():
            text = text[:-1] + part
        else:
            text = f"{text} {part}".strip()
    return text


def _groups(sheet: Sheet, rows: Sequence[int], columns: Sequence[int]) -> dict[int, str]:
    """The name of the group that each column stands under, spread to the right."""
    found: dict[int, str] = {}
    for row in rows:
        group = ""
        for column in columns:
            group = header_text(sheet.columns[column][row]) or group
            if group:
                found[column] = f"{found[column]} {group}" if column in found else group
    return found


def _unique(names: Mapping[int, str], groups: Mapping[int, str]) -> dict[int, str]:
    counts: dict[str, int] = {}
    for name in names.values():
        counts[name] = counts.get(name, 0) + 1
    taken: set[str] = set()
    result: dict[int, str] = {}
    for column, name in names.items():
        full = name
        if counts[name] > 1 and groups.get(column):
            full = f"{groups[column]} {name}"
        candidate, number = full, 2
        while candidate in taken:
            candidate = f"{full} ({number})"
            number += 1
        taken.add(candidate)
        result[column] = candidate
    return result
