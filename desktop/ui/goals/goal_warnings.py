"""What leading KPIs warn a goal of, above its key results."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.goal import Goal
from desktop.core.need import Need
from desktop.qtkit.wording import say, tr
from desktop.ui.context import AppContext
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Banner


class GoalWarnings(QWidget):
    """Hidden while there is nothing to warn of."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.banners: list[Banner] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.SMALL)
        self.hide()

    def show_goal(self, goal: Goal) -> None:
        """Another goal, or the same anew."""
        from desktop.services.links import goal_warnings  # not before a goal is opened

        self._show(() if goal.id is None else goal_warnings(self._context.workspace, goal.id))

    def _show(self, warnings: tuple[Need, ...]) -> None:
        for banner in self.banners:
            banner.hide()
            banner.deleteLater()
        self.banners = []
        for warned in warnings:
            banner = Banner(say(warned.message), action=tr("See the link"))
            banner.acted.connect(partial(self._context.navigate, warned.page, warned.target_id))
            self._column.addWidget(banner)
            self.banners.append(banner)
        self.setVisible(bool(warnings))
