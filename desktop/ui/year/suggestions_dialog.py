"""Events that could stand on the wheel; each is added only when it is accepted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.core.wheel_suggestions import Suggestion
from desktop.qtkit.wording import say, tr
from desktop.ui.dialogs import Dialog
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Hairline, Label, secondary_button
from desktop.ui.year.words import days, weeks

_HEIGHT = 460


class SuggestionsDialog(Dialog):
    """``accepted_one`` carries the :class:`Suggestion` that is to be added."""

    accepted_one = Signal(object)

    def __init__(self, parent: QWidget | None, offered: Sequence[Suggestion]) -> None:
        super().__init__(
            parent,
            tr("Suggested events"),
            tr("Add the ones that suit you; name, days and lane can be changed afterwards."),
            width=640,
        )
        self.cancel_button.setText(tr("Done"))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        column.setSpacing(SPACE.SMALL)
        self.rows = [_Row(each) for each in offered]
        for row in self.rows:
            row.accepted.connect(self.accepted_one)
            column.addWidget(Hairline())
            column.addWidget(row)
        column.addStretch(1)
        scroller = QScrollArea()
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setWidget(content)
        scroller.setMinimumHeight(min(_HEIGHT, 96 * max(len(self.rows), 1)))
        self.add(scroller, 1)
        if self.rows:
            self.rows[0].button.setFocus()


class _Row(QWidget):
    accepted = Signal(object)

    def __init__(self, suggestion: Suggestion) -> None:
        super().__init__()
        self.suggestion = suggestion
        title = say(suggestion.title)
        when = days(suggestion.start, suggestion.end)
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addWidget(Label(title, strong=True, wrap=True))
        words.addWidget(Label(f"{when}, {weeks(suggestion.start, suggestion.end)}", wrap=True))
        words.addWidget(Caption(say(suggestion.why)))
        self.button = secondary_button(tr("Add to the wheel"))
        self.button.setAccessibleDescription(f"{title}, {when}")
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.MEDIUM)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def _on_clicked(self) -> None:
        self.button.setEnabled(False)
        self.button.setText(tr("Added"))
        self.accepted.emit(self.suggestion)
