"""A check-in round by keyboard, and the list it shortens."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.check_in import CheckIn
from desktop.core.goal import Goal, KeyResult
from desktop.services.check_ins import check_ins, save_check_in
from desktop.services.goals import save_goal, save_key_result
from desktop.services.settings import CHECK_IN_PULSE, write
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.follow_up.check_ins.all_check_ins import AllCheckIns
from desktop.ui.follow_up.check_ins.check_ins_view import CheckInsView
from desktop.ui.follow_up.check_ins.confidence_line import ConfidenceLine
from desktop.ui.follow_up.check_ins.end_view import EndView
from desktop.ui.follow_up.check_ins.round_view import RoundView
from desktop.ui.follow_up.check_ins.scale import Scale
from desktop.ui.follow_up.week.week_view import WeekView
from desktop.ui.widgets import EmptyState
from tests.ui.conftest import TODAY, Said

CTRL = Qt.KeyboardModifier.ControlModifier
NAMES = ("One", "Two", "Three")


def latest(workspace: Workspace, goal_id: int) -> CheckIn | None:
    found = check_ins(workspace, goal_id)
    return found[-1] if found else None


@pytest.fixture
def goals(workspace: Workspace) -> list[int]:
    return [
        save_goal(workspace, Goal(statement=name, start=date(2026, 1, 1))).id or 0 for name in NAMES
    ]


@pytest.fixture
def view(qtbot: QtBot, context: AppContext, goals: list[int]) -> CheckInsView:
    made = CheckInsView(context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.refresh()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.show_item(None)
    return made


def words(widget: QWidget | None) -> list[str]:
    assert widget is not None
    return [label.text() for label in widget.findChildren(QLabel)]


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    held = QApplication.focusWidget()
    assert held is not None
    qtbot.keyClick(held, key, modifier)


def test_a_round_by_keyboard(
    qtbot: QtBot, view: CheckInsView, workspace: Workspace, goals: list[int]
) -> None:
    assert isinstance(view.round, RoundView)
    assert "Goal 1 of 3" in words(view.round)
    qtbot.keyClicks(QApplication.focusWidget(), "10")
    press(qtbot, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "We have it")
    press(qtbot, Qt.Key.Key_Return)
    assert "Goal 2 of 3" in words(view.round)
    press(qtbot, Qt.Key.Key_Right)  # skipped
    press(qtbot, Qt.Key.Key_Return)  # nothing is said: it stays
    assert "Goal 3 of 3" in words(view.round)
    qtbot.keyClicks(QApplication.focusWidget(), "4")
    press(qtbot, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    press(qtbot, Qt.Key.Key_Return)
    assert isinstance(view.shown, EndView)
    assert view.round is None
    said = words(view.shown)
    assert "2 goals checked in on" in said
    assert "Skipped" in said
    first, third = latest(workspace, goals[0]), latest(workspace, goals[2])
    assert first is not None
    assert third is not None
    assert (first.confidence, first.comment, first.day) == (10, "We have it", TODAY)
    assert third.confidence == 5
    assert latest(workspace, goals[1]) is None


def test_going_back_changes_what_was_said(
    qtbot: QtBot, view: CheckInsView, workspace: Workspace, goals: list[int]
) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), "3")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Left)
    assert view.round is not None
    assert view.round.form.confidence.value == 3
    qtbot.keyClicks(QApplication.focusWidget(), "6")
    press(qtbot, Qt.Key.Key_Return)
    (only,) = check_ins(workspace, goals[0])
    assert only.confidence == 6


def test_nothing_is_lost_when_one_leaves_in_the_middle(
    qtbot: QtBot, view: CheckInsView, workspace: Workspace, goals: list[int]
) -> None:
    assert view.may_leave()
    assert latest(workspace, goals[0]) is None
    qtbot.keyClicks(QApplication.focusWidget(), "7")
    assert view.may_leave()
    assert latest(workspace, goals[0]) is not None
    view.refresh()
    assert view.round is not None  # it goes on


def test_what_was_undone_can_be_said_again(
    qtbot: QtBot, view: CheckInsView, workspace: Workspace, goals: list[int]
) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), "7")
    press(qtbot, Qt.Key.Key_Return)
    workspace.undo()
    view.refresh()
    press(qtbot, Qt.Key.Key_Left)
    qtbot.keyClicks(QApplication.focusWidget(), "2")
    press(qtbot, Qt.Key.Key_Return)
    (only,) = check_ins(workspace, goals[0])
    assert only.confidence == 2


def test_the_pulse_is_asked_only_where_it_is_switched_on(
    qtbot: QtBot, view: CheckInsView, context: AppContext, workspace: Workspace, goals: list[int]
) -> None:
    assert len(view.findChildren(Scale)) == 1
    write(workspace, CHECK_IN_PULSE, True)
    other = CheckInsView(context)
    qtbot.addWidget(other)
    other.show_item(goals[1])
    assert other.round is not None
    scales = other.round.form.pulse
    for number, name in enumerate(("autonomy", "competence", "relatedness"), start=3):
        qtbot.keyClicks(scales[name], str(number))
    other.round.save_and_go_on()
    saved = latest(workspace, goals[1])
    assert saved is not None
    assert (saved.autonomy, saved.competence, saved.relatedness) == (3, 4, 5)


def test_all_check_ins_with_their_line_and_deleting_one(
    qtbot: QtBot, context: AppContext, workspace: Workspace, goals: list[int], said: Said
) -> None:
    for day, confidence in ((date(2026, 9, 21), 4), (date(2026, 9, 28), 6)):
        save_check_in(
            workspace, CheckIn(goal_id=goals[0], day=day, confidence=confidence, comment="So far")
        )
    view = CheckInsView(context)
    qtbot.addWidget(view)
    view.refresh()
    assert isinstance(view.shown, AllCheckIns)
    (line,) = view.findChildren(ConfidenceLine)
    assert line.accessibleDescription().endswith("28 September 2026: 6")
    view.shown.delete_wanted.emit(latest(workspace, goals[0]).id)
    assert [each.confidence for each in check_ins(workspace, goals[0])] == [4]
    assert said.notices == [("The check-in is deleted.", "info")]


def test_the_week_is_done_when_all_is_said(
    qtbot: QtBot, context: AppContext, workspace: Workspace, said: Said
) -> None:
    goal = save_goal(workspace, Goal(statement="One", start=TODAY)).id or 0
    view = WeekView(context)
    qtbot.addWidget(view)
    view.refresh()
    assert view.list is not None
    for row in view.list.rows:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert ("follow_up/check_ins", None) not in said.places  # it began today
    assert ("goals", goal) in said.places  # it has no key result

    save_key_result(workspace, KeyResult(goal_id=goal, title="Opened"))
    view.refresh()
    assert view.list is None
    (empty,) = view.findChildren(EmptyState)
    assert "All done" in words(empty)
    button = empty.findChildren(QPushButton)[0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said.places[-1] == ("overview", None)
