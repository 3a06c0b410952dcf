"""One goal on the overview: what it is, how it stands and why, and its key results."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.qtkit.wording import current, tr
from desktop.services.overview import GoalView
from desktop.ui.goal_standing import owner_and_time, status_and_reason, warnings_ahead
from desktop.ui.overview.results_table import ResultsTable
from desktop.ui.theme import SPACE, Text, palette
from desktop.ui.widgets import Caption, Hairline, Label, ProgressLine, quiet_button

_PERCENT = Unit(UnitKind.PERCENT)
_FIGURE = 200  # width of the score and its line


class GoalCard(QWidget):
    """``opened`` and ``sheet_wanted`` carry the goal's id."""

    opened = Signal(int)
    sheet_wanted = Signal(int)

    def __init__(self, view: GoalView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goal_id = view.goal.id or 0
        self.setAccessibleName(view.goal.statement)
        head = QHBoxLayout()
        head.setSpacing(SPACE.WIDE)
        head.addLayout(self._words(view), 1)
        head.addLayout(_figure(view))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, SPACE.SMALL)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addWidget(Hairline(strong=True))
        layout.addLayout(head)
        self._table = ResultsTable(view, self) if view.results else None
        if self._table is not None:
            layout.addWidget(self._table)

    def set_narrow(self, narrow: bool) -> None:
        """Make do with little room."""
        if self._table is not None:
            self._table.set_narrow(narrow)

    def _words(self, view: GoalView) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(SPACE.SMALL)
        words.addWidget(Label(view.goal.statement, Text.TITLE, strong=True, wrap=True))
        words.addLayout(status_and_reason(view))
        for line in warnings_ahead(view):
            words.addLayout(line)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.SMALL)
        foot.addWidget(Caption(owner_and_time(view), wrap=False))
        foot.addSpacing(SPACE.SMALL)
        open_goal = quiet_button(tr("Open goal"))
        open_goal.clicked.connect(self._on_open_clicked)
        sheet = quiet_button(tr("Goal sheet"))
        sheet.clicked.connect(self._on_sheet_clicked)
        foot.addWidget(open_goal)
        foot.addWidget(sheet)
        foot.addStretch(1)
        words.addLayout(foot)
        words.addStretch(1)
        return words

    def _on_open_clicked(self) -> None:
        self.opened.emit(self._goal_id)

    def _on_sheet_clicked(self) -> None:
        self.sheet_wanted.emit(self._goal_id)


def _figure(view: GoalView) -> QVBoxLayout:
    """The score, large, with where the plan expects it to be."""
    how = view.assessment
    column = QVBoxLayout()
    column.setSpacing(2)
    if how.score is None:
        return column
    number = Label(current().quantity(Quantity(how.score, _PERCENT)), Text.DISPLAY)
    number.setAlignment(Qt.AlignmentFlag.AlignRight)
    column.addWidget(number)
    line = ProgressLine(name=tr("Progress of “{goal}”", goal=view.goal.statement))
    line.set_progress(how.score, how.expected_score, palette().status(how.status))
    line.setFixedWidth(_FIGURE)
    column.addWidget(line)
    for text in _below(view):
        caption = Caption(text, wrap=False)
        caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        column.addWidget(caption)
    column.addStretch(1)
    return column


def _below(view: GoalView) -> list[str]:
    how = view.assessment
    if how.expected_score is None:
        lines = [tr("of the way")]
    else:
        share = Quantity(how.expected_score, _PERCENT)
        lines = [tr("of the way, {share} planned", share=share)]
    return lines if how.as_of is None else [*lines, tr("as of {day}", day=how.as_of)]
