"""Each sheet as a file of its own, named after its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from desktop.core.company import Paper
from desktop.core.faults import Fault
from desktop.sheets.elements import Layout
from desktop.sheets.paper import PrintPaper
from desktop.sheets.pdf import write_pdf

_LONGEST_NAME = 60


def file_name(title: str, ending: str) -> str:
    """A title without signs that file systems do not take."""
    plain = re.sub(r"[^\w\- ]", "", title).strip()[:_LONGEST_NAME].strip()
    return (plain or "Sikte") + ending


def apart(layouts: Sequence[Layout]) -> list[list[Layout]]:
    """The pages of each sheet."""
    sheets: list[list[Layout]] = []
    for layout in layouts:
        if layout.continues and sheets:
            sheets[-1].append(layout)
        else:
            sheets.append([layout])
    return sheets


def write_each(folder: Path, layouts: Sequence[Layout], paper: Paper | PrintPaper) -> list[Path]:
    """One PDF for each sheet, numbered in their order; what is in the folder already stays.

    Raises :class:`Fault`; none of them is there then.
    """
    written: list[Path] = []
    sheets = apart(layouts)
    digits = len(str(len(sheets)))
    try:
        for number, pages in enumerate(sheets, 1):
            name = f"{number:0{digits}} {file_name(pages[0].title, '')}"
            path = next(path for path in _names(folder, name) if not path.exists())
            write_pdf(path, pages, paper)
            written.append(path)
    except Fault:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise
    return written


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / f"{name}.pdf"
    number = 2
    while True:
        yield folder / f"{name} ({number}).pdf"
        number += 1
