"""Asks why a piece of advice does not apply, and keeps the answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.core.advice import Advice
from desktop.core.faults import Fault
from desktop.qtkit.wording import say, tr
from desktop.services.advice import dismiss
from desktop.services.workspace import Workspace
from desktop.ui.dialogs import Dialog
from desktop.ui.widgets import FormRow


class DismissDialog(Dialog):
    """``dismissed`` says that it is done."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None, workspace: Workspace, advice: Advice) -> None:
        super().__init__(
            parent, tr("Dismiss this advice?"), say(advice.message), confirm=tr("Dismiss")
        )
        self._workspace = workspace
        self._advice = advice
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("We have agreed on it, because …"))
        self._row = FormRow(
            tr("Why it does not apply"),
            self.reason,
            tr("Kept in the company file. The advice comes back when the facts change."),
        )
        self.add(self._row)
        self.reason.setFocus()

    def on_confirmed(self) -> None:
        try:
            dismiss(self._workspace, self._advice, self.reason.text())
        except Fault as fault:
            self._row.set_error(say(fault.message))
            self.reason.setFocus()
            return
        self.accept()
        self.dismissed.emit()
