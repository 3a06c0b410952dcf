"""From the sheets of a workbook to drafts of its tables: regions, surroundings, column facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.importing.cells import Sheet, Workbook
from desktop.importing.tables.column_facts import ColumnFacts, Form
from desktop.importing.tables.column_look import look_at_column
from desktop.importing.tables.descriptions import without_contents, without_key_values
from desktop.importing.tables.header_names import name_columns, name_over, units_under
from desktop.importing.tables.preamble import Facts, read_preamble
from desktop.importing.tables.regions import Region
from desktop.importing.tables.row_kinds import filled
from desktop.importing.tables.shifted import straighten
from desktop.importing.tables.side_by_side import find_regions
from desktop.importing.values.currencies import currency_of_format, told_apart
from desktop.importing.values.kinds import TEXT, YEAR, glances
from desktop.importing.values.marks import plain
from desktop.importing.values.numbers import DecimalEvidence

_FEW_LINES = 20


@dataclass(slots=True)
class Draft:
    """One table on its way: where it is, what stands around it, and what its columns hold."""

    sheet_index: int
    sheet: Sheet
    region: Region
    around: Facts
    facts: list[ColumnFacts]


def drafts_of(workbook: Workbook) -> Iterator[Draft]:
    """The tables of all sheets that are shown, in their order."""
    names = {sheet.name.strip().casefold() for sheet in workbook.sheets if not sheet.hidden}
    for index, sheet in enumerate(workbook.sheets):
        if sheet.hidden or not sheet.columns:
            continue
        regions = without_contents(find_regions(sheet), names)
        regions = without_key_values(regions) or _text_only(sheet, workbook.kind)
        regions = regions or _header_only(sheet, workbook.kind)
        first: Facts | None = None
        for region in regions:
            around = _facts_around(region, workbook, first)
            first = first or around
            yield Draft(index, sheet, region, around, _look_at(region, workbook.kind))


def _facts_around(region: Region, workbook: Workbook, first: Facts | None) -> Facts:
    around = read_preamble(
        region.sheet, region.above, _corner(region), workbook.name, region.beside
    )
    if not around.title:
        around = replace(around, title=_title_in_header(region))
    if first is None or around.first:
        return around
    # What stands over the first table of a sheet holds for those below it as well.
    years = around.years if around.lines and around.years else first.years
    lines = around.lines or first.lines
    return replace(around, first=first.first, last=first.last, years=years, lines=lines)


def _corner(region: Region) -> str:
    """What stands in the header over the first column."""
    cells = region.sheet.columns[region.columns[0]]
    return " ".join(plain(v) for row in region.header if isinstance(v := cells[row], str))


def _title_in_header(region: Region) -> str:
    """A lone name that stands over the whole table, in the middle of it."""
    for row in region.header[:-1]:
        texts = [plain(value) for value in region.sheet.row(row) if isinstance(value, str)]
        if len(texts) == 1:
            return texts[0]
    return ""


def _text_only(sheet: Sheet, kind: str) -> list[Region]:
    """A table of texts alone, when a text file is nothing else."""
    if kind != "text" or sheet.width < 2 or not 2 <= sheet.height <= 5000:
        return []
    kinds = [glances(row) for row in sheet.rows()]
    if any(filled(line) < 2 for line in kinds) or any(k not in TEXT + YEAR for k in kinds[0]):
        return []
    return [Region(sheet, (0,), 1, sheet.height - 1, tuple(range(sheet.width)))]


def _header_only(sheet: Sheet, kind: str) -> list[Region]:
    """A header without rows, when nothing else but lines of text stands on the sheet."""
    if sheet.height > _FEW_LINES:
        return []
    kinds = [glances(row) for row in sheet.rows()]
    headers = [row for row, line in enumerate(kinds) if filled(line) > 1]
    least = 2 if kind == "text" else 3
    if len(headers) != 1 or kinds[headers[0]].count(TEXT) < max(least, filled(kinds[headers[0]])):
        return []
    (row,) = headers
    names = tuple(column for column, mark in enumerate(kinds[row]) if mark == TEXT)
    return [Region(sheet, (row,), row + 1, row, names, above=tuple(range(row)))]


def _look_at(region: Region, kind: str) -> list[ColumnFacts]:
    if kind == "text" and region.header:
        straighten(region)
    names, units = name_columns(region), units_under(region)
    rows = region.rows()
    currencies = _shown_currencies(region, rows)
    facts = []
    for column in region.columns:
        cells = region.sheet.columns[column]
        whole = cells[region.first : region.last + 1]
        values = [cells[row] for row in rows] if region.odd else whole
        number_format = region.sheet.format(region.first, column) if rows else ""
        named = any(name_over(region, row, column) is not None for row in region.header)
        if not named and all(value is None for value in values):
            continue
        found = look_at_column(column, names[column], values, number_format, named=named)
        found.unit_under = units.get(column, "")
        if len(currencies.get(column, ())) > 1:
            found.mixed_currency, found.currency = True, None
        facts.append(found)
    return facts


def _shown_currencies(region: Region, rows: Sequence[int]) -> dict[int, frozenset[str]]:
    """The currencies that number formats show in columns of which some cells have their own."""
    sheet, inside = region.sheet, set(rows) if region.sheet.cell_formats else set()
    formats: dict[int, set[str]] = {}
    for (row, column), number_format in sheet.cell_formats.items():
        if row in inside:
            formats.setdefault(column, {sheet.formats.get(column, "")}).add(number_format)
    return {
        column: told_apart(code for each in found if (code := currency_of_format(each)))
        for column, found in formats.items()
    }


class Shared:
    """Conventions that some columns of a file prove and others may follow."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        facts = [f for draft in drafts for f in draft.facts]
        proofs = {f.decimal for f in facts if f.evidence.points or f.evidence.commas}
        together = sum((f.evidence for f in facts), DecimalEvidence())
        self.decimal = proofs.pop() if len(proofs) == 1 else ""
        if not proofs and not self.decimal and together.is_open:
            self.decimal = together.sign or ""
        orders = set()
        for f in facts:
            if f.form is Form.DATE and f.order is not None and f.order.order:
                orders.add(f.order.order)
        self.order = orders.pop() if len(orders) == 1 else ""
