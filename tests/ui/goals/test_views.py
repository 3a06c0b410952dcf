"""The same goals as list, board, team and map."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.goal import Goal, KeyResult
from desktop.core.kpi import Kpi
from desktop.services.goals import save_goal_whole
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.goals.board.board_pane import BoardPane
from desktop.ui.goals.board.objective_row import ObjectiveRow
from desktop.ui.goals.map.map_pane import MapPane
from desktop.ui.goals.page import GoalsPage
from desktop.ui.goals.team.team_pane import TeamPane
from desktop.ui.goals.team.team_table import TeamTable
from desktop.ui.widgets import Label
from tests.ui.conftest import Said


@pytest.fixture
def goal(workspace: Workspace, orders: Kpi) -> Goal:
    """From 200 to 400 orders, 300 so far."""
    goal = Goal(statement="Sell more buns", start=date(2026, 1, 1), deadline=date(2026, 12, 31))
    result = KeyResult(goal_id=0, kpi_id=orders.id, baseline=200.0, target=400.0)
    return save_goal_whole(workspace, goal, [result], [], {})


@pytest.fixture
def shown(goal: Goal, page: GoalsPage) -> GoalsPage:
    page.refresh()
    return page


def choose(page: GoalsPage, qtbot: QtBot, view: str) -> None:
    """Press the view's button."""
    (button,) = (
        each for each in page.list.views.control.findChildren(QPushButton) if each.text() == view
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(widget: BoardPane | TeamPane) -> list[str]:
    return [label.text() for label in widget.findChildren(Label)]


def test_there_is_no_choice_of_views_before_the_first_goal(page: GoalsPage) -> None:
    assert not page.list.views.isVisible()
    assert page.list.empty.isVisible()


def test_the_chosen_view_is_remembered(shown: GoalsPage, qtbot: QtBot, context: AppContext) -> None:
    choose(shown, qtbot, "Board")
    again = GoalsPage(context)
    qtbot.addWidget(again)
    assert isinstance(again.list.views.pane, BoardPane)


def test_the_board_shows_objectives_and_opens_them(
    shown: GoalsPage, qtbot: QtBot, goal: Goal
) -> None:
    choose(shown, qtbot, "Board")
    pane = shown.list.views.pane
    assert isinstance(pane, BoardPane)
    written = texts(pane)
    assert "Sell more buns" in written
    assert "0.5" in written
    assert "No owner yet, until 31 December 2026" in written
    assert not any(text == "Orders" for text in written), "no key results"
    pane.findChild(ObjectiveRow).open_button.click()
    assert shown.selected_item() == goal.id


def test_the_team_sees_actual_plan_and_difference(shown: GoalsPage, qtbot: QtBot) -> None:
    choose(shown, qtbot, "Team")
    pane = shown.list.views.pane
    assert isinstance(pane, TeamPane)
    assert pane.findChild(TeamTable) is not None
    written = [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts(pane)]
    assert "Orders" in written
    assert "300 orders" in written


def test_the_map_is_walked_and_opened_by_keyboard(
    shown: GoalsPage, qtbot: QtBot, goal: Goal, orders: Kpi, said: Said
) -> None:
    choose(shown, qtbot, "Map")
    pane = shown.list.views.pane
    assert isinstance(pane, MapPane)
    view = pane.view
    view.setFocus()
    assert view.current is not None
    assert view.current.key == f"goal {goal.id}"
    assert "Goal: Sell more buns" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert "Key result: Orders" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert "KPI: Orders" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert said.places == [("kpis", orders.id)]
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert shown.selected_item() == goal.id


def test_the_map_is_enlarged_and_fitted(shown: GoalsPage, qtbot: QtBot) -> None:
    choose(shown, qtbot, "Map")
    pane = shown.list.views.pane
    assert isinstance(pane, MapPane)
    before = pane.view.transform().m11()
    qtbot.keyClick(pane.view, Qt.Key.Key_Plus)
    assert pane.view.transform().m11() > before
    qtbot.keyClick(pane.view, Qt.Key.Key_0)
    assert pane.view.transform().m11() <= 1.0


def test_the_map_is_saved_as_one_page(
    shown: GoalsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.pdf"
    monkeypatch.setattr("desktop.ui.sheets.output.choose_file_to_save", lambda *_: path)
    choose(shown, qtbot, "Map")
    pane = shown.list.views.pane
    assert isinstance(pane, MapPane)
    pane.printing.save_button.click()
    (only,) = PdfReader(path).pages
    assert "Sell more buns" in " ".join(only.extract_text().split())


def test_the_team_s_page_is_saved(
    shown: GoalsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "team.pdf"
    monkeypatch.setattr("desktop.ui.sheets.output.choose_file_to_save", lambda *_: path)
    choose(shown, qtbot, "Team")
    pane = shown.list.views.pane
    assert isinstance(pane, TeamPane)
    pane.printing.save_button.click()
    (only,) = PdfReader(path).pages
    assert "Sell more buns" in " ".join(only.extract_text().split())


def test_the_keyboard_begins_in_the_view_on_show(
    page: GoalsPage, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    page.activateWindow()
    page.take_focus()
    assert page.list.empty.isAncestorOf(page.focusWidget())
    request.getfixturevalue("goal")
    page.refresh()
    for view in ("Board", "Team", "Map"):
        choose(page, qtbot, view)
        page.take_focus()
        held = page.focusWidget()
        pane = page.list.views.pane
        assert held.isVisible()
        assert pane.isAncestorOf(held)
    choose(page, qtbot, "List")
    page.take_focus()
    assert page.focusWidget() is page.list.tree
