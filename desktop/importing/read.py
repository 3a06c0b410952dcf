"""Reads a spreadsheet or text file into cells, safely."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desktop.core.faults import FileFault
from desktop.core.message import Message
from desktop.importing.cells import Area, CellError, NamedTable, Sheet, Value, Workbook
from desktop.importing.child_process import Died, frames_of
from desktop.importing.frames import unpack_block
from desktop.importing.limits import Limits
from desktop.importing.refusals import REASONS, WARNINGS, Refusal

Cancelled = Callable[[], bool]
Told = Callable[[float], object]


def read(
    path: Path | str,
    *,
    cancelled: Cancelled | None = None,
    encoding: str | None = None,
    progress: Told | None = None,
    limits: Limits | None = None,
) -> Workbook:
    """All sheets of a file, hidden ones too, in a process that is ended when it misbehaves.

    ``encoding`` overrides what a text file seems to be written in.  ``progress`` is told
    fractions from 0 to 1 where they are known.  Raises :class:`FileFault` with one sentence for
    everything that cannot be read, and :class:`Stopped` soon after ``cancelled()`` is true.
    """
    path = Path(path)
    try:
        _look(path)
        return _read(
            path,
            cancelled or _never,
            encoding or "",
            progress or _told_nobody,
            limits or Limits(),
        )
    except Refusal as refusal:
        raise FileFault(REASONS[refusal.code](path.name)) from refusal


def _look(path: Path) -> None:
    """The faults that need no reading process."""
    try:
        if path.is_dir():
            raise Refusal("folder")
        with path.open("rb") as file:
            if not file.read(1):
                raise Refusal("empty")
    except FileNotFoundError as error:
        raise Refusal("missing") from error
    except PermissionError as error:
        raise Refusal("forbidden") from error
    except OSError as error:
        raise Refusal("unreachable") from error


def _read(
    path: Path, cancelled: Cancelled, encoding: str, progress: Told, limits: Limits
) -> Workbook:
    try:
        workbook = _collect(path, frames_of(path, "fast", encoding, limits, cancelled), progress)
    except Died:
        try:
            frames = frames_of(path, "careful", encoding, limits, cancelled)
            workbook = _collect(path, frames, progress)
        except Died as death:
            raise Refusal("crash") from death
    if not any(sheet.columns for sheet in workbook.sheets):
        raise Refusal("no cells")
    return workbook


def _collect(path: Path, frames: Any, progress: Told) -> Workbook:
    """Build the workbook while the reading process is still at work."""
    workbook = Workbook(path.name, "", [])
    warnings: dict[str, Message] = {}
    columns: list[list[Value]] = []
    height = 0
    heading: dict[str, Any] = {}
    for frame in frames:
        if isinstance(frame, bytes):
            height = _append(columns, unpack_block(frame), height)
            continue
        match frame["event"]:
            case "workbook":
                workbook = _begin(path, frame)
            case "sheet":
                columns, height, heading = [], 0, frame
            case "restart":
                columns, height = [], 0
            case "end":
                workbook.sheets.append(_sheet(heading, columns, frame))
            case "warning":
                warnings[frame["code"]] = WARNINGS[frame["code"]](path.name)
            case "1904":
                workbook.dates_from_1904 = True
            case "progress":
                progress(float(frame["fraction"]))
    workbook.warnings = tuple(warnings.values())
    return workbook


def _begin(path: Path, frame: dict[str, Any]) -> Workbook:
    return Workbook(
        path.name,
        frame["kind"],
        [],
        encoding=frame.get("encoding", ""),
        delimiter=frame.get("delimiter", ""),
    )


def _append(columns: list[list[Value]], block: list[list[Value]], height: int) -> int:
    """Add rows below; a narrower or wider block is filled up with empty cells."""
    rows = len(block[0]) if block else 0
    while len(columns) < len(block):
        columns.append([None] * height)
    for index, column in enumerate(columns):
        column.extend(block[index] if index < len(block) else [None] * rows)
    return height + rows


def _sheet(heading: dict[str, Any], columns: list[list[Value]], end: dict[str, Any]) -> Sheet:
    numbers = _column_numbers(end["columns"], len(columns))
    sheet = Sheet(
        heading["name"],
        columns,
        _row_numbers(end["runs"]),
        numbers,
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
    for row, column, text in end["errors"]:
        if row in rows and column in columns:
            sheet.columns[columns[column]][rows[row]] = CellError(text)


def _trim(sheet: Sheet) -> None:
    """Drop empty columns at the right and empty rows at the bottom."""
    while sheet.columns and sheet.columns[-1].count(None) == sheet.height:
        sheet.columns.pop()
    sheet.column_numbers = sheet.column_numbers[: len(sheet.columns)]
    height = sheet.height
    while height and all(column[height - 1] is None for column in sheet.columns):
        height -= 1
    if height < sheet.height:
        for column in sheet.columns:
            del column[height:]
        sheet.row_numbers = sheet.row_numbers[:height]


def _never() -> bool:
    return False


def _told_nobody(_: float) -> None:
    pass
