"""Workbooks through calamine, with what it leaves out filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from desktop.importing.cells import Area
from desktop.importing.reading.extras import Extras, extras_of
from desktop.importing.reading.file_kind import FileKind
from desktop.importing.reading.frames import Raw, block_ends
from desktop.importing.reading.refusals import Refusal
from desktop.importing.reading.sender import Sender
from desktop.importing.reading.sheet_extras import SheetExtras


class NotRead(Exception):
    """The fast reader gave up, or gave less than the file holds."""


def read_fast(path: Path, kind: FileKind, sender: Sender) -> None:
    """Send every worksheet of ``path``, or raise :class:`NotRead`."""
    extras = extras_of(path, kind)
    try:
        with path.open("rb") as file:
            workbook = CalamineWorkbook.from_filelike(file)
    except PasswordError as error:
        raise Refusal("encrypted") from error
    except CalamineError as error:
        extras.found(0)  # a refusal found there says more than the fast reader does
        raise NotRead from error
    sender.workbook(kind)
    for index, metadata in enumerate(workbook.sheets_metadata):
        if metadata.typ is SheetTypeEnum.WorkSheet:
            extras.begin(index, metadata.name)
            sender.begin_sheet(
                metadata.name, hidden=metadata.visible is not SheetVisibleEnum.Visible
            )
            try:
                sheet = workbook.get_sheet_by_name(metadata.name)
            except CalamineError as error:
                raise NotRead from error
            _send_sheet(sheet, index, extras, sender)
    if extras.all_lost and not sender.has_cells:
        raise Refusal("damaged")
    if extras.dates_from_1904:
        sender.dates_from_1904()
    sender.finish()


def _send_sheet(sheet: CalamineSheet, index: int, extras: Extras, sender: Sender) -> None:
    if not extras.has(sheet.name):
        sender.warn("sheet unread")
    found = extras.found(index)
    top, left = sheet.start or (0, 0)
    formats: dict[int, str] = {}
    rows = sheet.to_python()
    values = 0
    for start, stop in block_ends(len(rows)):
        columns = list(zip(*rows[start:stop], strict=True))
        sender.columns(top + 1 + start, columns, keep_empty=found is None or bool(found.errors))
        values += sum(len(column) - column.count("") for column in columns)
        if found is None:
            _note_times(columns, left + 1, formats)
    if found is None:
        sender.warn("no formats")
        found = SheetExtras(formats=formats)
    elif 2 * (values + len(found.errors)) < found.values:
        raise NotRead
    if found.unsolved:
        sender.warn("unsolved")
    sender.end_sheet(
        columns=left + 1,
        formats=found.formats,
        cell_formats=found.cell_formats,
        errors=found.errors,
        tables=extras.tables(sheet.name),
        merged=_merged(sheet),
    )


def _note_times(
    columns: Sequence[Sequence[Raw]], first_column: int, formats: dict[int, str]
) -> None:
    """Note columns of clock times, which become numbers on the way."""
    for number, column in enumerate(columns, first_column):
        types = set(map(type, column))
        if timedelta in types:
            formats[number] = "[h]:mm:ss"
        elif time in types:
            formats.setdefault(number, "h:mm:ss")


def _merged(sheet: CalamineSheet) -> list[Area]:
    ranges = sheet.merged_cell_ranges or []
    return [
        Area(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges
    ]
