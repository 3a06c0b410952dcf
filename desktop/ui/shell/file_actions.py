"""New, open, save a copy, export; and the questions that a file may raise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.core.company import Company
from desktop.core.faults import Fault, FileInUse, NewerFile
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.tasks import TaskLane
from desktop.qtkit.wording import current, say, tr
from desktop.ui.shell.session import ENDING, Session

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace
    from desktop.ui.shell.stage import Stage


class FileActions(QObject):
    """What the File menu and the start page do, around a :class:`Session`."""

    forgotten = Signal()  # a file was taken off the recent ones

    def __init__(
        self,
        window: QWidget,
        session: Session,
        tasks: TaskLane,
        preferences: Preferences,
        stage: Stage,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._preferences = window, session, preferences
        self._tasks, self._stage = tasks, stage
        self._asked_about: Path | None = None
        session.refused.connect(self._on_refused)

    def new(self) -> None:
        """Ask for the new company's name, language, currency, year and place."""
        from desktop.ui.start.new_company_dialog import NewCompanyDialog

        dialog = NewCompanyDialog(self._window, self._preferences, current().language)
        dialog.created.connect(self._on_created)
        dialog.open()

    def choose(self) -> None:
        """Ask which file to open."""
        from desktop.ui.dialogs import choose_files_to_open

        kinds = tr("Company files") + f" (*{ENDING})"
        paths = choose_files_to_open(
            self._window, tr("Open a company file"), kinds, self._preferences
        )
        if paths:
            self.open(paths[0])

    def open(self, path: Path) -> None:
        """Open a company file; what stands in the way is asked about."""
        self._session.open(path)

    def save_copy(self) -> None:
        """Write a whole copy of the file to another place."""
        from desktop.ui.dialogs import choose_file_to_save

        workspace = self._session.workspace
        if workspace is None:
            return
        path = choose_file_to_save(
            self._window,
            tr("Save a copy"),
            tr("{company} copy", company=workspace.path.stem) + ENDING,
            tr("Company files") + f" (*{ENDING})",
            ENDING,
            self._preferences,
        )
        if path is not None:
            self._copy(workspace, path)

    def export_all(self) -> None:
        """Ask where to, and write everything as a workbook, in the background."""
        from desktop.ui.shell.export_all import choose_and_export

        workspace = self._session.workspace
        if workspace is None:
            return
        task = choose_and_export(self._window, workspace, self._tasks, self._preferences)
        if task is not None:
            task.done.connect(self._on_exported)
            task.failed.connect(self._stage.show_fault)

    def _copy(self, workspace: Workspace, path: Path) -> None:
        from desktop.services.backup import backup

        try:
            backup(workspace, path)
        except Fault as fault:
            self._stage.show_fault(fault)
        else:
            self._stage.notify(tr("Saved a copy: {file}", file=path.name), "good")

    def _on_exported(self, path: Path) -> None:
        from desktop.ui.dialogs.saved_file import tell_saved

        tell_saved(self._stage.notify, path)

    def _on_created(self, path: Path, company: Company) -> None:
        self._session.create(path, company)

    def _on_refused(self, path: Path, fault: Fault) -> None:
        from desktop.ui.dialogs import Answer, ask

        self._asked_about = path
        words = say(fault.message)
        look = Answer("read", tr("Open read-only"))
        again = Answer("again", tr("Try again"), "primary")
        match fault:
            case FileInUse():
                title, answers = tr("The file is open elsewhere"), [look, again]
            case NewerFile():
                title, answers = tr("The file is from a newer version"), [look]
            case _ if not path.exists() and path in self._preferences.recent_files:
                forget = Answer("forget", tr("Take it off the list"))
                title, answers = tr("The file is not there"), [forget]
            case _:
                title, answers = tr("The file cannot be used"), [again]
        ask(self._window, title, words, answers, self._on_answered)

    def _on_answered(self, key: str) -> None:
        path = self._asked_about
        if path is None:
            return
        match key:
            case "again":
                self._session.open(path)
            case "read":
                self._session.open(path, read_only=True)
            case "forget":
                self._preferences.forget_file(path)
                self.forgotten.emit()
