"""The end of a round: what was said of each goal, and what is worth a talk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.check_in import CheckIn, gap_question
from desktop.qtkit.wording import ntr, say, tr
from desktop.services.check_ins import Stop
from desktop.ui.follow_up.check_ins.history import said_lines
from desktop.ui.follow_up.check_ins.round_view import RoundView
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Caption, Hairline, Heading, Label, primary_button, secondary_button


class EndView(QWidget):
    """``week_wanted`` goes back to this week, ``list_wanted`` to all check-ins."""

    week_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, done: RoundView) -> None:
        super().__init__()
        said = done.said
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        column.setSpacing(SPACE.MEDIUM)
        title = ntr("{n} goal checked in on", "{n} goals checked in on", len(said))
        column.addWidget(Heading(title if said else tr("Nothing was said this time")))
        for stop in done.stops:
            column.addWidget(Hairline())
            column.addLayout(_row(stop, said.get(stop.view.goal.id or 0)))
        self.week = primary_button(tr("Back to this week"))
        self.week.clicked.connect(self.week_wanted)
        all_check_ins = secondary_button(tr("All check-ins"))
        all_check_ins.clicked.connect(self.list_wanted)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.SMALL)
        foot.addWidget(self.week)
        foot.addWidget(all_check_ins)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)

    def take_focus(self) -> None:
        self.week.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(stop: Stop, check_in: CheckIn | None) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(SPACE.TIGHT)
    words.addWidget(Label(stop.view.goal.statement, strong=True, wrap=True))
    if check_in is None:
        words.addWidget(Caption(tr("Skipped")))
        return words
    if check_in.confidence is not None:
        words.addWidget(Label(_confidence(stop, check_in.confidence), Text.SMALL))
    for line in said_lines(check_in):
        words.addWidget(Caption(line))
    question = gap_question(check_in.confidence, check_in.probability)
    if question is not None:
        words.addWidget(Label(say(question), Text.SMALL, wrap=True))
    return words


def _confidence(stop: Stop, now: int) -> str:
    before = next(
        (
            each.confidence
            for each in reversed(stop.history)
            if each.confidence is not None and each.day < stop.today
        ),
        None,
    )
    if before is None:
        return tr("Confidence {n} of 10", n=now)
    return tr("Confidence {n} of 10, last time {before}", n=now, before=before)
