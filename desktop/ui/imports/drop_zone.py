"""Where spreadsheets are dropped, or chosen with a button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.theme import RADIUS, SPACE, Text, icon_pixmap, palette
from desktop.ui.widgets import Caption, Label, primary_button
from desktop.ui.widgets.pointer_watch import PointerWatch

_HEIGHT = 152
_PICTURE = 40


class DropZone(QWidget):
    """``files_dropped`` carries the paths; ``choose_wanted`` is sent by the button."""

    files_dropped = Signal(object)  # list[Path]
    choose_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = False
        self._watch = PointerWatch(self)
        self._watch.moved.connect(self._on_pointer_moved)
        self.setAcceptDrops(True)
        self.setMinimumHeight(_HEIGHT)
        self.setAccessibleName(tr("Drop spreadsheets here"))
        picture = QLabel()
        picture.setFixedSize(_PICTURE, _PICTURE)
        scale = self.devicePixelRatioF()
        picture.setPixmap(icon_pixmap("file-spreadsheet", _PICTURE, palette().accent, scale))
        self.button = primary_button(tr("Choose files"), "folder-open")
        self.button.clicked.connect(self.choose_wanted)
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addStretch(1)
        words.addWidget(Label(tr("Drop spreadsheets here"), Text.TITLE, strong=True))
        words.addWidget(
            Caption(
                tr(
                    "Excel, OpenDocument, CSV, text and SIE, just as your shop, bank or accounting "
                    "program exports them. Nothing is changed until you have seen what would be."
                )
            )
        )
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE.PAGE, SPACE.LARGE, SPACE.PAGE, SPACE.LARGE)
        layout.setSpacing(SPACE.LARGE)
        layout.addWidget(picture)
        layout.addLayout(words, 1)
        layout.addWidget(self.button)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _paths(event.mimeData()):
            event.acceptProposedAction()
            self._hold(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hold(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hold(False)
        event.acceptProposedAction()
        self.files_dropped.emit(_paths(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.selected if self._held else tokens.raised))
        edge = tokens.accent if self._held else tokens.outline
        painter.setPen(QPen(QColor(edge), 1.5 if self._held else 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 2 * RADIUS, 2 * RADIUS)

    def _on_pointer_moved(self) -> None:
        self._hold(False)

    def _hold(self, held: bool) -> None:
        self._held = held
        if held:
            self._watch.begin()
        else:
            self._watch.end()
        self.update()


def _paths(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
