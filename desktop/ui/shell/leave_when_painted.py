"""Closes a window once it has been painted, for benchmarks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow


class LeaveWhenPainted(QObject):
    """Lives with ``window`` and closes it after the first paint of what it shows."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        shown = window.centralWidget() or window
        shown.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._window.close)
        return False
