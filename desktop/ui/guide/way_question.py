"""How the goal is to be written: one number, or an objective with several."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout

from desktop.core.sitting import Way
from desktop.core.sitting_questions import Topic, way_words
from desktop.qtkit.wording import say
from desktop.ui.guide.question import Question, asked, example_line
from desktop.ui.guide.sketch import Sketch
from desktop.ui.theme import SPACE, Text, font


class WayQuestion(Question):
    """Two choices, each with what it is for."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(sketch, *asked(Topic.WAY, sketch))
        self._group = QButtonGroup(self)
        self.smart = self._choice(Way.SMART)
        self.okr = self._choice(Way.OKR)
        (self.okr if sketch.is_okr else self.smart).setChecked(True)
        self.okr.toggled.connect(self._on_toggled)
        self.end()

    def focus_first(self) -> None:
        (self.okr if self.okr.isChecked() else self.smart).setFocus()

    def _choice(self, way: Way) -> QRadioButton:
        words = way_words(way)
        text = say(words.hint)
        made = QRadioButton(say(words.title))
        made.setFont(font(Text.TITLE))
        made.setAccessibleDescription(text)
        self._group.addButton(made)
        pair = QVBoxLayout()
        pair.setSpacing(SPACE.TIGHT)
        pair.addWidget(made)
        pair.addWidget(example_line(text))
        self.body.addLayout(pair)
        return made

    def _on_toggled(self, is_okr: bool) -> None:
        way = Way.OKR if is_okr else Way.SMART
        if way is not self.sketch.draft.way:
            self.sketch.draft = replace(self.sketch.draft, way=way)
            self.changed.emit()
