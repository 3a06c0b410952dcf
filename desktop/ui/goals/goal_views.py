"""The same goals seen several ways: as a list, by the board, by the team, and as two maps."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.qtkit.wording import tr
from desktop.ui.context import AppContext
from desktop.ui.switched_views import SwitchedViews, Way

LIST, BOARD, TEAM, MAP, STRATEGY = "list", "board", "team", "map", "strategy"
_HERE = "desktop.ui.goals"


def goal_views(context: AppContext, goal_list: QWidget) -> SwitchedViews:
    """The list is its owner's; the others are made when they are first shown, and each has a
    signal ``opened`` with the id of the goal to open."""
    return SwitchedViews(
        context,
        goal_list,
        (LIST, tr("List")),
        [
            Way(BOARD, tr("Board"), f"{_HERE}.board.board_pane", "BoardPane"),
            Way(TEAM, tr("Team"), f"{_HERE}.team.team_pane", "TeamPane"),
            Way(MAP, tr("Map"), f"{_HERE}.map.map_pane", "MapPane"),
            Way(STRATEGY, tr("Strategy map"), f"{_HERE}.strategy.strategy_pane", "StrategyPane"),
        ],
        choice="goals/view",
        name=tr("View of the goals"),
    )
