"""Examples: a goal from vague to clear, letter by letter, and objectives with their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.goal_examples import OkrExample, SmartExample
from desktop.core.message import Message
from desktop.core.sitting_questions import (
    ladder_rows,
    ladder_title,
    objective_rows,
    objective_title,
)
from desktop.qtkit.wording import say, tr
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Caption, Hairline, Label, quiet_button

Rows = Sequence[tuple[str, str]]  # names with texts beside them


class Examples(QWidget):
    """One example at a time, and a button for the next."""

    def __init__(self, title: str, examples: Sequence[Rows]) -> None:
        super().__init__()
        self._examples, self._place = examples, 0
        more = quiet_button(tr("Another example"))
        more.clicked.connect(self._on_more_clicked)
        self._box = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(Caption(title, wrap=False), 1)
        head.addWidget(more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE.SMALL, 0, 0)
        layout.setSpacing(SPACE.TIGHT)
        layout.addWidget(Hairline())
        layout.addLayout(head)
        layout.addLayout(self._box)
        self._content: QWidget | None = None
        self._show()

    def _show(self) -> None:
        if self._content is not None:
            self._content.setParent(None)
            self._content.deleteLater()
        self._content = pairs(self._examples[self._place], ends=True)
        self._box.addWidget(self._content)

    def _on_more_clicked(self) -> None:
        self._place = (self._place + 1) % len(self._examples)
        self._show()


def ladder(examples: Sequence[SmartExample]) -> Examples:
    """The same goal as it is first said, and clearer with each letter."""
    rows = [_said(ladder_rows(example)) for example in examples]
    return Examples(say(ladder_title()), rows)


def objectives(examples: Sequence[OkrExample]) -> Examples:
    """An objective and the key results that show it."""
    rows = [_said(objective_rows(example)) for example in examples]
    return Examples(say(objective_title()), rows)


def _said(rows: Sequence[tuple[Message, str]]) -> Rows:
    return [(say(name), text) for name, text in rows]


def pairs(rows: Rows, *, ends: bool = False) -> QWidget:
    """Names with texts beside them; with ``ends`` the first and the last stand out."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE.MEDIUM)
    grid.setVerticalSpacing(SPACE.TIGHT)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for number, (name, text) in enumerate(rows):
        strong = ends and number in (0, len(rows) - 1)
        grid.addWidget(Caption(name, wrap=False), number, 0, top)
        grid.addWidget(Label(text, Text.SMALL, soft=not strong, wrap=True), number, 1)
    return made
