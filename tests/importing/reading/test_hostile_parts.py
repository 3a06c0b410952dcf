"""Workbooks and texts with hostile parts: what is in them is read, or one sentence says why not."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from desktop.core.faults import FileFault
from desktop.importing.cells import Value
from desktop.importing.reading.read import read
from tests.importing.reading import ole2_parts
from tests.importing.reading.zip_parts import (
    MAIN,
    RELATION,
    WORKBOOK,
    WORKBOOK_RELATIONS,
    sheet_xml,
    write_xlsx,
)

ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
BEYOND = (
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="9999999"><c r="ZZZ9999999"><v>2</v></c></row>'
)
LINK = f'<externalLink xmlns="{MAIN}"><ddeLink ddeService="cmd" ddeTopic="/C calc"/></externalLink>'
FORMULAS = (
    '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>5</v></c>'
    "<c r=\"B1\"><f>cmd|'/C calc'!A0</f><v>7</v></c>"
    '<c r="C1" t="inlineStr"><is><t>=1+1</t></is></c></row>'
)
TWICE = '<sheet name="Data" sheetId="2" r:id="rId1"/></sheets>'
ODD_NUMBERS = (
    '<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>NaN</v></c>'
    f'<c r="C1"><v>{"9" * 5000}</v></c><c r="D1" t="d"><v>99999-99-99</v></c></row>'
)


def first_cells(path: Path) -> list[list[Value]]:
    return [list(column) for column in read(path).sheets[0].columns]


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (FAR, [[1.0, None], [None, 2.0]]),
        (BEYOND, [[1.0, None], [None, 2.0]]),
        (FORMULAS, [[5.0], [7.0], ["=1+1"]]),
        (ODD_NUMBERS, [["#NUM!"], ["#NUM!"], ["#NUM!"], ["99999-99-99"]]),
    ],
)
def test_odd_cells(tmp_path: Path, rows: str, cells: list[list[Value]]) -> None:
    """What a formula would do is never done: its stored value is read."""
    path = write_xlsx(tmp_path / "odd.xlsx", rows, {"xl/externalLinks/externalLink1.xml": LINK})
    assert first_cells(path) == cells


@pytest.mark.parametrize(
    "parts",
    [
        {"../../../EVIL": "x", "/etc/EVIL": "x", "xl\\..\\..\\EVIL.txt": "x"},
        {"xl/embeddings/inner.zip": b"PK\x03\x04" * 1000},
        {"xl/workbook.xml": WORKBOOK.replace('name="Data"', 'name="../../\u202e&#10;evil"')},
        {"xl/workbook.xml": WORKBOOK.replace("</sheets>", TWICE)},
        {"xl/_rels/workbook.xml.rels": WORKBOOK_RELATIONS.replace("worksheets/", "../../etc/")},
        {
            "xl/_rels/workbook.xml.rels": WORKBOOK_RELATIONS.replace(
                'Target="worksheets/sheet1.xml"', 'Target="http://[::1]/x" TargetMode="External"'
            )
        },
        {
            "xl/worksheets/sheet1.xml": sheet_xml(ONE)
            .replace("?>", ' encoding="UTF-16"?>', 1)
            .encode("utf-16")
        },
        {
            "xl/worksheets/sheet1.xml": sheet_xml(ONE).replace(
                "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'
            )
        },
    ],
)
def test_odd_parts_change_nothing(tmp_path: Path, parts: dict[str, str | bytes]) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    path = write_xlsx(inside / "odd.xlsx", ONE, parts)
    assert first_cells(path) == [[1.0]]
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["inside", "odd.xlsx"]


def test_a_dimension_that_is_too_small(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="B{n}"><v>{n}</v></c></row>' for n in range(1, 50))
    sheet = sheet_xml(rows).replace("<sheetData>", '<dimension ref="A1"/><sheetData>')
    path = write_xlsx(tmp_path / "small.xlsx", "", sheet=sheet)
    assert first_cells(path) == [[float(n) for n in range(1, 50)]]


def test_strict_workbooks_are_read(tmp_path: Path) -> None:
    main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    parts = {
        "xl/worksheets/sheet1.xml": sheet_xml(ONE).replace(MAIN, main),
        "xl/workbook.xml": WORKBOOK.replace(MAIN, main).replace(RELATION, office),
        "xl/_rels/workbook.xml.rels": WORKBOOK_RELATIONS.replace(RELATION, office),
    }
    assert first_cells(write_xlsx(tmp_path / "strict.xlsx", "", parts)) == [[1.0]]


def test_a_link_to_another_file_is_not_followed(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "link.xlsx", ONE)
    with ZipFile(path, "a") as archive:
        link = ZipInfo("xl/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert first_cells(path) == [[1.0]]


def without_sheet(path: Path) -> Path:
    parts = ZipFile(write_xlsx(path, ONE))
    kept = {name: parts.read(name) for name in parts.namelist() if "sheet1" not in name}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, text in kept.items():
            archive.writestr(name, text)
    return path


def many_sheets(path: Path) -> Path:
    more = "".join(f'<sheet name="S{n}" sheetId="{n + 2}" r:id="rId1"/>' for n in range(2000))
    return write_xlsx(
        path, ONE, {"xl/workbook.xml": WORKBOOK.replace("</sheets>", more + "</sheets>")}
    )


def quadratic(path: Path) -> Path:
    head = f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>'
    cell = f'<c r="A1" t="inlineStr"><is><t>{"&a;" * 5_000}</t></is></c>'
    text = sheet_xml(f'<row r="1">{cell}</row>').replace("?>", f"?>{head}", 1)
    return write_xlsx(path, "", sheet=text)


def lying_sizes(path: Path) -> Path:
    long = f'<c r="A1" t="inlineStr"><is><t>{"A" * 5_000_000}</t></is></c>'
    data = bytearray(write_xlsx(path, f'<row r="1">{long}</row>').read_bytes())
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = -1
        while (place := data.find(mark, place + 1)) >= 0:
            data[place + at : place + at + 4] = struct.pack("<I", 100)
    path.write_bytes(data)
    return path


def old_password(path: Path) -> Path:
    bof = struct.pack("<HHHHII", 0x600, 0x05, 0x0DBB, 0x07CC, 0, 6)
    head = ole2_parts.record(0x809, bof)
    head += ole2_parts.record(0x2F, struct.pack("<HHH", 1, 1, 1) + bytes(48)) + bytes(500)
    path.write_bytes(ole2_parts.ole2({"Workbook": head}))
    return path


def new_password(path: Path) -> Path:
    streams = {
        "EncryptedPackage": bytes(range(256)) * 20,
        "EncryptionInfo": b"\4\0\4\0" + bytes(99),
    }
    path.write_bytes(ole2_parts.ole2(streams))
    return path


def a_million_columns(path: Path) -> Path:
    path.write_text(";".join("1" * 1_000_000) + "\n")
    return path


def a_long_line(path: Path) -> Path:
    path.write_text("a;b\n" + "x" * 20_000_000 + ";1\n")
    return path


def zero_bytes(path: Path) -> Path:
    path.write_bytes(b"a;b\n1;2\0\n")
    return path


def spreadsheet_xml(path: Path) -> Path:
    path.write_text('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>')
    return path


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (without_sheet, "damaged"),
        (many_sheets, "too large"),
        (quadratic, "XML definitions|far more"),
        (lying_sizes, "damaged|far more"),
        (old_password, "password"),
        (new_password, "password"),
        (a_million_columns, "too large"),
        (a_long_line, "too large"),
        (zero_bytes, "neither a spreadsheet nor text"),
        (spreadsheet_xml, "XML file"),
    ],
)
def test_one_sentence(tmp_path: Path, make: Callable[[Path], Path], sentence: str) -> None:
    with pytest.raises(FileFault, match=sentence):
        read(make(tmp_path / "file.xls"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files, nor such names")
def test_what_is_no_plain_file(tmp_path: Path) -> None:
    folder, pipe = tmp_path / "folder.xlsx", tmp_path / "pipe.csv"
    folder.mkdir()
    os.mkfifo(pipe)
    for path, sentence in ((folder, "folder"), (pipe, "not be read"), ("/dev/zero", "not be read")):
        with pytest.raises(FileFault, match=sentence):
            read(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files, nor such names")
@pytest.mark.parametrize(
    "name",
    [b"a\nb\xe2\x80\xaegnp.csv", b"; rm -rf ~.csv", b"\xff\xfe.csv", b"$(id).csv", b"-x.csv"],
)
def test_odd_names_are_only_names(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_text("a;b\n1;2\n")
    workbook = read(path)
    assert workbook.name == path.name
    assert workbook.sheets[0].columns == [["a", "1"], ["b", "2"]]


def test_quotes_that_never_close_lose_no_row(tmp_path: Path) -> None:
    path = tmp_path / "open.csv"
    path.write_text('a,b\n"' + "x,y\n" * 30_000)
    workbook = read(path)
    assert workbook.sheets[0].height == 30_001
    assert any("quotation marks" in warning.text for warning in workbook.warnings)


def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path) -> None:
    path = tmp_path / "formulas.csv"
    path.write_text("Date,Text\n2024-01-01,=cmd|' /C calc'!A0\n2024-01-02,@SUM(1)\n")
    assert first_cells(path)[1] == ["Text", "=cmd|' /C calc'!A0", "@SUM(1)"]
