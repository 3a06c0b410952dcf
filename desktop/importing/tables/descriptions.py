"""What looks like a table but only describes others: contents, and names with their values."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.importing.cells import Value
from desktop.importing.tables.preamble import is_stamp
from desktop.importing.tables.regions import Region
from desktop.importing.values.kinds import DATE, EMPTY, NUMBER, TEXT, glances
from desktop.importing.values.words import DAY_WORDS, words_of

_FEW_ROWS = 8


def without_contents(regions: Sequence[Region], names: set[str]) -> list[Region]:
    """Without a table of contents, and without the odd lines that stand on such a sheet.

    ``names`` are those of the sheets, folded.
    """
    if not any(_is_contents(region, names) for region in regions):
        return list(regions)
    kept = [region for region in regions if not _is_contents(region, names)]
    return [region for region in kept if region.last - region.first >= 2]


def _is_contents(region: Region, sheets: set[str]) -> bool:
    """A table of contents: its first column names other sheets."""
    if len(sheets) < 2:
        return False
    cells = region.sheet.columns[region.columns[0]][region.first : region.last + 1]
    texts = [value.strip().casefold() for value in cells if isinstance(value, str)]
    return bool(texts) and texts[0] in sheets - {region.sheet.name.strip().casefold()}


def without_key_values(regions: Sequence[Region]) -> list[Region]:
    """Without small blocks of names and their values; one over a table is told about that."""
    kept: list[Region] = []
    described: list[int] = []
    for place, region in enumerate(regions):
        follower = regions[1] if place == 0 and len(regions) > 1 else None
        if _is_description(region, follower):
            described = [*region.above, *_rows(region)]
        else:
            region.above = (*described, *region.above)
            described = []
            kept.append(region)
    return kept


def _is_description(region: Region, follower: Region | None) -> bool:
    """Whether a block holds no table: at the top over a wider one, or names without figures."""
    if len(region.columns) not in (2, 3) or region.last - region.first >= _FEW_ROWS:
        return False
    rows = [region.sheet.row(row) for row in _rows(region)]
    label = rows[0][region.columns[0]]
    if isinstance(label, str) and is_stamp(label):
        return True
    wider = follower is not None and len(follower.columns) >= 4 and not region.beside
    pairs = len(region.columns) == 2 or rows[0][region.columns[-1]] is None
    return pairs and (
        (wider and len(region.columns) == 2) or _are_names_and_values(rows, region.columns)
    )


def _are_names_and_values(rows: Sequence[Sequence[Value]], columns: Sequence[int]) -> bool:
    """Texts with texts and dates beside them, without any figure: ``From, 1 January 2026``."""
    left, *others = columns
    names = glances(row[left] for row in rows)
    values = glances(row[column] for row in rows for column in others)
    if NUMBER in values or any(kind != TEXT for kind in names.replace(EMPTY, "")):
        return False
    heading = rows[0][others[0]]
    dated = isinstance(heading, str) and bool(DAY_WORDS.intersection(words_of(heading)))
    return DATE in values and not dated


def _rows(region: Region) -> range:
    top = region.header[0] if region.header else region.first
    return range(top, region.last + 1)
