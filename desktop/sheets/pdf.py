"""Sheets as PDF: vector, with selectable text, embedded fonts and bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
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
    layouts: Sequence[Layout], paper: Paper | PrintPaper, *, size: QPageSize | None = None
) -> bytes:
    """A PDF with one page for each layout, with title, author, language and a bookmark for each
    sheet; needs a QGuiApplication.

    It claims PDF/A-1b, which is made for keeping.  A page is made to fit when it is to have
    another ``size`` than that of ``paper``.  Raises :class:`FileFault`.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setResolution(_RESOLUTION)
    writer.setCreator("Sikte")
    sheets = [number for number, layout in enumerate(layouts) if not layout.continues]
    owners = {layout.company for layout in layouts}
    writer.setAuthor(", ".join(sorted(owners)))
    writer.setTitle(layouts[0].title if len(sheets) == 1 else ", ".join(sorted(owners)))
    painter = QPainter()
    whole = True
    for number, layout in enumerate(layouts):
        form = page(paper, upright=layout.height > layout.width).layout()
        if size is not None:
            form.setPageSize(size)
        writer.setPageLayout(form)
        whole = whole and (writer.newPage() if number else painter.begin(writer))
        if whole:
            paint_to_fit(layout, painter, writer.width(), writer.height())
    if not (whole and painter.end()):
        raise FileFault(msg("The PDF could not be made."))
    buffer.close()
    marks = [Bookmark(layouts[number].title, number) for number in sheets]
    return _read_back(bytes(buffer.data().data()), layouts, marks if len(marks) > 1 else ())


def paint_to_fit(layout: Layout, painter: QPainter, width: float, height: float) -> None:
    """Draw the page as large as it fits, in the middle of ``width`` by ``height`` pixels."""
    scale = min(width / layout.width, height / layout.height)
    painter.save()
    painter.translate((width - layout.width * scale) / 2, (height - layout.height * scale) / 2)
    paint(layout, painter, scale)
    painter.restore()


def _read_back(data: bytes, layouts: Sequence[Layout], marks: Sequence[Bookmark]) -> bytes:
    """What memory ran out for, or what else is not whole, is not written anywhere."""
    try:
        if page_count(data) == len(layouts):
            return with_outline(data, marks, layouts[0].language)
    except NotReadable:
        pass
    raise FileFault(msg("The PDF could not be made."))


def write_pdf(path: Path, layouts: Sequence[Layout], paper: Paper | PrintPaper) -> None:
    """Write the PDF whole or not at all; raises :class:`FileFault`."""
    write_whole(path, pdf_bytes(layouts, paper))
