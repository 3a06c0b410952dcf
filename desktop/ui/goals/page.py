"""The Goals page: all goals, and the editor of one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.goal import GoalState
from desktop.qtkit.wording import ntr, say, tr
from desktop.services.goals import delete_goal, goals
from desktop.services.overview import goal_view
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.dialogs.question import Answer, Question, confirm
from desktop.ui.goals.goal_editor import GoalEditor
from desktop.ui.goals.goal_tree import GoalTree
from desktop.ui.page import Page
from desktop.ui.widgets import (
    EmptyState,
    PageFrame,
    danger_button,
    primary_button,
    quiet_button,
    secondary_button,
)


class GoalsPage(Page):
    """The tree of goals; a goal opens in the editor and the tree comes back after it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._answer = ""
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._stack.addWidget(self._build_list())
        editor = self._build_editor()
        self._stack.addWidget(editor)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), editor)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._on_back_clicked)
        save = QShortcut(QKeySequence.StandardKey.Save, editor)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._on_save_clicked)
        self.refresh()

    # ------------------------------------------------------------------ what the window asks

    def show_item(self, item_id: int | None) -> None:
        if item_id is None:
            return
        try:
            self._editor.load(item_id)
        except Fault as fault:
            self.context.notify(say(fault.message), "bad")
            return
        self._tree.select_goal(item_id)
        self._show_editor()

    def selected_item(self) -> int | None:
        return self._editor.goal_id if self._editing else None

    def new_item(self) -> None:
        if self._editing and not self.may_leave():
            return
        self._editor.begin()
        self._show_editor()

    def refresh(self) -> None:
        views = [
            goal_view(self.context.workspace, row.id or 0) for row in goals(self.context.workspace)
        ]
        active = sum(view.goal.state is GoalState.ACTIVE for view in views)
        self._list_frame.set_subtitle(
            ntr("{n} active goal", "{n} active goals", active) if views else ""
        )
        self._tree.set_goals(views)
        self._tree.setVisible(bool(views))
        self._empty.setVisible(not views)
        if self._editing and self._editor.goal_id is not None and not self._editor.changed():
            if any(view.goal.id == self._editor.goal_id for view in views):
                self._editor.load(self._editor.goal_id)
            else:
                self._show_list()

    def may_leave(self) -> bool:
        if not self._editing or not self._editor.changed():
            return True
        question = Question(
            self,
            tr("Save the goal first?"),
            tr("There are changes that have not been saved."),
            [Answer("discard", tr("Do not save"), "danger"), Answer("save", tr("Save"), "primary")],
            cancel=tr("Keep editing"),
        )
        self._answer = ""
        question.answered.connect(self._on_leave_answered)
        question.exec()
        if self._answer == "save":
            return self._editor.save()
        if self._answer == "discard":
            self._show_list()
            return True
        return False

    # ------------------------------------------------------------------ building

    @property
    def _editing(self) -> bool:
        return self._stack.currentIndex() == 1

    def _build_list(self) -> QWidget:
        new = primary_button(tr("New goal"), "plus")
        new.clicked.connect(self.new_item)
        self._list_frame = PageFrame(tr("Goals"), "", [new], scrolling=False)
        self._tree = GoalTree()
        self._tree.goal_opened.connect(self.show_item)
        self._list_frame.add(self._tree, 1)
        self._empty = EmptyState(
            "target",
            tr("No goals yet"),
            tr(
                "A goal says in plain words what you want to reach, and one or a few numbers "
                "show whether you are getting there. Begin with the one that matters most."
            ),
            tr("Write the first goal"),
        )
        self._empty.acted.connect(self.new_item)
        self._list_frame.add(self._empty, 1)
        return self._list_frame

    def _build_editor(self) -> QWidget:
        self._editor = GoalEditor(self.context)
        self._editor.saved.connect(self._on_saved)
        back = quiet_button(tr("All goals"), "arrow-left")
        back.clicked.connect(self._on_back_clicked)
        self._delete = danger_button(tr("Delete"), "trash-2")
        self._delete.clicked.connect(self._on_delete_clicked)
        self._sheet = secondary_button(tr("Goal sheet"), "printer")
        self._sheet.clicked.connect(self._on_sheet_clicked)
        save = primary_button(tr("Save goal"))
        save.clicked.connect(self._on_save_clicked)
        self._editor_frame = PageFrame(tr("Goal"), "", [back, self._delete, self._sheet, save])
        self._editor_frame.add(self._editor)
        return self._editor_frame

    def _show_editor(self) -> None:
        new = self._editor.goal_id is None
        self._editor_frame.set_title(tr("New goal") if new else tr("Goal"))
        self._delete.setVisible(not new)
        self._sheet.setVisible(not new)
        self._stack.setCurrentIndex(1)
        self._editor.focus_first()

    def _show_list(self) -> None:
        self._stack.setCurrentIndex(0)
        self._tree.setFocus()

    # ------------------------------------------------------------------ slots

    def _on_leave_answered(self, key: str) -> None:
        self._answer = key

    def _on_back_clicked(self) -> None:
        if self.may_leave():
            self._show_list()

    def _on_save_clicked(self) -> None:
        self._editor.save()

    def _on_saved(self, goal_id: int) -> None:
        self.refresh()
        self._show_list()
        self._tree.select_goal(goal_id)
        self.context.notify(tr("The goal is saved."), "good")

    def _on_sheet_clicked(self) -> None:
        if self.may_leave():
            self.context.navigate("sheets", self._editor.goal_id)

    def _on_delete_clicked(self) -> None:
        confirm(
            self,
            tr("Delete this goal?"),
            tr("Its key results and milestones go with it. The KPIs and their values stay."),
            tr("Delete goal"),
            self._on_delete_confirmed,
        )

    def _on_delete_confirmed(self) -> None:
        goal_id = self._editor.goal_id
        if goal_id is None:
            return
        self._show_list()
        delete_goal(self.context.workspace, goal_id)
        self.refresh()
        self.context.notify(
            tr("The goal is deleted."),
            "info",
            NoticeAction(tr("Undo"), self.context.workspace.undo),
        )
