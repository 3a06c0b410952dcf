"""The check-ins on a goal, beside its ordinary editor."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core.goal import Goal, GoalState
from desktop.qtkit.wording import tr
from desktop.services.check_ins import check_ins
from desktop.ui.context import AppContext
from desktop.ui.follow_up.check_ins.history import History
from desktop.ui.widgets import Card, quiet_button

_LATEST = 3


class GoalCheckIns(Card):
    """The line of confidence and what was said lately; hidden for a goal without any that does
    not run."""

    def __init__(self, context: AppContext) -> None:
        self._check_in = quiet_button(tr("Check in"), "list-checks")
        super().__init__(tr("Check-ins"), aside=self._check_in)
        self._context = context
        self._goal_id: int | None = None
        self._shown: QWidget | None = None
        self._check_in.clicked.connect(self._on_check_in_clicked)

    def show_goal(self, goal: Goal) -> None:
        """Read the goal's check-ins."""
        self._goal_id = goal.id
        said = [] if goal.id is None else check_ins(self._context.workspace, goal.id)
        runs = goal.id is not None and goal.state is GoalState.ACTIVE
        if self._shown is not None:
            self._shown.setParent(None)
            self._shown.deleteLater()
        self._shown = History(said, most=_LATEST)
        self.add(self._shown)
        self._check_in.setVisible(runs and not self._context.workspace.read_only)
        self.setVisible(runs or bool(said))

    def _on_check_in_clicked(self) -> None:
        self._context.navigate("follow_up/check_ins", self._goal_id)
