"""Sheets as PDF: vector, with selectable text and embedded fonts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from desktop.core.company import Paper
from desktop.core.faults import FileFault
from desktop.core.message import msg
from desktop.core.writing import write_whole
from desktop.sheets.elements import Layout
from desktop.sheets.painter import paint
from desktop.sheets.paper import page

_RESOLUTION = 1200


def pdf_bytes(layouts: Sequence[Layout], paper: Paper) -> bytes:
    """A PDF with one page for each layout; needs a QGuiApplication."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(page(paper).layout())
    writer.setCreator("Sikte")
    titles = {layout.title for layout in layouts}
    writer.setTitle(titles.pop() if len(titles) == 1 else "")
    painter = QPainter()
    whole = painter.begin(writer)
    for number, layout in enumerate(layouts if whole else ()):
        whole = whole and (number == 0 or writer.newPage())
        paint(layout, painter, _RESOLUTION / 25.4)
    if not (whole and painter.end()):
        raise FileFault(msg("The PDF could not be made."))
    buffer.close()
    return bytes(buffer.data().data())


def write_pdf(path: Path, layouts: Sequence[Layout], paper: Paper) -> None:
    """Write the PDF whole or not at all; raises :class:`FileFault`."""
    write_whole(path, pdf_bytes(layouts, paper))
