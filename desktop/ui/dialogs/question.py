"""A question with a few answers in plain words, each a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.qtkit.wording import tr
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.widgets import danger_button, primary_button, secondary_button

_KINDS = {"primary": primary_button, "danger": danger_button, "secondary": secondary_button}


@dataclass(frozen=True)
class Answer:
    """One answer: its key, its words, and ``primary``, ``secondary`` or ``danger``."""

    key: str
    text: str
    kind: str = "secondary"


class Question(Dialog):
    """``answered`` carries the key of the answer; closing it another way carries nothing."""

    answered = Signal(str)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        answers: Sequence[Answer],
        *,
        cancel: str | None = None,
    ) -> None:
        super().__init__(parent, title, text, cancel=tr("Cancel") if cancel is None else cancel)
        for answer in answers:
            button = _KINDS[answer.kind](answer.text)
            button.setProperty("answer", answer.key)
            button.setDefault(answer.kind == "primary")
            button.clicked.connect(self._on_answer_clicked)
            self.foot.addWidget(button)

    def _on_answer_clicked(self) -> None:
        key = str(self.sender().property("answer"))
        self.accept()
        self.answered.emit(key)


def ask(
    parent: QWidget | None,
    title: str,
    text: str,
    answers: Sequence[Answer],
    answered: Callable[[str], object],
) -> Question:
    """Ask without blocking; ``answered`` (a bound method) gets the key of the answer."""
    question = Question(parent, title, text, answers)
    question.answered.connect(answered)
    question.open()
    return question


def confirm(
    parent: QWidget | None,
    title: str,
    text: str,
    action: str,
    confirmed: Callable[[], object],
    *,
    danger: bool = True,
) -> Question:
    """Ask whether to do ``action``; ``confirmed`` (a bound method) is called when it is wanted."""
    answer = Answer("yes", action, "danger" if danger else "primary")
    question = Question(parent, title, text, [answer])
    question.accepted.connect(confirmed)
    question.open()
    return question
