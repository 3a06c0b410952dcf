"""Texts whose lines were saved twice, drawn, aligned or split; letters of old code pages."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.importing.cells import Workbook
from tests.importing.in_process import read_here

TABLE = [
    ["Datum", "Belopp", "Text"],
    ["2026-01-01", "10.5", "a"],
    ["2026-01-02", "20.25", "b, c"],
    ["2026-01-03", "30", 'd "e"'],
]
PLAIN = 'Datum,Belopp,Text\n2026-01-01,10.5,a\n2026-01-02,20.25,"b, c"\n2026-01-03,30,"d ""e"""\n'
SWEDISH = "Månad;Försäljning\nAugusti;1\nÅret;2\nÖVRIGT ÅR;3\nÄNDRAT;4\n"
DANISH = "Måned;Omsætning\nÅrhus;1\nTønder;2\nÆrø;3\nØSTERBRO;4\n"


def read_bytes(tmp_path: Path, data: bytes) -> Workbook:
    path = tmp_path / "export.csv"
    path.write_bytes(data)
    return read_here(path)


def rows_of(workbook: Workbook) -> list[list[str]]:
    (sheet,) = workbook.sheets
    return [[str(value) for value in row] for row in sheet.rows() if any(row)]


def saved_again(text: str, end: str = "") -> str:
    return "".join('"' + line.replace('"', '""') + f'"{end}\n' for line in text.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        saved_again(PLAIN),
        saved_again(PLAIN, ",,"),
        saved_again(PLAIN.replace(",", ";").replace("b; c", "b, c")),
        "sep=,\n" + PLAIN,
        '"sep=,"\n' + PLAIN,
        "sep=,,,\n" + PLAIN,
        "sep=;\r" + PLAIN.replace(",", ";").replace("b; c", "b, c").replace("\n", "\r"),
        "sep=;\n" + PLAIN,  # saved anew by a program that does not know the line
        PLAIN.replace("\n", "\r\r\n"),
    ],
)
def test_the_same_table_however_it_was_saved(tmp_path: Path, text: str) -> None:
    assert rows_of(read_bytes(tmp_path, text.encode())) == TABLE


def test_only_lines_with_a_comma_were_quoted_anew(tmp_path: Path) -> None:
    text = 'Datum;Belopp\n"2026-01-01;10,50"\n"2026-01-02;20,25"\n"2026-01-03;7,00"\n'
    assert rows_of(read_bytes(tmp_path, text.encode()))[1:] == [
        ["2026-01-01", "10,50"],
        ["2026-01-02", "20,25"],
        ["2026-01-03", "7,00"],
    ]


def test_sentences_in_quotation_marks_are_one_column(tmp_path: Path) -> None:
    text = '"Well, yes"\n"No, not so, really"\n"Perhaps"\n"So, so, so, so"\n'
    assert read_bytes(tmp_path, text.encode()).sheets[0].width == 1


ALIGNED = """Datum        Antal     Belopp  Ort
2026-01-01      12   1 234,50  Malmö
2026-01-02           12 000,25  Åre
2026-01-03     120     100,00  Norra Hammar
"""


def test_columns_aligned_by_spaces(tmp_path: Path) -> None:
    lines = ALIGNED.replace("           12 000", "          12 000").splitlines()
    ruler = "----------  -----  ---------  ----"
    text = "\n".join(["Rapport", "", lines[0], ruler, *lines[1:]]) + "\n"
    (sheet,) = read_bytes(tmp_path, text.encode()).sheets
    assert sheet.row(0)[0] == "Rapport"
    assert [tuple(row) for row in sheet.rows() if row[-1]] == [
        ("Datum", "Antal", "Belopp", "Ort"),
        ("2026-01-01", "12", "1 234,50", "Malmö"),
        ("2026-01-02", None, "12 000,25", "Åre"),
        ("2026-01-03", "120", "100,00", "Norra Hammar"),
    ]
    assert sheet.row_numbers[-1] == 7


@pytest.mark.parametrize(
    "text",
    [
        "| Datum | Belopp |\n|---|---:|\n| 2026-01-01 | 10.5 |\n| 2026-01-02 | 20 |\n",
        " Datum      | Belopp\n------------+--------\n 2026-01-01 |   10.5\n 2026-01-02 |     20\n",
        "+------------+--------+\n| Datum      | Belopp |\n+------------+--------+\n"
        "| 2026-01-01 |   10.5 |\n| 2026-01-02 |     20 |\n+------------+--------+\n",
    ],
)
def test_drawn_tables(tmp_path: Path, text: str) -> None:
    assert rows_of(read_bytes(tmp_path, text.encode())) == [
        ["Datum", "Belopp"],
        ["2026-01-01", "10.5"],
        ["2026-01-02", "20"],
    ]


def test_decimal_commas_that_part_fields_are_put_back(tmp_path: Path) -> None:
    text = "Datum,Belopp,Antal\n2026-01-01,10,50,3\n2026-01-02,-20,25,4\n2026-01-03,30,00,5\n"
    assert rows_of(read_bytes(tmp_path, text.encode()))[1:] == [
        ["2026-01-01", "10,50", "3"],
        ["2026-01-02", "-20,25", "4"],
        ["2026-01-03", "30,00", "5"],
    ]


def test_one_mark_of_inches_costs_no_row(tmp_path: Path) -> None:
    workbook = read_bytes(tmp_path, PLAIN.replace(",a", ',"5 rör').encode())
    assert workbook.sheets[0].columns[0][1:] == ["2026-01-01", "2026-01-02", "2026-01-03"]
    assert [warning.text for warning in workbook.warnings] == [
        "The quotation marks of {name} do not pair up; they were read as plain characters."
    ]


@pytest.mark.parametrize("text", [SWEDISH, DANISH, SWEDISH.upper()])
@pytest.mark.parametrize("code", ["cp1252", "cp850", "mac_roman", "utf-8", "utf-16-le"])
def test_letters_tell_the_code_page(tmp_path: Path, text: str, code: str) -> None:
    workbook = read_bytes(tmp_path, text.encode(code))
    assert rows_of(workbook) == [line.split(";") for line in text.splitlines()]
    assert not workbook.warnings


@pytest.mark.parametrize(
    "text",
    ["Text;Pris €\n“Don’t” – it’s;5\u00a0000\n", "Café;1\nœuvre;2\n", "½;1\n"],
)
def test_signs_of_windows(tmp_path: Path, text: str) -> None:
    assert rows_of(read_bytes(tmp_path, text.encode("cp1252"))) == [
        line.split(";") for line in text.splitlines()
    ]


def test_lines_of_two_encodings(tmp_path: Path) -> None:
    data = SWEDISH.encode() + "Fältöversten;5\nÅby;6\n".encode("cp1252")
    workbook = read_bytes(tmp_path, data)
    assert [row[0] for row in rows_of(workbook)][-2:] == ["Fältöversten", "Åby"]
    assert rows_of(workbook)[0] == ["Månad", "Försäljning"]
    assert "another encoding" in workbook.warnings[0].text


STRAY = "Dato;Beløb;Antal\n2026-01-01;100;2\n"


@pytest.mark.parametrize("bad", [b"\xff", b"\x81", b"\xc3", b"\xc3\xc3"])
@pytest.mark.parametrize("code", ["cp1252", "utf-8"])
def test_a_stray_byte_is_no_reason_for_an_old_code_page(
    tmp_path: Path, code: str, bad: bytes
) -> None:
    data = STRAY.encode(code) + b"2026-01-02;" + bad + b"5;3\n"
    assert rows_of(read_bytes(tmp_path, data))[0] == ["Dato", "Beløb", "Antal"]


def test_a_text_that_ends_within_a_letter(tmp_path: Path) -> None:
    workbook = read_bytes(tmp_path, (STRAY + "2026-01-02;5;Kö").encode()[:-1])
    assert rows_of(workbook)[0] == ["Dato", "Beløb", "Antal"]
    assert len(workbook.warnings) == 1


@pytest.mark.parametrize("sign", [b"\xa2", b"\xa4", b"\xf5", b"\xd2", b"\xb5"])
def test_a_lone_sign_is_no_reason_for_an_old_code_page(tmp_path: Path, sign: bytes) -> None:
    workbook = read_bytes(tmp_path, b"Dato;Bel" + sign + b"b;Antal\n2026-01-01;100;2\n")
    assert workbook.encoding == "cp1252"


@pytest.mark.parametrize("code", ["cp850", "cp437", "mac_roman"])
def test_one_letter_of_the_north_is_reason_for_one(tmp_path: Path, code: str) -> None:
    workbook = read_bytes(tmp_path, "Datum;Försaljning\n2026-01-01;100\n".encode(code))
    assert rows_of(workbook)[0] == ["Datum", "Försaljning"]


def test_letters_that_were_encoded_twice(tmp_path: Path) -> None:
    for text in (SWEDISH, DANISH, "Säljare;Pris €\nAsk – Öst;5\n"):
        scrambled = text.encode().decode("cp1252")
        assert rows_of(read_bytes(tmp_path, scrambled.encode())) == [
            line.split(";") for line in text.splitlines()
        ]
    portuguese = "São;Âmbar\nÃ;1\nmaçã;2\n"
    assert rows_of(read_bytes(tmp_path, portuguese.encode())) == [
        line.split(";") for line in portuguese.splitlines()
    ]


WORDS = st.sampled_from(["mail", "Åre", 'say "hi"', "a, b", "x; y", "line\nbreak", "", "1 234,50"])


@settings(max_examples=150, deadline=None)
@given(
    rows=st.lists(st.tuples(st.dates().map(str), WORDS, WORDS), min_size=5, max_size=20),
    delimiter=st.sampled_from(";,\t|"),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
    line_end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_any_dialect_of_the_csv_module_is_read_cell_for_cell(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str]],
    delimiter: str,
    quoting: int,
    line_end: str,
    encoding: str,
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=line_end)  # type: ignore[arg-type]
    table = [("Datum", "Kanal", "Övrigt"), *rows]
    writer.writerows(table)
    workbook = read_bytes(tmp_path_factory.mktemp("text"), text.getvalue().encode(encoding))
    (sheet,) = workbook.sheets
    assert workbook.delimiter == delimiter
    width = sheet.width
    assert [tuple(value or "" for value in row) for row in sheet.rows()] == [
        row[:width] for row in table
    ]
