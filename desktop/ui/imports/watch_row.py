"""Whether a folder is watched for new exports, and which."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.context import AppContext
from desktop.ui.dialogs import choose_folder
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, quiet_button


class WatchRow(QWidget):
    """A line with what is watched now, and buttons to change that at once."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._words = Caption()
        self.downloads_button = quiet_button(tr("Watch Downloads"))
        self.other_button = quiet_button(tr("Another folder …"))
        self.stop_button = quiet_button(tr("Stop watching"))
        self.stop_button.setAccessibleName(tr("Stop watching the folder"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(self._words, 1)
        for button in (self.downloads_button, self.other_button, self.stop_button):
            layout.addWidget(button)
        self.downloads_button.clicked.connect(self._on_downloads_clicked)
        self.other_button.clicked.connect(self._on_other_clicked)
        self.stop_button.clicked.connect(self._on_stop_clicked)
        self.refresh()

    def refresh(self) -> None:
        """Say what is watched now."""
        folder = self._context.preferences.watched_folder(self._context.workspace.path)
        self.setVisible(not self._context.workspace.read_only)
        offered = folder is None and _downloads().is_dir()
        self.downloads_button.setVisible(offered)
        another = offered or folder is not None
        self.other_button.setText(tr("Another folder …") if another else tr("Choose a folder …"))
        self.stop_button.setVisible(folder is not None)
        if folder is None:
            self._words.setText(
                tr("New exports of known kinds can be offered as soon as they are downloaded.")
            )
        else:
            self._words.setText(
                tr("New exports of known kinds in {folder} are offered.", folder=_short(folder))
            )

    def _watch(self, folder: Path | None) -> None:
        self._context.watch_folder(folder)
        self.refresh()

    def _on_downloads_clicked(self) -> None:
        self._watch(_downloads())

    def _on_other_clicked(self) -> None:
        folder = choose_folder(self, tr("Choose the folder to watch"), self._context.preferences)
        if folder is not None:
            self._watch(folder)

    def _on_stop_clicked(self) -> None:
        self._watch(None)


def _downloads() -> Path:
    places = QStandardPaths.StandardLocation
    return Path(QStandardPaths.writableLocation(places.DownloadLocation))


def _short(folder: Path) -> str:
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
