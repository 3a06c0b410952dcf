"""This week: what needs the owner now, and what it means that nothing does."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop.core.need import Need
from desktop.qtkit.wording import ntr, say, tr
from desktop.services.overview import Overview, overview
from desktop.services.this_week import done_words
from desktop.ui.context import AppContext
from desktop.ui.follow_up.view import View
from desktop.ui.follow_up.view_list import reachable
from desktop.ui.overview.need_list import NeedList
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, EmptyState, Label
from desktop.ui.widgets.row_scroller import RowScroller


class WeekView(View):
    """One list, the most pressing first.  What has been done is gone when one comes back, and the
    keyboard is where it was."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._at = 0
        self.list: NeedList | None = None
        self._count = Label("", soft=True, wrap=True)
        self._keys = Caption(tr("Enter does it, the arrow keys go from row to row."))
        self._rows = RowScroller()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addWidget(self._count)
        layout.addWidget(self._rows, 1)
        layout.addWidget(self._keys)

    def refresh(self) -> None:
        shown = overview(self.context.workspace)
        held = self.list is not None and self.list.current >= 0
        if self.list is not None and held:
            self._at = self.list.current
        self.list = None
        needs = reachable(shown.needs)
        if needs:
            self.list = NeedList(needs)
            self.list.opened.connect(self._on_opened)
        words = ntr("{n} thing needs you now.", "{n} things need you now.", len(needs))
        self._count.setText(words)
        self._count.setVisible(bool(needs))
        self._keys.setVisible(bool(needs))
        self._rows.set_rows([self._done(shown) if self.list is None else self.list])
        if held:
            self.take_focus()

    def take_focus(self) -> None:
        if self.list is None:
            self.setFocus()
        else:
            self.list.take_focus(self._at)

    def _done(self, shown: Overview) -> EmptyState:
        words = say(done_words(self.context.workspace, shown.goals))
        if shown.goals:
            made = EmptyState("circle-check", tr("All done"), words, tr("Open the overview"))
            made.acted.connect(self._on_overview_wanted)
        else:
            made = EmptyState(
                "list-checks", tr("Nothing to follow up yet"), words, tr("Open goals")
            )
            made.acted.connect(self._on_goals_wanted)
        return made

    def _on_opened(self, need: Need) -> None:
        if self.list is not None:
            self._at = max(self.list.current, 0)
        self.context.navigate(need.page, need.target_id)

    def _on_overview_wanted(self) -> None:
        self.context.navigate("overview")

    def _on_goals_wanted(self) -> None:
        self.context.navigate("goals")
