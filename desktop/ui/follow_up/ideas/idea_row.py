"""One idea: who said it, which goal it would serve, and its answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.core.idea import Answer, answer_names
from desktop.qtkit.wording import current, say, tr
from desktop.services.ideas import IdeaView
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Caption, Label, icon_button, quiet_button, secondary_button
from desktop.ui.widgets.keyboard_row import KeyboardRow

_STATE = 108  # pixels of the column with the answer


class IdeaRow(KeyboardRow):
    """Enter answers; the buttons are ``None`` where they have nothing to do."""

    def __init__(self, view: IdeaView, *, read_only: bool) -> None:
        idea = view.idea
        answer = say(answer_names()[idea.answer])
        super().__init__(f"{idea.title}: {answer}")
        self.view = view
        waits = idea.answer is Answer.WAITING
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addWidget(Label(idea.title, strong=waits, wrap=True))
        if idea.details:
            words.addWidget(Label(idea.details, Text.SMALL, wrap=True))
        words.addWidget(Caption(_facts(view)))
        if idea.reason:
            words.addWidget(
                Label(tr("Reason: {reason}", reason=idea.reason), Text.SMALL, wrap=True)
            )
        state = Label(answer, Text.SMALL, strong=True, soft=not waits, wrap=True)
        state.setFixedWidth(_STATE)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.SMALL, SPACE.SMALL, SPACE.SMALL, SPACE.SMALL)
        row.setSpacing(SPACE.MEDIUM)
        row.addWidget(state, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.answer_button = self.copy_button = self.activity_button = None
        self.change_button = self.delete_button = None
        if not waits:
            self.copy_button = quiet_button(tr("Copy the reply"), "copy")
        if idea.activity_id is not None:
            self.activity_button = quiet_button(tr("Open the activity"))
        if not read_only:
            if waits:
                self.answer_button = secondary_button(tr("Answer"))
            elif idea.activity_id is None:
                self.answer_button = quiet_button(tr("Answer again"))
            self.change_button = icon_button("pencil", tr("Change the idea"))
            self.delete_button = icon_button("trash-2", tr("Delete the idea"))
        for button in (
            self.activity_button,
            self.copy_button,
            self.answer_button,
            self.change_button,
            self.delete_button,
        ):
            if button is not None:
                button.setAccessibleDescription(idea.title)
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


def _facts(view: IdeaView) -> str:
    """Who, when, for which goal, and when it was answered."""
    idea, day = view.idea, current().day
    found = [idea.who, day(idea.day)] if idea.who else [day(idea.day)]
    if view.goal:
        found.append(tr("for “{goal}”", goal=view.goal))
    elif idea.answer is not Answer.WAITING:
        found.append(tr("for none of our goals"))
    if idea.answered_on is not None:
        found.append(tr("answered on {day}", day=idea.answered_on))
    return " · ".join(found)
