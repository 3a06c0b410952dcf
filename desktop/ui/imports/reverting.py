"""Taking an import back: what it would do is said first, and it can be undone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.qtkit.wording import tr
from desktop.services.imports import ImportRecord, Reverted
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.dialogs import confirm
from desktop.ui.imports.revert_words import done_words, question_words
from desktop.ui.imports.work import Revert, TakenBack, WouldRevert


class Reverting(QObject):
    """``ask(record)``; ``reverted`` is sent when it was wanted and has been done."""

    reverted = Signal()

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._widget = parent
        self._record: ImportRecord | None = None

    def ask(self, record: ImportRecord) -> None:
        """Say what would go back and what would stay, and ask."""
        self._record = record
        work = WouldRevert(self._context.workspace, record.id)
        self._context.run(tr("Looking at what would go back"), work, done=self._on_looked_up)

    def _on_looked_up(self, would: Reverted) -> None:
        if self._record is not None:
            title, words = tr("Revert this import?"), question_words(self._record, would)
            confirm(self._widget, title, words, tr("Revert"), self._on_confirmed)

    def _on_confirmed(self) -> None:
        if self._record is not None:
            work = Revert(self._context.workspace, self._record.id)
            label = tr("Reverting the import of {file}", file=self._record.file_name)
            self._context.run(label, work, done=self._on_taken_back)

    def _on_taken_back(self, back: TakenBack) -> None:
        record, result = self._record, back.result
        if record is None:
            return
        self._context.workspace.announce(back.event)
        self.reverted.emit()
        undo = NoticeAction(tr("Undo"), self._context.workspace.undo)
        kind = "risk" if result.kept else "good"
        self._context.notify(done_words(record, result), kind, undo)
