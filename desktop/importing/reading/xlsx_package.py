"""The parts of an xlsx package: which sheets there are, where, and how they are shown."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from zipfile import ZipFile

from desktop.importing.cells import Area, NamedTable, column_number
from desktop.importing.reading.refusals import Refusal
from desktop.importing.reading.xml_events import parse_xml

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$")


@dataclass(slots=True)
class SheetPart:
    """One worksheet; ``part`` is "" where the package does not lead to it."""

    name: str
    part: str
    hidden: bool = False
    tables: tuple[NamedTable, ...] = ()


@dataclass(slots=True)
class Package:
    """The parts of a package, found whatever the letter case and separators of their names."""

    archive: ZipFile
    _names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._names = {_plain(name): name for name in self.archive.namelist()}

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._names

    def names(self) -> list[str]:
        return list(self._names)

    def open(self, part: str) -> IO[bytes]:
        return self.archive.open(self._names[_plain(part)])

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Id to (last word of the type, absolute part name); empty where there are none."""
        folder, name = posixpath.split(part)
        rels = f"{folder}/_rels/{name}.rels"
        found: dict[str, tuple[str, str]] = {}
        if rels not in self:
            return found

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship" and "Target" in attributes:
                target = attributes["Target"].replace("\\", "/")
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes.get("Id", "")] = (kind, path)

        with self.open(rels) as stream:
            parse_xml(stream, start=start)
        return found


def holds_data_model(path: Path) -> bool:
    """Whether a workbook keeps tables in a data model, which no cell shows by itself."""
    with ZipFile(path) as archive:
        return any(_plain(name).startswith("xl/model/") for name in archive.namelist())


@dataclass(slots=True)
class WorkbookParts:
    """What ``workbook.xml`` says."""

    sheets: list[SheetPart]
    dates_from_1904: bool
    styles: str
    strings: str


def workbook_parts(package: Package) -> WorkbookParts:
    """Sheets in the order of the workbook.

    Where the relations do not lead to the sheets, the parts are taken in the order of their
    numbers, as long as there is one for each sheet.
    """
    relations = package.relations("xl/workbook.xml")
    sheets: list[SheetPart] = []
    dates_from_1904 = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal dates_from_1904
        if tag == "workbookPr" and "date1904" in attributes:
            dates_from_1904 = attributes["date1904"] in ("1", "true")
        elif tag == "sheet":
            ids = [value for key, value in attributes.items() if key.rpartition(":")[2] == "id"]
            _, part = relations.get(ids[0] if ids else "", ("", ""))
            hidden = attributes.get("state", "visible").lower() != "visible"
            found = part if part in package else ""
            sheets.append(SheetPart(attributes.get("name", ""), found, hidden))

    if "xl/workbook.xml" in package:
        with package.open("xl/workbook.xml") as stream:
            parse_xml(stream, start=start)
    _find_lost_sheets(package, sheets)
    others = {kind: part for kind, part in relations.values() if part in package}
    for sheet in sheets:
        sheet.tables = _tables(package, sheet.part) if sheet.part else ()
    return WorkbookParts(
        sheets,
        dates_from_1904,
        others.get("styles", "xl/styles.xml"),
        others.get("sharedStrings", "xl/sharedStrings.xml"),
    )


def parse_area(reference: str) -> Area | None:
    """``B4:O9`` or ``$B$4`` as an area; ``None`` for anything else."""
    match = _AREA.match(reference)
    if match is None:
        return None
    first, top, last, bottom = match.groups()
    return Area(int(top), column_number(first), int(bottom or top), column_number(last or first))


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _find_lost_sheets(package: Package, sheets: list[SheetPart]) -> None:
    parts = [n for n in package.names() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", n)]
    parts.sort(key=lambda name: (len(name), name))
    if not sheets:
        sheets.extend(SheetPart(posixpath.basename(part)[:-4], part) for part in parts)
    elif all(not sheet.part for sheet in sheets) and len(parts) == len(sheets):
        for sheet, part in zip(sheets, parts, strict=True):
            sheet.part = part


def _tables(package: Package, part: str) -> tuple[NamedTable, ...]:
    found: list[NamedTable] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        area = parse_area(attributes.get("ref", "")) if tag == "table" else None
        if area is not None:
            name = attributes.get("displayName") or attributes.get("name", "")
            header = int(attributes.get("headerRowCount", "1"))
            found.append(NamedTable(name, area, header, int(attributes.get("totalsRowCount", "0"))))

    for kind, target in package.relations(part).values():
        if kind == "table" and target in package:
            try:
                with package.open(target) as stream:
                    parse_xml(stream, start=start)
            except (Refusal, ValueError):
                continue  # a table's definition is a hint; its cells are read all the same
    return tuple(found)
