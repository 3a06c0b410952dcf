"""Puts a workbook together from the frames that the reading process sends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from desktop.core.message import Message
from desktop.core.stopping import watched
from desktop.importing.cells import Area, CellError, NamedTable, Sheet, Value, Workbook
from desktop.importing.reading.blocks import Block, EmptyBlock
from desktop.importing.reading.frames import Frame
from desktop.importing.reading.packed_column import PackedColumn
from desktop.importing.reading.refusals import WARNINGS, about
from desktop.importing.reading.unpacking import unpack_block

LONG = 16_384
"""Columns of more cells stay packed until they are looked at."""
Told = Callable[[float], object]


def assemble(name: str, frames: Iterable[Frame], progress: Told) -> Workbook:
    """The workbook called ``name``, built while the reading process is still at work."""
    workbook = Workbook(name, "", [])
    warnings: dict[str, Message] = {}
    columns: list[list[Block]] = []
    height = 0
    heading: dict[str, Any] = {}
    for frame in frames:
        if isinstance(frame, bytes):
            height = _append(columns, unpack_block(frame), height)
            continue
        match frame["event"]:
            case "workbook":
                workbook = _begin(name, frame)
            case "sheet":
                columns, height, heading = [], 0, frame
            case "restart":
                columns, height = [], 0
            case "end":
                workbook.sheets.append(_sheet(heading, columns, frame))
            case "warning":
                warnings[frame["code"]] = about(WARNINGS[frame["code"]], name)
            case "1904":
                workbook.dates_from_1904 = True
            case "progress":
                progress(float(frame["fraction"]))
    workbook.warnings = tuple(warnings.values())
    return workbook


def _begin(name: str, frame: dict[str, Any]) -> Workbook:
    return Workbook(
        name,
        frame["kind"],
        [],
        encoding=frame.get("encoding", ""),
        delimiter=frame.get("delimiter", ""),
    )


def _append(columns: list[list[Block]], block: list[Block], height: int) -> int:
    """Add rows below; a narrower or wider block is filled up with empty cells."""
    rows = block[0].rows if block else 0
    if height + rows > LONG:
        block = [each.prepared() for each in block]
    while len(columns) < len(block):
        columns.append([EmptyBlock(height)] if height else [])
    for index, column in enumerate(columns):
        column.append(block[index] if index < len(block) else EmptyBlock(rows))
    return height + rows


def _sheet(heading: dict[str, Any], columns: list[list[Block]], end: dict[str, Any]) -> Sheet:
    sheet = Sheet(
        heading["name"],
        list(map(_column, watched(columns))),
        _row_numbers(end["runs"]),
        _column_numbers(end["columns"], len(columns)),
        hidden=heading["hidden"],
        tables=tuple(
            NamedTable(name, Area(*area), header, total)
            for name, area, header, total in end["tables"]
        ),
        merged=tuple(Area(*area) for area in end["merged"]),
    )
    _place(sheet, end)
    _trim(sheet)
    return sheet


def _column(blocks: list[Block]) -> Sequence[Value]:
    """The cells of a column: a list, unless there are very many."""
    if sum(block.rows for block in blocks) > LONG:
        return PackedColumn(blocks)
    return [value for block in blocks for value in block.values()]


def _row_numbers(runs: list[tuple[int, int]]) -> Sequence[int]:
    if len(runs) == 1:
        return range(runs[0][0], runs[0][1] + 1)
    return [number for first, last in runs for number in range(first, last + 1)]


def _column_numbers(columns: int | list[int], width: int) -> Sequence[int]:
    if isinstance(columns, int):
        return range(columns, columns + width)
    consecutive = bool(columns) and columns[-1] - columns[0] == len(columns) - 1
    return range(columns[0], columns[-1] + 1) if consecutive else columns


def _place(sheet: Sheet, end: dict[str, Any]) -> None:
    """Put formats and errors, which come by the file's numbers, at their indexes."""
    columns = {number: index for index, number in enumerate(sheet.column_numbers)}
    for number, text in end["formats"]:
        if number in columns:
            sheet.formats[columns[number]] = text
    rows: dict[int, int] = {}
    if end["cell_formats"] or end["errors"]:
        rows = {number: index for index, number in enumerate(sheet.row_numbers)}
    for row, column, text in end["cell_formats"]:
        if row in rows and column in columns:
            sheet.cell_formats[rows[row], columns[column]] = text
    errors: dict[int, dict[int, Value]] = {}
    for row, column, text in end["errors"]:
        if row in rows and column in columns:
            errors.setdefault(columns[column], {})[rows[row]] = CellError(text)
    for index, found in errors.items():
        sheet.columns[index] = _replaced(sheet.columns[index], found)


def _replaced(column: Sequence[Value], cells: Mapping[int, Value]) -> Sequence[Value]:
    if isinstance(column, PackedColumn):
        return column.replaced(cells)
    return [cells.get(place, value) for place, value in enumerate(column)]


def _trim(sheet: Sheet) -> None:
    """Drop empty columns at the right and empty rows at the bottom."""
    while sheet.columns and sheet.columns[-1].count(None) == sheet.height:
        sheet.columns.pop()
    sheet.column_numbers = sheet.column_numbers[: len(sheet.columns)]
    height = sheet.height
    while height and all(column[height - 1] is None for column in sheet.columns):
        height -= 1
    if height < sheet.height:
        sheet.columns = [column[:height] for column in sheet.columns]
        sheet.row_numbers = sheet.row_numbers[:height]
