"""Notices that a drag is over when the program that it came from does not say so."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal


class PointerWatch(QObject):
    """``moved`` is sent once after ``begin()``, when the mouse moves over a window of ours.

    While something is dragged, the mouse belongs to the program that it comes from; one that
    ends in the middle leaves no other sign.
    """

    moved = Signal()

    def begin(self) -> None:
        """Watch from now on."""
        _application().installEventFilter(self)

    def end(self) -> None:
        """Watch no more."""
        _application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress)
        if event.type() in kinds and event.spontaneous():
            self.end()
            self.moved.emit()
        return False


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("nothing is dragged before there is an application")
    return application
