"""Keeps the one notice that is on show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.ui.context import NoticeAction

if TYPE_CHECKING:
    from desktop.ui.shell.notice import Notice


class NoticeBoard(QObject):
    """A new notice takes the place of the one before."""

    def __init__(self) -> None:
        super().__init__()
        self.notice: Notice | None = None

    def show(
        self, host: QWidget, text: str, kind: str = "info", action: NoticeAction | None = None
    ) -> None:
        """Put a notice above ``host``."""
        from desktop.ui.shell.notice import Notice  # not needed until there is something to say

        self.clear()
        self.notice = Notice(host, text, kind, action)
        self.notice.dismissed.connect(self._on_dismissed)

    def clear(self) -> None:
        """Take away what is on show."""
        if self.notice is not None:
            self.notice.dismiss()

    def _on_dismissed(self) -> None:
        self.notice = None
