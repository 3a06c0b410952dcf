"""Tables that stand side by side on a sheet, with empty columns between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.importing.cells import Sheet
from desktop.importing.tables.regions import Region, stacked_regions
from desktop.importing.values.kinds import DATE, EMPTY, MISSING, NUMBER, PART, TEXT, YEAR, glances
from desktop.importing.values.whole_columns import is_empty

_LOOKED_AT = 60  # rows of a table that are judged
_NUMBERS = re.compile(r"\d+")
_FEW_ROWS = 2  # by so much may tables side by side differ in length and still be one


def find_regions(sheet: Sheet) -> list[Region]:
    """All tables of a sheet, from top to bottom and from left to right."""
    divided = _divided(sheet, 0, sheet.height - 1)
    if divided is not None:
        return divided
    found: list[Region] = []
    top = 0
    for region in stacked_regions(sheet):
        parts = _divided(sheet, top, region.last) or _repeated(sheet, region, top) or [region]
        found.extend(parts)
        top = region.last + 1
    return found


@dataclass(slots=True)
class _Piece:
    """Some columns of a sheet between two rows, and the tables in them."""

    columns: range
    regions: list[Region]

    @property
    def rows(self) -> tuple[int, int]:
        """The first header or data row, and the last data row."""
        first = self.regions[0]
        top = first.header[0] if first.header else first.first
        return top, max(region.last for region in self.regions)


def _divided(sheet: Sheet, top: int, bottom: int) -> list[Region] | None:
    """The tables of each side, where empty columns part tables that stand for themselves."""
    sides = list(_sides(sheet, top, bottom))
    if len(sides) < 2:
        return None
    pieces = [_piece(sheet, sides[0], top, bottom)]
    for columns in sides[1:]:
        before, piece = pieces[-1], _piece(sheet, columns, top, bottom)
        if _are_two(sheet, before, piece):
            pieces.append(piece)
        elif not _is_aside(sheet, before, columns, bottom):
            wider = range(before.columns.start, columns.stop)
            pieces[-1] = _piece(sheet, wider, top, bottom)
    own = [piece for piece in pieces if piece.regions]
    if not own or (len(pieces) == 1 and pieces[0].columns == range(sheet.width)):
        return None
    found = [region for piece in own for region in piece.regions]
    return sorted(found, key=lambda r: (r.header[0] if r.header else r.first, r.columns[0]))


def _repeated(sheet: Sheet, region: Region, top: int) -> list[Region]:
    """The tables of a region whose names come back, each time over dates of their own:
    ``Date, Sales, Date, Sales``."""
    if not region.header:
        return []
    columns = region.columns
    header = sheet.row(region.header[-1])
    names = [_NUMBERS.sub("#", str(header[column])) for column in columns]
    rows = _rows(sheet, region)
    for width in range(2, len(columns) // 2 + 1):
        starts = columns[::width]
        again = len(columns) % width == 0 and names == names[:width] * len(starts)
        if again and all(_holds_periods(rows, column) for column in starts):
            ranges = [range(start, start + width) for start in starts]
            pieces = [_piece(sheet, each, top, region.last) for each in ranges]
            return [part for piece in pieces for part in piece.regions]
    return []


def _sides(sheet: Sheet, top: int, bottom: int) -> Iterator[range]:
    """The runs of columns between wholly empty ones."""
    start = None
    for column, cells in enumerate(sheet.columns):
        if is_empty(cells[top : bottom + 1]):
            if start is not None:
                yield range(start, column)
            start = None
        elif start is None:
            start = column
    if start is not None:
        yield range(start, sheet.width)


def _piece(sheet: Sheet, columns: range, top: int, bottom: int) -> _Piece:
    """The tables among these columns, with the sheet's own indexes."""
    left, right = columns.start, columns.stop
    narrow = replace(
        sheet,
        columns=sheet.columns[left:right],
        column_numbers=sheet.column_numbers[left:right],
        merged=tuple(
            area
            for area in sheet.merged
            if sheet.column_numbers[left] <= area.first_column <= sheet.column_numbers[right - 1]
        ),
    )
    found = []
    for region in stacked_regions(narrow, top, bottom):
        own = tuple(column + left for column in region.columns)
        found.append(replace(region, sheet=sheet, columns=own, beside=columns))
    return _Piece(columns, found)


def _are_two(sheet: Sheet, one: _Piece, other: _Piece) -> bool:
    """Whether both sides are tables: each with periods of its own, or of quite other rows."""
    if not (_stands_alone(sheet, one) and _stands_alone(sheet, other)):
        return False
    dated = [_has_periods(sheet, piece.regions[0]) for piece in (one, other)]
    if all(dated):
        return True
    (top, last), (other_top, other_last) = one.rows, other.rows
    if any(dated) and last != other_last and _names_each(sheet, (other if dated[0] else one)):
        return True
    return top != other_top or abs(last - other_last) > _FEW_ROWS


def _stands_alone(sheet: Sheet, piece: _Piece) -> bool:
    """Whether a side has a header, and rows of figures that its first column tells apart."""
    if not piece.regions or piece.regions[0].header_row is None:
        return False
    region = piece.regions[0]
    rows = _rows(sheet, region)
    keys = [kinds[region.columns[0]] for kinds in rows]
    figures = any(
        2 * sum(kinds[c] in NUMBER + YEAR + MISSING for kinds in rows) >= len(rows)
        for c in region.columns[1:]
    )
    return len(rows) > 1 and figures and all(key in TEXT + DATE + PART + YEAR for key in keys)


def _names_each(sheet: Sheet, piece: _Piece) -> bool:
    """Whether the first column names every row of its own: customers beside months."""
    region = piece.regions[0]
    names = [sheet.columns[region.columns[0]][row] for row in region.rows()]
    return len(set(names)) == len(names) and glances(names) == TEXT * len(names)


def _has_periods(sheet: Sheet, region: Region) -> bool:
    """Whether periods stand in the first column or over most of the others."""
    if _holds_periods(_rows(sheet, region), region.columns[0]):
        return True
    names = glances(sheet.row(region.header[-1]))
    periods = sum(names[c] in DATE + PART + YEAR for c in region.columns[1:])
    return periods >= 2 and 2 * periods >= len(region.columns) - 1


def _holds_periods(rows: Sequence[str], column: int) -> bool:
    """Whether most cells of a column that hold something are periods."""
    held = [kinds[column] for kinds in rows if kinds[column] != EMPTY]
    return 2 * sum(kind in DATE + PART + YEAR for kind in held) > len(held)


def _rows(sheet: Sheet, region: Region) -> Sequence[str]:
    return [glances(sheet.row(row)) for row in region.rows()[:_LOOKED_AT]]


def _is_aside(sheet: Sheet, before: _Piece, columns: range, bottom: int) -> bool:
    """Whether some columns beside a table hold only a summary: labels and figures, no header."""
    if len(columns) != 2 or not before.regions or not before.regions[0].header:
        return False
    top = before.regions[0].header[0]
    rows = [glances(sheet.row(row)[columns.start : columns.stop]) for row in range(top, bottom + 1)]
    held = [kinds for kinds in rows if kinds.strip(EMPTY)]
    pairs = [kinds for kinds in held if kinds[0] == TEXT and kinds[1] in NUMBER + YEAR + MISSING]
    return bool(pairs) and all(kinds in pairs or kinds[1] == EMPTY for kinds in held)
