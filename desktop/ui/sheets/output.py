"""Where a sheet goes: the printer, a PDF, a picture, the clipboard."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop.core.company import Paper
from desktop.core.faults import Fault
from desktop.qtkit.wording import tr
from desktop.sheets.elements import Layout
from desktop.sheets.paper import PrintPaper
from desktop.sheets.pdf import pdf_bytes, write_pdf
from desktop.sheets.picture import picture, write_picture
from desktop.sheets.printing import prepare, send
from desktop.ui.context import AppContext
from desktop.ui.dialogs.files import choose_file_to_save

_LONGEST_NAME = 60


class SheetOutput:
    """Asks where it is to go, and tells how it went; ``parent`` owns the dialogs."""

    def __init__(self, parent: QWidget, context: AppContext) -> None:
        self._parent, self._context = parent, context

    def print_out(
        self, pages: Sequence[Layout], paper: Paper | PrintPaper, *, colour: bool
    ) -> None:
        """Through the system's print dialog."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(pages[0].title)
        prepare(printer, paper, colour=colour)
        if not self._chosen(printer):
            return
        try:
            send(printer, pages, paper)
        except Fault as fault:
            self._context.show_fault(fault)
            return
        self._context.notify(tr("Sent to the printer."), "good")

    def _chosen(self, printer: QPrinter) -> bool:
        """Let the user choose printer and copies; false when the dialog was cancelled."""
        dialog = QPrintDialog(printer, self._parent)
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.setParent(None)  # it goes now, before the printer that it knows
        return accepted

    def save_pdf(self, pages: Sequence[Layout], paper: Paper | PrintPaper) -> None:
        """Asks for the file."""
        path = choose_file_to_save(
            self._parent,
            tr("Save the sheet as PDF"),
            _file_name(pages[0], ".pdf"),
            tr("PDF files") + " (*.pdf)",
            ".pdf",
            self._context.preferences,
        )
        if path is None:
            return
        try:
            write_pdf(path, pages, paper)
        except Fault as fault:
            self._context.show_fault(fault)
            return
        self._context.notify(tr("Saved as {name}.", name=path.name), "good")

    def save_picture(self, layout: Layout) -> None:
        """Asks for the file."""
        path = choose_file_to_save(
            self._parent,
            tr("Save the sheet as a picture"),
            _file_name(layout, ".png"),
            tr("Pictures") + " (*.png)",
            ".png",
            self._context.preferences,
        )
        if path is None:
            return
        try:
            write_picture(path, layout)
        except Fault as fault:
            self._context.show_fault(fault)
            return
        self._context.notify(tr("Saved as {name}.", name=path.name), "good")

    def copy(self, layout: Layout, paper: Paper | PrintPaper) -> None:
        """A picture for slides and mail, and the PDF for programs that take it."""
        data = QMimeData()
        data.setImageData(picture(layout))
        data.setData("application/pdf", pdf_bytes([layout], paper))
        QGuiApplication.clipboard().setMimeData(data)
        self._context.notify(tr("The sheet is on the clipboard as a picture."), "good")


def _file_name(layout: Layout, ending: str) -> str:
    """The sheet's title without signs that file systems do not take."""
    plain = re.sub(r"[^\w\- ]", "", layout.title).strip()[:_LONGEST_NAME].strip()
    return (plain or "Sikte") + ending
