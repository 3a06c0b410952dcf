"""The Overview page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.assessment import Status
from desktop.core.need import Need
from desktop.qtkit.wording import tr
from desktop.services.overview import GoalView, Overview, overview
from desktop.ui.context import AppContext
from desktop.ui.overview.goal_card import GoalCard
from desktop.ui.overview.need_list import NeedList
from desktop.ui.page import Page
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Card, PageFrame, secondary_button

_NARROW = 900  # pixels
_FIRST_SCREENFUL = 2  # goals below what needs attention
_MOST_NEEDS = 4


class OverviewPage(Page):
    """What needs attention now, then each active goal."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._import = secondary_button(tr("Import a file"), "import")
        self._import.clicked.connect(self._on_import_clicked)
        self._import.setEnabled(not context.workspace.read_only)
        self._frame = PageFrame(tr("Overview"), "", [self._import], parent=self)
        self._content = QWidget()
        self._cards: list[GoalCard] = []
        self._waiting: Sequence[GoalView] = ()  # to be shown once the first screenful is up
        self._narrow = False
        self._forecasts = False  # they need numpy, which is loaded once the page is up
        self._frame.add(self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        self.refresh()

    def refresh(self) -> None:
        """Read the file again."""
        self._forecasts |= self.isVisible()
        shown = overview(self.context.workspace, forecasts=self._forecasts)
        old, self._content = self._content, QWidget()
        self._frame.body.replaceWidget(old, self._content)
        old.setParent(None)
        old.deleteLater()
        self._frame.set_subtitle(self._said(shown))
        self._column = column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.LARGE)
        self._cards.clear()
        self._waiting = ()
        if not shown.goals:
            from desktop.ui.overview.no_goals import NoGoals  # not needed for long

            if shown.needs:
                column.addWidget(self._needs(shown))
            column.addWidget(NoGoals(self.context))
            return
        column.addWidget(self._needs(shown))
        first = len(shown.goals) if self.isVisible() else _FIRST_SCREENFUL
        self._add_cards(shown.goals[:first])
        column.addStretch(1)
        self._waiting = shown.goals[first:]

    def _said(self, shown: Overview) -> str:
        """The line under the title; what matters most is read once the page is up."""
        if not self._forecasts:
            return _subtitle(shown)
        from desktop.ui.overview.focus_line import focus_line

        return " ".join(each for each in (_subtitle(shown), focus_line(self.context)) if each)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._waiting or not self._forecasts:
            QTimer.singleShot(0, self._on_first_painted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            for card in self._cards:
                card.set_narrow(narrow)

    def _add_cards(self, views: Sequence[GoalView]) -> None:
        for view in views:
            card = GoalCard(view, self._content)
            card.opened.connect(self._on_goal_opened)
            card.sheet_wanted.connect(self._on_sheet_wanted)
            card.set_narrow(self._narrow)
            self._cards.append(card)
            self._column.insertWidget(len(self._cards), card)  # after what needs attention

    def _needs(self, shown: Overview) -> QWidget:
        card = Card(tr("Needs attention now"), parent=self._content)
        found = list(shown.needs)
        if self._forecasts:  # the page is up
            from desktop.ui.follow_up.view_list import reachable

            found = reachable(found)
        if found:
            needs = NeedList(found, card, most=_MOST_NEEDS)
            needs.opened.connect(self._on_need_opened)
            needs.all_wanted.connect(self._on_all_wanted)
            card.add(needs)
        else:
            card.add(Caption(_nothing(shown)))
        return card

    def _on_first_painted(self) -> None:
        if not self.isVisible():
            return  # when it is painted again
        if not self._forecasts:
            self.refresh()
            return
        waiting, self._waiting = self._waiting, ()
        self._add_cards(waiting)

    def _on_import_clicked(self) -> None:
        self.context.navigate("imports")

    def _on_goal_opened(self, goal_id: int) -> None:
        self.context.navigate("goals", goal_id)

    def _on_sheet_wanted(self, goal_id: int) -> None:
        self.context.navigate("sheets", goal_id)

    def _on_need_opened(self, need: Need) -> None:
        self.context.navigate(need.page, need.target_id)

    def _on_all_wanted(self) -> None:
        self.context.navigate("follow_up/week")


def _nothing(shown: Overview) -> str:
    if any(view.assessment.status in (Status.OFF_TRACK, Status.AT_RISK) for view in shown.goals):
        return tr("Nothing new since the last check-in.")
    return tr("Nothing. Every goal has fresh numbers and is on its way.")


def _subtitle(shown: Overview) -> str:
    if shown.as_of is None:
        return shown.company.name
    return tr("{company}, data as of {day}", company=shown.company.name, day=shown.as_of)
