"""The quiet banner about new files in the watched folder, and what its buttons do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.qtkit.preferences import Preferences
from desktop.qtkit.tasks import TaskLane
from desktop.qtkit.wording import ntr, tr
from desktop.ui.context import NoticeAction

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace
    from desktop.ui.imports.work import ImportedAll
    from desktop.ui.shell.folder_watch import FolderWatch
    from desktop.ui.shell.new_files_banner import NewFilesBanner
    from desktop.ui.shell.stage import Stage
    from desktop.ui.shell.undo_redo import UndoRedo
    from desktop.ui.shell.work_area import WorkArea

_AFTER_PAINT = 2_000


class NewFiles(QObject):
    """``look_wanted`` carries files to open on the Import page, since there is something to see."""

    look_wanted = Signal(object)  # list[Path]

    def __init__(
        self,
        preferences: Preferences,
        tasks: TaskLane,
        stage: Stage,
        undo: UndoRedo,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._tasks = preferences, tasks
        self._stage, self._undo = stage, undo
        self._workspace: Workspace | None = None
        self._work: WorkArea | None = None
        self.watch: FolderWatch | None = None
        self.banner: NewFilesBanner | None = None
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.setInterval(_AFTER_PAINT)
        self._start.timeout.connect(self._begin)

    def open(self, workspace: Workspace) -> None:
        """A company file was opened; when the window has long been painted, begin to watch."""
        self._workspace = workspace
        if self._preferences.watched_folder(workspace.path) is not None:
            self._start.start()

    def close(self) -> None:
        """The company file is about to be closed."""
        self._start.stop()
        if self.watch is not None:
            self.watch.close()
            self.watch.deleteLater()
        self.watch = self._workspace = self._work = self.banner = None

    def show_in(self, work: WorkArea) -> None:
        """The window was built anew: the banner belongs there now."""
        self._work, self.banner = work, None
        self._show()

    def choose(self, folder: Path | None) -> None:
        """Watch this folder from now on, or none."""
        self._start.stop()
        self._begin()
        if self.watch is not None:
            self.watch.watch(folder)

    def _begin(self) -> None:
        if self.watch is None and self._workspace is not None:
            from desktop.ui.shell.folder_watch import FolderWatch  # only where one is watched

            self.watch = FolderWatch(self._workspace, self._preferences, self)
            self.watch.changed.connect(self._show)

    def _show(self) -> None:
        """The banner says what is offered now; without offers there is none."""
        offers = self.watch.offers if self.watch is not None else ()
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None
        if not offers or self._work is None or self.watch is None:
            return
        from desktop.ui.shell.new_files_banner import NewFilesBanner

        self.banner = NewFilesBanner(offers)
        self.banner.acted.connect(self._on_import_wanted)
        self.banner.later_wanted.connect(self.watch.put_off)
        self.banner.leave_wanted.connect(self.watch.leave_alone)
        self._work.show_banner(self.banner)

    def _on_import_wanted(self) -> None:
        """Files that only add values are imported at once; others are shown first."""
        if self.watch is None or self._workspace is None:
            return
        offers = self.watch.offers
        self.watch.put_off()
        paths = [offer.path for offer in offers]
        if not all(offer.plain for offer in offers):
            self.look_wanted.emit(paths)
            return
        from desktop.ui.imports.work import ImportPlain

        label = ntr("Importing {n} file", "Importing {n} files", len(paths))
        work = ImportPlain(self._workspace, paths)
        self._tasks.start(label, work, done=self._on_imported, failed=self._stage.show_fault)

    def _on_imported(self, result: ImportedAll) -> None:
        from desktop.ui.imports.changes_words import imported_words

        if self._workspace is not None:
            self._workspace.announce(result.event)
        if result.records:
            undo = NoticeAction(tr("Undo"), self._undo.undo)
            self._stage.notify(imported_words(result.records), "good", undo)
        if result.others:
            self.look_wanted.emit(list(result.others))
