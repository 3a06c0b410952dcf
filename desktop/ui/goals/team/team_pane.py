"""The team view: the key results of active goals, by who answers for them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.core.sheet_team import TeamSheet, team_message
from desktop.qtkit.wording import say, tr
from desktop.services.sheet_team import team_sheet
from desktop.services.teams import teams
from desktop.ui.context import AppContext
from desktop.ui.goals.printing import PrintButtons
from desktop.ui.goals.scrolling_rows import ScrollingRows
from desktop.ui.goals.team.team_table import TeamTable


class TeamPane(ScrollingRows):
    """``opened`` carries the id of the goal that is to be opened."""

    opened = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(tr("Team view"), parent)
        self._context = context
        self.printing = PrintButtons(context, self._sheet, tr("Print the team's page …"), self)
        self.head.addWidget(self.printing)

    def refresh(self) -> None:
        """Read the file again."""
        found = teams(self._context.workspace)
        self.message.setText(say(team_message(has_results=bool(found))))
        self.printing.setEnabled(bool(found))
        rows = []
        for team in found:
            table = TeamTable(team)
            table.opened.connect(self.opened)
            rows.append(table)
        self.set_rows(rows)

    def _sheet(self) -> TeamSheet:
        return team_sheet(self._context.workspace)
