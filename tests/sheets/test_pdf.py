"""Sheets as PDF and picture: one page, the right size, text that copies, embedded fonts."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.core.company import Company, Paper
from desktop.core.faults import FileFault
from desktop.core.sheet_content import SummarySheet
from desktop.qtkit.wording import wording
from desktop.sheets.lay_out import lay_out
from desktop.sheets.pdf import write_pdf
from desktop.sheets.picture import picture, write_picture
from tests.sheets.contents import TODAY, shop_goal

POINTS = 72 / 25.4


def written(path: Path, count: int = 2, paper: Paper = Paper.A4, language: str = "sv") -> PdfReader:
    write_pdf(path, [lay_out(shop_goal(count), wording(language), paper=paper)], paper)
    return PdfReader(path)


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (297.0, 210.0)), (Paper.LETTER, (279.4, 215.9))]
)
def test_one_page_of_the_chosen_paper(
    tmp_path: Path, paper: Paper, size: tuple[float, float]
) -> None:
    reader = written(tmp_path / "sheet.pdf", 7, paper)
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert (float(box.width) / POINTS, float(box.height) / POINTS) == pytest.approx(size, abs=0.5)


def test_the_text_copies_as_typed(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    written(path)
    out = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    text = out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Vi säljer kaffe för tolv miljoner kronor år 2026" in text
    assert "Fjällkaffe & Søn AB" in text
    assert "Ærø" in text
    assert "9 684 000 kr" in text
    assert "−316 000 kr" in text


def test_the_font_is_embedded(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    written(path)
    out = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    rows = out.splitlines()[2:]
    assert rows
    for row in rows:
        assert "SourceSans3" in row
        assert row.split()[-5] == "yes", "embedded"
    assert path.stat().st_size < 150_000, "only the letters that are used"


def test_many_sheets_in_one_file(tmp_path: Path) -> None:
    pages = [lay_out(shop_goal(n), wording("da")) for n in (1, 3, 7)]
    pages.append(lay_out(SummarySheet(Company(name="Ö"), None, TODAY, ()), wording("da")))
    write_pdf(tmp_path / "all.pdf", pages, Paper.A4)
    assert len(PdfReader(tmp_path / "all.pdf").pages) == 4


def test_a_missing_folder_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(FileFault):
        written(tmp_path / "nowhere" / "sheet.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").mkdir()
    with pytest.raises(FileFault):
        written(tmp_path / "sheet.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a file system that is full")
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"before")

    def full(_: int) -> None:
        with Path("/dev/full").open("wb", buffering=0) as disk:
            disk.write(b"x")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileFault):
        written(path)
    assert path.read_bytes() == b"before"
    assert [item.name for item in tmp_path.iterdir()] == ["sheet.pdf"]


def test_the_picture_is_the_page(tmp_path: Path) -> None:
    layout = lay_out(shop_goal(), wording("sv"))
    image = picture(layout, 4.0)
    assert (image.width(), image.height()) == (297 * 4, 210 * 4)
    dark = sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )
    assert dark > 500
    write_picture(tmp_path / "sheet.png", layout)
    assert (tmp_path / "sheet.png").read_bytes().startswith(b"\x89PNG")
