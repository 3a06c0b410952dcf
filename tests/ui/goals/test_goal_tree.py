"""All goals: the tree, its keys, its order."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from desktop.core.goal import Goal, GoalState
from desktop.services.goals import goals, save_goal
from desktop.services.workspace import Workspace
from desktop.ui.goals.goal_tree import GoalTree
from desktop.ui.goals.page import GoalsPage

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def ids(workspace: Workspace, page: GoalsPage) -> dict[str, int]:
    """Two goals, one of them with a goal under it, and one that was dropped."""
    found: dict[str, int] = {}
    for statement, parent, state in (
        ("Grow", None, GoalState.ACTIVE),
        ("More visits", "Grow", GoalState.ACTIVE),
        ("Deliver faster", None, GoalState.ACTIVE),
        ("Open in Malmö", None, GoalState.DROPPED),
    ):
        goal = Goal(
            statement=statement,
            start=date(2026, 9, 1),
            state=state,
            parent_id=found.get(parent or ""),
        )
        found[statement] = save_goal(workspace, goal).id or 0
    page.refresh()
    return found


def shown(tree: GoalTree) -> list[tuple[str, int, str]]:
    """Statement, depth and status word of every row, from the top."""
    rows = []
    index = tree.model().index(0, 0)
    while index.isValid():
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        rows.append((index.data(), depth, index.siblingAtColumn(1).data()))
        index = tree.indexBelow(index)
    return rows


def statements(tree: GoalTree) -> list[str]:
    return [statement for statement, _, _ in shown(tree)]


def test_goals_lie_under_each_other(page: GoalsPage, ids: dict[str, int]) -> None:
    assert shown(page.list.tree) == [
        ("Grow", 0, "Not started"),
        ("More visits", 1, "Not started"),
        ("Deliver faster", 0, "Not started"),
        ("Open in Malmö", 0, "Dropped"),
    ]
    assert page.list.tree.selected_goal() == ids["Grow"]


def test_enter_opens_and_escape_comes_back(
    qtbot: QtBot, page: GoalsPage, ids: dict[str, int]
) -> None:
    tree = page.list.tree
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert page.selected_item() == ids["More visits"]
    qtbot.keyClick(page.editor.fields.statement, Qt.Key.Key_Escape)
    assert page.selected_item() is None
    assert tree.selected_goal() == ids["More visits"]


def test_the_buttons_below_do_the_same(qtbot: QtBot, page: GoalsPage, ids: dict[str, int]) -> None:
    page.list.tree.select_goal(ids["Deliver faster"])
    qtbot.mouseClick(page.list.below_button, LEFT)
    assert page.editor.goal_id is None
    assert page.editor.fields.parent_goal.value == ids["Deliver faster"]
    qtbot.keyClick(page.editor.fields.statement, Qt.Key.Key_Escape)
    qtbot.mouseClick(page.list.open_button, LEFT)
    assert page.selected_item() == ids["Deliver faster"]


def test_alt_and_arrows_move_among_siblings(
    qtbot: QtBot, page: GoalsPage, workspace: Workspace, ids: dict[str, int]
) -> None:
    tree = page.list.tree
    tree.select_goal(ids["Deliver faster"])
    qtbot.keyClick(tree, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: statements(tree)[0] == "Deliver faster")
    assert tree.selected_goal() == ids["Deliver faster"]
    qtbot.keyClick(tree, Qt.Key.Key_Up, ALT)  # it is the first
    qtbot.keyClick(tree, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: statements(tree)[0] == "Grow")
    qtbot.mouseClick(page.list.down_button, LEFT)
    qtbot.waitUntil(lambda: statements(tree)[-1] == "Deliver faster")
    qtbot.mouseClick(page.list.up_button, LEFT)
    qtbot.waitUntil(lambda: statements(tree)[-1] == "Open in Malmö")
    assert [row.statement for row in goals(workspace) if row.parent_id is None] == [
        "Grow", "Deliver faster", "Open in Malmö",
    ]  # fmt: skip


def drop(tree: GoalTree, moved: int, target: int | None, share: float) -> None:
    """Drag a goal to a place in the row of another (0 its top, 1 its bottom), or below all."""
    tree.select_goal(moved)
    item = next(
        (
            found
            for found in tree.items.findItems(
                "*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive
            )
            if tree._id(found.index()) == target
        ),
        None,
    )
    place = QPointF(40, tree.viewport().height() - 4)
    if item is not None:
        rect = tree.visualRect(item.index())
        place = QPointF(rect.left() + 40, rect.top() + share * (rect.height() - 1))
    mime = tree.model().mimeData([tree.currentIndex()]) or QMimeData()
    action, none = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    tree.dropEvent(QDropEvent(place, action, mime, LEFT, none))


@pytest.mark.parametrize(
    ("moved", "target", "share", "order"),
    [
        ("Deliver faster", "Grow", 0.0,
         [("Deliver faster", 0), ("Grow", 0), ("More visits", 1), ("Open in Malmö", 0)]),
        ("Open in Malmö", "Grow", 0.5,
         [("Grow", 0), ("More visits", 1), ("Open in Malmö", 1), ("Deliver faster", 0)]),
        ("More visits", "Deliver faster", 1.0,
         [("Grow", 0), ("Deliver faster", 0), ("More visits", 0), ("Open in Malmö", 0)]),
        ("More visits", None, 0.0,
         [("Grow", 0), ("Deliver faster", 0), ("Open in Malmö", 0), ("More visits", 0)]),
    ],
)  # fmt: skip
def test_a_goal_is_dragged_to_its_place(
    qtbot: QtBot,
    page: GoalsPage,
    ids: dict[str, int],
    moved: str,
    target: str | None,
    share: float,
    order: list[tuple[str, int]],
) -> None:
    tree = page.list.tree
    drop(tree, ids[moved], ids.get(target or ""), share)
    qtbot.waitUntil(lambda: [(name, depth) for name, depth, _ in shown(tree)] == order)
    page.context.workspace.undo()
    page.refresh()
    assert statements(tree)[0] == "Grow"


def test_a_goal_dropped_on_its_own_sub_goal_stays_and_says_why(
    qtbot: QtBot, page: GoalsPage, ids: dict[str, int], said: object
) -> None:
    tree = page.list.tree
    drop(tree, ids["Grow"], ids["More visits"], 0.5)
    qtbot.waitUntil(lambda: bool(said.notices))
    assert "under itself" in said.notices[0][0]
    drop(tree, ids["Grow"], ids["Grow"], 0.5)
    assert statements(tree)[0] == "Grow"


def test_no_goals_show_what_to_do(page: GoalsPage) -> None:
    assert page.list.empty.isVisible()
    assert not page.list.tree.isVisible()
