"""How the goal is to be written: one number, or an objective with several."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout

from desktop.core.sitting import Way
from desktop.qtkit.wording import tr
from desktop.ui.guide.question import Question, example_line
from desktop.ui.guide.sketch import Sketch
from desktop.ui.theme import SPACE, Text, font


class WayQuestion(Question):
    """Two choices, each with what it is for."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__(
            sketch,
            tr("How big is what you want?"),
            tr("Choose what sounds like you; it can be changed later."),
        )
        self._group = QButtonGroup(self)
        self.smart = self._choice(
            tr("One clear thing, seen in one number"),
            tr("SMART: specific, measurable, attainable, relevant and bound in time."),
        )
        self.okr = self._choice(
            tr("A direction that inspires, seen in two to five numbers"),
            tr("OKR: an objective in words and its key results in numbers."),
        )
        (self.okr if sketch.is_okr else self.smart).setChecked(True)
        self.okr.toggled.connect(self._on_toggled)
        self.end()

    def focus_first(self) -> None:
        (self.okr if self.okr.isChecked() else self.smart).setFocus()

    def _choice(self, title: str, text: str) -> QRadioButton:
        made = QRadioButton(title)
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
