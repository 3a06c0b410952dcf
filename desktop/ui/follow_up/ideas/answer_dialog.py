"""An idea held against the goals, and answered with the reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.core.faults import Fault
from desktop.core.idea import Answer, Idea
from desktop.qtkit.wording import say, tr
from desktop.services.ideas import adopt_idea, answer_idea, goals_to_serve
from desktop.services.workspace import Workspace
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.goals.text_area import TextArea
from desktop.ui.theme import palette
from desktop.ui.widgets import (
    Caption,
    Choice,
    FormRow,
    Label,
    primary_button,
    secondary_button,
)

_UNSAID = 0  # no goal has this id


class AnswerDialog(Dialog):
    """``answered`` carries the idea's id, and ``adopted`` that of the activity that it became."""

    answered = Signal(int)
    adopted = Signal(int)

    def __init__(self, parent: QWidget | None, workspace: Workspace, idea: Idea) -> None:
        super().__init__(
            parent,
            tr("Answer an idea"),
            tr("Hold it against the goals. Whoever had it gets the answer with its reason."),
            cancel=tr("Cancel"),
            width=640,
        )
        self._workspace = workspace
        self._idea = idea
        is_held = idea.answer is not Answer.WAITING or idea.goal_id is not None
        self.goal: Choice[int | None] = Choice(
            [
                (_UNSAID, tr("Choose a goal, or none")),
                *goals_to_serve(workspace),
                (None, tr("None of our goals")),
            ],
            idea.goal_id if is_held else _UNSAID,
        )
        self.reason = TextArea(
            idea.reason, lines=3, placeholder=tr("In words that can be sent to whoever had it")
        )
        self.reason.selectAll()  # an idea that is answered again gets a new reason, or keeps this
        self.add(Label(idea.title, strong=True, wrap=True))
        for text in (idea.details, tr("From {who}", who=idea.who) if idea.who else ""):
            if text:
                self.add(Caption(text))
        self.add(FormRow(tr("Which goal would it serve?"), self.goal))
        self.add(
            FormRow(
                tr("The reason"),
                self.reason,
                tr("Ctrl+1 declines it, Ctrl+2 parks it, Ctrl+3 adopts it."),
            )
        )
        self._fault = Caption()
        self._fault.set_colour(palette().bad)
        self._fault.hide()
        self.add(self._fault)
        decline, park = secondary_button(tr("Decline")), secondary_button(tr("Park"))
        adopt = primary_button(tr("Adopt"), "circle-check")
        adopt.setToolTip(tr("It becomes an activity on the goal."))
        for button, slot, keys in (
            (decline, self.decline, "Ctrl+1"),
            (park, self.park, "Ctrl+2"),
            (adopt, self.adopt, "Ctrl+3"),
        ):
            button.clicked.connect(slot)
            self.foot.addWidget(button)
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self.goal.setFocus()

    def adopt(self) -> None:
        """It becomes an activity on the goal."""
        if not self._is_held():
            return
        try:
            made = adopt_idea(
                self._workspace, self._idea.id or 0, self.reason.text(), self.goal.value
            )
        except Fault as fault:
            self._say(say(fault.message), self.goal)
            return
        self.accept()
        self.adopted.emit(made.id or 0)

    def park(self) -> None:
        """It is kept for later."""
        self._answer(Answer.PARKED)

    def decline(self) -> None:
        """It will not be done."""
        self._answer(Answer.DECLINED)

    def _answer(self, answer: Answer) -> None:
        if not self._is_held():
            return
        idea_id = self._idea.id or 0
        try:
            answer_idea(self._workspace, idea_id, answer, self.reason.text(), self.goal.value)
        except Fault as fault:
            self._say(say(fault.message), self.reason)
            return
        self.accept()
        self.answered.emit(idea_id)

    def _is_held(self) -> bool:
        if self.goal.value != _UNSAID:
            return True
        self._say(
            tr("Hold it against the goals first. “None of our goals” is an answer."), self.goal
        )
        return False

    def _say(self, text: str, where: QWidget) -> None:
        self._fault.setText(text)
        self._fault.show()
        where.setFocus()
