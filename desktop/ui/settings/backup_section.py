"""Copies of the company file: where they are, and making one now."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from desktop.qtkit.wording import current, tr
from desktop.services.backup import BackupCopy, backup, backup_folder, backups
from desktop.ui.context import AppContext
from desktop.ui.settings.section import Section
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Column, DataTable, quiet_button, secondary_button

_SHOWN = 8


class BackupSection(Section):
    """The newest copies; to go back to one it is opened like any company file."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(
            tr("Backups"),
            tr(
                "A copy is made before the first change of each day. To go back, open a copy; "
                "it is a company file like any other."
            ),
        )
        self._context = context
        self.table: DataTable[BackupCopy] = DataTable(
            "backups",
            (
                Column(name="day", title=tr("Date"), text=_day, sort=_sort_day, width=170),
                Column(name="file", title=tr("File"), text=_file, stretch=True),
                Column(
                    name="size", title=tr("Size"), text=_size, sort=_bytes, right=True, width=90
                ),
            ),
            context.preferences,
            name=tr("Backups"),
            fit_height=True,
        )
        self._none = Caption(tr("No copies yet."))
        self._place = Caption("")
        self.backup_button = secondary_button(tr("Make a copy now"), "database-backup")
        self.backup_button.clicked.connect(self._on_backup_clicked)
        self.folder_button = quiet_button(tr("Open the folder"), "folder-open")
        self.folder_button.clicked.connect(self._on_folder_clicked)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.SMALL)
        buttons.addWidget(self.backup_button)
        buttons.addWidget(self.folder_button)
        buttons.addStretch(1)
        self.add(self._none)
        self.add(self.table)
        self.add(self._place)
        self.body.addLayout(buttons)
        self.refresh()

    def refresh(self) -> None:
        """Look in the folder again."""
        workspace = self._context.workspace
        known = backups(workspace)
        folder = backup_folder(workspace.path)
        self.table.set_rows(known[:_SHOWN])
        self.table.setVisible(bool(known))
        self._none.setVisible(not known)
        self._place.setText(tr("Folder: {folder}", folder=str(folder)))
        self.folder_button.setEnabled(folder.is_dir())

    def _on_backup_clicked(self) -> None:
        path = backup(self._context.workspace)
        self.refresh()
        self._context.notify(tr("A copy was made: {file}", file=path.name), "good")

    def _on_folder_clicked(self) -> None:
        folder = backup_folder(self._context.workspace.path)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _day(copy: BackupCopy) -> str:
    return current().day(copy.day)


def _sort_day(copy: BackupCopy) -> str:
    return copy.day.isoformat()


def _file(copy: BackupCopy) -> str:
    return copy.path.name


def _bytes(copy: BackupCopy) -> int:
    return copy.bytes


def _size(copy: BackupCopy) -> str:
    return current().locale.formattedDataSize(copy.bytes, 1)
