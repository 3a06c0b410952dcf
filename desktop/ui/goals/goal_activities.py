"""What is tried for a goal, beside its ordinary editor."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.goal import Goal, GoalState
from desktop.qtkit.wording import say, tr
from desktop.services.activities import ActivityView, activities_of, begin_activity
from desktop.services.company import company
from desktop.ui.context import AppContext
from desktop.ui.follow_up.activities.activity_dialog import ActivityDialog
from desktop.ui.follow_up.activities.activity_row import facts, state_text
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Card, Label, quiet_button

_MOST = 5


class GoalActivities(Card):
    """The activities with where each stands; hidden for a goal without any that is not worked
    on."""

    def __init__(self, context: AppContext) -> None:
        self._try = quiet_button(tr("Try something"), "plus")
        super().__init__(tr("What we try"), aside=self._try)
        self._context = context
        self._goal: Goal | None = None
        self._shown: QWidget | None = None
        self._try.clicked.connect(self._on_try_clicked)

    def show_goal(self, goal: Goal) -> None:
        """Read the goal's activities."""
        self._goal = goal
        workspace = self._context.workspace
        views = () if goal.id is None else activities_of(workspace, goal.id).views
        if self._shown is not None:
            self._shown.setParent(None)
            self._shown.deleteLater()
        self._shown = self._rows(views)
        self.add(self._shown)
        worked_on = goal.id is not None and goal.state in (GoalState.ACTIVE, GoalState.DRAFT)
        self._try.setVisible(worked_on and not workspace.read_only)
        self.setVisible(worked_on or bool(views))

    def _rows(self, views: tuple[ActivityView, ...]) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.SMALL)
        if not views:
            column.addWidget(Caption(tr("Nothing is tried for it yet.")))
        currency = company(self._context.workspace).currency
        for view in views[:_MOST]:
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(say(view.sentence), wrap=True))
            words.addWidget(Caption(f"{state_text(view)} · {facts(view, currency)}"))
            column.addLayout(words)
        if views:
            more = quiet_button(tr("Show in Follow up"), "list-checks")
            more.clicked.connect(self._on_more_clicked)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _on_try_clicked(self) -> None:
        if self._goal is None or self._goal.id is None:
            return
        workspace = self._context.workspace
        dialog = ActivityDialog(self.window(), workspace, begin_activity(workspace, self._goal.id))
        dialog.accepted.connect(self._on_accepted)
        dialog.open()

    def _on_accepted(self) -> None:
        if self._goal is not None:
            self.show_goal(self._goal)

    def _on_more_clicked(self) -> None:
        """Where they are decided on; nothing is decided by going there."""
        self._context.navigate("follow_up/activities")
