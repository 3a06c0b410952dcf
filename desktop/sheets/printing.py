"""Sheets on a printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.core.company import Paper
from desktop.core.faults import Fault
from desktop.core.message import msg
from desktop.sheets.elements import Layout
from desktop.sheets.painter import paint
from desktop.sheets.paper import page


def prepare(printer: QPrinter, paper: Paper, *, colour: bool = True) -> None:
    """Set paper, orientation and ink before the print dialog; pages keep their own margins."""
    modes = QPrinter.ColorMode
    printer.setFullPage(True)
    printer.setPageLayout(page(paper).layout())
    printer.setColorMode(modes.Color if colour else modes.GrayScale)


def send(printer: QPrinter, layouts: Sequence[Layout]) -> None:
    """Send the pages to the printer; raises :class:`Fault` when it does not take them.

    A page lies on its long side, and is made to fit when another paper was chosen in the print
    dialog.  What the printer makes of it is not known here.
    """
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    painter = QPainter()
    taken = painter.begin(printer)
    for number, layout in enumerate(layouts if taken else ()):
        taken = taken and (number == 0 or printer.newPage())
        room = printer.paperRect(QPrinter.Unit.DevicePixel)
        scale = min(room.width() / layout.width, room.height() / layout.height)
        painter.save()
        painter.translate(
            (room.width() - layout.width * scale) / 2, (room.height() - layout.height * scale) / 2
        )
        paint(layout, painter, scale)
        painter.restore()
    if not (taken and painter.end()):
        raise Fault(msg("The printer does not answer. Check that it is on and connected."))
