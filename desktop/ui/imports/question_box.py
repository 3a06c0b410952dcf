"""Something that a file leaves open, asked once, with examples from the file."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.qtkit.wording import say, tr
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Hairline, Label, secondary_button

if TYPE_CHECKING:
    from desktop.services.imports import Question

_FIELD = 160
_LINE = 40  # characters of an answer, which fit beside the table
LEFT_OUT = "none"  # the key of the answer that leaves the figures out


class QuestionBox(QWidget):
    """``answered`` carries the id of the question and the key of the answer, or what was typed
    where the question takes a year, a day or a period."""

    answered = Signal(str, str)

    def __init__(self, question: Question, answer: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        words = say(question.message)
        self.setAccessibleName(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(Hairline())
        layout.addWidget(Label(words, strong=True, wrap=True))
        if question.examples:
            examples = "   ".join(question.examples)
            layout.addWidget(Caption(tr("In the file: {examples}", examples=examples)))
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.field = QLineEdit(answer if answer not in dict(question.options) else "")
        if self._typed_first:
            layout.addLayout(self._entry(words))
        for key, message in question.options:
            lines = wrap(say(message).replace("&", "&&"), _LINE)
            button = QRadioButton("\n".join(lines))  # it does not break its text itself
            button.setChecked(key == answer)
            self.buttons[key] = button
            self._group.addButton(button)
            layout.addWidget(button)
        self._group.buttonClicked.connect(self._on_button_clicked)
        if question.kind != "choice" and not self._typed_first:
            layout.addLayout(self._entry(words))

    @property
    def _typed_first(self) -> bool:
        """Whether typing is the usual answer, and the options only another way out."""
        kind, options = self._question.kind, dict(self._question.options)
        return kind != "choice" and set(options) <= {LEFT_OUT}

    def _entry(self, words: str) -> QHBoxLayout:
        hints = {
            "year": tr("Another year"),
            "day": "2026-01-31",
            "period": "2026-01, 2026-W05",
        }
        self.field.setPlaceholderText(hints.get(self._question.kind, ""))
        self.field.setAccessibleName(words)
        self.field.setMaximumWidth(2 * _FIELD)
        self.field.returnPressed.connect(self._on_typed)
        take = secondary_button(tr("Use"))
        take.clicked.connect(self._on_typed)
        entry = QHBoxLayout()
        entry.setSpacing(SPACE.SMALL)
        entry.addWidget(self.field, 1)
        entry.addWidget(take)
        return entry

    def take_focus(self) -> None:
        """To the first answer, or where one is typed."""
        first = None if self._typed_first else next(iter(self.buttons.values()), None)
        (self.field if first is None else first).setFocus()

    def _on_button_clicked(self) -> None:
        key = next(key for key, button in self.buttons.items() if button.isChecked())
        self.answered.emit(self._question.id, key)

    def _on_typed(self) -> None:
        text = self.field.text().strip()
        if text:
            self.answered.emit(self._question.id, text)
