"""The team view: the key results of active goals, by who answers for them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.qtkit.wording import tr
from desktop.services.teams import teams
from desktop.ui.context import AppContext
from desktop.ui.goals.scrolling_rows import ScrollingRows
from desktop.ui.goals.team.team_table import TeamTable


class TeamPane(ScrollingRows):
    """``opened`` carries the id of the goal that is to be opened."""

    opened = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(tr("Team view"), parent)
        self._context = context

    def refresh(self) -> None:
        """Read the file again."""
        found = teams(self._context.workspace)
        self.message.setText(
            tr("Key results by who answers for them, and the KPIs that drive them.")
            if found
            else tr("No active goal has a key result yet. Open a goal and add one.")
        )
        rows = []
        for team in found:
            table = TeamTable(team)
            table.opened.connect(self.opened)
            rows.append(table)
        self.set_rows(rows)
