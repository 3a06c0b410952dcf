"""Files made to hurt: each ends in data or one sentence, within its limits."""

from __future__ import annotations

import os
import re
import sys
import threading
from dataclasses import replace
from pathlib import Path
from time import monotonic
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from desktop.core.faults import FileFault, Stopped
from desktop.importing.reading.limits import Limits
from desktop.importing.reading.read import read
from desktop.importing.reading.refusals import REASONS, Refusal
from tests.importing.in_process import read_here
from tests.importing.reading import ole2_parts
from tests.importing.reading.zip_parts import MAIN, write_ods, write_xlsx

MIB = 1 << 20
PATIENCE = 10.0


def refused(path: Path, sentence: str, limits: Limits | None = None) -> float:
    """Seconds until the refusal."""
    start = monotonic()
    with pytest.raises(FileFault, match=sentence):
        read(path, limits=limits)
    return monotonic() - start


def refused_here(path: Path, sentence: str, limits: Limits | None = None) -> None:
    with pytest.raises(Refusal) as refusal:
        read_here(path, limits=limits)
    assert re.search(sentence, REASONS[refusal.value.code].text)


def test_a_part_that_unpacks_two_hundredfold(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>' + "A" * 4 * MIB + "</t></is></c></row>"
    assert refused(write_xlsx(tmp_path / "bomb.xlsx", rows), "unpacks to far more") < PATIENCE


def test_many_parts_that_are_too_much_together(tmp_path: Path) -> None:
    noise = {f"xl/media/{n}.bin": os.urandom(64 * 1024) for n in range(20)}
    path = write_xlsx(tmp_path / "fat.xlsx", '<row r="1"><c r="A1"><v>1</v></c></row>', noise)
    assert read_here(path).sheets[0].columns == [[1.0]]
    refused_here(path, "unpacks to far more", replace(Limits(), total=MIB))
    refused_here(path, "unpacks to far more", replace(Limits(), part=60 * 1024))
    refused_here(path, "unpacks to far more", replace(Limits(), parts=10))


def test_one_gigantic_string(tmp_path: Path) -> None:
    """Incompressible enough to pass the guard: the limit of memory stops it."""
    text = os.urandom(12 * MIB).hex()
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    path = write_xlsx(tmp_path / "string.xlsx", rows)
    seconds = refused(path, "memory|fail", replace(Limits(), memory=60 * MIB))
    assert seconds < PATIENCE


def test_millions_of_shared_strings(tmp_path: Path) -> None:
    strings = f'<sst xmlns="{MAIN}">' + "<si><t/></si>" * 2_000_000 + "</sst>"
    path = write_xlsx(
        tmp_path / "strings.xlsx",
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        {"xl/sharedStrings.xml": strings},
    )
    assert refused(path, "unpacks to far more") < PATIENCE


def test_entities_are_refused_wherever_they_stand(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    for number, head in enumerate((bomb, outside)):
        sheet = (
            f'<?xml version="1.0"?>{head}<worksheet xmlns="{MAIN}"><sheetData><row r="1">'
            '<c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>'
        )
        path = write_xlsx(tmp_path / f"entities{number}.xlsx", "", sheet=sheet)
        refused_here(path, "XML definitions|damaged")


def test_an_ods_that_repeats_itself_endlessly(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="float" office:value="1" '
        'table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell>'
    )
    rows = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    path = write_ods(tmp_path / "repeats.ods", f'<table:table table:name="A">{rows}</table:table>')
    assert refused(path, "memory|fail|damaged|large|time") < 30


def test_more_cells_than_a_table_needs(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("a;b\n" * 1000)
    refused_here(path, "too large", replace(Limits(), cells=500))


def test_a_block_too_big_for_the_pipe(tmp_path: Path) -> None:
    """Fields within the limit each, but a hundred and forty in one row."""
    path = tmp_path / "fields.csv"
    path.write_text(";".join(["x" * 1_000_000] * 140) + "\n")
    refused(path, "too large")


def test_a_text_that_is_too_long(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("a;b\n" * 1000)
    refused_here(path, "too large", replace(Limits(), total=1000))


def test_a_loop_of_sectors(tmp_path: Path) -> None:
    data = bytearray(ole2_parts.ole2({"Workbook": b"x" * 9000}))
    table = 512 * (len(data) // 512 - 1)
    data[table : table + 4] = (0).to_bytes(4, "little")  # sector 0 follows itself
    path = tmp_path / "loop.xls"
    path.write_bytes(data)
    assert refused(path, "fail|damaged|memory") < PATIENCE


@pytest.mark.parametrize("share", [0.01, 0.5, 0.97])
def test_half_a_download(tmp_path: Path, share: float) -> None:
    whole = write_xlsx(tmp_path / "whole.xlsx", '<row r="1"><c r="A1"><v>1</v></c></row>')
    path = tmp_path / "half.xlsx"
    data = whole.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    refused_here(path, "damaged|neither|archive")


def test_a_sheet_cut_off_in_the_middle(tmp_path: Path) -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row'
    refused_here(write_xlsx(tmp_path / "cut.xlsx", "", sheet=sheet), "damaged")


def test_a_password_on_the_zip(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "locked.xlsx", '<row r="1"><c r="A1"><v>1</v></c></row>')
    data = path.read_bytes()
    start = data.index(b"PK\x01\x02")
    path.write_bytes(data[: start + 8] + b"\x01" + data[start + 9 :])
    refused_here(path, "password")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("page.xls", b"<html><body><table><tr><td>1</td></tr></table></body></html>", "web page"),
        ("page.xlsx", b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html></html>", "web page"),
        ("archive.xls", b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "web page"),
        ("old.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:x"></Workbook>', "XML file"),
        ("older.xls", b"\x09\x08\x08\x00\x00\x05\x10\x00" + b"\0" * 100, "very old Excel"),
        ("report.csv", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "neither"),
        ("noise.txt", bytes(range(256)) * 40, "neither"),
        ("letter.xlsx", b"{\\rtf1 hello}", "document"),
        ("company.csv", b"SQLite format 3\x00" + b"\0" * 84, "company file"),
        ("packed.csv", b"\x1f\x8b\x08\x00rest", "archive"),
        ("nothing.csv", b"", "empty"),
        ("blank.csv", b" \r\n \r\n", "empty"),
        ("bom.csv", b"\xef\xbb\xbf", "empty"),
    ],
)
def test_what_is_no_table_is_told_by_its_bytes(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    refused_here(path, sentence)


@pytest.mark.parametrize(
    ("part", "sentence"),
    [("word/document.xml", "document"), ("Index/Document.iwa", "Numbers"), ("a.csv", "archive")],
)
def test_other_zips_are_named(tmp_path: Path, part: str, sentence: str) -> None:
    path = tmp_path / "other.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr(part, "x")
    refused_here(path, sentence)


def test_files_that_are_not_there(tmp_path: Path) -> None:
    refused(tmp_path / "gone.csv", "not there")
    refused(tmp_path, "folder")


def test_a_device_is_not_waited_for() -> None:
    assert refused(Path(os.devnull), "could not be read") < PATIENCE


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "private.csv"
    path.write_text("a")

    def forbid(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", forbid)
    refused(path, "not allowed")


def big_text(tmp_path: Path) -> Path:
    path = tmp_path / "big.csv"
    path.write_text("2024-01-01;organic;12,50\n" * 2_000_000)
    return path


def test_the_clock_stops_a_slow_reader(tmp_path: Path) -> None:
    assert refused(big_text(tmp_path), "took too long", replace(Limits(), wall=0.2)) < 2


def test_cancel_is_answered_within_half_a_second(tmp_path: Path) -> None:
    path = big_text(tmp_path)
    cancel = threading.Event()
    asked: list[float] = []

    def ask() -> None:
        asked.append(monotonic())
        cancel.set()

    timer = threading.Timer(0.3, ask)
    timer.start()
    with pytest.raises(Stopped):
        read(path, cancelled=cancel.is_set)
    assert monotonic() - asked[0] < 0.5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of processor time")
def test_the_processor_time_is_limited(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 400_000))
    path = write_xlsx(tmp_path / "slow.xlsx", rows)
    limits = replace(Limits(), cpu=0, ratio=10_000)
    assert refused(path, "took too long|fail", limits) < PATIENCE
