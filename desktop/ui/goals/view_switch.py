"""The same goals seen several ways: as a list, by the board, by the team, and as two maps."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.context import AppContext
from desktop.ui.theme import SPACE
from desktop.ui.widgets import SegmentedControl

LIST, BOARD, TEAM, MAP, STRATEGY = "list", "board", "team", "map", "strategy"
_CHOICE = "goals/view"


class _Pane(Protocol):
    def refresh(self) -> None: ...
    def take_focus(self) -> None: ...


class ViewSwitch(QWidget):
    """``opened`` carries the id of the goal that a view is to open, ``changed`` the view that was
    chosen.  The choice is remembered; a view is made and read in :meth:`refresh`."""

    opened = Signal(int)
    changed = Signal(str)

    def __init__(
        self, context: AppContext, goal_list: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        options = [
            (LIST, tr("List")),
            (BOARD, tr("Board")),
            (TEAM, tr("Team")),
            (MAP, tr("Map")),
            (STRATEGY, tr("Strategy map")),
        ]
        chosen = context.preferences.choice(_CHOICE, LIST)
        self.control = SegmentedControl(options, chosen, name=tr("View of the goals"))
        self.control.chosen.connect(self._on_chosen)
        self._panes: dict[str, QWidget] = {LIST: goal_list}
        self._stack = QStackedWidget()
        self._stack.addWidget(goal_list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addWidget(self.control)
        layout.addWidget(self._stack, 1)

    @property
    def view(self) -> str:
        """The key of the view on show."""
        return self.control.value or LIST

    @property
    def pane(self) -> QWidget:
        """The view on show, once it has been refreshed."""
        return self._panes.get(self.view, self)

    def refresh(self) -> None:
        """Read the file again for the view on show; the list is its owner's."""
        if self.view not in self._panes:
            self._panes[self.view] = self._made(self.view)
            self._stack.addWidget(self._panes[self.view])
        pane = self._panes[self.view]
        if self.view != LIST:
            cast(_Pane, pane).refresh()
        self._stack.setCurrentWidget(pane)

    def take_focus(self) -> None:
        """Put the keyboard into the view on show; the list is its owner's."""
        if self.view != LIST and self.view in self._panes:
            cast(_Pane, self._panes[self.view]).take_focus()

    def _made(self, view: str) -> QWidget:
        if view == BOARD:
            from desktop.ui.goals.board.board_pane import BoardPane

            board = BoardPane(self._context)
            board.opened.connect(self.opened)
            return board
        if view == TEAM:
            from desktop.ui.goals.team.team_pane import TeamPane

            team = TeamPane(self._context)
            team.opened.connect(self.opened)
            return team
        if view == STRATEGY:
            from desktop.ui.goals.strategy.strategy_pane import StrategyPane

            strategy = StrategyPane(self._context)
            strategy.opened.connect(self.opened)
            return strategy
        from desktop.ui.goals.map.map_pane import MapPane

        made = MapPane(self._context)
        made.opened.connect(self.opened)
        return made

    def _on_chosen(self, view: str) -> None:
        self._context.preferences.remember_choice(_CHOICE, view)
        self.changed.emit(view)
