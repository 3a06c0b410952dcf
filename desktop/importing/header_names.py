"""Names for the columns of a table, from one or several header rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.importing.cells import Sheet, Value, column_letters
from desktop.importing.kinds import is_year
from desktop.importing.marks import plain
from desktop.importing.regions import Region


def name_columns(region: Region) -> dict[int, str]:
    """A unique name for each column of a region, by index.

    The header row nearest the data names a column; rows above it name columns that it leaves
    empty or only numbers, and tell namesakes apart.  A column without any name is called by its
    letter, as spreadsheets do.
    """
    sheet, rows = region.sheet, region.header
    names: dict[int, str] = {}
    for column in region.columns:
        own = _texts(sheet, rows, column)
        name = own[-1] if own else ""
        if (not name or _is_code(sheet, rows, column)) and len(own) > 1:
            upper = _joined(own[:-1])
            name = upper or name
        names[column] = name or column_letters(sheet.column_numbers[column])
    return _unique(names, _groups(sheet, rows[:-1], region.columns))


def _texts(sheet: Sheet, rows: Sequence[int], column: int) -> list[str]:
    return [header_text(sheet.columns[column][row]) for row in rows]


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
