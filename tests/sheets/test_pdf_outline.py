"""Bookmarks, language and what a PDF says of itself, read back by another library."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import Destination

from desktop.core.company import Company, Paper
from desktop.core.glossary import Entry
from desktop.core.sheet_glossary import GlossarySheet
from desktop.qtkit.wording import wording
from desktop.sheets.elements import Layout
from desktop.sheets.lay_out import lay_out
from desktop.sheets.pdf import pdf_bytes
from desktop.sheets.pdf_outline import NotReadable, page_count
from tests.sheets.contents import TODAY, shop_goal, shop_summary


def bookmarks(reader: PdfReader) -> list[tuple[str | None, int | None]]:
    """The flat list of bookmarks with their pages, counted from 0."""
    found = [entry for entry in reader.outline if isinstance(entry, Destination)]
    return [(entry.title, reader.get_destination_page_number(entry)) for entry in found]


def read(layouts: list[Layout]) -> PdfReader:
    return PdfReader(BytesIO(pdf_bytes(layouts, Paper.A4)), strict=True)


def glossary(count: int) -> GlossarySheet:
    meaning = "What it means. " * 20
    words = tuple(Entry(name=f"Word {number}", definition=meaning) for number in range(count))
    return GlossarySheet(Company(name="Fjällkaffe & Søn AB"), TODAY, words)


def test_each_sheet_has_a_bookmark_and_what_runs_on_has_one() -> None:
    sheets = [shop_summary(3), glossary(60), shop_goal(2)]
    parts = [lay_out(sheet, wording("sv")) for sheet in sheets]
    pages = [page for part in parts for page in part]
    assert len(parts[1]) > 1
    reader = read(pages)
    assert len(reader.pages) == len(pages)
    titles = [part[0].title for part in parts]
    assert bookmarks(reader) == list(zip(titles, [0, 1, 1 + len(parts[1])], strict=True))
    assert reader.metadata is not None
    assert reader.metadata.title == "Fjällkaffe & Søn AB"
    assert reader.root_object["/PageMode"] == "/UseOutlines"


def test_one_sheet_says_what_it_is_whose_and_in_which_language() -> None:
    reader = read(lay_out(shop_goal(2), wording("da")))
    about = reader.metadata
    assert about is not None
    assert about.title == shop_goal(2).statement
    assert (about.author, about.creator) == ("Fjällkaffe & Søn AB", "Sikte")
    assert reader.root_object["/Lang"] == "da"
    assert bookmarks(reader) == []


def test_it_says_that_it_is_made_for_keeping() -> None:
    reader = read(lay_out(shop_goal(2), wording("sv")))
    assert reader.pdf_header == "%PDF-1.4"
    metadata = reader.root_object["/Metadata"].get_object().get_data()  # type: ignore[union-attr]
    assert b"pdfaid:part" in metadata
    assert b"Fj\xc3\xa4llkaffe" in metadata


def test_another_reader_finds_nothing_wrong(tmp_path: Path) -> None:
    pages = [page for count in (1, 2) for page in lay_out(shop_goal(count), wording("sv"))]
    path = tmp_path / "two.pdf"
    path.write_bytes(pdf_bytes(pages, Paper.A4))
    out = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True)
    assert "Pages:           2" in out.stdout
    assert out.stderr == ""


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=5))
def test_any_title_is_a_bookmark(titles: list[str]) -> None:
    layouts = [Layout(297, 210, title) for title in titles]
    data = pdf_bytes(layouts, Paper.A4)
    found = [title for title, _ in bookmarks(PdfReader(BytesIO(data)))]
    assert found == titles


@pytest.mark.parametrize("kept", [0, 10, 2000, -8, -120])
def test_half_a_pdf_is_not_taken_for_a_whole_one(kept: int) -> None:
    """The file as Qt makes it, cut off."""
    data = pdf_bytes(lay_out(shop_goal(1), wording("en")), Paper.A4)
    first = data[: data.index(b"%%EOF") + 6]
    assert page_count(first) == 1
    with pytest.raises(NotReadable):
        page_count(first[:kept])
