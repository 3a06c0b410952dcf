"""A leading KPI warns the goal: where the goal is written, on the overview, beside the map."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.core.kpi import Kpi
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.links import add_link
from desktop.services.measurements import save_values
from desktop.services.overview import overview
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.goals.board.objective_row import ObjectiveRow
from desktop.ui.goals.goal_warnings import GoalWarnings
from desktop.ui.goals.strategy.strategy_pane import StrategyPane
from desktop.ui.overview.goal_card import GoalCard
from desktop.ui.widgets.buttons import Button
from tests.core.link_fixtures import following, month
from tests.ui.conftest import Said

WARNING = (
    "Guests fell below its natural limits (September 2026). "
    "It usually shows in Cakes 2 months later: November 2026."
)


@pytest.fixture
def goal(workspace: Workspace) -> Goal:
    """Cakes follow guests two months later; fewer guests than ever came in September."""
    guests = save_kpi(workspace, Kpi(name="Guests", leading=True)).id or 0
    cakes = save_kpi(workspace, Kpi(name="Cakes")).id or 0
    for kpi_id, values in zip((guests, cakes), following(45, 2), strict=True):
        each = {month(2023, 1).shift(n): value for n, value in enumerate(values)}
        save_values(workspace, kpi_id, each)
    save_values(workspace, guests, {month(2026, 9): 20.0})
    add_link(workspace, guests, cakes, 2)
    results = [KeyResult(goal_id=0, kpi_id=cakes, baseline=200.0, target=250.0)]
    goal = Goal(statement="Bake more", start=month(2026, 1).start, state=GoalState.ACTIVE)
    return save_goal_whole(workspace, goal, results, [], {})


def seen(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_goal_is_warned_where_it_is_written(
    goal: Goal, context: AppContext, said: Said, qtbot: QtBot
) -> None:
    shown = GoalWarnings(context)
    qtbot.addWidget(shown)
    shown.show_goal(goal)
    (banner,) = shown.banners
    assert banner.text == WARNING
    banner.findChildren(Button)[0].click()
    assert said.places == [("kpis/links", 1)]
    shown.show_goal(Goal(statement="New", start=goal.start))
    assert shown.banners == []
    assert shown.isHidden()


def test_on_the_overview_and_on_the_board(goal: Goal, workspace: Workspace, qtbot: QtBot) -> None:
    (view,) = overview(workspace).goals
    for widget in (GoalCard(view), ObjectiveRow(view)):
        qtbot.addWidget(widget)
        assert WARNING in seen(widget)
    (quick,) = overview(workspace, forecasts=False).goals
    card = GoalCard(quick)
    qtbot.addWidget(card)
    assert WARNING not in seen(card)


def test_beside_the_strategy_map(goal: Goal, context: AppContext, qtbot: QtBot) -> None:
    pane = StrategyPane(context)
    qtbot.addWidget(pane)
    pane.refresh()
    pane.view.go("kpi 2")
    (row,) = pane.side.rows.values()
    assert row.link.text().startswith("2 months later · strong (0.")
    assert row.link.text().endswith("hardly chance")
