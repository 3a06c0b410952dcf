"""Beside the chart: the stage's question, why, when the line may be reached, goals, and before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.core.focus import Focus
from desktop.core.line_reach import reaching_words
from desktop.core.names import name
from desktop.core.stage_guide import stage_guide
from desktop.qtkit.wording import say, tr
from desktop.services.focus import FocusView, PastFocus, when_reached
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Label, quiet_button, secondary_button

_WIDTH = 300


class FocusSide(QScrollArea):
    """``goal_wanted`` asks for a goal on the focus, ``goal_opened`` carries the id of one there
    is, ``past_opened`` an earlier focus."""

    goal_wanted = Signal()
    goal_opened = Signal(int)
    past_opened = Signal(object)

    def __init__(self, *, may_change: bool) -> None:
        super().__init__()
        self._may_change = may_change
        self.setFixedWidth(_WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._past: list[Focus] = []

    def show_focus(self, view: FocusView, past: Sequence[PastFocus]) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE.SMALL, 0)
        column.setSpacing(SPACE.SMALL)
        guide = stage_guide(view.focus.stage)
        column.addWidget(Label(say(guide.question), strong=True, wrap=True))
        column.addWidget(Caption(say(guide.text)))
        if view.focus.why:
            column.addSpacing(SPACE.SMALL)
            column.addWidget(Label(tr("Why"), strong=True))
            column.addWidget(Label(view.focus.why, wrap=True))
        if view.where is not None and not view.where.run:
            column.addSpacing(SPACE.SMALL)
            column.addWidget(Label(tr("When"), strong=True))
            column.addWidget(Label(say(reaching_words(when_reached(view))), wrap=True))
        column.addSpacing(SPACE.SMALL)
        self._add_goals(column, view)
        if past:
            column.addSpacing(SPACE.SMALL)
            column.addWidget(Label(tr("What mattered before"), strong=True))
        self._past = [each.focus for each in past]
        for number, each in enumerate(past):
            self._add_past(column, number, each)
        column.addStretch(1)
        self.setWidget(content)

    def _add_goals(self, column: QVBoxLayout, view: FocusView) -> None:
        column.addWidget(Label(tr("Goal"), strong=True))
        for goal in view.goals:
            column.addWidget(Label(goal.statement, wrap=True))
            button = quiet_button(tr("Open goal"))
            button.setAccessibleDescription(goal.statement)
            button.setProperty("goal", goal.id)
            button.clicked.connect(self._on_goal_clicked)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if not view.goals:
            column.addWidget(Caption(tr("No goal uses this KPI yet.")))
            write = secondary_button(tr("Write a goal on it"), "target")
            write.setEnabled(self._may_change)
            write.clicked.connect(self.goal_wanted)
            column.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_past(self, column: QVBoxLayout, number: int, past: PastFocus) -> None:
        focus = past.focus
        words = tr(
            "{stage}, {since} – {until}",
            stage=name(focus.stage),
            since=focus.since,
            until=past.until.since,
        )
        line = "" if focus.line is None else past.kpi.quantity(focus.line)
        if line:
            words += ". " + tr("Line: {line}", line=line)
        button = quiet_button(past.kpi.name)
        button.setAccessibleDescription(words)
        button.setProperty("past", number)
        button.setEnabled(self._may_change)
        button.clicked.connect(self._on_past_clicked)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Caption(words))
        if focus.why:
            column.addWidget(Caption(focus.why))

    def _on_goal_clicked(self) -> None:
        self.goal_opened.emit(int(self.sender().property("goal")))

    def _on_past_clicked(self) -> None:
        self.past_opened.emit(self._past[int(self.sender().property("past"))])
