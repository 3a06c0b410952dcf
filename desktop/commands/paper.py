"""Sheets as PDF or picture without a window."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.core.faults import FileFault
from desktop.core.message import msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from PySide6.QtGui import QGuiApplication

    from desktop.core.sheet_content import Sheet
    from desktop.sheets.elements import Layout

_PICTURES = (".png", ".svg")


@dataclass(frozen=True, slots=True)
class Look:
    """How sheets are to look; ``paper`` is ``A4``, ``A3`` or ``Letter``."""

    language: str
    paper: str
    colour: bool = True
    upright: bool = False  # where the sheet allows it


def write_sheets(path: Path, sheets: Sequence[Sheet], look: Look) -> int:
    """The pages of all sheets, and how many they are: a PDF, or a picture of the only page where
    the name ends so.  Raises :class:`FileFault`."""
    from desktop.sheets.paper import PrintPaper
    from desktop.sheets.pdf import write_pdf
    from desktop.sheets.picture import write_picture

    app = _application()
    count = 0

    def counted() -> Iterator[Layout]:
        nonlocal count
        for count, page in enumerate(_pages(sheets, look), 1):  # noqa: B007 - told at the end
            yield page

    if path.suffix.lower() not in _PICTURES:
        write_pdf(path, counted(), PrintPaper(look.paper))
    else:
        pages = list(counted())
        if len(pages) > 1:
            raise FileFault(msg("A picture holds one page. Choose one sheet, or a PDF."))
        write_picture(path, pages[0])
    del app  # lives as long as what it paints
    return count


def write_each_sheet(folder: Path, sheets: Sequence[Sheet], look: Look) -> int:
    """A PDF for each sheet, and how many they are; the folder is made when it is not there.
    Raises :class:`FileFault`."""
    from desktop.sheets.paper import PrintPaper
    from desktop.sheets.several_files import write_each

    app = _application()
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        name = str(folder)
        raise FileFault(msg("The folder {folder} could not be made.", folder=name)) from error
    written = write_each(folder, list(_pages(sheets, look)), PrintPaper(look.paper))
    del app
    return len(written)


def _application() -> QGuiApplication:
    """What painting needs; it is to live as long as what it paints."""
    from PySide6.QtGui import QGuiApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance()
    return app if isinstance(app, QGuiApplication) else QGuiApplication(["sikte"])


def _pages(sheets: Sequence[Sheet], look: Look) -> Iterator[Layout]:
    """Laid out when each is wanted."""
    from desktop.qtkit.wording import wording
    from desktop.sheets.lay_out import lay_out
    from desktop.sheets.paper import PrintPaper

    words, paper = wording(look.language), PrintPaper(look.paper)
    for sheet in sheets:
        yield from lay_out(sheet, words, paper=paper, colour=look.colour, upright=look.upright)
