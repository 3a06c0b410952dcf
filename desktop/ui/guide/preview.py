"""The goal at the side, growing clearer with each answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.core.okr import measure_lines
from desktop.core.sitting import Ask, answer_names
from desktop.core.sitting_questions import time_words
from desktop.core.smart import check_letters
from desktop.core.smart_sentence import smart_sentence
from desktop.qtkit.wording import current, say, tr
from desktop.ui.guide.letter_marks import LetterRow
from desktop.ui.guide.sketch import Sketch
from desktop.ui.theme import SPACE, Text, palette
from desktop.ui.widgets import Caption, Hairline, Label


class Preview(QFrame):
    """``show_sketch`` reads the goal anew."""

    def __init__(self, sketch: Sketch) -> None:
        super().__init__()
        self.setObjectName("preview")
        tokens = palette()
        self.setStyleSheet(
            f"#preview {{ background: {tokens.raised}; border: 1px solid {tokens.hairline}; }}"
        )
        self._sentence = Label("", Text.TITLE, strong=True, wrap=True)
        self._letters = LetterRow(check_letters(sketch.smart_parts()))
        self._rows = QWidget()
        content = QWidget()
        scroller = QScrollArea()
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(scroller)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(SPACE.LARGE, SPACE.LARGE, SPACE.LARGE, SPACE.LARGE)
        self._column.setSpacing(SPACE.MEDIUM)
        self._column.addWidget(Caption(tr("Your goal so far")))
        self._column.addWidget(self._sentence)
        self._column.addWidget(self._letters)
        self._column.addWidget(Hairline())
        self._column.addWidget(self._rows)
        self._column.addStretch(1)
        self.show_sketch(sketch)

    def show_sketch(self, sketch: Sketch) -> None:
        text = _sentence(sketch)
        empty = tr("It takes shape here as you answer.")
        self._sentence.setText(text or empty)
        self._sentence.set_colour("" if text else palette().ink_soft)
        self._letters.setVisible(not sketch.is_okr)
        if not sketch.is_okr:
            self._letters.show_checks(check_letters(sketch.smart_parts()))
        old, self._rows = self._rows, QWidget()
        self._column.replaceWidget(old, self._rows)
        old.setParent(None)
        old.deleteLater()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.TIGHT)
        for name, words in _lines(sketch):
            column.addWidget(Caption(name))
            column.addWidget(Label(words, wrap=True))
            column.addSpacing(SPACE.SMALL)
        self._rows.show()


def _sentence(sketch: Sketch) -> str:
    if sketch.is_okr:
        return sketch.what
    sentence = smart_sentence(sketch.smart_parts())
    return "" if sentence is None else say(sentence)


def _lines(sketch: Sketch) -> list[tuple[str, str]]:
    """What does not stand in the sentence, in the order in which it is asked."""
    names = {ask: say(words) for ask, words in answer_names().items()}
    found = []
    if sketch.raised_from:
        found.append((tr("Raised from"), sketch.raised_from[0].statement))
    if sketch.is_okr:
        found.append((tr("Why"), sketch.goal.why))
    before = (Ask.WORTH, Ask.SEEN)
    found += [(names[ask], sketch.answer(ask)) for ask in before]
    found += _shown_by(sketch)
    found += [(name, sketch.answer(ask)) for ask, name in names.items() if ask not in before]
    return [(name, words) for name, words in found if words]


def _shown_by(sketch: Sketch) -> list[tuple[str, str]]:
    """The numbers, and until when, as far as the sentence does not say them."""
    goal = sketch.goal
    found = []
    parts = sketch.smart_parts()
    if sketch.is_okr:
        lines = measure_lines(sketch.okr_rows())
        found.append((tr("Key results"), "\n".join(say(line) for line in lines)))
        if goal.deadline is not None:
            found.append((tr("Until"), current().day(goal.deadline)))
    elif parts.kpi is not None and parts.key_result is not None:
        aimed = parts.key_result.target is not None
        found.append((tr("Shown by"), "" if aimed else parts.kpi.name))
    if sketch.time_chosen and goal.deadline is None:
        found.append((tr("Until"), say(time_words(dated=False))))
    return found
