"""A file that was written for somebody else: that it is there, and the way to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.qtkit.wording import tr
from desktop.ui.context import NoticeAction, Notify


def tell_saved(notify: Notify, path: Path) -> None:
    """A notice that names the file and leads to its folder."""
    action = NoticeAction(tr("Show in the folder"), ShowFolder(path))
    notify(tr("Saved as {name}.", name=path.name), "good", action)


class ShowFolder:
    """Opens the folder of a file in the system's own program."""

    def __init__(self, path: Path) -> None:
        self._folder = path.parent

    def __call__(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
