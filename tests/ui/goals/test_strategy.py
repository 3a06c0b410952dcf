"""The strategy map in the window: drawn, noted, deleted and walked, by mouse and keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.goal import Goal, KeyResult
from desktop.core.kpi import Kpi, Perspective
from desktop.core.strategy_map import between, cause_key, effect_key
from desktop.services.causes import causes, save_cause
from desktop.services.goals import goal, save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.workspace import Workspace
from desktop.ui.dialogs.offers import OffersDialog
from desktop.ui.goals.page import GoalsPage
from desktop.ui.goals.strategy.strategy_pane import StrategyPane
from tests.ui.conftest import Said


@pytest.fixture
def pane(workspace: Workspace, orders: Kpi, page: GoalsPage, qtbot: QtBot) -> StrategyPane:
    """A financial goal (1) on orders (1, customer) and the leading visits (2, process)."""
    visits = save_kpi(workspace, Kpi(name="Visits", leading=True, perspective=Perspective.PROCESS))
    save_kpi(workspace, Kpi(name="Returns"))
    save_kpi(workspace, replace(orders, perspective=Perspective.CUSTOMER))
    save_goal_whole(
        workspace,
        Goal(
            statement="Sell more buns",
            start=date(2026, 1, 1),
            deadline=date(2026, 12, 31),
            perspective=Perspective.FINANCIAL,
        ),
        [
            KeyResult(goal_id=0, kpi_id=orders.id, baseline=200.0, target=400.0),
            KeyResult(goal_id=0, kpi_id=visits.id, baseline=1.0, target=2.0),
        ],
        [],
        {},
    )
    page.refresh()
    (button,) = (
        each
        for each in page.list.views.control.findChildren(QPushButton)
        if each.text() == "Strategy map"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    made = page.list.views.pane
    assert isinstance(made, StrategyPane)
    return made


def arrows(workspace: Workspace) -> list[tuple[str, str]]:
    return [(cause_key(each), effect_key(each)) for each in causes(workspace)]


def place(pane: StrategyPane, key: str) -> QPoint:
    item = pane.view.items_by_key[key]
    return pane.view.mapFromScene(item.sceneBoundingRect().center())


def test_an_arrow_is_drawn_by_keyboard(
    pane: StrategyPane, workspace: Workspace, qtbot: QtBot, said: Said
) -> None:
    view = pane.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert "KPI: Visits" in view.accessibleDescription()
    assert "Internal process" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_A)
    assert "From “Visits”" in pane.hint.text()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert "Enter draws the arrow from “Visits” to here" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert arrows(workspace) == [("kpi 2", "kpi 1")]
    assert said.notices == [("The arrow is drawn.", "good")]
    workspace.undo()
    assert arrows(workspace) == []


def test_escape_leaves_the_drawing(
    pane: StrategyPane, workspace: Workspace, qtbot: QtBot, said: Said
) -> None:
    qtbot.keyClick(pane.view, Qt.Key.Key_A)
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)  # opens again
    assert arrows(workspace) == []


def test_an_arrow_is_drawn_by_mouse(pane: StrategyPane, workspace: Workspace, qtbot: QtBot) -> None:
    view = pane.view.viewport()
    start, end = place(pane, "kpi 1"), place(pane, "goal 1")
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=start)
    qtbot.mouseMove(view, start + QPoint(20, -5))
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, left, pos=end)
    assert arrows(workspace) == [("kpi 1", "goal 1")]
    qtbot.mousePress(view, left, pos=place(pane, "kpi 1"))
    qtbot.mouseRelease(view, left, pos=place(pane, "kpi 1"))
    assert len(arrows(workspace)) == 1, "a click draws nothing"


def test_an_arrow_that_cannot_be_is_explained(
    pane: StrategyPane, workspace: Workspace, qtbot: QtBot, said: Said
) -> None:
    save_cause(workspace, between("kpi 1", "goal 1"))
    pane.refresh()
    pane.view.arrow_wanted.emit("goal 1", "kpi 1")
    ((text, kind),) = said.notices
    assert kind == "bad"
    assert "close a circle" in text


def test_a_note_is_written_and_the_arrow_deleted_beside_the_map(
    pane: StrategyPane, workspace: Workspace, qtbot: QtBot
) -> None:
    drawn = save_cause(workspace, between("kpi 1", "goal 1"))
    pane.refresh()
    pane.view.go("kpi 1")
    row = pane.side.rows[drawn.id or 0]
    row.note.setFocus()
    qtbot.keyClicks(row.note, "Who orders pays")
    qtbot.keyClick(row.note, Qt.Key.Key_Return)
    assert [each.note for each in causes(workspace)] == ["Who orders pays"]
    pane.side.rows[drawn.id or 0].delete_button.click()
    assert causes(workspace) == []
    workspace.undo()
    assert [each.note for each in causes(workspace)] == ["Who orders pays"]


def test_the_perspective_is_changed_in_place(pane: StrategyPane, workspace: Workspace) -> None:
    pane.view.go("goal 1")
    choice = pane.side.perspective
    choice.set_value(Perspective.LEARNING)
    choice.chosen.emit(Perspective.LEARNING)
    assert goal(workspace, 1).perspective is Perspective.LEARNING
    choice.chosen.emit(None)
    assert goal(workspace, 1).perspective is None
    assert pane.view.current_node is not None
    assert pane.view.current_node.follows


def test_suggestions_are_accepted_one_by_one(
    pane: StrategyPane, workspace: Workspace, qtbot: QtBot
) -> None:
    assert pane.proposals_button.text().strip() == "1 suggested arrow"
    pane.proposals_button.click()
    dialog = pane.findChild(OffersDialog)
    assert arrows(workspace) == []
    (row,) = dialog.rows
    row.button.click()
    assert arrows(workspace) == [("kpi 2", "kpi 1")]
    assert not row.button.isEnabled()
    assert not pane.proposals_button.isVisible()
    dialog.close()


def test_all_kpis_are_shown_when_asked_for(pane: StrategyPane) -> None:
    assert "kpi 3" not in pane.view.items_by_key
    pane.kpis_button.click()
    assert "kpi 3" in pane.view.items_by_key


def test_the_map_is_saved_as_one_page(
    pane: StrategyPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.pdf"
    monkeypatch.setattr("desktop.ui.sheets.output.choose_file_to_save", lambda *_: path)
    pane.printing.save_button.click()
    (only,) = PdfReader(path).pages
    assert "Sell more buns" in " ".join(only.extract_text().split())
