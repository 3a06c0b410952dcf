"""What every question of the guide is: one thing asked, an answer, and an example."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.core.sitting_questions import Topic, question_words
from desktop.qtkit.wording import say
from desktop.ui.guide.sketch import Sketch
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Label


class Question(QWidget):
    """Writes into the sketch while it is being answered; ``changed`` says so.

    ``next_wanted`` asks to go on, as Enter in a text does.
    """

    changed = Signal()
    next_wanted = Signal()

    def __init__(self, sketch: Sketch, title: str, text: str = "") -> None:
        super().__init__()
        self.sketch = sketch
        self._fault = Label("", Text.SMALL, wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.MEDIUM)
        heading = Label(title, Text.DISPLAY, strong=True, wrap=True)
        self.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(heading)
        if text:
            layout.addWidget(Label(text, soft=True, wrap=True))
        layout.addSpacing(SPACE.SMALL)
        layout.addLayout(self.body)
        layout.addWidget(self._fault)
        self._fault.hide()
        self._layout = layout
        self._stretched = False

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put ``widget`` below what is there."""
        self.body.addWidget(widget, stretch)
        if stretch:
            self._layout.setStretchFactor(self.body, 1)
            self._stretched = True

    def end(self) -> None:
        """Push what is there to the top; call it last."""
        if not self._stretched:
            self._layout.addStretch(1)

    def fault(self) -> str:
        """What keeps one from going on; empty when nothing does."""
        return ""

    def take(self) -> None:
        """One goes on: what stands there is the answer, also what was only proposed."""

    def say_fault(self, text: str, colour: str) -> None:
        self._fault.setText(text)
        self._fault.set_colour(colour)
        self._fault.setVisible(bool(text))

    def focus_first(self) -> None:
        """Put the cursor where one answers."""

    def enter(self) -> bool:
        """Enter was pressed: true when it meant something else than to go on."""
        return False

    def escape(self) -> bool:
        """Esc was pressed: true when it meant something else than to go back."""
        return False


def asked(topic: Topic, sketch: Sketch) -> tuple[str, str]:
    """What is asked, and the line that helps to answer it."""
    words = question_words(topic, sketch.draft.way)
    return say(words.title), say(words.hint)


def example_line(text: str) -> QLabel:
    """An example below the field, quieter than what is asked."""
    made = Label(text, soft=True, wrap=True)
    made.setContentsMargins(SPACE.LARGE, 0, 0, 0)
    return made
