"""Check-ins: what was said of each running goal, and the round that asks anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.services.check_ins import Stop, check_in_round, delete_check_in
from desktop.ui.context import AppContext, NoticeAction
from desktop.ui.follow_up.check_ins.all_check_ins import AllCheckIns
from desktop.ui.follow_up.check_ins.end_view import EndView
from desktop.ui.follow_up.check_ins.round_view import RoundView
from desktop.ui.follow_up.view import View
from desktop.ui.widgets.scroller import Scroller


class CheckInsView(View):
    """The goals with their check-ins, and in the same place the round and its end."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.round: RoundView | None = None
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    @property
    def shown(self) -> QWidget | None:
        """The list, the round or its end."""
        holder = self._stack.currentWidget()
        return holder.widget() if isinstance(holder, Scroller) else holder

    def refresh(self) -> None:
        """A round goes on with what it began with: it is being written in."""
        if self.round is None:
            self._show_list()
        else:
            self.round.forget_undone()

    def take_focus(self) -> None:
        shown = self.shown
        if isinstance(shown, AllCheckIns | RoundView | EndView):
            shown.take_focus()

    def show_item(self, item_id: int | None) -> None:
        """Begin a check-in on one goal, or with ``None`` the round over those that are due."""
        if self.round is not None or self.context.workspace.read_only:
            self.take_focus()
            return
        stops = check_in_round(self.context.workspace)
        if item_id is not None:
            self._begin([stop for stop in stops if stop.view.goal.id == item_id])
        else:
            self._begin([stop for stop in stops if stop.is_due])

    def new_item(self) -> None:
        """The round over all running goals."""
        if self.round is None:
            self._begin(check_in_round(self.context.workspace))

    def may_leave(self) -> bool:
        """What is being said is kept without asking."""
        return self.round is None or self.round.keep()

    def _begin(self, stops: Sequence[Stop]) -> None:
        if stops:
            self.round = RoundView(self.context, stops)
            self.round.ended.connect(self._on_round_ended)
            self._put(self.round)

    def _show_list(self) -> None:
        shown = AllCheckIns(
            check_in_round(self.context.workspace), read_only=self.context.workspace.read_only
        )
        shown.round_wanted.connect(self.new_item)
        shown.due_wanted.connect(self._on_due_wanted)
        shown.goal_wanted.connect(self.show_item)
        shown.goals_wanted.connect(self._on_goals_wanted)
        shown.delete_wanted.connect(self._on_delete_wanted)
        self._put(shown)

    def _put(self, widget: QWidget) -> None:
        held = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        old = self._stack.currentWidget()
        holder = widget if isinstance(widget, RoundView) else Scroller(widget)
        self._stack.addWidget(holder)
        self._stack.setCurrentWidget(holder)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        if held or isinstance(widget, RoundView | EndView):
            self.take_focus()

    def _on_round_ended(self) -> None:
        done, self.round = self.round, None
        if done is None:
            return
        end = EndView(done)
        end.week_wanted.connect(self._on_week_wanted)
        end.list_wanted.connect(self._show_list)
        self._put(end)

    def _on_week_wanted(self) -> None:
        self._show_list()
        self.context.navigate("follow_up/week")

    def _on_due_wanted(self) -> None:
        self.show_item(None)

    def _on_goals_wanted(self) -> None:
        self.context.navigate("goals")

    def _on_delete_wanted(self, check_in_id: int) -> None:
        delete_check_in(self.context.workspace, check_in_id)
        self.refresh()
        self.context.notify(
            tr("The check-in is deleted."),
            "info",
            NoticeAction(tr("Undo"), self.context.workspace.undo),
        )
