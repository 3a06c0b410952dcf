"""The running goals, each with its line of confidence and what was said lately."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.qtkit.wording import ntr, tr
from desktop.services.check_ins import Stop
from desktop.ui.follow_up.check_ins.history import History
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import (
    Caption,
    EmptyState,
    Hairline,
    Label,
    StatusMark,
    primary_button,
    quiet_button,
    secondary_button,
)

_WORDS = 380


class AllCheckIns(QWidget):
    """``round_wanted`` asks for the round over all goals, ``due_wanted`` over those that are due,
    ``goal_wanted`` for one goal; ``delete_wanted`` carries the id of a check-in."""

    round_wanted = Signal()
    due_wanted = Signal()
    goal_wanted = Signal(int)
    goals_wanted = Signal()
    delete_wanted = Signal(int)

    def __init__(self, stops: Sequence[Stop], *, read_only: bool) -> None:
        super().__init__()
        self._read_only = read_only
        self._first: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        column.setSpacing(SPACE.MEDIUM)
        if not stops:
            empty = EmptyState(
                "list-checks",
                tr("No goal is running"),
                tr("A check-in asks how sure you are of each active goal, and why."),
                tr("Open goals"),
            )
            empty.acted.connect(self.goals_wanted)
            column.addWidget(empty)
        else:
            column.addLayout(self._head(stops))
            for stop in stops:
                column.addWidget(Hairline())
                column.addLayout(self._row(stop))
        column.addStretch(1)

    def take_focus(self) -> None:
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self, stops: Sequence[Stop]) -> QHBoxLayout:
        due = sum(stop.is_due for stop in stops)
        words = (
            ntr("{n} goal waits for a check-in.", "{n} goals wait for a check-in.", due)
            if due
            else tr("The next check-in is on {day}.", day=min(stop.due_on for stop in stops))
        )
        head = QHBoxLayout()
        head.setSpacing(SPACE.SMALL)
        head.addWidget(Label(words, soft=True, wrap=True), 1)
        if self._read_only:
            return head
        everything = ntr("Go through {n} goal", "Go through all {n} goals", len(stops))
        if due:
            start = primary_button(
                ntr("Check in on {n} goal", "Check in on {n} goals", due), "list-checks"
            )
            start.clicked.connect(self.due_wanted)
            self._first = start
            if due < len(stops):
                every = quiet_button(everything)
                every.clicked.connect(self.round_wanted)
                head.addWidget(every)
        else:
            start = secondary_button(everything, "list-checks")
            start.clicked.connect(self.round_wanted)
            self._first = start
        head.addWidget(start)
        return head

    def _row(self, stop: Stop) -> QHBoxLayout:
        goal = stop.view.goal
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addWidget(Label(goal.statement, Text.BODY, strong=True, wrap=True))
        words.addWidget(StatusMark(stop.view.assessment.status, Text.SMALL))
        words.addWidget(Caption(_when(stop)))
        if not self._read_only:
            one = quiet_button(tr("Check in"))
            one.setAccessibleName(tr("Check in on “{goal}”", goal=goal.statement))
            one.setProperty("goal", goal.id)
            one.clicked.connect(self._on_one_clicked)
            words.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        left = QWidget()
        left.setFixedWidth(_WORDS)
        words.setContentsMargins(0, 0, 0, 0)
        left.setLayout(words)
        history = History(stop.history, deletable=not self._read_only)
        history.delete_wanted.connect(self.delete_wanted)
        row = QHBoxLayout()
        row.setSpacing(SPACE.WIDE)
        row.addWidget(left)
        row.addWidget(history, 1)
        return row

    def _on_one_clicked(self) -> None:
        self.goal_wanted.emit(int(self.sender().property("goal")))


def _when(stop: Stop) -> str:
    if stop.is_due:
        return tr("Waits for a check-in")
    return tr("Next check-in {day}", day=stop.due_on)
