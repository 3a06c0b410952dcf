"""What was said of a goal stands beside its editor."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.check_in import CheckIn
from desktop.core.goal import Goal, GoalState
from desktop.services.check_ins import save_check_in
from desktop.services.goals import save_goal
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.goals.goal_editor import GoalEditor
from tests.ui.conftest import TODAY, Said


def test_the_check_ins_of_the_goal_on_show(
    qtbot: QtBot, context: AppContext, workspace: Workspace, said: Said
) -> None:
    start = date(2026, 1, 1)
    goal = save_goal(workspace, Goal(statement="More", start=start)).id or 0
    draft = save_goal(workspace, Goal(statement="Later", start=start, state=GoalState.DRAFT))
    save_check_in(
        workspace, CheckIn(goal_id=goal, day=TODAY, confidence=6, comment="It moves", less="Calls")
    )
    editor = GoalEditor(context)
    qtbot.addWidget(editor)
    editor.load(goal)
    words = {label.text() for label in editor.check_ins.findChildren(QLabel)}
    assert {"5 October 2026 · confidence 6 of 10", "It moves", "Less of: Calls"} <= words
    assert not editor.changed()
    editor.check_ins.findChild(QPushButton).click()
    assert said.places == [("follow_up/check_ins", goal)]
    editor.load(draft.id or 0)
    assert editor.check_ins.isHidden()
