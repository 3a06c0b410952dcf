"""Whether a target can be reached and taken care of, beside its field, with a small picture."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.advice_capacity import capacity_note
from desktop.core.advice_target import TargetCheck, TypedTarget, check_target
from desktop.core.lesson import Lesson, lesson_words
from desktop.core.message import Message
from desktop.core.series import Series
from desktop.qtkit.wording import say
from desktop.services.advice_past import Past
from desktop.ui.advice.target_picture import TargetPictureView
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Banner, Caption, Label

_PAUSE = 250  # milliseconds without a key before a target is judged


class TargetNote(QWidget):
    """``judge`` takes what stands in the fields after every key; what is said follows once the
    typing pauses.  Hidden while there is nothing to say."""

    def __init__(self, past: Past, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.past = past
        self._typed: TypedTarget | None = None
        self._judged: TypedTarget | None = None
        self._series: Series | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._judge)
        self.picture = TargetPictureView()
        self.sentence = Label(wrap=True)
        self.chance = Caption()
        self.capacity = Banner("", "risk")
        self.learned = Label(wrap=True)  # from the last review of a goal on the same KPI
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.sentence)
        words.addWidget(self.chance)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.MEDIUM)
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.SMALL)
        column.addWidget(self.capacity)
        column.addLayout(row)
        column.addWidget(self.learned)
        self.hide()

    def judge(self, typed: TypedTarget | None) -> None:
        """Judge this target soon; ``None`` says nothing at once."""
        self._typed = typed
        if typed is None:
            self._pause.stop()
            self._judged = None
            self.hide()
        elif typed != self._judged:
            self._series = self.past.series(typed.kpi)
            self._pause.start()

    def _judge(self) -> None:
        if self._typed is not None and self._series is not None:
            typed = self._judged = self._typed
            self._show(
                check_target(typed, self._series, self.past.today),
                capacity_note(typed, self.past.owners),
                self.past.lesson(typed.kpi),
            )

    def _show(
        self, found: TargetCheck | None, beyond: Message | None, lesson: Lesson | None
    ) -> None:
        learned = "" if lesson is None else say(lesson_words(lesson))
        too_much = "" if beyond is None else say(beyond)
        words = "" if found is None else say(found.sentence)
        chance = "" if found is None or found.chance is None else say(found.chance)
        self.capacity.set_text(too_much)
        self.sentence.setText(words)
        self.chance.setText(chance)
        self.learned.setText(learned)
        if found is not None:
            self.picture.show_picture(found.picture)
            self.picture.setAccessibleName(words)
        for widget, has in (
            (self.capacity, too_much),
            (self.picture, words),
            (self.sentence, words),
            (self.chance, chance),
            (self.learned, learned),
        ):
            widget.setVisible(bool(has))
        said = " ".join(text for text in (too_much, words, chance, learned) if text)
        self.setAccessibleName(said)
        self.setVisible(bool(said))
