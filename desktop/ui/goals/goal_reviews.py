"""What was learned of a goal, and of those that it was raised from, beside its editor."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.goal import Goal
from desktop.core.review import Review
from desktop.core.reviews_due import is_over
from desktop.qtkit.wording import current, tr
from desktop.services.reviews import earlier_reviews, review_of_goal
from desktop.ui.context import AppContext
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Caption, Card, Label, quiet_button


class GoalReviews(Card):
    """Hidden for a goal that is not over and has no review, nor one before it."""

    def __init__(self, context: AppContext) -> None:
        self._look = quiet_button(tr("Look back"), "history")
        super().__init__(tr("What we learned"), aside=self._look)
        self._context = context
        self._goal_id: int | None = None
        self._shown: QWidget | None = None
        self._look.clicked.connect(self._on_look_clicked)

    def show_goal(self, goal: Goal) -> None:
        """Read the reviews of the goal and of its predecessors."""
        ws, self._goal_id = self._context.workspace, goal.id
        own = None if goal.id is None else review_of_goal(ws, goal.id)
        earlier = () if goal.id is None else earlier_reviews(ws, goal.id)
        if self._shown is not None:
            self._shown.setParent(None)
            self._shown.deleteLater()
        self._shown = QWidget()
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.SMALL)
        if own is not None:
            _add(column, own, tr("This goal"))
        for before, review in earlier:
            _add(column, review, tr("Raised from “{goal}”", goal=before.statement))
        over = goal.id is not None and is_over(goal, ws.today())
        if own is None and over:
            column.addWidget(Caption(tr("It is over, and nobody has looked back on it yet.")))
        self.add(self._shown)
        self._look.setVisible(over or own is not None)
        self.setVisible(over or own is not None or bool(earlier))

    def _on_look_clicked(self) -> None:
        self._context.navigate("follow_up/reviews", self._goal_id)


def _add(column: QVBoxLayout, review: Review, of: str) -> None:
    words = review.learned or review.next or review.why
    if words:
        column.addWidget(Label(tr("“{words}”", words=words), Text.BODY, wrap=True))
    column.addWidget(Caption(f"{of} · {current().day(review.day)}"))
