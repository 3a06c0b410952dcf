"""What is tried for a goal stands beside its editor."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.goal import Goal, GoalState
from desktop.services.activities import activities, begin_activity, save_activity
from desktop.services.goals import save_goal
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.follow_up.activities.activity_dialog import ActivityDialog
from desktop.ui.goals.goal_editor import GoalEditor
from tests.ui.conftest import Said


def test_the_activities_of_the_goal_on_show(
    qtbot: QtBot, context: AppContext, workspace: Workspace, said: Said
) -> None:
    goal = save_goal(workspace, Goal(statement="More", start=date(2026, 1, 1))).id or 0
    over = save_goal(
        workspace, Goal(statement="Over", start=date(2026, 1, 1), state=GoalState.MISSED)
    )
    editor = GoalEditor(context)
    qtbot.addWidget(editor)
    editor.load(goal)
    begin, *_ = editor.activities.findChildren(QPushButton)
    begin.click()
    (dialog,) = editor.findChildren(ActivityDialog)
    qtbot.keyClicks(dialog.title, "Posters")
    dialog.on_confirmed()
    assert [each.title for each in activities(workspace, goal)] == ["Posters"]
    words = {label.text() for label in editor.activities.findChildren(QLabel)}
    assert "We try “Posters”." in words
    assert "Running · Nobody does it yet · from 5 October 2026" in words
    assert not editor.changed()
    editor.activities.findChildren(QPushButton)[-1].click()
    assert said.places == [("follow_up/activities", None)]
    editor.load(over.id or 0)
    assert editor.activities.isHidden()
    save_activity(workspace, begin_activity(workspace, over.id or 0, "Radio"))
    editor.load(over.id or 0)
    assert not editor.activities.isHidden()
