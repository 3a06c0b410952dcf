"""The Follow up page: one view at a time of what keeps the goals alive."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from desktop.qtkit.wording import tr
from desktop.ui.context import AppContext, Command
from desktop.ui.follow_up.view import View
from desktop.ui.follow_up.view_list import WEEK, view_list
from desktop.ui.page import Page
from desktop.ui.widgets import PageFrame, SegmentedControl

_CHOICE = "follow_up/view"


class FollowUpPage(Page):
    """The chosen view is remembered; a view is made when it is first shown."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._entries = {entry.key: entry for entry in view_list()}
        self._views: dict[str, View] = {}
        chosen = context.preferences.choice(_CHOICE, WEEK)
        self.control = SegmentedControl(
            [(entry.key, entry.title) for entry in self._entries.values()],
            chosen,
            name=tr("View of following up"),
        )
        self.control.chosen.connect(self._on_chosen)
        self._stack = QStackedWidget()
        frame = PageFrame(tr("Follow up"), scrolling=False, parent=self)
        frame.add(self.control)
        frame.add(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        group = tr("Follow up")
        commands = [
            Command(entry.title, partial(self._came_to, key), icon="list-checks", group=group)
            for key, entry in self._entries.items()
        ]
        if not context.workspace.read_only:
            commands += [
                Command(entry.begin, partial(self._begin, key), icon="plus", group=group)
                for key, entry in self._entries.items()
                if entry.begin
            ]
        context.commands.register(self, commands)
        self._shown = ""
        self._show(self.control.value)

    @property
    def view(self) -> View:
        """The view on show."""
        return self._views[self._shown]

    def show_part(self, part: str, item_id: int | None = None) -> None:
        """Show a view by its key, and there do what is asked for: to one item, or to all that
        waits."""
        if not self._came_to(part):
            return
        self.view.show_item(item_id)

    def _came_to(self, part: str) -> bool:
        """Show a view, unless the one on show asks to stay."""
        if part != self._shown and not self.view.may_leave():
            self.control.set_value(self._shown)
            return False
        self.context.preferences.remember_choice(_CHOICE, part)
        self._show(part)
        return True

    def new_item(self) -> None:
        """Start a check-in round."""
        self._begin("check_ins")

    def take_focus(self) -> None:
        self.view.take_focus()

    def refresh(self) -> None:
        self.view.refresh()

    def may_leave(self) -> bool:
        return self.view.may_leave()

    def _show(self, key: str) -> None:
        if key not in self._views:
            self._views[key] = self._entries[key].make(self.context)
            self._stack.addWidget(self._views[key])
        self._shown = key
        self.control.set_value(key)
        self.view.refresh()
        self._stack.setCurrentWidget(self.view)
        self.take_focus()

    def _begin(self, key: str) -> None:
        if self._came_to(key):
            self.view.new_item()

    def _on_chosen(self, key: str) -> None:
        self._came_to(key)
