"""Activities by goal: what is tried, how it goes, and what was kept or killed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.activity import MOST_ON_A_GOAL
from desktop.core.advice_activities import many_words
from desktop.qtkit.wording import ntr, say, tr
from desktop.services.activities import (
    ActivityView,
    GoalActivities,
    activities,
    activities_by_goal,
    activity_view,
    begin_activity,
    delete_activity,
    move_activity,
)
from desktop.services.company import company
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.follow_up.activities.activity_dialog import ActivityDialog
from desktop.ui.follow_up.activities.activity_row import ActivityRow
from desktop.ui.follow_up.activities.verdict_dialog import VerdictDialog
from desktop.ui.follow_up.row_list import RowList
from desktop.ui.follow_up.view import View
from desktop.ui.theme import SPACE
from desktop.ui.widgets import (
    Caption,
    EmptyState,
    Hairline,
    Heading,
    Label,
    primary_button,
    quiet_button,
)
from desktop.ui.widgets.keyboard_row import row_of


class ActivitiesView(View):
    """The keyboard goes from row to row; Enter decides or opens the editor."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._groups: list[GoalActivities] = []
        self._words = Label("", soft=True, wrap=True)
        self._decide = primary_button(tr("Decide"), "circle-check")
        self._decide.clicked.connect(self._on_decide_clicked)
        self._keys = Caption(
            tr(
                "Enter opens, the arrow keys go from row to row, Alt+↑ and Alt+↓ move, Delete "
                "deletes."
            )
        )
        self.list = RowList()
        head = QHBoxLayout()
        head.setSpacing(SPACE.SMALL)
        head.addWidget(self._words, 1)
        head.addWidget(self._decide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._keys)

    def refresh(self) -> None:
        self._groups = activities_by_goal(self.context.workspace)
        views = [view for group in self._groups for view in group.views]
        due = sum(view.is_due for view in views)
        open_yet = sum(group.open for group in self._groups)
        self._words.setText(
            ntr("{n} activity waits for a verdict.", "{n} activities wait for a verdict.", due)
            if due
            else ntr("{n} activity is open.", "{n} activities are open.", open_yet)
        )
        self._words.setVisible(bool(views))
        self._decide.setVisible(bool(due) and not self.context.workspace.read_only)
        self._keys.setVisible(bool(views))
        currency = company(self.context.workspace).currency
        self.list.begin()
        if not self._groups:
            empty = EmptyState(
                "target",
                tr("No goal is running"),
                tr("Activities hang on goals: what is tried for each, and what it shall move."),
                tr("Open goals"),
            )
            empty.acted.connect(self._on_goals_wanted)
            self.list.add(empty)
        for group in self._groups:
            self._add(group, currency)
        self.list.finish()

    def take_focus(self) -> None:
        if self.list.rows:
            self.list.take_focus()
        else:
            self.setFocus()

    def show_item(self, item_id: int | None) -> None:
        """Decide on an activity where that is asked for, and else show it; with ``None`` show the
        first that waits."""
        found = [view for group in self._groups for view in group.views]
        if item_id is None:
            wanted = next((view for view in found if view.is_due), None)
        else:
            wanted = next((view for view in found if view.activity.id == item_id), None)
        if wanted is None:
            self.take_focus()
            return
        self.list.focus_key(wanted.activity.id or 0)
        if wanted.is_due and item_id is not None:
            self.decide_on(item_id)

    def new_item(self) -> None:
        """Begin one on the goal of the row with the keyboard, or else on the first."""
        held = next((row for row in self.list.rows if row.hasFocus()), None)
        if isinstance(held, ActivityRow):
            self.begin(held.view.activity.goal_id)
        elif self._groups:
            self.begin(self._groups[0].goal.id or 0)

    def begin(self, goal_id: int) -> None:
        """Open the editor of a new activity on a goal."""
        if not self.context.workspace.read_only:
            workspace = self.context.workspace
            self._open(ActivityDialog(self.window(), workspace, begin_activity(workspace, goal_id)))

    def change(self, activity_id: int) -> None:
        """Open the editor of an activity."""
        view = activity_view(self.context.workspace, activity_id)
        if not self.context.workspace.read_only:
            self._open(ActivityDialog(self.window(), self.context.workspace, view.activity))

    def decide_on(self, activity_id: int) -> None:
        """Ask whether to keep or kill it."""
        if self.context.workspace.read_only:
            return
        view = activity_view(self.context.workspace, activity_id)
        dialog = VerdictDialog(self.window(), self.context.workspace, view)
        dialog.decided.connect(self._on_decided)
        dialog.change_wanted.connect(self.change)
        dialog.open()

    def _open(self, dialog: ActivityDialog) -> None:
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def _add(self, group: GoalActivities, currency: str) -> None:
        read_only = self.context.workspace.read_only
        self.list.add(Hairline())
        self.list.add(self._head(group, read_only))
        for number, view in enumerate(group.views):
            if number:
                self.list.add(Hairline())
            row = ActivityRow(view, currency, read_only=read_only)
            row.opened.connect(self._on_row_opened)
            row.move_wanted.connect(self._on_move_wanted)
            row.delete_wanted.connect(self._on_delete_wanted)
            for button, slot in (
                (row.decide_button, self._on_row_decide_clicked),
                (row.change_button, self._on_row_change_clicked),
                (row.delete_button, self._on_delete_wanted),
            ):
                if button is not None:
                    button.clicked.connect(slot)
            self.list.add_row(row, view.activity.id or 0)

    def _head(self, group: GoalActivities, read_only: bool) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addWidget(Heading(group.goal.statement))
        if not group.views:
            words.addWidget(Caption(tr("Nothing is tried for it yet.")))
        if group.open > MOST_ON_A_GOAL:
            words.addWidget(Caption(say(many_words(group.goal, group.open))))
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, SPACE.SMALL, 0, 0)
        row.addLayout(words, 1)
        if not read_only:
            fresh = quiet_button(tr("Try something"), "plus")
            fresh.setAccessibleName(tr("Try something for “{goal}”", goal=group.goal.statement))
            fresh.setProperty("goal", group.goal.id)
            fresh.clicked.connect(self._on_begin_clicked)
            row.addWidget(fresh, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _sent(self) -> ActivityView:
        """The activity of the row that a signal comes from."""
        row = row_of(self.sender())
        if not isinstance(row, ActivityRow):
            raise TypeError("the row of an activity")
        return row.view

    def _on_saved(self, activity_id: int) -> None:
        self.refresh()
        self.list.focus_key(activity_id)

    def _on_decided(self, activity_id: int) -> None:
        """The keyboard goes on to the next that waits, if any does."""
        self.refresh()
        waiting = [view for group in self._groups for view in group.views if view.is_due]
        self.list.focus_key(waiting[0].activity.id or 0 if waiting else activity_id)

    def _on_row_opened(self) -> None:
        view = self._sent()
        if view.is_due:
            self.decide_on(view.activity.id or 0)
        else:
            self.change(view.activity.id or 0)

    def _on_row_decide_clicked(self) -> None:
        self.decide_on(self._sent().activity.id or 0)

    def _on_row_change_clicked(self) -> None:
        self.change(self._sent().activity.id or 0)

    def _on_delete_wanted(self) -> None:
        if self.context.workspace.read_only:
            return
        delete_activity(self.context.workspace, self._sent().activity.id or 0)
        self.refresh()
        self.context.notify(
            tr("The activity is deleted."),
            "info",
            NoticeAction(tr("Undo"), self.context.workspace.undo),
        )

    def _on_move_wanted(self, step: int) -> None:
        """Before the one above, or after the one below, among those of the same kind."""
        moved = self._sent().activity
        shown = [
            view.activity
            for group in self._groups
            for view in group.views
            if group.goal.id == moved.goal_id and view.activity.verdict is moved.verdict
        ]
        at = [each.id for each in shown].index(moved.id) + step
        if not 0 <= at < len(shown) or self.context.workspace.read_only:
            return
        everything = activities(self.context.workspace, moved.goal_id)
        place = [each.id for each in everything].index(shown[at].id)
        move_activity(self.context.workspace, moved.id or 0, place)
        self.refresh()
        self.list.focus_key(moved.id or 0)

    def _on_decide_clicked(self) -> None:
        """On the first that waits."""
        waiting = [view for group in self._groups for view in group.views if view.is_due]
        if waiting:
            self.show_item(waiting[0].activity.id)

    def _on_begin_clicked(self) -> None:
        self.begin(int(self.sender().property("goal")))

    def _on_goals_wanted(self) -> None:
        self.context.navigate("goals")
