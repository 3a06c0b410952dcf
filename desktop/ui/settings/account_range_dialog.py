"""Asks which accounts a line counts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.dialogs import Dialog
from desktop.ui.widgets import FormRow


class AccountRangeDialog(Dialog):
    """``entered`` carries the dialog, which stays open until what it says is accepted."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None, key: str, name: str, accounts: str) -> None:
        super().__init__(parent, tr("Accounts of {line}", line=name), confirm=tr("Save"), width=460)
        self.key = key
        self.accounts = QLineEdit(accounts)
        self._row = FormRow(
            tr("Accounts"),
            self.accounts,
            tr("For example 3000-3799, 3900. Empty when the line is not to be counted."),
        )
        self.add(self._row)
        self.accounts.setFocus()
        self.accounts.selectAll()

    def set_error(self, text: str) -> None:
        """Say what is wrong with the accounts."""
        self._row.set_error(text)
        self.accounts.setFocus()

    def on_confirmed(self) -> None:
        self.entered.emit(self)
