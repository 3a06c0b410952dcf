"""Undo and redo of the company file, each told by the name of the action."""

from __future__ import annotations

from desktop.core.message import Message
from desktop.qtkit.tasks import TaskLane
from desktop.qtkit.wording import say, tr
from desktop.ui.context import Notify
from desktop.ui.shell.session import Session


class UndoRedo:
    """Rests while background work may be writing to the file."""

    def __init__(self, session: Session, tasks: TaskLane, notify: Notify) -> None:
        self._session, self._tasks, self._notify = session, tasks, notify

    def labels(self) -> tuple[Message | None, Message | None]:
        """What would be undone, and what done again."""
        workspace = self._session.workspace
        if workspace is None or workspace.read_only or self._tasks.busy:
            return None, None
        return workspace.undo_label, workspace.redo_label

    def undo(self) -> None:
        """Take back the latest action."""
        if self._session.workspace is not None:
            label = self._session.workspace.undo()
            if label is not None:
                self._notify(tr("Undone: {action}", action=say(label)))

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._session.workspace is not None:
            label = self._session.workspace.redo()
            if label is not None:
                self._notify(tr("Done again: {action}", action=say(label)))
