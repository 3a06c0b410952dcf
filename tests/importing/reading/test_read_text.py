"""Delimited text: encodings, delimiters, quotation marks and the numbers of rows."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.faults import FileFault
from desktop.importing.cells import Sheet
from desktop.importing.reading.delimiter import find_dialect
from desktop.importing.reading.read import read
from desktop.importing.reading.refusals import REASONS, Refusal
from tests.importing.in_process import read_here

NORDIC = "Månad;Belopp\njan;1 234,50 kr\nfeb;–5\n"


def text_file(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "export.csv"
    path.write_bytes(text.encode(encoding))
    return path


def only(path: Path, **options: str) -> Sheet:
    (sheet,) = read_here(path, **options).sheets  # type: ignore[arg-type]
    return sheet


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, found: str) -> None:
    workbook = read_here(text_file(tmp_path, NORDIC, encoding))
    assert (workbook.kind, workbook.encoding, workbook.delimiter) == ("text", found, ";")
    assert list(workbook.sheets[0].rows()) == [
        ("Månad", "Belopp"),
        ("jan", "1 234,50 kr"),
        ("feb", "–5"),
    ]
    assert not workbook.warnings


def test_an_encoding_can_be_chosen(tmp_path: Path) -> None:
    path = text_file(tmp_path, "Å;Ö\n", "cp850")
    assert only(path, encoding="cp850").row(0) == ("Å", "Ö")
    assert only(path, encoding="cp1252").row(0) != ("Å", "Ö")
    with pytest.raises(FileFault, match="chosen encoding"):
        read(path, encoding="no-such-codec")


def test_one_damaged_byte_does_not_turn_a_file_into_another_encoding(tmp_path: Path) -> None:
    text = "Område;Försäljning\n" + "Åre;1\n" * 50
    path = tmp_path / "damaged.csv"
    path.write_bytes(text.encode() + b"\xff;2\n")
    workbook = read_here(path)
    assert workbook.encoding == "utf-8"
    assert workbook.sheets[0].row(0) == ("Område", "Försäljning")
    assert [warning.text for warning in workbook.warnings] == [
        "Some characters of {name} are damaged and are shown as �."
    ]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n", ";"),  # decimal commas part evenly too
        ("Datum;Belopp\n2024-01-01;1 234,50\n", ";"),
        ("date,amount\n2024-01-01,1.5\n2024-01-02,2.5\n", ","),
        ('name,note\nA,"x; y; z"\nB,"x; y; z"\n', ","),
        ("a\tb\n1,5\t2,5\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ("Amount\n1,5\n2\n3,25\n", ""),
        ("Title of the report\n\nfrom 2024-01-01, to 2024-02-01\n\na;b;c\n1;2;3\n4;5;6\n", ";"),
        ("# Account: x\n# ---\nNth day,Users\n0000,390\n0001,12\n", ","),
        ('"a";"line\nbreak, and comma"\n"b";"line\nbreak, and comma"\n', ";"),
        ("sep=;\na;b\n", ";"),
        ("only words in this file\n", ""),
    ],
)
def test_delimiters(tmp_path: Path, text: str, delimiter: str) -> None:
    assert read_here(text_file(tmp_path, text)).delimiter == delimiter


def test_rows_are_records_and_blank_lines_count(tmp_path: Path) -> None:
    sheet = only(text_file(tmp_path, 'Title\n\na;b\n"x\ny";1\nz;2\n'))
    assert list(sheet.row_numbers) == [1, 2, 3, 4, 5]
    assert sheet.row(3) == ("x\ny", "1")
    assert sheet.address(4, 1) == "B5"


def test_the_line_that_declares_the_delimiter_is_row_one(tmp_path: Path) -> None:
    sheet = only(text_file(tmp_path, "sep=\t\r\nDate\tVisits\r\n2024-01-01\t5\r\n", "utf-16"))
    assert list(sheet.row_numbers) == [2, 3]
    assert sheet.row(0) == ("Date", "Visits")


def test_trailing_delimiters_and_ragged_rows(tmp_path: Path) -> None:
    sheet = only(text_file(tmp_path, "a;b;\n1;2;\n3\n;;\n\n"))
    assert list(sheet.rows()) == [("a", "b"), ("1", "2"), ("3", None)]


def test_spaces_around_quoted_fields(tmp_path: Path) -> None:
    sheet = only(text_file(tmp_path, '"a", "b, c"\n"1", "2"\n'))
    assert list(sheet.rows()) == [("a", "b, c"), ("1", "2")]


def test_escaped_quotation_marks(tmp_path: Path) -> None:
    sheet = only(text_file(tmp_path, '"say \\"hi\\" now";"2"\n"plain";"3"\n'))
    assert list(sheet.rows()) == [('say "hi" now', "2"), ("plain", "3")]


def test_a_folder_at_the_end_of_a_field(tmp_path: Path) -> None:
    sheet = only(text_file(tmp_path, '"C:\\data\\";"2"\n"D:\\";"3"\n'))
    assert list(sheet.rows()) == [("C:\\data\\", "2"), ("D:\\", "3")]


def test_a_stray_quotation_mark_does_not_swallow_the_rows(tmp_path: Path) -> None:
    rows = "".join(f"{n};screw\n" for n in range(2000))
    workbook = read_here(text_file(tmp_path, 'size;what\n"5;screw\n' + rows))
    assert workbook.sheets[0].height == 2002
    assert any("quotation marks" in warning.text for warning in workbook.warnings)


def test_old_line_ends(tmp_path: Path) -> None:
    assert list(only(text_file(tmp_path, "a;b\r1;2\r3;4")).rows()) == [
        ("a", "b"),
        ("1", "2"),
        ("3", "4"),
    ]


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[float] = []
    read(text_file(tmp_path, "a;b\n" * 50_000), progress=told.append)
    assert told[-1] == 1.0
    assert told == sorted(told)


CELLS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters='\ufeff"'), max_size=12
)


@settings(max_examples=200, deadline=None)
@given(
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=30),
    delimiter=st.sampled_from(";,\t|"),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_was_written_is_read(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[list[str]],
    delimiter: str,
    quoting: int,
    encoding: str,
    line_end: str,
) -> None:
    """The cells come back whatever the dialect, given that it is declared."""
    text = io.StringIO()
    text.write(f"sep={delimiter}{line_end}")
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=line_end).writerows(rows)
    path = tmp_path_factory.mktemp("text") / "export.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    (sheet,) = read_here(path).sheets
    found = {
        (sheet.row_numbers[row], column): value
        for column, values in enumerate(sheet.columns)
        for row, value in enumerate(values)
        if value is not None
    }
    assert found == {
        (number, column): value
        for number, row in enumerate(rows, 2)
        for column, value in enumerate(row)
        if value
    }


@settings(max_examples=200, deadline=None)
@given(
    rows=st.lists(
        st.tuples(
            st.dates().map(str),
            st.sampled_from(["organic", "betald; trafik", "direct, none", "mail"]),
            st.decimals(-99_999, 99_999, places=2, allow_nan=False),
        ),
        min_size=4,
        max_size=30,
    ),
    delimiter=st.sampled_from(";,\t|"),
    comma=st.booleans(),
)
def test_the_delimiter_of_ordinary_tables_is_found(
    rows: list[tuple[str, str, object]], delimiter: str, comma: bool
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(["Date", "Channel", "Amount"])
    for day, channel, amount in rows:
        writer.writerow([day, channel, str(amount).replace(".", "," if comma else ".")])
    assert find_dialect(text.getvalue()).delimiter == delimiter


@settings(max_examples=150, deadline=None)
@given(data=st.binary(min_size=1, max_size=400))
def test_any_bytes_end_in_cells_or_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("bytes") / "any.csv"
    path.write_bytes(data)

    try:
        read_here(path)
    except Refusal as refusal:
        assert refusal.code in REASONS  # noqa: PT017
