"""The end of a sitting: what there is now, and the invitation to the next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from desktop.core.sitting import Sitting, next_day, sitting_name
from desktop.core.sitting_questions import Part, part_label, sitting_end
from desktop.qtkit.wording import say, tr
from desktop.ui.guide.question import Question
from desktop.ui.guide.sketch import Sketch
from desktop.ui.theme import SPACE
from desktop.ui.widgets import (
    Caption,
    DateField,
    FormRow,
    Label,
    primary_button,
    secondary_button,
)


class EndView(Question):
    """``finished`` carries the day for the next sitting (or ``None``), ``continued`` goes on.  A
    goal that has been through all three is not put off, and nobody is reminded of it."""

    finished = Signal(object)
    continued = Signal()

    def __init__(self, sketch: Sketch, sitting: Sitting) -> None:
        self._last = sitting is Sitting.MEASURE
        self._rests = not (self._last or sketch.is_set)
        words = sitting_end(sitting if self._rests else Sitting.MEASURE)
        super().__init__(sketch, say(words.title), say(words.hint))
        self.day = DateField(next_day(sketch.today), optional=True)
        self.day.setMaximumWidth(200)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.SMALL)
        self.done_button = primary_button(
            tr("Save until then") if self._rests else tr("Save the goal")
        )
        self.done_button.clicked.connect(self._on_done_clicked)
        buttons.addWidget(self.done_button)
        if not self._last:
            following = Sitting(sitting + 1)
            self.add(Label(tr("Next: {sitting}", sitting=sitting_name(following))))
            if self._rests:
                self._add_day()
            self.go_on_button = secondary_button(tr("Go on at once"), "arrow-right")
            self.go_on_button.clicked.connect(self.continued)
            buttons.addWidget(self.go_on_button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        if self._rests:
            self.add(Caption(tr("Enter saves until then, Ctrl+Enter goes on at once.")))
        if not self._last:
            for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                at_once = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self)
                at_once.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                # Queued: this view, and the shortcut with it, goes when the guide goes on.
                at_once.activated.connect(self.continued, Qt.ConnectionType.QueuedConnection)
        self.end()

    def _add_day(self) -> None:
        reminded = tr("You are reminded on the overview.")
        self.add(FormRow(say(part_label(Part.NEXT_DAY)), self.day, reminded))

    def focus_first(self) -> None:
        self.done_button.setFocus()

    def fault(self) -> str:
        return "" if self.day.valid() else tr("This is not a date.")

    def enter(self) -> bool:
        self._on_done_clicked()
        return True

    def _on_done_clicked(self) -> None:
        if not self.fault():
            day: date | None = self.day.day() if self._rests else None
            self.finished.emit(day)
