"""Xlsx workbooks cell by cell: for files that make the fast reader fail, or that it misreads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from desktop.importing.cells import CellError, Value
from desktop.importing.reading.frames import BLOCK_ROWS
from desktop.importing.reading.limits import Limits
from desktop.importing.reading.refusals import Refusal
from desktop.importing.reading.sender import Sender
from desktop.importing.reading.sheet_extras import SheetExtras
from desktop.importing.reading.xlsx_cells import each_cell
from desktop.importing.reading.xlsx_package import Package, SheetPart, workbook_parts
from desktop.importing.reading.xlsx_styles import cell_formats
from desktop.importing.reading.xml_events import parse_xml
from desktop.importing.values.number_formats import shows

_SCATTERED = 10
"""A sheet with more than so many places for each value is stored without its empty rows."""


def read_careful(path: Path, sender: Sender, limits: Limits) -> None:
    """Send every sheet of an xlsx package, whatever its parts are called and joined by."""
    try:
        package = Package(ZipFile(path))
        parts = workbook_parts(package)
        formats = cell_formats(package, parts.styles)
        strings = _shared_strings(package, parts.strings)
        if parts.sheets and not any(sheet.part for sheet in parts.sheets):
            raise Refusal("damaged")
        sender.workbook("xlsx")
        if parts.dates_from_1904:
            sender.dates_from_1904()
        sender.warn("careful")
        for sheet in parts.sheets:
            if sheet.part:
                reader = _Sheet(formats, strings, parts.dates_from_1904, limits)
                with package.open(sheet.part) as stream:
                    each_cell(stream, reader.seen)
                reader.send(sheet, sender)
            else:
                sender.warn("sheet unread")
    except (BadZipFile, OSError, KeyError, EOFError) as error:
        raise Refusal("damaged") from error
    sender.finish()


def _shared_strings(package: Package, part: str) -> list[str]:
    strings: list[str] = []
    texts: list[str] = []
    listening = phonetic = False

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal listening, phonetic
        if tag == "si":
            texts.clear()
        elif tag == "rPh":
            phonetic = True
        elif tag == "t":
            listening = not phonetic

    def end(tag: str) -> None:
        nonlocal listening, phonetic
        if tag == "si":
            strings.append("".join(texts))
        elif tag == "rPh":
            phonetic = False
        elif tag == "t":
            listening = False

    def text(piece: str) -> None:
        if listening:
            texts.append(piece)

    if part in package:
        with package.open(part) as stream:
            parse_xml(stream, start=start, end=end, text=text)
    return strings


class _Sheet:
    """Collects the cells of one sheet, then sends them as rows."""

    def __init__(
        self, formats: list[str], strings: list[str], from_1904: bool, limits: Limits
    ) -> None:
        self._formats = formats
        self._strings = strings
        self._epoch = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001
        self._limits = limits
        self._rows: defaultdict[int, dict[int, Value]] = defaultdict(dict)
        self._extras: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        self._count = 0
        self._parsers: dict[str, Callable[[str], Value]] = {
            "s": self._shared,
            "b": lambda text: text.strip() in ("1", "true"),
            "e": CellError,
        }

    def seen(self, row: int, column: int, kind: str, style: int, text: str) -> None:
        """Take one cell; text that is no number in a cell of numbers stays text."""
        self._count += 1
        if self._count > self._limits.cells:
            raise Refusal("too large")
        if kind in ("n", "d"):
            number_format = self._formats[style] if style < len(self._formats) else ""
            self._extras[column].append((row, number_format))
            value = _iso_moment(text) if kind == "d" else self._number(text, number_format)
        else:
            value = self._parsers[kind](text) if kind in self._parsers else text
        if value is not None and value != "":
            self._rows[row][column] = value

    def send(self, sheet: SheetPart, sender: Sender) -> None:
        sender.begin_sheet(sheet.name, hidden=sheet.hidden)
        columns = sorted({column for cells in self._rows.values() for column in cells})
        if columns:
            self._send_rows(columns, sender)
        extras = SheetExtras()
        extras.settle(self._extras)
        sender.end_sheet(
            columns=columns,
            formats=extras.formats,
            cell_formats=extras.cell_formats,
            tables=sheet.tables,
        )

    def _send_rows(self, columns: list[int], sender: Sender) -> None:
        first, last = min(self._rows), max(self._rows)
        if (last - first + 1) * (columns[-1] - columns[0] + 1) <= max(
            _SCATTERED * self._count, 10_000
        ):
            columns[:] = range(columns[0], columns[-1] + 1)
            numbers = list(range(first, last + 1))
        else:
            numbers = sorted(self._rows)
        start = 0
        while start < len(numbers):
            stop = start + 1
            while (
                stop < len(numbers)
                and stop - start < BLOCK_ROWS
                and numbers[stop] == numbers[stop - 1] + 1
            ):
                stop += 1
            rows = [self._rows.get(number, {}) for number in numbers[start:stop]]
            sender.columns(numbers[start], [[row.get(c) for row in rows] for c in columns])
            start = stop

    def _number(self, text: str, number_format: str) -> Value:
        try:
            number = float(text)
        except ValueError:
            return text.strip() or None
        return self._moment(number) if shows(number_format) == "date" else number

    def _moment(self, number: float) -> Value:
        try:
            moment = self._epoch + timedelta(days=round(number * 86_400_000) / 86_400_000)
        except (OverflowError, ValueError):
            return number
        return moment.date() if moment.time() == datetime.min.time() else moment

    def _shared(self, text: str) -> Value:
        index = int(text) if text.strip().isdecimal() else -1
        return self._strings[index] if 0 <= index < len(self._strings) else None


def _iso_moment(text: str) -> Value:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment.replace(tzinfo=None) if "T" in text else moment.date()
