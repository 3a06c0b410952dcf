"""One objective as the board sees it: what, how it stands and why, how far, whose, until when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.okr import score_figure, score_words
from desktop.core.unit import Quantity
from desktop.qtkit.wording import current, say, tr
from desktop.services.overview import GoalView
from desktop.ui.goal_standing import owner_and_time, status_and_reason, warnings_ahead
from desktop.ui.theme import SPACE, Text, palette
from desktop.ui.widgets import Caption, Hairline, Label, ProgressLine, quiet_button

_FIGURE = 190  # width of the score and its line
_RIGHT = Qt.AlignmentFlag.AlignRight


class ObjectiveRow(QWidget):
    """``opened`` carries the goal's id.  ``above`` is the goal that it lies under, or empty."""

    opened = Signal(int)

    def __init__(self, view: GoalView, above: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.goal_id = view.goal.id or 0
        self.setAccessibleName(view.goal.statement)
        row = QHBoxLayout()
        row.setSpacing(SPACE.WIDE)
        row.addLayout(self._words(view, above), 1)
        row.addLayout(_figure(view))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addWidget(Hairline())
        layout.addLayout(row)

    def _words(self, view: GoalView, above: str) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        if above:
            words.addWidget(Caption(tr("Part of “{goal}”", goal=above)))
        words.addWidget(Label(view.goal.statement, Text.TITLE, strong=True, wrap=True))
        words.addLayout(status_and_reason(view))
        for line in warnings_ahead(view):
            words.addLayout(line)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.MEDIUM)
        foot.addWidget(Caption(owner_and_time(view), wrap=False))
        self.open_button = quiet_button(tr("Open goal"))
        self.open_button.setAccessibleDescription(view.goal.statement)
        self.open_button.clicked.connect(self._on_open_clicked)
        foot.addWidget(self.open_button)
        foot.addStretch(1)
        words.addLayout(foot)
        words.addStretch(1)
        return words

    def _on_open_clicked(self) -> None:
        self.opened.emit(self.goal_id)


def _figure(view: GoalView) -> QVBoxLayout:
    """The score from 0.0 to 1.0, with what it means."""
    how = view.assessment
    column = QVBoxLayout()
    column.setSpacing(2)
    score = "" if how.score is None else current().quantity(score_figure(how.score))
    number = Label(score, Text.DISPLAY)
    number.setAlignment(_RIGHT)
    number.setFixedWidth(_FIGURE)
    column.addWidget(number)
    if how.score is not None:
        words = say(score_words(how.score, aspirational=view.goal.aspirational))
        line = ProgressLine(name=words)
        line.set_progress(how.score, how.expected_score, palette().status(how.status))
        line.setFixedWidth(_FIGURE)
        column.addWidget(line)
        below = tr("of 1.0")
        if how.expected_score is not None:
            below = tr("of 1.0, {share} planned", share=Quantity(how.expected_score, decimals=1))
        caption = Caption(below, wrap=False)
        caption.setAlignment(_RIGHT)
        column.addWidget(caption)
    column.addStretch(1)
    return column
