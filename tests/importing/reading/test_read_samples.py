"""Every shared spreadsheet ends in the cells that its manifest states, or in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.core.faults import FileFault
from desktop.importing.cells import Kind, Sheet, Value, Workbook, kind_of
from desktop.importing.reading.read import read

# Sheets, cells with values and error cells, from MANIFEST.md (openpyxl and a plain csv reader).
WORKBOOKS = {
    "business/Financial Sample.xlsx": (1, 701 * 16, 0),
    "business/TableFormat.xlsx": (1, 65, 0),
    "layout/1904.xlsx": (3, 2, 0),
    "layout/missing-first-column.xlsx": (3, 3, 0),
    "robustness/FilterByCF.xlsx": (3, 10, 0),
    "robustness/comment03.xlsx": (1, 1, 0),
    "robustness/issue_174.xlsx": (1, 22, 0),
    "robustness/errors.xlsx": (3, 7, 7),
    "robustness/issue_419.xlsx": (1, 1, 0),
    "robustness/issue.3982.xlsx": (1, 96, 0),
    "robustness/Zip-Windows-Directory-Separator.xlsx": (1, 29, 0),
    "robustness/HiddenMergeCellsTest.xlsx": (1, 4, 0),
    "robustness/Test_git_Issue_142.xlsx": (1, 13032, 0),
    "robustness/strict_Test_git_Issue_142.xlsx": (1, 13032, 0),
    "robustness/Test_git_issue_271_InvalidDimension.xlsx": (3, 13, 0),
    "robustness/sheet_with_strict_ooxml.xlsx": (1, 128, 0),
    "robustness/sheet_with_empty_rows_and_missing_row_index.xlsx": (1, 9, 0),
    "robustness/xlsx-stream-d-date-cell.xlsx": (1, 33, 0),
    "robustness/ErrorTypes.xlsx": (1, 140, 20),
    "robustness/sheet_visibility_strict.xlsx": (3, 46, 0),
    "robustness/64508.xlsx": (1, 31, 0),
    "robustness/caseInsensitive.xlsx": (1, 6, 0),
    "robustness/Pfand_from_windows_phone.xlsm": (3, 14, 0),
    "robustness/issue_216.xlsx": (14, 60042, 55019),
    "robustness/51535.xls": (3, 4, 0),
}
REFUSED = {
    "robustness/oleloop.xls": "fail",
    "robustness/Test_git_issue_382_oom.xls": "fail",
    "robustness/attack_billion_laughs.xlsx": "XML definitions",
    "robustness/poc-xmlbomb-empty.xlsx": "XML definitions",
    "robustness/60825.xlsx": "no cells",
    "sie/HAS1_1412.se": "web page",
}
# Encoding, delimiter, records of the file and the fields of its widest record.
TEXTS = {
    "business/payments.csv": ("utf-8", ";", 623, 15),
    "series/wti-monthly.csv": ("utf-8", ",", 488, 2),
    "series/2004-2016.csv": ("utf-8", ",", 966, 14),
    "series/Consular_cases_April_2016.csv": ("utf-8", ",", 310, 82),
    "csv-dialects/utf-16le_encoded.csv": ("utf-16", ",", 328, 19),
    "csv-dialects/weird_head_padding.csv": ("utf-8", ";", 94, 10),
    "csv-dialects/test_swedebank_statement.xls": ("utf-8", ",", 18, 16),
    "no-licence/MetaBusinessSuite_Visits_utf16_sep.csv": ("utf-16", ",", 489, 2),
    "synthetic-clones/swedbank_foretagskonto.csv": ("cp1252", ",", 62, 12),
    "synthetic-clones/danske_bank.csv": ("cp1252", ";", 61, 6),
    "synthetic-clones/nordea_se.csv": ("utf-8-sig", ";", 62, 8),
    "synthetic-clones/nordea_dk.csv": ("utf-8-sig", ";", 62, 9),
    "synthetic-clones/dinero_posteringer.csv": ("utf-8-sig", ";", 54, 9),
    "synthetic-clones/google_ads_utf16.csv": ("utf-16", "\t", 7, 9),
    "synthetic-clones/pxweb_kpi_sv.csv": ("cp1252", ",", 4, 13),
    "synthetic-clones/veckorapport_sv.csv": ("utf-8", ";", 8, 7),
    "synthetic-clones/seb_kontoutdrag.csv": ("utf-8-sig", ";", 61, 7),
    "px/PR0101B3.px": ("utf-8", "", 15, 29),
    "sie/Sie4.si": ("cp437", "", 1912, 5),  # a cell a field
}


def cells(workbook: Workbook) -> Iterator[Value]:
    for sheet in workbook.sheets:
        for column in sheet.columns:
            yield from (value for value in column if value is not None)


def sheet(workbook: Workbook, name: str) -> Sheet:
    return next(sheet for sheet in workbook.sheets if sheet.name == name)


def at(found: Sheet, address: str) -> Value:
    """A cell by the name a spreadsheet gives it."""
    return next(
        found.columns[column][row]
        for row in range(found.height)
        for column in range(found.width)
        if found.address(row, column) == address
    )


@pytest.mark.parametrize("name", WORKBOOKS)
def test_workbooks_give_every_cell(shared: Path, name: str) -> None:
    workbook = read(shared / name)
    values = list(cells(workbook))
    errors = sum(kind_of(value) is Kind.ERROR for value in values)
    assert (len(workbook.sheets), len(values), errors) == WORKBOOKS[name]


@pytest.mark.parametrize("name", REFUSED)
def test_hopeless_files_end_in_one_sentence(shared: Path, name: str) -> None:
    with pytest.raises(FileFault, match=REFUSED[name]) as fault:
        read(shared / name)
    assert fault.value.message.values["name"] == Path(name).name


@pytest.mark.parametrize("name", TEXTS)
def test_texts_give_every_record(shared: Path, name: str) -> None:
    workbook = read(shared / name)
    (only,) = workbook.sheets
    found = workbook.encoding, workbook.delimiter, only.height, only.width
    assert found == TEXTS[name]


def test_every_shared_file_ends_in_cells_or_in_a_sentence(shared: Path) -> None:
    read_whole = 0
    for path in sorted(shared.glob("*/*.*")):
        try:
            read_whole += any(True for _ in cells(read(path)))
        except FileFault as fault:
            assert str(path.relative_to(shared)) in REFUSED, fault.message  # noqa: PT017
    assert read_whole >= 90


def test_sums_and_formats_of_the_financial_sample(shared: Path) -> None:
    (only,) = read(shared / "business/Financial Sample.xlsx").sheets
    header = [str(column[0]).strip() for column in only.columns]
    sales, dates = header.index("Sales"), header.index("Date")
    assert round(sum(v for v in only.columns[sales] if isinstance(v, float)), 2) == 118_726_350.26
    assert min(only.columns[dates][1:]) == date(2013, 9, 1)  # type: ignore[type-var]
    assert "$" in only.formats[sales]
    assert [table.name for table in only.tables] == ["financials"]
    assert only.tables[0].area == (1, 1, 701, 16)


def test_dates_from_1904(shared: Path) -> None:
    workbook = read(shared / "layout/1904.xlsx")
    assert workbook.dates_from_1904
    assert at(workbook.sheets[0], "A1") == date(1998, 7, 5)
    assert at(workbook.sheets[0], "A2") == 34519.0


def test_old_workbooks_keep_numbers_and_their_formats(shared: Path) -> None:
    found = sheet(read(shared / "series/brent-week.xls"), "Data 1")
    values = [value for value in found.columns[1] if isinstance(value, float)]
    assert len(values) == 1631
    assert round(sum(values) / len(values), 4) == 45.6865
    assert at(found, "A4") == date(1987, 5, 15)
    argentine = read(shared / "business/Test_git_issue_45.xls").sheets[0]
    assert at(argentine, "C11") == pytest.approx(103536.178)
    assert argentine.formats[argentine.column_index(3)]


def test_the_same_people_in_both_generations(shared: Path) -> None:
    new, old = (read(shared / f"layout/deaths.{ending}").sheets[0] for ending in ("xlsx", "xls"))
    assert new.columns == old.columns
    assert new.merged[0] == (4, 2, 4, 5)
    assert [at(new, f"{letter}6") for letter in "ACDEF"] == [
        "David Bowie",
        69.0,
        True,
        date(1947, 1, 8),
        date(2016, 1, 10),
    ]
    assert [table.area for table in new.tables] == [(5, 1, 15, 6)]


def test_hidden_sheets_say_so(shared: Path) -> None:
    workbook = read(shared / "robustness/sheet_visibility_strict.xlsx")
    hidden = {found.name: found.hidden for found in workbook.sheets}
    assert hidden == {"Visible": False, "Hidden": True, "VeryHidden": True}


def test_stacked_named_tables(shared: Path) -> None:
    found = sheet(
        read(shared / "business/wide-months-P&L_missingcalcchainpart.xlsx"), "P&L Example"
    )
    assert {table.name: table.area for table in found.tables} == {
        "ActualRevenue": (4, 2, 9, 15),
        "ActualExpenses": (13, 2, 18, 15),
    }
    assert at(found, "C5") == 5000.0
    assert at(found, "C2") == date(2023, 1, 6)


def test_far_away_cells_keep_their_numbers(shared: Path) -> None:
    far = read(shared / "robustness/FilterByCF.xlsx").sheets[0]
    assert far.address(0, 0) == "FOO100000"
    assert far.address(9, 0) == "FOO100009"


def test_a_file_named_by_its_program_is_read_by_its_bytes(shared: Path) -> None:
    """A bank's comma-separated text under the name .xls."""
    found = read(shared / "csv-dialects/test_swedebank_statement.xls").sheets[0]
    assert found.columns[0][0] == "Account No"


def test_moments_in_text_stay_whole(shared: Path) -> None:
    found = read(shared / "robustness/xlsx-stream-d-date-cell.xlsx").sheets[0]
    moments = [value for value in found.columns[1] if isinstance(value, (str, datetime))]
    assert any("2014-02-14" in str(value) for value in moments)
