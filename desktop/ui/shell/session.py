"""The company file that the window has open: opening, making, closing, copying."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.company import Company
from desktop.core.faults import Fault, FileFault
from desktop.core.message import msg
from desktop.qtkit.preferences import Preferences

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace

ENDING = ".sikte"


class Session(QObject):
    """Holds at most one workspace.  The services are loaded when the first file is opened."""

    opened = Signal(object)  # Workspace
    closing = Signal()  # last call for whoever reads from the workspace
    closed = Signal()
    refused = Signal(object, object)  # Path, Fault

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.workspace: Workspace | None = None

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a company file in place of the one that is open; false after ``refused``."""
        from desktop.services.workspace import Workspace

        path = path.absolute()
        if self.workspace is not None and self.workspace.path == path:
            return True
        try:
            workspace = Workspace.open(path, read_only=read_only)
        except Fault as fault:
            self.refused.emit(path, fault)
            return False
        self._take(workspace)
        return True

    def create(self, path: Path, company: Company) -> bool:
        """Make a new company file and open it; false after ``refused``."""
        from desktop.services.workspace import Workspace

        path = path.absolute()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            workspace = Workspace.create(path, company)
        except Fault as fault:
            self.refused.emit(path, fault)
            return False
        except OSError as error:
            reason = error.strerror or ""
            self.refused.emit(path, FileFault(msg("The folder cannot be used: {why}", why=reason)))
            return False
        self._take(workspace)
        return True

    def close(self) -> None:
        """Close the file, if one is open."""
        if self.workspace is None:
            return
        self.closing.emit()
        self.workspace.close()
        self.workspace = None
        self.closed.emit()

    def _take(self, workspace: Workspace) -> None:
        self.close()
        self.workspace = workspace
        self._preferences.remember_file(workspace.path)
        self.opened.emit(workspace)
