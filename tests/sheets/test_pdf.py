"""Sheets as PDF and picture: one page, the right size, text that copies, embedded fonts."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.core.company import Paper
from desktop.core.faults import FileFault
from desktop.qtkit.wording import wording
from desktop.sheets.pdf import write_pdf
from desktop.sheets.picture import picture, write_picture
from tests.sheets.contents import shop_goal, shop_summary
from tests.sheets.places import one_page

POINTS = 72 / 25.4
ASCENT_AND_DESCENT = 1.024 + 0.4  # of Source Sans 3, in ems


def written(path: Path, count: int = 2, paper: Paper = Paper.A4, language: str = "sv") -> PdfReader:
    write_pdf(path, [one_page(shop_goal(count), wording(language), paper=paper)], paper)
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
    assert "9 684 000" in text
    assert "−316 000" in text


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
    sheets = [shop_goal(1), shop_goal(3), shop_goal(7), shop_summary(0)]
    write_pdf(tmp_path / "all.pdf", [one_page(each, wording("da")) for each in sheets], Paper.A4)
    assert len(PdfReader(tmp_path / "all.pdf").pages) == 4


def test_the_smallest_letters_have_seven_points(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    written(path, 7)
    out = subprocess.run(
        ["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    heights = [
        float(high) - float(low) for low, high in re.findall(r'yMin="(.+?)".*?yMax="(.+?)"', out)
    ]
    # the height of a word's box is that of the font's ascent and descent
    assert min(heights) >= 7 * ASCENT_AND_DESCENT - 0.05


def test_a_missing_folder_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(FileFault):
        written(tmp_path / "nowhere" / "sheet.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_picture_is_the_page(tmp_path: Path) -> None:
    layout = one_page(shop_goal(), wording("sv"))
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
