"""What leading KPIs warn a goal of, above its key results; read once the goal is on show."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
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
        self._goal_id: int | None = None
        self.banners: list[Banner] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._read)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.SMALL)
        self.hide()

    def show_goal(self, goal: Goal) -> None:
        """Another goal, or the same anew."""
        self._goal_id = goal.id
        self._show(())
        self._later.start()

    def _read(self) -> None:
        from desktop.services.links import goal_warnings

        if self._goal_id is not None:
            self._show(goal_warnings(self._context.workspace, self._goal_id))

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
