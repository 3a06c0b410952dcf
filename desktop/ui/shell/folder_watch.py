"""Watches a folder for new spreadsheets of known kinds, in the background and in silence."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desktop.core.faults import Fault
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.tasks import Cancelled, Progress, Task, TaskLane
from desktop.services.watched_folder import Looked, Offer, Sizes, look
from desktop.services.workspace import ChangeEvent, Workspace

_POLL = 20_000  # for network folders, which tell of nothing
_SETTLE = 1_500  # between two looks at a file, to see whether it still grows
_PAST = 30 * 24 * 3600.0  # older files are not offered at a later start


@dataclass(frozen=True)
class Look:
    """One look into the folder."""

    workspace: Workspace
    folder: Path
    since: float
    left: Collection[str]
    sizes: Sizes

    def __call__(self, progress: Progress, cancelled: Cancelled) -> Looked:
        with self.workspace.second() as second:
            return look(
                second,
                self.folder,
                since=self.since,
                left=self.left,
                sizes=self.sizes,
                cancelled=cancelled,
            )


@dataclass
class _Known:
    """What is known of the folder's files by their marks, for as long as the file is open."""

    offers: dict[str, Offer] = field(default_factory=dict)
    later: set[str] = field(default_factory=set)
    passed: set[str] = field(default_factory=set)
    sizes: Sizes = field(default_factory=dict)


class FolderWatch(QObject):
    """``changed`` is sent when ``offers`` are others than before, ``looked`` after every look.

    It has a lane of its own, so that nobody waits for it and the window says nothing of it;
    call :meth:`close` before the company file is closed.
    """

    changed = Signal()
    looked = Signal()

    def __init__(
        self, workspace: Workspace, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._preferences = preferences
        self._lane = TaskLane()
        self._task: Task | None = None
        self._again = False
        self._known = _Known()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look_soon)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL)
        self._poll.timeout.connect(self._look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLE)
        self._soon.timeout.connect(self._look)
        self._unsubscribe = workspace.subscribe(self._on_changed)
        self._begin()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The files that could be imported now."""
        later = self._known.later
        return tuple(offer for mark, offer in self._known.offers.items() if mark not in later)

    def watch(self, folder: Path | None) -> None:
        """Watch another folder from now on, or none."""
        self._preferences.watch_folder(self._workspace.path, folder, time.time())
        self._known = _Known()
        self._begin()
        self.changed.emit()

    def look_soon(self) -> None:
        """Look when the files have had a moment to settle."""
        if self._folder is not None:
            self._soon.start()

    def put_off(self) -> None:
        """Offer the files again when the company file is opened the next time."""
        self._known.later |= set(self._known.offers)
        self.changed.emit()

    def leave_alone(self) -> None:
        """Never offer these files again."""
        marks = [offer.mark for offer in self.offers]
        self._preferences.leave_files_alone(self._workspace.path, marks)
        for mark in marks:
            del self._known.offers[mark]
        self.changed.emit()

    def close(self) -> None:
        """Stop, and wait until nothing runs any more."""
        self._unsubscribe()
        self._poll.stop()
        self._soon.stop()
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._lane.close()

    @property
    def _folder(self) -> Path | None:
        return self._preferences.watched_folder(self._workspace.path)

    def _begin(self) -> None:
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        if self._folder is None or self._workspace.read_only:
            self._poll.stop()
            self._soon.stop()
            return
        self._watcher.addPath(str(self._folder))
        self._poll.start()
        self.look_soon()

    def _look(self) -> None:
        folder = self._folder
        if folder is None:
            return
        if self._task is not None:
            self._again = True
            return
        path = self._workspace.path
        since = max(self._preferences.watched_since(path), time.time() - _PAST)
        known = self._known
        left = {*self._preferences.files_left_alone(path), *known.offers, *known.passed}
        work = Look(self._workspace, folder, since, left, dict(known.sizes))
        self._task = self._lane.start("", work, done=self._on_looked, failed=self._on_failed)
        self._task.cancelled.connect(self._on_ended)
        self._task.crashed.connect(self._on_ended)

    def _on_looked(self, looked: Looked) -> None:
        known = self._known
        known.sizes = looked.sizes
        known.passed |= set(looked.done)
        known.offers |= {offer.mark: offer for offer in looked.offers}
        gone = [mark for mark, offer in known.offers.items() if not offer.path.is_file()]
        for mark in gone:
            del known.offers[mark]
        if looked.offers or gone:
            self.changed.emit()
        if looked.growing:
            self._again = True
        self._on_ended()
        self.looked.emit()

    def _on_failed(self, _: Fault) -> None:
        """The company file is busy or the folder gone: the next look will tell."""
        self._on_ended()

    def _on_ended(self) -> None:
        self._task = None
        if self._again:
            self._again = False
            self.look_soon()

    def _on_changed(self, event: ChangeEvent) -> None:
        """Something was imported or undone: what is known or new may be something else now."""
        if event.tables & {"import", "mapping", "kpi"}:
            self._known.offers.clear()
            self._known.passed.clear()
            self.changed.emit()
            self.look_soon()
