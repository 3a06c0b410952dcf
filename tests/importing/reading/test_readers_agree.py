"""The fast reader, the careful one and openpyxl see the same cells in honest workbooks."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from desktop.importing.cells import CellError, Value, Workbook, kind_of
from desktop.importing.reading.refusals import Refusal
from tests.importing.in_process import read_here
from tests.importing.reading.zip_parts import MAIN, RELATION, sheet_xml, write_xlsx

HONEST = [
    "business/Financial Sample.xlsx",
    "business/GlobalSales.xlsx",
    "business/TableFormat.xlsx",
    "business/wide-months-P&L_missingcalcchainpart.xlsx",
    "layout/1904.xlsx",
    "layout/deaths.xlsx",
    "layout/style-only-cells.xlsx",
    "layout/type-me.xlsx",
    "layout/worked-examples.xlsx",
    "nordic-public/Folkhalsomyndigheten_Covid19_2020-04-20.xlsx",
    "nordic-public/SCB_2020-04-24_preliminar-statistik-over-doda-inkl-eng.xlsx",
    "robustness/errors.xlsx",
    "robustness/ErrorTypes.xlsx",
    "robustness/64508.xlsx",
    "robustness/Test_git_Issue_142.xlsx",
    "robustness/Test_git_issue_271_InvalidDimension.xlsx",
    "robustness/issue.3982.xlsx",
    "synthetic-clones/resultatrapport_manad_sv.xlsx",
]
ODD = [  # openpyxl reads none of these rightly
    "robustness/caseInsensitive.xlsx",
    "robustness/Zip-Windows-Directory-Separator.xlsx",
    "robustness/sheet_visibility_strict.xlsx",
    "robustness/issue_419.xlsx",
    "robustness/FilterByCF.xlsx",
    "robustness/comment03.xlsx",
]
Cells = dict[tuple[str, int, int], tuple[Value, str, str]]


def cells(workbook: Workbook) -> Cells:
    """Value, kind and format of every cell by sheet, row and column."""
    return {
        (sheet.name, sheet.row_numbers[row], sheet.column_numbers[column]): (
            value,
            kind_of(value),
            "" if isinstance(value, (str, bool)) else sheet.format(row, column),
        )
        for sheet in workbook.sheets
        for column, values in enumerate(sheet.columns)
        for row, value in enumerate(values)
        if value is not None
    }


def cells_of_openpyxl(path: Path) -> Cells:
    found: Cells = {}
    for sheet in load_workbook(path, data_only=True).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                value = cell.value
                if value is None or value == "":
                    continue
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    value = float(value)
                if isinstance(value, datetime) and value.time() == time.min:
                    value = value.date()
                if cell.data_type == "e":
                    value = CellError(value)
                shown = "" if isinstance(value, (str, bool)) else cell.number_format
                # its name for the date of the reader's own machine
                shown = {"General": "", "mm-dd-yy": "m/d/yyyy"}.get(shown, shown)
                found[sheet.title, cell.row, cell.column] = (value, kind_of(value), shown)
    return found


@pytest.mark.filterwarnings("ignore::UserWarning")  # openpyxl lists what it leaves out
@pytest.mark.parametrize("name", HONEST)
def test_the_fast_reader_and_openpyxl(shared: Path, name: str) -> None:
    assert cells(read_here(shared / name)) == cells_of_openpyxl(shared / name)


@pytest.mark.parametrize("name", HONEST + ODD)
def test_the_fast_reader_and_the_careful_one(shared: Path, name: str) -> None:
    fast, careful = read_here(shared / name), read_here(shared / name, "careful")
    assert cells(fast) == cells(careful)
    assert fast.dates_from_1904 == careful.dates_from_1904
    for one, other in zip(fast.sheets, careful.sheets, strict=True):
        assert (one.name, one.hidden, one.tables) == (other.name, other.hidden, other.tables)


def test_both_generations_of_a_workbook(shared: Path) -> None:
    new, old = (read_here(shared / f"layout/deaths.{ending}") for ending in ("xlsx", "xls"))
    assert [s.columns for s in new.sheets] == [s.columns for s in old.sheets]
    assert [s.formats for s in new.sheets] == [s.formats for s in old.sheets]


@pytest.mark.parametrize(
    "name",
    ["series/brent-week.xls", "series/wti-month.xls", "synthetic-clones/linkedin_followers.xls"],
)
def test_old_workbooks_lose_nothing(shared: Path, name: str) -> None:
    assert not read_here(shared / name).warnings


def test_scattered_cells_are_kept_without_the_space_between(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>1</v></c><c r="XFD{row}" t="b"><v>0</v></c></row>'
        for row in (1, 2, 500_000)
    )
    (sheet,) = read_here(write_xlsx(tmp_path / "far.xlsx", rows), "careful").sheets
    assert list(sheet.row_numbers) == [1, 2, 500_000]
    assert list(sheet.column_numbers) == [1, 16384]
    assert sheet.columns == [[1.0] * 3, [False] * 3]
    assert (sheet.row_index(3), sheet.column_index(2)) == (2, 1)


def test_the_careful_reader_with_everything_at_hand(tmp_path: Path) -> None:
    """Phonetic hints are no text; numbers that are none, styles and strings that are not there."""
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si></sst>'
    )
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="20"/></cellXfs></styleSheet>'
    rows = (
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>9</v></c><c r="D2"><v>x</v></c>'
        '<c r="E2" s="7"><v>5</v></c><c r="F2" s="0"><v>0.25</v></c><c r="G2" t="str"><v></v></c>'
        '<c r="H2" t="d"><v>not a day</v></c><c r="I2" t="d"><v>2024-02-14T08:27:48Z</v></c></row>'
    )
    parts = {"xl/sharedStrings.xml": strings, "xl/styles.xml": styles}
    (sheet,) = read_here(write_xlsx(tmp_path / "odd.xlsx", rows, parts), "careful").sheets
    moment = datetime(2024, 2, 14, 8, 27, 48)  # noqa: DTZ001
    assert sheet.row(0) == ("東京", None, "x", 5.0, 0.25, None, "not a day", moment)
    assert sheet.format(0, 4) == "h:mm"


def test_a_workbook_that_names_no_sheets(tmp_path: Path) -> None:
    path = tmp_path / "parts.xlsx"
    rows = "<row><c><v>1</v></c></row>"
    with ZipFile(path, "w") as archive:
        archive.writestr("xl/worksheets/sheet2.xml", sheet_xml(rows))
        archive.writestr("xl/worksheets/sheet10.xml", sheet_xml(rows))
    assert [sheet.name for sheet in read_here(path).sheets] == ["sheet2", "sheet10"]


def test_a_sheet_that_is_not_there_is_said(tmp_path: Path) -> None:
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}">'
        '<sheets><sheet name="A" sheetId="1" r:id="rId1"/>'
        '<sheet name="B" sheetId="2"/></sheets></workbook>'
    )
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    path = write_xlsx(tmp_path / "half.xlsx", rows, {"xl/workbook.xml": workbook})
    found = read_here(path, "careful")
    assert [sheet.name for sheet in found.sheets] == ["A"]
    assert "A sheet of {name} could not be read." in [w.text for w in found.warnings]


@pytest.mark.parametrize(
    "part", ["xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"]
)
def test_a_document_type_is_refused_in_every_part(tmp_path: Path, part: str) -> None:
    rows = '<row r="1"><x:c xmlns:x="y"/><c r="A1"><v>1</v></c></row>'
    bomb = '<!DOCTYPE x [<!ENTITY a "b">]><x/>'
    path = write_xlsx(tmp_path / "typed.xlsx", rows, {part: bomb})
    with pytest.raises(Refusal, match="entities"):
        read_here(path, "careful")
