"""The Goals page: all goals, and the editor of one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.core.advice import Advice, Part, Place
from desktop.core.faults import Fault
from desktop.core.kpi import Kpi
from desktop.core.okr import score_words
from desktop.qtkit.wording import say, tr
from desktop.services.goals import delete_goal
from desktop.services.kpis import kpi
from desktop.services.overview import goal_view
from desktop.services.raising import can_be_raised, raised_from_words
from desktop.services.sittings import raised_in_turn
from desktop.ui.context import GUIDED, NEW, AppContext, Command, NoticeAction
from desktop.ui.dialogs.question import Answer, Question, confirm
from desktop.ui.goals.goal_editor import GoalEditor
from desktop.ui.goals.goal_list import GoalList
from desktop.ui.goals.guiding import Guiding
from desktop.ui.kpis.editor.kpi_editor import KpiEditor
from desktop.ui.kpis.ready_kpi_dialog import LibraryDialog, whole_library
from desktop.ui.page import Page
from desktop.ui.widgets import (
    PageFrame,
    danger_button,
    primary_button,
    quiet_button,
    secondary_button,
    status_word,
)

_NEW = "Ctrl+Shift+N"
_GUIDE = "Ctrl+G"


class GoalsPage(Page):
    """The tree of goals; a goal opens in the editor and the tree comes back after it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._answer = ""
        self.list = GoalList(context)
        self.list.opened.connect(self.show_item)
        self.list.new_wanted.connect(self._begin)
        self.list.advice.opened.connect(self._on_advice_opened)
        self.editor = GoalEditor(context)
        self.editor.saved.connect(self._on_saved)
        self._editor_frame = self._build_editor_frame()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._editor_frame)
        self.guiding = Guiding(context, self._stack)
        self.guiding.left.connect(self._on_guide_left)
        self.guiding.editor_wanted.connect(self._on_editor_wanted)
        self.list.guide_wanted.connect(self._on_guide_wanted)
        self.list.raise_wanted.connect(self.guiding.raise_goal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        for keys, slot in ((_NEW, self.new_item), (_GUIDE, self.guide_new)):
            shortcut = QShortcut(QKeySequence(keys), self)  # while the page is on show
            shortcut.activated.connect(slot)
        self._shortcut(self._editor_frame, QKeySequence(Qt.Key.Key_Escape), self._on_back_clicked)
        self._shortcut(
            self._editor_frame, QKeySequence(QKeySequence.StandardKey.Save), self._on_save_clicked
        )
        context.commands.register(
            self,
            [
                Command(tr("New goal"), self.new_item, _NEW, "plus", tr("Goals")),
                Command(
                    tr("Write a goal with the guide"),
                    self.guide_new,
                    _GUIDE,
                    "compass",
                    tr("Goals"),
                ),
            ],
        )
        self.refresh()
        self.take_focus()  # otherwise the first button has the keyboard when the page is shown

    # ------------------------------------------------------------------ what the window asks

    def show_item(self, item_id: int | None) -> None:
        """Open one goal in the editor; :data:`NEW` begins one there, :data:`GUIDED` in the
        guide."""
        if item_id is None:
            return
        if item_id == NEW:
            self.new_item()
            return
        if item_id == GUIDED:
            self.guide_new()
            return
        if self.guiding.is_due(item_id) and not self.context.workspace.read_only:
            self.guiding.open(item_id)
            return
        self._edit(item_id)

    def take_focus(self) -> None:
        if self.guiding.is_on:
            self.guiding.focus_first()
        elif self._editing:
            self.editor.focus_first()
        else:
            self.list.take_focus()

    def selected_item(self) -> int | None:
        if self.guiding.is_on:
            return self.guiding.goal_id
        return self.editor.goal_id if self._editing else None

    def new_item(self) -> None:
        """Begin a new goal; the window's palette and Ctrl+Shift+N do."""
        self._begin(None)

    def guide_new(self) -> None:
        """Begin a new goal with the guide."""
        self._on_guide_wanted(None)

    def refresh(self) -> None:
        """Read the file again; what is being edited stays, unless it is as it was read."""
        self.list.refresh()
        if self.guiding.is_on:
            self.guiding.refresh()
        if not self._editing or self.editor.goal_id is None or self.editor.changed():
            return
        try:
            self.editor.load(self.editor.goal_id)
        except Fault:  # it was deleted, perhaps by undo
            self._show_list()
        else:
            self._show_standing()

    def may_leave(self) -> bool:
        """Ask what to do with unsaved changes; what is not kept leaves the editor too.  The guide
        keeps what was answered without asking."""
        if self.guiding.is_on:
            return self.guiding.keep()
        if not self._editing or not self.editor.changed():
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
            return self.editor.save()
        if self._answer == "discard":
            self._show_list()
            return True
        return False

    # ------------------------------------------------------------------ the editor

    @property
    def _editing(self) -> bool:
        return self._stack.currentWidget() is self._editor_frame

    def _build_editor_frame(self) -> PageFrame:
        back = quiet_button(tr("All goals"), "arrow-left")
        back.clicked.connect(self._on_back_clicked)
        self.delete_button = danger_button(tr("Delete"), "trash-2")
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self.sheet_button = secondary_button(tr("Goal sheet"), "printer")
        self.sheet_button.clicked.connect(self._on_sheet_clicked)
        self.save_button = primary_button(tr("Save goal"))
        self.save_button.clicked.connect(self._on_save_clicked)
        for button in (self.delete_button, self.save_button):
            button.setEnabled(not self.context.workspace.read_only)
        self.guide_button = secondary_button(tr("Guide"), "compass")
        self.guide_button.setToolTip(tr("Go on with the guide, one question at a time"))
        self.guide_button.clicked.connect(self._on_guide_clicked)
        self.raise_button = secondary_button(tr("Raise the goal"), "arrow-up")
        self.raise_button.setToolTip(tr("The next goal goes on from where this one ended"))
        self.raise_button.clicked.connect(self._on_raise_clicked)
        actions = [
            back,
            self.delete_button,
            self.raise_button,
            self.guide_button,
            self.sheet_button,
            self.save_button,
        ]
        frame = PageFrame(tr("Goal"), "", actions)
        frame.add(self.editor)
        return frame

    @staticmethod
    def _shortcut(widget: QWidget, keys: QKeySequence, slot: object) -> None:
        made = QShortcut(keys, widget)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(slot)

    def _begin(self, parent_id: int | None) -> None:
        if self.context.workspace.read_only or not self.may_leave():
            return
        self.editor.begin(parent_id)
        self._show_editor()

    def _edit(self, goal_id: int) -> bool:
        """Open a goal in the editor; false when it is gone."""
        try:
            self.editor.load(goal_id)
        except Fault as fault:
            self.context.show_fault(fault)
            return False
        self.list.tree.select_goal(goal_id)
        self._show_editor()
        return True

    def _show_editor(self) -> None:
        is_new = self.editor.goal_id is None
        self._editor_frame.set_title(tr("New goal") if is_new else tr("Goal"))
        self.delete_button.setVisible(not is_new)
        self.sheet_button.setVisible(not is_new)
        self.guide_button.setVisible(not self.context.workspace.read_only)
        self._show_standing()
        self._stack.setCurrentWidget(self._editor_frame)
        self.editor.focus_first()

    def _show_standing(self) -> None:
        """How the goal stands in the file, below the page's name."""
        goal_id = self.editor.goal_id
        if goal_id is None:
            self.raise_button.setVisible(False)
            self._editor_frame.set_subtitle("")
            return
        workspace = self.context.workspace
        view = goal_view(workspace, goal_id)
        self.raise_button.setVisible(not workspace.read_only and can_be_raised(workspace, view))
        how = view.assessment
        texts = [f"{status_word(how.status)}: {say(how.reason)}"]
        if len(view.results) > 1 and how.score is not None:
            texts.append(say(score_words(how.score, aspirational=view.goal.aspirational)))
        for earlier in raised_in_turn(self.context.workspace, goal_id):
            texts.append(say(raised_from_words(self.context.workspace, earlier)))
        self._editor_frame.set_subtitle(" ".join(texts))

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.list.take_focus()

    # ------------------------------------------------------------------ slots

    def _on_leave_answered(self, key: str) -> None:
        self._answer = key

    def _on_back_clicked(self) -> None:
        if self.may_leave():
            self._show_list()

    def _on_save_clicked(self) -> None:
        if not self.context.workspace.read_only:
            self.editor.save()

    def _on_advice_opened(self, advice: Advice) -> None:
        """Go where the advice is followed: a goal, a KPI's definition, or another page."""
        place = advice.place
        if place.page == "goals" and place.part is not None:
            if self._edit(place.item_id or 0):
                self.editor.show_part(advice)
        elif place.page == "goals":
            if place.item_id is not None:
                self.list.tree.select_goal(place.item_id)
            self.list.tree.setFocus()
        elif place.part is Part.LIBRARY:
            self._open_library(place)
        elif place.page == "kpis" and place.item_id is not None:
            self._edit_kpi(kpi(self.context.workspace, place.item_id)).show_part(advice)
        else:
            self.context.navigate(place.page, place.item_id)

    def _open_library(self, place: Place) -> None:
        """Choose a KPI of the kind that is missing."""
        workspace = self.context.workspace
        library = LibraryDialog(self, workspace, whole_library(), self.context.preferences)
        library.show_kind(place.phase, place.leading)
        library.kpi_chosen.connect(self._edit_kpi)
        library.open()

    def _edit_kpi(self, edited: Kpi) -> KpiEditor:
        editor = KpiEditor(self, self.context.workspace, edited)
        editor.kpi_saved.connect(self.refresh)
        editor.kpi_deleted.connect(self.refresh)
        editor.open()
        return editor

    def _on_guide_clicked(self) -> None:
        """From the editor to the guide, with what is in the file or has just been saved."""
        if self.may_leave():
            self._open_guide(self.editor.goal_id)

    def _on_raise_clicked(self) -> None:
        """From a reached goal to the one that goes on from it."""
        goal_id = self.editor.goal_id
        if goal_id is not None and self.may_leave():
            self.guiding.raise_goal(goal_id)

    def _on_guide_wanted(self, goal_id: int | None) -> None:
        if not self.context.workspace.read_only and self.may_leave():
            self._open_guide(goal_id)

    def _open_guide(self, goal_id: int | None) -> None:
        if goal_id is None:
            self.guiding.begin()
        else:
            self.guiding.open(goal_id)

    def _on_guide_left(self, goal_id: int | None) -> None:
        self.list.refresh()
        self._show_list()
        if goal_id is not None:
            self.list.tree.select_goal(goal_id)

    def _on_editor_wanted(self, goal_id: int | None) -> None:
        """From the guide to the ordinary editor; what was answered has been saved."""
        if goal_id is None:
            self.editor.begin()
        else:
            self.editor.load(goal_id)
            self.list.refresh()
        self._show_editor()

    def _on_saved(self, goal_id: int) -> None:
        self.list.refresh()
        self._show_list()
        self.list.tree.select_goal(goal_id)
        self.context.notify(tr("The goal is saved."), "good")

    def _on_sheet_clicked(self) -> None:
        if self.may_leave():
            self.context.navigate("sheets", self.editor.goal_id)

    def _on_delete_clicked(self) -> None:
        confirm(
            self,
            tr("Delete this goal?"),
            tr(
                "Its key results, milestones, check-ins, activities and review go with it. The "
                "KPIs and their values stay, and so do ideas."
            ),
            tr("Delete goal"),
            self._on_delete_confirmed,
        )

    def _on_delete_confirmed(self) -> None:
        goal_id = self.editor.goal_id
        if goal_id is None:
            return
        self._show_list()
        delete_goal(self.context.workspace, goal_id)
        self.list.refresh()
        self.context.notify(
            tr("The goal is deleted."),
            "info",
            NoticeAction(tr("Undo"), self.context.workspace.undo),
        )
