"""Workbooks written by openpyxl or from bare parts: values, formats, errors, tables."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook as Writer
from openpyxl.worksheet.table import Table

from desktop.core.faults import FileFault
from desktop.importing.cells import Cell, CellError, Kind, kind_of
from desktop.importing.reading.read import read
from desktop.importing.reading.refusals import Refusal
from tests.importing.in_process import read_here
from tests.importing.reading import ole2_parts, xlsb_parts
from tests.importing.reading.zip_parts import MAIN, RELATION, sheet_xml, write_ods, write_xlsx


def saved(writer: Writer, tmp_path: Path, name: str = "book.xlsx") -> Path:
    path = tmp_path / name
    writer.save(path)
    return path


def test_values_keep_their_types(tmp_path: Path) -> None:
    writer = Writer()
    moment = datetime(2024, 2, 29, 13, 30)  # noqa: DTZ001 - spreadsheets know no zone
    row = ["Åre – 1 234", 12, -0.5, True, False, date(2024, 2, 29), moment]
    writer.active.append(row)
    (found,) = read(saved(writer, tmp_path)).sheets
    assert found.row(0) == ("Åre – 1 234", 12.0, -0.5, True, False, row[5], row[6])
    kinds = [Kind.TEXT, Kind.NUMBER, Kind.NUMBER, Kind.BOOL, Kind.BOOL, Kind.DATE, Kind.DATE]
    assert [kind_of(value) for value in found.row(0)] == kinds
    assert all(type(value) is float for value in found.row(0)[1:3])


def test_clock_times_and_durations_are_days_with_a_format(tmp_path: Path) -> None:
    writer = Writer()
    writer.active.append([time(6, 0), timedelta(hours=36)])
    (found,) = read_here(saved(writer, tmp_path)).sheets
    assert found.row(0) == (0.25, 1.5)
    assert found.format(0, 0) == "h:mm:ss"
    assert found.format(0, 1) == "[hh]:mm:ss"


def test_a_column_has_one_format_and_its_exceptions(tmp_path: Path) -> None:
    """Two currencies in one column must be told apart cell by cell."""
    writer = Writer()
    writer.active.append(["Amount", "Share", "Plain"])
    for index in range(10):
        writer.active.append([index, index / 10, index])
        shown = '#,##0.00 "kr"' if index != 4 else "#,##0.00 [$€-1]"
        writer.active.cell(index + 2, 1).number_format = shown
        writer.active.cell(index + 2, 2).number_format = "0.0%"
    (found,) = read(saved(writer, tmp_path)).sheets
    assert found.formats == {0: '#,##0.00 "kr"', 1: "0.0%"}
    assert found.cell_formats == {(5, 0): "#,##0.00 [$€-1]"}
    assert found.cell(5, 0) == Cell(4.0, Kind.NUMBER, "#,##0.00 [$€-1]")
    assert found.cell(0, 0) == Cell("Amount", Kind.TEXT, '#,##0.00 "kr"')


def test_errors_are_errors_and_look_alikes_are_text(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c><c r="B1" t="str"><v>#N/A?</v></c></row>'
        '<row r="2"><c r="A2"><v>7</v></c><c r="B2" t="e"><f>1/0</f><v>#REF!</v></c></row>'
    )
    (found,) = read_here(write_xlsx(tmp_path / "errors.xlsx", rows)).sheets
    assert found.columns == [["#DIV/0!", 7.0], ["#N/A?", "#REF!"]]
    kinds = [[kind_of(value) for value in column] for column in found.columns]
    assert kinds == [[Kind.ERROR, Kind.NUMBER], [Kind.TEXT, Kind.ERROR]]


def test_tables_merged_cells_and_hidden_sheets(tmp_path: Path) -> None:
    writer = Writer()
    sheet = writer.active
    sheet.title = "Försäljning"
    sheet["B1"] = "2024"
    sheet.merge_cells("B1:D1")
    for row in (["Month", "Net"], ["jan", 1], ["feb", 2], ["Total", 3]):
        sheet.append(row)
    table = Table(displayName="Sales", ref="A2:B5")
    table.totalsRowCount = 1
    sheet.add_table(table)
    writer.create_sheet("Lists").sheet_state = "hidden"
    writer["Lists"]["A1"] = "x"
    visible, hidden = read(saved(writer, tmp_path)).sheets
    assert (visible.name, visible.hidden, hidden.hidden) == ("Försäljning", False, True)
    assert visible.merged == ((1, 2, 1, 4),)
    assert [(t.name, t.area, t.total_rows) for t in visible.tables] == [("Sales", (2, 1, 5, 2), 1)]


def test_numbers_of_rows_and_columns_are_the_files_own(tmp_path: Path) -> None:
    writer = Writer()
    writer.active["C5"] = "Month"
    writer.active["D7"] = 3
    (found,) = read(saved(writer, tmp_path)).sheets
    assert list(found.row_numbers) == [5, 6, 7]
    assert list(found.column_numbers) == [3, 4]
    assert found.address(2, 1) == "D7"
    assert (found.row_index(7), found.column_index(4)) == (2, 1)


def test_prefixed_xml_is_read_cell_by_cell(tmp_path: Path) -> None:
    """Some generators prefix every tag; formats and errors are found all the same."""
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    sheet = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" s="1"><x:v>0.5</x:v>'
        '</x:c><x:c r="B1" t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    path = write_xlsx(tmp_path / "prefixed.xlsx", "", {"xl/styles.xml": styles}, sheet=sheet)
    (found,) = read_here(path).sheets
    assert found.row(0) == (0.5, "#N/A")
    assert kind_of(found.row(0)[1]) is Kind.ERROR
    assert found.formats == {0: "0.0%"}


def test_lost_relations_are_made_up_for(tmp_path: Path) -> None:
    """A workbook that does not lead to its only sheet, with shared strings and dates."""
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>Month</t></si><si><r><t>ja</t></r><r><t>n</t></r></si></sst>'
    )
    styles = (
        f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
        "</styleSheet>"
    )
    rows = (
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
        '<row><c s="1"><v>45292</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row>'
        '<row><c t="d" s="1"><v>2024-01-02</v></c><c t="inlineStr"><is><t>in</t></is></c></row>'
    )
    relations = f'<Relationships xmlns="{RELATION}"/>'
    path = write_xlsx(
        tmp_path / "lost.xlsx",
        rows,
        {
            "xl/_rels/workbook.xml.rels": relations,
            "xl/sharedStrings.xml": strings,
            "xl/styles.xml": styles,
        },
    )
    workbook = read_here(path)
    (found,) = workbook.sheets
    assert list(found.rows()) == [
        ("Month", "jan", None),
        (date(2024, 1, 1), "#N/A", True),
        (date(2024, 1, 2), "in", None),
    ]
    assert isinstance(found.columns[1][1], CellError)
    assert found.formats == {0: "m/d/yyyy"}
    assert any("oddly" in warning.text for warning in workbook.warnings)


def test_cells_at_both_ends_of_a_sheet(tmp_path: Path) -> None:
    """The fast reader aborts on 17 thousand million places; the careful one keeps the two cells."""
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    )
    (found,) = read(write_xlsx(tmp_path / "wide.xlsx", rows)).sheets
    cells = {
        found.address(row, column): value
        for column, values in enumerate(found.columns)
        for row, value in enumerate(values)
        if value is not None
    }
    assert cells == {"A1": 1.0, "XFD1048576": 2.0}


def test_xls_formats_and_errors(tmp_path: Path) -> None:
    cells = b"".join(
        [
            ole2_parts.number(0, 0, 12.5, 1),
            ole2_parts.number(1, 0, 43831, 2),
            ole2_parts.error(2, 0, 0x07),
            ole2_parts.number(0, 1, 0.25, 3),
            ole2_parts.error(1, 1, 0x2A),
        ]
    )
    path = ole2_parts.write_xls(
        tmp_path / "old.xls", cells, formats=('#,##0.00 "kr"', "yyyy-mm-dd", "0 %")
    )
    (found,) = read_here(path).sheets
    assert found.columns == [[12.5, date(2020, 1, 1), "#DIV/0!"], [0.25, "#N/A", None]]
    assert kind_of(found.columns[0][2]) is Kind.ERROR
    assert [found.format(0, 0), found.format(1, 0)] == ['#,##0.00 "kr"', "yyyy-mm-dd"]
    assert found.formats[1] == "0 %"


def test_xls_dates_from_1904(tmp_path: Path) -> None:
    path = ole2_parts.write_xls(
        tmp_path / "mac.xls",
        ole2_parts.number(0, 0, 1.0, 1),
        formats=("yyyy-mm-dd",),
        from_1904=True,
    )
    workbook = read_here(path)
    assert workbook.dates_from_1904
    assert workbook.sheets[0].columns == [[date(1904, 1, 2)]]


def test_ods_percent_currency_and_errors(tmp_path: Path) -> None:
    def cell(kind: str, text: str, more: str = "") -> str:
        return (
            f'<table:table-cell office:value-type="{kind}" {more}>'
            f"<text:p>{text}</text:p></table:table-cell>"
        )

    row = (
        cell("percentage", "25 %", 'office:value="0.25"')
        + cell("currency", "12 kr", 'office:value="12" office:currency="SEK"')
        + cell("string", "#DIV/0!", 'calcext:value-type="error"')
        + cell("time", "1:30", 'office:time-value="PT01H30M00S"')
        + '<table:table-cell table:number-columns-repeated="1000"/>'
    )
    rows = f'<table:table-row table:number-rows-repeated="2">{row}</table:table-row>'
    empty = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/>'
        "</table:table-row>"
    )
    table = f'<table:table table:name="Blad">{rows}{empty}</table:table>'
    (found,) = read_here(write_ods(tmp_path / "free.ods", table)).sheets
    assert list(found.rows()) == [(0.25, 12.0, "#DIV/0!", 0.0625)] * 2
    assert kind_of(found.columns[2][0]) is Kind.ERROR
    assert found.formats == {0: "0.00%", 1: "#,##0.00 [$SEK]", 3: "[h]:mm:ss"}


def test_an_empty_looking_workbook_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileFault, match="no cells with values"):
        read(saved(Writer(), tmp_path))


def test_a_data_model_is_named(tmp_path: Path) -> None:
    path = saved(Writer(), tmp_path)
    with ZipFile(path, "a") as archive:
        archive.writestr("xl/model/item.data", b"model")
    with pytest.raises(FileFault, match="data model"):
        read(path)
    book = Writer()
    book.worksheets[0].append(["Sold", 1])
    path = saved(book, tmp_path)
    with ZipFile(path, "a") as archive:
        archive.writestr("xl/model/item.data", b"model")
    (warning,) = read(path).warnings
    assert "data model" in warning.text


def test_an_encrypted_workbook_says_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    streams = {"EncryptionInfo": b"\x04\x00\x04\x00", "EncryptedPackage": b"x" * 5000}
    path.write_bytes(ole2_parts.ole2(streams))
    with pytest.raises(Refusal, match="encrypted"):
        read_here(path)


def test_text_in_a_numeric_cell_stays_text(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    path = write_xlsx(tmp_path / "plain.xlsx", rows, sheet=sheet_xml(rows))
    assert read(path).sheets[0].columns == [[1.0]]


def test_xlsb_formats_and_errors(tmp_path: Path) -> None:
    cells = b"".join(
        [
            xlsb_parts.row(0),
            xlsb_parts.real(0, 12.5, 1),
            xlsb_parts.real(1, 0.25, 2),
            xlsb_parts.row(1),
            xlsb_parts.error(0, 0x07),
            xlsb_parts.real(1, 43831, 3),
        ]
    )
    path = xlsb_parts.write_xlsb(
        tmp_path / "binary.xlsb", cells, ('#,##0.00 "kr"', "0 %", "yyyy-mm-dd")
    )
    workbook = read_here(path)
    (found,) = workbook.sheets
    assert (workbook.kind, workbook.warnings) == ("xlsb", ())
    assert found.columns == [[12.5, "#DIV/0!"], [0.25, date(2020, 1, 1)]]
    assert kind_of(found.columns[0][1]) is Kind.ERROR
    assert found.formats[0] == '#,##0.00 "kr"'
    assert [found.format(0, 1), found.format(1, 1)] == ["0 %", "yyyy-mm-dd"]


def test_a_template_without_values_beside_a_chart(tmp_path: Path) -> None:
    """Chart sheets are no tables; an empty sheet stays in its place."""
    from openpyxl.chart import BarChart, Reference

    writer = Writer()
    writer.active.append(["a", 1])
    writer.create_sheet("Empty")
    chart = BarChart()
    chart.add_data(Reference(writer.active, min_col=2, min_row=1, max_row=1))
    writer.create_chartsheet("Chart").add_chart(chart)
    first, second = read_here(saved(writer, tmp_path)).sheets
    assert (first.row(0), second.name, second.width, second.height) == (("a", 1.0), "Empty", 0, 0)


def test_hundreds_of_thousands_of_styles_are_no_styles(tmp_path: Path) -> None:
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs>{"<xf/>" * 70_001}</cellXfs></styleSheet>'
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    path = write_xlsx(tmp_path / "styles.xlsx", rows, {"xl/styles.xml": styles})
    workbook = read_here(path)
    assert workbook.sheets[0].columns == [[1.0]]
    assert any("number formats" in warning.text for warning in workbook.warnings)


def test_xls_formulas_and_packed_numbers(tmp_path: Path) -> None:
    cells = b"".join(
        [
            ole2_parts.packed(0, 0, (1, 2, 3), 1),
            ole2_parts.formula(1, 0, 0.5, 2),
            ole2_parts.formula(1, 1, None, 0, 0x17),
        ]
    )
    path = ole2_parts.write_xls(tmp_path / "old.xls", cells, formats=("0 kr", "0 %"))
    (found,) = read_here(path).sheets
    assert list(found.rows()) == [(1.0, 2.0, 3.0), (0.5, "#REF!", None)]
    assert [found.format(0, column) for column in range(3)] == ["0 kr", "0 kr", "0 kr"]
    assert found.format(1, 0) == "0 %"


def test_a_letter_in_the_old_container_is_no_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "letter.xls"
    path.write_bytes(ole2_parts.ole2({"WordDocument": b"x" * 5000}))
    with pytest.raises(Refusal, match="document"):
        read_here(path)


def test_formulas_without_results_are_spoken_of(tmp_path: Path) -> None:
    book = Writer()
    sheet = book.worksheets[0]
    sheet.append(["Månad", "Antal", "Summa"])
    sheet.append(["2026-01", 5, "=B2*2"])
    path = tmp_path / "formler.xlsx"
    book.save(path)
    (warning,) = read(path).warnings
    assert "have no result" in warning.text
    solved = tmp_path / "svar.xlsx"
    with ZipFile(path) as old, ZipFile(solved, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(b"<v></v>", b"<v>10</v>").replace(b"<v />", b"<v>10</v>")
            new.writestr(name, part)
    assert not read(solved).warnings
