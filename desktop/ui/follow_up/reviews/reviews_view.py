"""Reviews: the list, and in the same place the editor of one."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.core.faults import Fault
from desktop.core.review import Review
from desktop.qtkit.wording import say, tr
from desktop.services.reviews import (
    begin,
    delete_review,
    due,
    review,
    review_of_goal,
    reviews,
    title,
)
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.follow_up.reviews.all_reviews import AllReviews
from desktop.ui.follow_up.reviews.review_editor import ReviewEditor
from desktop.ui.follow_up.view import View
from desktop.ui.widgets.scroller import Scroller


class ReviewsView(View):
    """What was written is kept when one leaves."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.editor: ReviewEditor | None = None
        self.list: AllReviews | None = None
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def refresh(self) -> None:
        """A review goes on as it was begun: it is being written in; but not one that was deleted,
        perhaps by undo."""
        if self.editor is None:
            self._show_list()
        elif self._is_gone(self.editor.review):
            self.editor = None
            self._show_list()

    def take_focus(self) -> None:
        if self.editor is not None:
            self.editor.take_focus()
        elif self.list is not None:
            self.list.take_focus()

    def show_item(self, item_id: int | None) -> None:
        """The review of a goal, begun where there is none; with ``None`` of the period that has
        closed, or of what is due first."""
        if self.editor is not None and not self.editor.keep():
            return
        ws = self.context.workspace
        made = None if item_id is None else review_of_goal(ws, item_id)
        waiting = due(ws)
        if made is not None:
            self._edit(made)
        elif item_id is not None:
            self._edit(Review(goal_id=item_id, day=ws.today()))
        elif waiting and not ws.read_only:
            periods = [each for each in waiting if each.period is not None]
            self._edit(begin(ws, periods[0] if periods else waiting[0]))
        else:
            self.take_focus()

    def new_item(self) -> None:
        """Look back on what is due first."""
        if self.editor is None:
            self.show_item(None)

    def may_leave(self) -> bool:
        return self.editor is None or self.editor.keep()

    def _is_gone(self, shown: Review) -> bool:
        return shown.id is not None and all(
            each.id != shown.id for each in reviews(self.context.workspace)
        )

    def _show_list(self) -> None:
        ws = self.context.workspace
        search = self.list.search.text() if self.list is not None else ""
        made = [(say(title(ws, each)), each) for each in reviews(ws)]
        self._waiting = due(ws)
        shown = AllReviews(self._waiting, made, read_only=ws.read_only, search=search)
        shown.due_wanted.connect(self._on_due_wanted)
        shown.review_wanted.connect(self._on_review_wanted)
        shown.delete_wanted.connect(self._on_delete_wanted)
        shown.goals_wanted.connect(self._on_goals_wanted)
        self._put(Scroller(shown))
        self.list = shown

    def _edit(self, shown: Review) -> None:
        try:
            editor = ReviewEditor(self.context, shown)
        except Fault as fault:  # its goal is gone
            self.context.show_fault(fault)
            return
        editor.saved.connect(self._on_saved)
        editor.left.connect(self._on_left)
        self.editor = editor
        self._put(editor)
        self.list = None
        editor.take_focus()

    def _put(self, widget: QWidget) -> None:
        held = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        old = self._stack.currentWidget()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        if held:
            widget.setFocus()

    def _on_saved(self, _: int) -> None:
        self._on_left()
        self.context.notify(tr("The review is saved."), "good")

    def _on_left(self) -> None:
        self.editor = None
        self._show_list()
        self.take_focus()

    def _on_due_wanted(self, place: int) -> None:
        self._edit(begin(self.context.workspace, self._waiting[place]))

    def _on_review_wanted(self, review_id: int) -> None:
        try:
            self._edit(review(self.context.workspace, review_id))
        except Fault as fault:
            self.context.show_fault(fault)

    def _on_delete_wanted(self, review_id: int) -> None:
        delete_review(self.context.workspace, review_id)
        self.refresh()
        self.context.notify(
            tr("The review is deleted."),
            "info",
            NoticeAction(tr("Undo"), self.context.workspace.undo),
        )

    def _on_goals_wanted(self) -> None:
        self.context.navigate("goals")
