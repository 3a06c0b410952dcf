"""Workbooks through calamine, with what it leaves out filled in from the package."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta
from pathlib import Path
from threading import Thread
from zipfile import BadZipFile, ZipFile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from desktop.importing.cells import Area
from desktop.importing.file_kind import FileKind
from desktop.importing.frames import BLOCK_ROWS, Raw
from desktop.importing.refusals import Refusal
from desktop.importing.sender import Sender
from desktop.importing.xlsx_package import Package, SheetPart, WorkbookParts, workbook_parts
from desktop.importing.xlsx_scan import SheetExtras, scan_sheet
from desktop.importing.xlsx_styles import cell_formats


class NotRead(Exception):
    """The fast reader gave up, or gave less than the file holds."""


def read_fast(path: Path, kind: FileKind, sender: Sender) -> None:
    """Send every worksheet of ``path``; :class:`NotRead` before anything was sent for a sheet."""
    try:
        with path.open("rb") as file:
            workbook = CalamineWorkbook.from_filelike(file)
    except PasswordError as error:
        raise Refusal("encrypted") from error
    except CalamineError as error:
        raise NotRead from error
    extras = _Extras(path) if kind is FileKind.XLSX else None
    sender.workbook(kind, dates_from_1904=bool(extras and extras.parts.dates_from_1904))
    for metadata in workbook.sheets_metadata:
        if metadata.typ is SheetTypeEnum.WorkSheet:
            _send_sheet(workbook, metadata, extras, sender)
    sender.finish()


class _Extras:
    """Formats and errors of an xlsx, read beside calamine."""

    def __init__(self, path: Path) -> None:
        try:
            self.package = Package(ZipFile(path))
            self.parts: WorkbookParts = workbook_parts(self.package)
            self.formats = cell_formats(self.package, self.parts.styles)
        except (BadZipFile, OSError, KeyError) as error:
            raise NotRead from error

    def sheet(self, name: str) -> SheetPart | None:
        return next((s for s in self.parts.sheets if s.name == name and s.part), None)


class _Scan(Thread):
    """Scans one sheet while calamine, which lets go of the interpreter, reads it."""

    def __init__(self, extras: _Extras, sheet: SheetPart) -> None:
        super().__init__(daemon=True)
        self._extras = extras
        self._sheet = sheet
        self._found: SheetExtras | None = None
        self._refusal: Refusal | None = None

    def run(self) -> None:
        try:
            self._found = scan_sheet(self._extras.package, self._sheet.part, self._extras.formats)
        except Refusal as refusal:
            self._refusal = refusal
        except (BadZipFile, OSError, KeyError, MemoryError):
            self._refusal = Refusal("damaged")

    def result(self) -> SheetExtras | None:
        """What was found, or ``None`` for a sheet whose XML only calamine understands."""
        self.join()
        if self._refusal is not None and self._refusal.code == "entities":
            raise self._refusal
        return self._found


def _send_sheet(
    workbook: CalamineWorkbook, metadata: SheetMetadata, extras: _Extras | None, sender: Sender
) -> None:
    part = extras.sheet(metadata.name) if extras else None
    scan = _Scan(extras, part) if extras and part else None
    if scan is not None:
        scan.start()
    try:
        sheet = workbook.get_sheet_by_name(metadata.name)
    except CalamineError as error:
        raise NotRead from error
    sender.begin_sheet(metadata.name, hidden=metadata.visible is not SheetVisibleEnum.Visible)
    top, left = sheet.start or (0, 0)
    times, values = _send_rows(sheet, top + 1, left + 1, sender, scanned=scan is not None)
    found = scan.result() if scan else None
    if found is None:
        if extras is not None:
            sender.warn("no formats")
        found = SheetExtras(formats=times)
    elif values + len(found.errors) < found.values // 2:
        raise NotRead
    sender.end_sheet(
        columns=left + 1,
        formats=found.formats,
        cell_formats=found.cell_formats,
        errors=found.errors,
        tables=part.tables if part else (),
        merged=_merged(sheet),
    )


def _send_rows(
    sheet: CalamineSheet, first_row: int, first_column: int, sender: Sender, *, scanned: bool
) -> tuple[dict[int, str], int]:
    """Send the rows; returns formats of clock times and durations, and the number of values.

    Where the package is scanned, formats come from there, and empty rows may hold errors.
    """
    rows = sheet.to_python()
    values = 0
    formats: dict[int, str] = {}
    for start in range(0, len(rows), BLOCK_ROWS):
        columns = list(zip(*rows[start : start + BLOCK_ROWS], strict=True))
        sender.columns(first_row + start, columns, keep_empty=scanned)
        values += sum(len(column) - column.count("") for column in columns)
        if not scanned:
            _note_times(columns, first_column, formats)
    return formats, values


def _note_times(
    columns: Sequence[Sequence[Raw]], first_column: int, formats: dict[int, str]
) -> None:
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
