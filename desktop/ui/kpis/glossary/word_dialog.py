"""Adds or changes a word of the company's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.core.faults import Fault
from desktop.core.glossary import Word
from desktop.qtkit.wording import say, tr
from desktop.services.glossary import delete_word, save_word
from desktop.services.workspace import Workspace
from desktop.ui.dialogs import Dialog
from desktop.ui.widgets import FormRow, quiet_button

_LINES = 96  # pixels: four lines


class WordDialog(Dialog):
    """``word_saved`` carries the :class:`Word`; ``word_deleted`` tells that it is gone."""

    word_saved = Signal(object)
    word_deleted = Signal()

    def __init__(self, parent: QWidget | None, workspace: Workspace, word: Word) -> None:
        new = word.id is None
        super().__init__(
            parent,
            tr("New word") if new else word.name,
            tr("A word that people here use, and what exactly it means."),
            confirm=tr("Add") if new else tr("Save"),
        )
        self._workspace, self._id = workspace, word.id
        self.name = QLineEdit(word.name)
        self._name_row = FormRow(tr("Word"), self.name)
        self.definition = QPlainTextEdit(word.definition)
        self.definition.setFixedHeight(_LINES)
        self.definition.setTabChangesFocus(True)
        self.add(self._name_row)
        self.add(
            FormRow(
                tr("Meaning"),
                self.definition,
                tr("For example: customer – a company that has paid in the last twelve months."),
            )
        )
        if not new:
            delete = quiet_button(tr("Delete"), "trash-2")
            delete.clicked.connect(self._on_delete_clicked)
            self.foot.insertWidget(0, delete)
        self.name.setFocus()

    def on_confirmed(self) -> None:
        word = Word(
            id=self._id, name=self.name.text(), definition=self.definition.toPlainText().strip()
        )
        try:
            saved = save_word(self._workspace, word)
        except Fault as fault:
            self._name_row.set_error(say(fault.message))
            self.name.setFocus()
            return
        self.accept()
        self.word_saved.emit(saved)

    def _on_delete_clicked(self) -> None:
        delete_word(self._workspace, self._id or 0)
        self.accept()
        self.word_deleted.emit()
