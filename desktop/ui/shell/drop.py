"""Files dropped on the window: company files are opened, spreadsheets are imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.qtkit.wording import ntr, tr
from desktop.ui.shell.session import ENDING
from desktop.ui.theme import Text, font, palette
from desktop.ui.widgets.pointer_watch import PointerWatch

_SPREADSHEETS = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".tab"} | {
    ".se",  # SIE, as its accounting programs call it
    ".si",
    ".sie",
}


def company_file(mime: QMimeData) -> Path | None:
    """The first company file that is dragged."""
    return next((path for path in _paths(mime) if path.suffix.lower() == ENDING), None)


def spreadsheets(mime: QMimeData) -> list[Path]:
    """The spreadsheets that are dragged."""
    return [path for path in _paths(mime) if path.suffix.lower() in _SPREADSHEETS]


def _paths(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


class DropVeil(QWidget):
    """Covers the window while files are held over it, and says what letting go will do."""

    company_dropped = Signal(object)  # Path
    spreadsheets_dropped = Signal(object)  # list[Path]

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = parent
        self._text = ""
        self._watch = PointerWatch(self)
        self._watch.moved.connect(self.hide)
        self.hide()

    def held(self, event: QDragEnterEvent) -> None:
        """Something is held over the window; what is none of ours is not taken."""
        if self._offer(event.mimeData()):
            event.acceptProposedAction()

    def let_go(self, event: QDropEvent) -> None:
        self.hide()
        event.acceptProposedAction()
        mime = event.mimeData()
        company, sheets = company_file(mime), spreadsheets(mime)
        if company is not None:
            self.company_dropped.emit(company)
        elif sheets:
            self.spreadsheets_dropped.emit(sheets)

    def _offer(self, mime: QMimeData) -> bool:
        """Show what would happen; false when the files are none of ours."""
        company, sheets = company_file(mime), spreadsheets(mime)
        if company is not None:
            self._text = tr("Open {file}", file=company.stem)
        elif sheets:
            self._text = ntr("Import {n} file", "Import {n} files", len(sheets))
        else:
            return False
        self.setAccessibleName(self._text)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        self._watch.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        self._watch.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(palette().ground)
        ground.setAlpha(235)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(palette().accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(24, 24, -24, -24), 8, 8)
        painter.setFont(font(Text.DISPLAY, strong=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
