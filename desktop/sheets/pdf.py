"""Sheets as PDF: vector, with selectable text, embedded fonts and bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from desktop.core.company import Paper
from desktop.core.faults import FileFault
from desktop.core.message import msg
from desktop.core.writing import write_whole
from desktop.sheets.elements import Layout
from desktop.sheets.painter import paint
from desktop.sheets.paper import PrintPaper, page
from desktop.sheets.pdf_outline import Bookmark, NotReadable, page_count, with_outline

_RESOLUTION = 1200


def pdf_bytes(
    layouts: Iterable[Layout], paper: Paper | PrintPaper, *, size: QPageSize | None = None
) -> bytes:
    """A PDF with one page for each layout, with title, author, language and a bookmark for each
    sheet; needs a QGuiApplication.

    Layouts are taken one by one, so that a hundred need not be held at once.  It claims PDF/A-1b,
    which is made for keeping.  A page is made to fit when it is to have another ``size`` than that
    of ``paper``.  Raises :class:`FileFault`.
    """
    first, coming = _with_next_sheet(layouts)
    alone = all(layout.continues for layout in first[1:])
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setResolution(_RESOLUTION)
    writer.setCreator("Sikte")
    writer.setAuthor(first[0].company)
    writer.setTitle(first[0].title if alone else first[0].company)
    painter = QPainter()
    whole, pages = True, 0
    marks: list[Bookmark] = []
    for layout in chain(first, coming):
        form = page(paper, upright=layout.height > layout.width).layout()
        if size is not None:
            form.setPageSize(size)
        writer.setPageLayout(form)
        whole = whole and (writer.newPage() if pages else painter.begin(writer))
        if whole:
            paint_to_fit(layout, painter, writer.width(), writer.height())
        if not layout.continues:
            marks.append(Bookmark(layout.title, pages))
        pages += 1
    if not (whole and painter.end()):
        raise FileFault(msg("The PDF could not be made."))
    buffer.close()
    found = () if alone else marks
    return _read_back(bytes(buffer.data().data()), pages, found, first[0].language)


def _with_next_sheet(layouts: Iterable[Layout]) -> tuple[list[Layout], Iterator[Layout]]:
    """The pages of the first sheet and the first page of the second, and what comes then."""
    coming = iter(layouts)
    first = [next(coming)]
    for layout in coming:
        first.append(layout)
        if not layout.continues:
            break
    return first, coming


def paint_to_fit(layout: Layout, painter: QPainter, width: float, height: float) -> None:
    """Draw the page as large as it fits, in the middle of ``width`` by ``height`` pixels."""
    scale = min(width / layout.width, height / layout.height)
    painter.save()
    painter.translate((width - layout.width * scale) / 2, (height - layout.height * scale) / 2)
    paint(layout, painter, scale)
    painter.restore()


def _read_back(data: bytes, pages: int, marks: Sequence[Bookmark], language: str) -> bytes:
    """What memory ran out for, or what else is not whole, is not written anywhere."""
    try:
        if page_count(data) == pages:
            return with_outline(data, marks, language)
    except NotReadable:
        pass
    raise FileFault(msg("The PDF could not be made."))


def write_pdf(path: Path, layouts: Iterable[Layout], paper: Paper | PrintPaper) -> None:
    """Write the PDF whole or not at all; raises :class:`FileFault`."""
    write_whole(path, pdf_bytes(layouts, paper))
