"""A small window to drag files from: where it stands and the files, on the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QPushButton


class Source(QPushButton):
    """Pressing it takes the files by the hand; they are handed over after they are let go, so the
    program is ended from outside."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__("Files")
        self._paths = paths
        self.setWindowFlags(
            Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.BypassWindowManagerHint
        )
        self.pressed.connect(self._on_pressed)

    def _on_pressed(self) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in self._paths])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    app = QApplication(["drag source"])
    x, y = int(sys.argv[1]), int(sys.argv[2])
    source = Source([Path(name) for name in sys.argv[3:]])
    source.setGeometry(x, y, 80, 24)
    source.show()
    print("ready", flush=True)
    sys.exit(app.exec())
