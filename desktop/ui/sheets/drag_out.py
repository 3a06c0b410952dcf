"""A sheet that is dragged out of the window, as a PDF file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QPoint, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.core.company import Paper
from desktop.core.faults import Fault
from desktop.core.message import msg
from desktop.sheets.elements import Layout
from desktop.sheets.paper import PrintPaper
from desktop.sheets.pdf import write_pdf
from desktop.sheets.picture import picture
from desktop.sheets.several_files import file_name

_SHOWN = 0.6  # pixels in a millimetre of the picture under the pointer


class DragOut(QObject):
    """Where a file waits for the program that it was dropped on.  That may read it late, so it goes
    at the next drag, with ``source``, or at the end."""

    def __init__(self, source: QWidget) -> None:
        super().__init__(source)
        self._source = source
        self._folder: QTemporaryDir | None = None
        app = QCoreApplication.instance()
        assert app is not None  # noqa: S101  (widgets have one)
        app.aboutToQuit.connect(self.clean_up)

    def file(self, pages: Sequence[Layout], paper: Paper | PrintPaper) -> QMimeData:
        """The sheet as a file of its own; raises :class:`Fault`."""
        self.clean_up()
        folder = QTemporaryDir()
        if not folder.isValid():
            raise Fault(msg("There is no room for a temporary file."))
        self._folder = folder
        path = Path(folder.path()) / file_name(pages[0].title, ".pdf")
        write_pdf(path, pages, paper)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        return data

    def start(self, pages: Sequence[Layout], paper: Paper | PrintPaper) -> None:
        """Drag it until the button is let go; raises :class:`Fault`."""
        drag = QDrag(self._source)
        drag.setMimeData(self.file(pages, paper))
        image = QPixmap.fromImage(picture(pages[0], _SHOWN))
        drag.setPixmap(image)
        drag.setHotSpot(QPoint(image.width() // 2, image.height() // 2))
        drag.exec(Qt.DropAction.CopyAction)

    def clean_up(self) -> None:
        """Take the files away."""
        if self._folder is not None:
            self._folder.remove()
            self._folder = None
