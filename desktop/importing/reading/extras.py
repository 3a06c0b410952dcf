"""Number formats and error cells, found beside the fast reader on another core.

calamine lets go of the interpreter while it parses, so the scan costs next to no time.
"""

from __future__ import annotations

import struct
from pathlib import Path
from threading import Thread
from typing import Protocol
from zipfile import BadZipFile, ZipFile

from desktop.importing.cells import NamedTable
from desktop.importing.reading.file_kind import FileKind
from desktop.importing.reading.ods_scan import scan_ods
from desktop.importing.reading.refusals import Refusal
from desktop.importing.reading.sheet_extras import SheetExtras
from desktop.importing.reading.xls_scan import scan_xls
from desktop.importing.reading.xlsb_scan import scan_xlsb
from desktop.importing.reading.xlsx_package import Package, SheetPart, workbook_parts
from desktop.importing.reading.xlsx_scan import scan_sheet
from desktop.importing.reading.xlsx_styles import cell_formats

_UNREADABLE = (
    BadZipFile,
    OSError,
    EOFError,
    KeyError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    MemoryError,
    struct.error,
    IndexError,
)
"""What a damaged package makes of the scan; the fast reader may still manage."""


class Extras(Protocol):
    """What can be known of a workbook besides its values."""

    dates_from_1904: bool
    all_lost: bool
    """Whether no sheet that the file names is there."""

    def begin(self, index: int, name: str) -> None:
        """Start to look at a sheet, given by its place in the workbook and its name."""
        ...

    def has(self, name: str) -> bool:
        """Whether the file holds the sheet that it names, as far as can be told."""
        ...

    def found(self, index: int) -> SheetExtras | None:
        """Wait for what was found; ``None`` where nothing can be said."""
        ...

    def tables(self, name: str) -> tuple[NamedTable, ...]:
        """The tables that the sheet's author defined."""
        ...


def extras_of(path: Path, kind: FileKind) -> Extras:
    """The extras of a workbook; a package with a document type is a :class:`Refusal`."""
    if kind is FileKind.XLSX:
        return _XlsxExtras(path)
    return _WholeExtras(path, kind)


class _Scan(Thread):
    """Scans one xlsx sheet."""

    def __init__(self, package: Package, part: str, formats: list[str]) -> None:
        super().__init__(daemon=True)
        self._arguments = (package, part, formats)
        self.found: SheetExtras | None = None
        self.refusal: Refusal | None = None

    def run(self) -> None:
        try:
            self.found = scan_sheet(*self._arguments)
        except Refusal as refusal:
            self.refusal = refusal
        except _UNREADABLE:
            self.refusal = Refusal("damaged")


class _XlsxExtras:
    def __init__(self, path: Path) -> None:
        self.dates_from_1904 = self.all_lost = False
        self._scans: dict[int, _Scan] = {}
        self._sheets: dict[str, SheetPart] = {}
        self._lost: set[str] = set()
        try:
            self._package = Package(ZipFile(path))
            parts = workbook_parts(self._package)
            self._formats = cell_formats(self._package, parts.styles)
        except _UNREADABLE:
            return
        except Refusal as refusal:
            if refusal.code == "entities":
                raise
            return
        self.dates_from_1904 = parts.dates_from_1904
        self._lost = {sheet.name for sheet in parts.sheets if not sheet.part}
        self.all_lost = 0 < len(parts.sheets) == len(self._lost)
        self._sheets = {sheet.name: sheet for sheet in parts.sheets if sheet.part}

    def begin(self, index: int, name: str) -> None:
        if name in self._sheets:
            scan = _Scan(self._package, self._sheets[name].part, self._formats)
            self._scans[index] = scan
            scan.start()

    def has(self, name: str) -> bool:
        return name not in self._lost

    def found(self, index: int) -> SheetExtras | None:
        if index not in self._scans:
            return None
        scan = self._scans.pop(index)
        scan.join()
        if scan.refusal is not None and scan.refusal.code == "entities":
            raise scan.refusal
        return scan.found

    def tables(self, name: str) -> tuple[NamedTable, ...]:
        return self._sheets[name].tables if name in self._sheets else ()


class _WholeExtras:
    """Scans all sheets of an xls, xlsb or ods file at once."""

    def __init__(self, path: Path, kind: FileKind) -> None:
        self.dates_from_1904 = self.all_lost = False
        self._path = path
        self._kind = kind
        self._sheets: list[SheetExtras] = []
        self._refusal: Refusal | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def found(self, index: int) -> SheetExtras | None:
        self._thread.join()
        if self._refusal is not None and self._refusal.code != "damaged":
            raise self._refusal
        return self._sheets[index] if index < len(self._sheets) else None

    def begin(self, index: int, name: str) -> None:
        """The scan of the whole file began at once."""

    def has(self, name: str) -> bool:
        return True

    def tables(self, name: str) -> tuple[NamedTable, ...]:
        return ()

    def _run(self) -> None:
        try:
            if self._kind is FileKind.ODS:
                self._sheets = scan_ods(self._path)
            else:
                xlsb = self._kind is FileKind.XLSB
                workbook = scan_xlsb(self._path) if xlsb else scan_xls(self._path.read_bytes())
                self._sheets = workbook.sheets
                self.dates_from_1904 = workbook.dates_from_1904
        except Refusal as refusal:
            self._refusal = refusal
        except _UNREADABLE:
            self._refusal = Refusal("damaged")
