"""The guide on the Goals page: made when it is first wanted, and where one comes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.core.faults import Fault
from desktop.core.goal import Goal, GoalState
from desktop.core.sitting import Sitting
from desktop.qtkit.wording import tr
from desktop.services.goals import goal
from desktop.services.raising import raise_goal
from desktop.services.sittings import guide_of
from desktop.ui.context import AppContext, NoticeAction

if TYPE_CHECKING:
    from desktop.ui.guide.guide_view import GuideView


class Guiding(QObject):
    """``left`` carries the goal that was written (or ``None``), ``editor_wanted`` the goal for
    the ordinary editor (or ``None`` for a new one)."""

    left = Signal(object)
    editor_wanted = Signal(object)

    def __init__(self, context: AppContext, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._context, self._stack = context, stack
        self.view: GuideView | None = None

    @property
    def is_on(self) -> bool:
        """Whether the guide is on show."""
        return self.view is not None and self._stack.currentWidget() is self.view

    @property
    def goal_id(self) -> int | None:
        """The goal in the guide."""
        return None if self.view is None else self.view.goal_id

    def begin(self, parent_id: int | None = None) -> None:
        """A new goal with the guide."""
        view = self._made()
        view.begin(parent_id)
        self._show(view)

    def open(self, goal_id: int) -> None:
        """A goal at the sitting that comes next."""
        view = self._made()
        try:
            view.load(goal_id)
        except Fault as fault:
            self._context.show_fault(fault)
            return
        self._show(view)

    def is_due(self, goal_id: int) -> bool:
        """Whether the day for the goal's next sitting has come while it is still a draft."""
        workspace = self._context.workspace
        try:
            draft = goal(workspace, goal_id).state is GoalState.DRAFT
        except Fault:
            return False
        day = guide_of(workspace, goal_id).next_on
        return draft and day is not None and day <= workspace.today()

    def raise_goal(self, goal_id: int) -> None:
        """The next goal goes on from a reached one, and is set in the third sitting."""
        try:
            raised: Goal = raise_goal(self._context.workspace, goal_id)
        except Fault as fault:
            self._context.show_fault(fault)
            return
        self._context.notify(
            tr("The goal is raised: it goes on from where the reached one ended."),
            "good",
            NoticeAction(tr("Undo"), self._context.workspace.undo),
        )
        self.open(raised.id or 0)

    def focus_first(self) -> None:
        """Put the cursor where one answers."""
        if self.view is not None:
            self.view.focus_first()

    def keep(self) -> bool:
        """Save what was answered, when the page is left; false when that cannot be."""
        return self.view is None or self.view.keep()

    def refresh(self) -> None:
        """Read the goal again after a change elsewhere; what is being answered stays."""
        view = self.view
        if view is None or view.goal_id is None or view.changed():
            return
        try:
            view.reload()
        except Fault:  # it was deleted, perhaps by undo
            self.left.emit(None)

    def _made(self) -> GuideView:
        if self.view is None:
            from desktop.ui.guide.guide_view import GuideView  # not every visit needs it

            self.view = GuideView(self._context)
            self.view.closed.connect(self.left)
            self.view.editor_wanted.connect(self.editor_wanted)
            self.view.sitting_saved.connect(self._on_sitting_saved)
            self._stack.addWidget(self.view)
        return self.view

    def _show(self, view: GuideView) -> None:
        self._stack.setCurrentWidget(view)
        view.focus_first()

    def _on_sitting_saved(self, _: int, sitting: int) -> None:
        words = {
            Sitting.GOAL: tr("The first sitting is saved."),
            Sitting.SIGNS: tr("The second sitting is saved."),
            Sitting.MEASURE: tr("The goal is set."),
        }
        self._context.notify(words[Sitting(sitting)], "good")
