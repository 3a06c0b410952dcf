"""Any damage to a file of any kind ends in data or in one sentence, never in anything else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.faults import FileFault
from desktop.importing.reading.read import read
from desktop.importing.recognise import recognise
from tests.importing.reading import ole2_parts, xlsb_parts
from tests.importing.reading.zip_parts import sheet_xml, write_ods, write_xlsx

TODAY = date(2026, 7, 1)


def xlsx(path: Path) -> Path:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>{row % 2}</v></c><c r="B{row}"><v>{row}</v></c>'
        f'<c r="C{row}" t="e"><v>#N/A</v></c></row>'
        for row in range(1, 9)
    )
    strings = "<sst><si><t>Sales</t></si><si><t>Costs</t></si></sst>"
    return write_xlsx(path, rows, {"xl/sharedStrings.xml": strings})


def strict(path: Path) -> Path:
    main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    text = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')
    return write_xlsx(path, "", sheet=text.replace(text.split('"')[3], main))


def xls(path: Path) -> Path:
    cells = b"".join(ole2_parts.number(row, row % 3, row * 1.5, 1) for row in range(40))
    return ole2_parts.write_xls(path, cells, formats=("0.00%",))


def xlsb(path: Path) -> Path:
    cells = b"".join(
        xlsb_parts.row(row) + xlsb_parts.real(0, row + 0.5, 1) + xlsb_parts.error(1, 7)
        for row in range(20)
    )
    return xlsb_parts.write_xlsb(path, cells, ("yyyy-mm-dd",))


def ods(path: Path) -> Path:
    cell = (
        '<table:table-cell office:value-type="float" office:value="{0}"><text:p>{0}</text:p>'
        "</table:table-cell>"
    )
    rows = "".join(f"<table:table-row>{cell.format(n) * 2}</table:table-row>" for n in range(9))
    return write_ods(path, f'<table:table table:name="A">{rows}</table:table>')


def csv(path: Path) -> Path:
    lines = [f'2024-01-{day:02};"Å {day}";{day},50\r\n' for day in range(1, 28)]
    path.write_text("Datum;Namn;Belopp\r\n" + "".join(lines), "utf-8-sig")
    return path


KINDS: dict[str, Callable[[Path], Path]] = {
    "xlsx": xlsx,
    "strict.xlsx": strict,
    "xls": xls,
    "xlsb": xlsb,
    "ods": ods,
    "csv": csv,
}


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A small sound file of each kind."""
    folder = tmp_path_factory.mktemp("sound")
    return {kind: make(folder / f"sound.{kind}").read_bytes() for kind, make in KINDS.items()}


def data_or_sentence(path: Path, content: bytes) -> bool:
    """Whether the file could be read; anything but data and a sentence is a failure."""
    path.write_bytes(content)
    try:
        workbook = read(path)
    except FileFault:
        return False
    recognise(workbook, today=TODAY)
    return True


@pytest.mark.parametrize("kind", KINDS)
def test_sound_files_are_read(tmp_path: Path, wholes: dict[str, bytes], kind: str) -> None:
    assert data_or_sentence(tmp_path / f"file.{kind}", wholes[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_cut_off_at_each_tenth(tmp_path: Path, wholes: dict[str, bytes], kind: str) -> None:
    whole = wholes[kind]
    for tenth in range(1, 10):
        was_read = data_or_sentence(tmp_path / f"cut.{kind}", whole[: len(whole) * tenth // 10])
        assert was_read <= (kind in ("csv", "xls"))


@pytest.mark.parametrize("kind", KINDS)
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_bytes_that_flipped(
    tmp_path: Path, wholes: dict[str, bytes], kind: str, data: st.DataObject
) -> None:
    content = bytearray(wholes[kind])
    flips = st.lists(
        st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255)), min_size=1, max_size=6
    )
    for place, byte in data.draw(flips):
        content[place] = byte
    data_or_sentence(tmp_path / f"flipped.{kind}", bytes(content))
