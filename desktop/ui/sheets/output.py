"""Where a sheet goes: the printer, a PDF, a picture, the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop.core.company import Paper
from desktop.core.faults import Fault
from desktop.qtkit.wording import ntr, tr
from desktop.sheets.elements import Layout
from desktop.sheets.paper import PrintPaper
from desktop.sheets.pdf import pdf_bytes, write_pdf
from desktop.sheets.picture import SVG, picture, write_picture
from desktop.sheets.printing import prepare, send
from desktop.sheets.several_files import file_name, write_each
from desktop.ui.context import AppContext
from desktop.ui.dialogs.files import choose_file_to_save, choose_folder

_PNG = ".png"


class SheetOutput:
    """Asks where it is to go, and tells how it went; ``parent`` owns the dialogs."""

    def __init__(self, parent: QWidget, context: AppContext) -> None:
        self._parent, self._context = parent, context

    def print_out(
        self, pages: Sequence[Layout], paper: Paper | PrintPaper, *, colour: bool
    ) -> None:
        """Through the system's print dialog."""
        printer = _printer(pages, paper, colour=colour)
        if self._chosen(printer):
            self._send(printer, pages, paper)

    def print_at_once(
        self, pages: Sequence[Layout], paper: Paper | PrintPaper, *, colour: bool
    ) -> None:
        """On the computer's own choice of printer, without asking."""
        self._send(_printer(pages, paper, colour=colour), pages, paper)

    def _send(self, printer: QPrinter, pages: Sequence[Layout], paper: Paper | PrintPaper) -> None:
        try:
            send(printer, pages, paper)
        except Fault as fault:
            self._context.show_fault(fault)
            return
        name = printer.printerName()
        told = tr("Sent to {printer}.", printer=name) if name else tr("Sent to the printer.")
        self._context.notify(told, "good")

    def _chosen(self, printer: QPrinter) -> bool:
        """Let the user choose printer and copies; false when the dialog was cancelled."""
        dialog = QPrintDialog(printer, self._parent)
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.setParent(None)  # it goes now, before the printer that it knows
        return accepted

    def save_pdf(self, pages: Sequence[Layout], paper: Paper | PrintPaper) -> None:
        """All pages in one file, which it asks for."""
        sheets = sum(not page.continues for page in pages)
        title = pages[0].title if sheets == 1 else pages[0].company
        path = choose_file_to_save(
            self._parent,
            tr("Save the sheet as PDF"),
            file_name(title, ".pdf"),
            tr("PDF files") + " (*.pdf)",
            ".pdf",
            self._context.preferences,
        )
        if path is not None:
            self._save(path, lambda: write_pdf(path, pages, paper))

    def save_each(self, pages: Sequence[Layout], paper: Paper | PrintPaper) -> None:
        """A file for each sheet, in a folder that it asks for."""
        folder = choose_folder(
            self._parent, tr("A PDF for each sheet, in this folder"), self._context.preferences
        )
        if folder is None:
            return
        try:
            count = len(write_each(folder, pages, paper))
        except Fault as fault:
            self._context.show_fault(fault)
            return
        self._context.notify(
            ntr("{n} PDF is in {name}.", "{n} PDFs are in {name}.", count, name=folder.name), "good"
        )

    def save_picture(self, layout: Layout) -> None:
        """Asks for the file; what it is called says which kind of picture it is."""
        kinds = [tr("Pictures") + f" (*{_PNG})", tr("Drawings that stay sharp") + f" (*{SVG})"]
        path = choose_file_to_save(
            self._parent,
            tr("Save the sheet as a picture"),
            file_name(layout.title, _PNG),
            ";;".join(kinds),
            _PNG,
            self._context.preferences,
        )
        if path is not None:
            self._save(path, lambda: write_picture(path, layout))

    def _save(self, path: Path, write: Callable[[], None]) -> None:
        try:
            write()
        except Fault as fault:
            self._context.show_fault(fault)
            return
        self._context.notify(tr("Saved as {name}.", name=path.name), "good")

    def copy(self, layout: Layout, paper: Paper | PrintPaper) -> None:
        """A picture for slides and mail, and the PDF for programs that take it."""
        try:
            pdf = pdf_bytes([layout], paper)
        except Fault as fault:
            self._context.show_fault(fault)
            return
        data = QMimeData()
        data.setImageData(picture(layout))
        data.setData("application/pdf", pdf)
        QGuiApplication.clipboard().setMimeData(data)
        self._context.notify(tr("The sheet is on the clipboard as a picture."), "good")


def _printer(pages: Sequence[Layout], paper: Paper | PrintPaper, *, colour: bool) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(pages[0].title)
    prepare(printer, paper, colour=colour, upright=pages[0].height > pages[0].width)
    return printer
