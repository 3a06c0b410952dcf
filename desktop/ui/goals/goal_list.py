"""All goals: the tree, and what can be done with the selected one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.goal import GoalState
from desktop.core.sitting import Guide, sitting_name, standing
from desktop.qtkit.wording import ntr, say, tr
from desktop.services.goal_order import move_goal
from desktop.services.goal_views import GoalView, GoalViewer
from desktop.services.goals import goals
from desktop.services.raising import raisable
from desktop.services.sittings import guides, without_time
from desktop.ui.advice.advice_panel import AdvicePanel
from desktop.ui.context import AppContext
from desktop.ui.goals.goal_tree import GoalTree
from desktop.ui.goals.goal_views import LIST, goal_views
from desktop.ui.theme import SPACE
from desktop.ui.widgets import EmptyState, PageFrame, primary_button, quiet_button, secondary_button


class GoalList(QWidget):
    """``opened`` carries a goal's id, ``new_wanted`` the id of the goal that a new one is to lie
    under, or ``None``; ``guide_wanted`` the goal to go on with in the guide, or ``None`` for a new
    one, and ``raise_wanted`` the reached goal that is to be raised."""

    opened = Signal(int)
    guide_wanted = Signal(object)
    raise_wanted = Signal(int)
    new_wanted = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._guides: dict[int, Guide] = {}
        self._raisable: set[int] = set()
        self.new_button = primary_button(tr("New goal"), "plus")
        self.new_button.clicked.connect(self._on_new_clicked)
        self.new_button.setEnabled(not context.workspace.read_only)
        self.guide_button = secondary_button(tr("Write a goal with the guide"), "compass")
        self.guide_button.clicked.connect(self._on_guide_clicked)
        self.guide_button.setEnabled(not context.workspace.read_only)
        self._frame = PageFrame(
            tr("Goals"), "", [self.guide_button, self.new_button], scrolling=False
        )
        self.tree = GoalTree()
        self.tree.goal_opened.connect(self.opened)
        self.tree.goal_selected.connect(self._on_selected)
        # Queued: the tree is still in the middle of a drag when it asks.
        self.tree.move_wanted.connect(self._on_move_wanted, Qt.ConnectionType.QueuedConnection)
        self.tree.setDragEnabled(not context.workspace.read_only)
        self._actions = self._build_actions()
        self.views = goal_views(context, self._beside(self.tree, self._actions))
        self.views.made.connect(self._on_view_made)
        self.views.changed.connect(self._on_view_changed)
        self._frame.add(self.views, 1)
        ways = [tr("Write it with the guide"), tr("Open the editor")]
        self.empty = EmptyState(
            "target",
            tr("No goals yet"),
            tr(
                "A goal says in plain words what you want to reach, and one or a few numbers "
                "show whether you are getting there. Begin with the one that matters most."
            ),
            *([] if context.workspace.read_only else ways),
        )
        self.empty.acted.connect(self._on_guide_clicked)
        self.empty.acted_otherwise.connect(self._on_new_clicked)
        self._frame.add(self.empty, 1)
        self.advice = AdvicePanel(context.workspace)
        self._frame.add(self.advice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)

    def refresh(self) -> None:
        """Read the file again."""
        workspace = self._context.workspace
        viewer = GoalViewer(workspace)
        views = [viewer.view(goal) for goal in goals(workspace)]
        active = sum(view.goal.state is GoalState.ACTIVE for view in views)
        self._frame.set_subtitle(
            ntr("{n} active goal", "{n} active goals", active) if views else ""
        )
        self._guides = guides(workspace)
        self._raisable = raisable(workspace, views)
        self.tree.set_goals(views, self._standings(views), without_time(workspace))
        self.views.setVisible(bool(views))
        self.empty.setVisible(not views)
        self._show_view()
        self._on_selected(self.tree.selected_goal())

    @staticmethod
    def _beside(tree: QWidget, actions: QWidget) -> QWidget:
        """The list with what can be done in it."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.MEDIUM)
        column.addWidget(tree, 1)
        column.addWidget(actions)
        return made

    def _show_view(self) -> None:
        """The chosen view with fresh numbers; advice stands below the list, and not before there
        are goals: the one next step is to write one."""
        if self.empty.isHidden():
            self.views.refresh()
        is_list = self.views.view == LIST
        if is_list and self.empty.isHidden():
            self.advice.refresh()
        else:
            self.advice.hide()

    def take_focus(self) -> None:
        """Put the keyboard into the view on show, or on the one next step."""
        if not self.empty.isHidden():
            self.empty.take_focus()
        elif self.views.view == LIST:
            self.tree.setFocus()
        else:
            self.views.take_focus()

    def _on_view_made(self, view: QWidget) -> None:
        view.opened.connect(self.opened)  # type: ignore[attr-defined]

    def _on_view_changed(self) -> None:
        self._show_view()

    def _standings(self, views: Sequence[GoalView]) -> dict[int, str]:
        """Where goals stand in the guide, and from which they were raised, by goal."""
        statements = {view.goal.id: view.goal.statement for view in views}
        found: dict[int, str] = {}
        for goal_id, guide in self._guides.items():
            texts = []
            if (words := standing(guide)) is not None:
                texts.append(say(words))
            if guide.raised_from_id is not None:
                earlier = statements.get(guide.raised_from_id, "")
                texts.append(tr("raised from “{goal}”", goal=earlier))
            if texts:
                found[goal_id] = " · ".join(texts)
        return found

    def _build_actions(self) -> QWidget:
        self.open_button = quiet_button(tr("Open goal"), "pencil")
        self.open_button.clicked.connect(self._on_open_clicked)
        self.continue_button = quiet_button(tr("Go on with the guide"), "compass")
        self.continue_button.clicked.connect(self._on_continue_clicked)
        self.raise_button = quiet_button(tr("Raise the goal"), "arrow-up")
        self.raise_button.clicked.connect(self._on_raise_clicked)
        self.below_button = quiet_button(tr("New goal under it"), "plus")
        self.below_button.clicked.connect(self._on_below_clicked)
        self.up_button = quiet_button(tr("Move up"), "arrow-up")
        self.up_button.setToolTip("Alt+↑")
        self.up_button.clicked.connect(self._on_up_clicked)
        self.down_button = quiet_button(tr("Move down"), "arrow-down")
        self.down_button.setToolTip("Alt+↓")
        self.down_button.clicked.connect(self._on_down_clicked)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.SMALL)
        for button in (
            self.open_button,
            self.continue_button,
            self.raise_button,
            self.below_button,
            self.up_button,
            self.down_button,
        ):
            row.addWidget(button)
        row.addStretch(1)
        return made

    def _on_selected(self, goal_id: int | None) -> None:
        self.open_button.setEnabled(goal_id is not None)
        may_change = goal_id is not None and not self._context.workspace.read_only
        for button in (self.below_button, self.up_button, self.down_button):
            button.setEnabled(may_change)
        guide = self._guides.get(goal_id or 0)
        following = None if guide is None else guide.next
        self.continue_button.setVisible(may_change and following is not None)
        if following is not None:
            self.continue_button.setText(
                " " + tr("Continue: {sitting}", sitting=sitting_name(following))
            )
        self.raise_button.setVisible(may_change and goal_id in self._raisable)

    def _on_new_clicked(self) -> None:
        self.new_wanted.emit(None)

    def _on_guide_clicked(self) -> None:
        self.guide_wanted.emit(None)

    def _on_continue_clicked(self) -> None:
        self.guide_wanted.emit(self.tree.selected_goal())

    def _on_raise_clicked(self) -> None:
        goal_id = self.tree.selected_goal()
        if goal_id is not None:
            self.raise_wanted.emit(goal_id)

    def _on_below_clicked(self) -> None:
        self.new_wanted.emit(self.tree.selected_goal())

    def _on_open_clicked(self) -> None:
        goal_id = self.tree.selected_goal()
        if goal_id is not None:
            self.opened.emit(goal_id)

    def _on_up_clicked(self) -> None:
        self.tree.move_selected(-1)

    def _on_down_clicked(self) -> None:
        self.tree.move_selected(1)

    def _on_move_wanted(self, goal_id: int, parent_id: int | None, before: int | None) -> None:
        try:
            move_goal(self._context.workspace, goal_id, parent_id=parent_id, before=before)
        except Fault as fault:
            self._context.show_fault(fault)
        self.refresh()
        self.tree.select_goal(goal_id)
