"""What the overview and the board both say of a goal: how it stands and why, whose, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from desktop.qtkit.wording import say, tr
from desktop.ui.theme import SPACE, icon_pixmap, palette
from desktop.ui.widgets import Label, StatusMark

if TYPE_CHECKING:
    from desktop.services.overview import GoalView

_TOP = Qt.AlignmentFlag.AlignTop


def status_and_reason(view: GoalView) -> QHBoxLayout:
    """The status, and its reason beside it in as many lines as it takes."""
    line = QHBoxLayout()
    line.setSpacing(SPACE.MEDIUM)
    reason = Label(say(view.assessment.reason), wrap=True)
    reason.setAlignment(_TOP)
    line.addWidget(StatusMark(view.assessment.status), 0, _TOP)
    line.addWidget(reason, 1)
    return line


def warnings_ahead(view: GoalView) -> list[QHBoxLayout]:
    """What leading KPIs tell before the goal's own numbers do, a line each."""
    lines = []
    for warned in view.warnings:
        mark = QLabel()
        mark.setPixmap(icon_pixmap("triangle-alert", 18, palette().ink_soft, 2.0))
        mark.setFixedSize(18, 18)
        mark.setScaledContents(True)
        line = QHBoxLayout()
        line.setSpacing(SPACE.SMALL)
        line.addWidget(mark, 0, _TOP)
        line.addWidget(Label(say(warned.message), wrap=True), 1)
        lines.append(line)
    return lines


def owner_and_time(view: GoalView) -> str:
    """Who, and until when."""
    until = tr("until it is reached")
    if view.goal.deadline is not None:
        until = tr("until {day}", day=view.goal.deadline)
    return f"{view.owner or tr('No owner yet')}, {until}"
