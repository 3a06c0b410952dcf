"""Taking an import back: what it would do is said first, and it can be undone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.core.faults import Fault
from desktop.qtkit.wording import say, tr
from desktop.services.imports import ImportRecord, revert, would_revert
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.dialogs import confirm
from desktop.ui.imports.revert_words import done_words, question_words


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
        would = would_revert(self._context.workspace, record.id)
        title, words = tr("Revert this import?"), question_words(record, would)
        confirm(self._widget, title, words, tr("Revert"), self._on_confirmed)

    def _on_confirmed(self) -> None:
        record = self._record
        if record is None:
            return
        try:
            result = revert(self._context.workspace, record.id)
        except Fault as fault:
            self._context.notify(say(fault.message), "bad")
            return
        self.reverted.emit()
        undo = NoticeAction(tr("Undo"), self._context.workspace.undo)
        kind = "risk" if result.kept else "good"
        self._context.notify(done_words(record, result), kind, undo)
