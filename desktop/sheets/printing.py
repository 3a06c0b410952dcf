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


def prepare(printer: QPrinter, paper: Paper) -> None:
    """Set paper and orientation; the pages keep their own margins."""
    printer.setPageLayout(page(paper).layout())
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setFullPage(True)


def send(printer: QPrinter, layouts: Sequence[Layout]) -> None:
    """Send the pages to the printer; raises :class:`Fault` when it does not take them.

    What the printer makes of them is not known here.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise Fault(msg("The printer does not answer. Check that it is on and connected."))
    for number, layout in enumerate(layouts):
        if number:
            printer.newPage()
        paint(layout, painter, printer.logicalDpiX() / 25.4)
    painter.end()
