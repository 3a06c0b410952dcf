"""Examples: a goal from vague to clear, letter by letter, and objectives with their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.goal_examples import OkrExample, SmartExample
from desktop.core.smart import letter_name
from desktop.qtkit.wording import say, tr
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Caption, Hairline, Label, quiet_button


class Examples(QWidget):
    """One example at a time, and a button for the next."""

    def __init__(self, title: str, count: int) -> None:
        super().__init__()
        self._place, self._count = 0, count
        self._title = Caption(title, wrap=False)
        self._more = quiet_button(tr("Another example"))
        self._more.clicked.connect(self._on_more_clicked)
        self._box = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE.SMALL, 0, 0)
        layout.setSpacing(SPACE.TIGHT)
        layout.addWidget(Hairline())
        layout.addLayout(head)
        layout.addLayout(self._box)
        self._content: QWidget | None = None
        self._show()

    def content(self, place: int) -> QWidget:
        """The example at ``place``."""
        raise NotImplementedError

    def _show(self) -> None:
        if self._content is not None:
            self._content.setParent(None)
            self._content.deleteLater()
        self._content = self.content(self._place)
        self._box.addWidget(self._content)

    def _on_more_clicked(self) -> None:
        self._place = (self._place + 1) % self._count
        self._show()


class Ladder(Examples):
    """The same goal as it is first said, and clearer with each letter."""

    def __init__(self, examples: Sequence[SmartExample]) -> None:
        self._examples = examples
        super().__init__(tr("The same goal, from vague to clear"), len(examples))

    def content(self, place: int) -> QWidget:
        example = self._examples[place]
        rows = [(tr("At first"), example.vague)]
        rows += [(say(letter_name(letter)), text) for letter, text in example.rungs]
        return pairs(rows, ends=True)


class Objectives(Examples):
    """An objective and the key results that show it."""

    def __init__(self, examples: Sequence[OkrExample]) -> None:
        self._examples = examples
        super().__init__(tr("An objective and its key results"), len(examples))

    def content(self, place: int) -> QWidget:
        example = self._examples[place]
        rows = [(tr("Objective"), example.objective)]
        rows += [(tr("Key result"), text) for text in example.key_results]
        return pairs(rows, ends=True)


def pairs(rows: Sequence[tuple[str, str]], *, ends: bool = False) -> QWidget:
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
