"""Sheets on a printer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.core.company import Paper
from desktop.core.faults import Fault
from desktop.core.message import msg
from desktop.core.writing import write_whole
from desktop.sheets.elements import Layout
from desktop.sheets.paper import PrintPaper, page
from desktop.sheets.pdf import paint_to_fit, pdf_bytes
from desktop.sheets.print_queue import Queue, queue


def prepare(
    printer: QPrinter, paper: Paper | PrintPaper, *, colour: bool = True, upright: bool = False
) -> None:
    """Set paper, orientation and ink before the print dialog; pages keep their own margins."""
    modes = QPrinter.ColorMode
    printer.setCreator("Sikte")
    printer.setFullPage(True)
    printer.setPageLayout(page(paper, upright=upright).layout())
    printer.setColorMode(modes.Color if colour else modes.GrayScale)


def send(printer: QPrinter, layouts: Sequence[Layout], paper: Paper | PrintPaper) -> None:
    """Send the pages to the printer, or into the file that was chosen instead; raises
    :class:`Fault` when it does not take them.

    A page lies or stands as it was laid out, and is made to fit when another paper was chosen in
    the print dialog.  What the printer makes of it is not known here.
    """
    if printer.outputFileName():
        _into_file(printer, layouts, paper)
        return
    _ask(printer)
    painter = QPainter()
    taken = True
    for number, layout in enumerate(layouts):
        printer.setPageOrientation(_orientation(layout))
        taken = taken and (printer.newPage() if number else painter.begin(printer))
        if taken:
            room = printer.paperRect(QPrinter.Unit.DevicePixel)
            paint_to_fit(layout, painter, room.width(), room.height())
    if not (taken and painter.end()):
        raise Fault(msg("The printer does not answer. Check that it is on and connected."))


def _orientation(layout: Layout) -> QPageLayout.Orientation:
    orientations = QPageLayout.Orientation
    return orientations.Portrait if layout.height > layout.width else orientations.Landscape


def _into_file(printer: QPrinter, layouts: Sequence[Layout], paper: Paper | PrintPaper) -> None:
    """The printer itself would leave half a file on a full disk and say nothing of it."""
    size = printer.pageLayout().pageSize()
    write_whole(Path(printer.outputFileName()), pdf_bytes(layouts, paper, size=size))


def _ask(printer: QPrinter) -> None:
    """What is known beforehand: a printer that is gone or refuses takes pages and loses them."""
    name = printer.printerName()
    if not name:
        raise Fault(msg("There is no printer on this computer. Save the sheet as PDF instead."))
    about, state = QPrinterInfo.printerInfo(name), queue(name)
    if about.isNull() or state is Queue.GONE:
        raise Fault(msg("The printer {name} is not there any more. Choose another.", name=name))
    if state is Queue.REFUSES:
        raise Fault(msg("The printer {name} takes no prints now. Choose another.", name=name))
    if about.state() is QPrinter.PrinterState.Error:
        raise Fault(msg("The printer {name} is stopped. Start it, or choose another.", name=name))
