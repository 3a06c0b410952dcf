"""Activities by keyboard: tried, changed, decided on, put in order, deleted."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.activity import Activity, Verdict
from desktop.core.goal import Goal, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.unit import Unit, UnitKind
from desktop.services.activities import activities, activity, save_activity
from desktop.services.goals import save_goal, save_key_result
from desktop.services.kpis import save_kpi
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.follow_up.activities.activities_view import ActivitiesView
from desktop.ui.follow_up.activities.activity_dialog import ActivityDialog
from desktop.ui.follow_up.activities.activity_row import ActivityRow
from desktop.ui.follow_up.activities.verdict_dialog import VerdictDialog
from desktop.ui.follow_up.week.week_view import WeekView
from tests.ui.conftest import TODAY, Said

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def goal(workspace: Workspace) -> int:
    kpi = save_kpi(workspace, Kpi(name="Orders", unit=Unit(UnitKind.OWN, "orders")))
    found = save_goal(workspace, Goal(statement="Grow", start=date(2026, 1, 1)))
    save_key_result(workspace, KeyResult(goal_id=found.id or 0, kpi_id=kpi.id))
    return found.id or 0


@pytest.fixture
def view(qtbot: QtBot, context: AppContext) -> ActivitiesView:
    made = ActivitiesView(context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def tried(workspace: Workspace, goal: int, title: str, due: date | None = None) -> int:
    start = date(2026, 9, 1)
    made = Activity(goal_id=goal, title=title, start=start, due=due)
    return save_activity(workspace, made).id or 0


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def row(view: ActivitiesView, at: int) -> ActivityRow:
    found = view.list.rows[at]
    assert isinstance(found, ActivityRow)
    return found


def dialog(view: QWidget, kind: type[QWidget]) -> QWidget:
    (found,) = view.findChildren(kind)
    return found


def test_an_activity_is_written_by_keyboard(
    qtbot: QtBot, view: ActivitiesView, workspace: Workspace, goal: int
) -> None:
    view.refresh()
    assert "Nothing is tried for it yet." in words(view)
    view.new_item()
    editor = dialog(view, ActivityDialog)
    assert isinstance(editor, ActivityDialog)
    qtbot.keyClicks(editor.title, "Ask the regulars")
    assert editor.kpi.currentText() == "Orders"
    qtbot.keyClicks(editor.effect, "-40")
    editor.due.setText("2026-12-31")
    qtbot.keyClicks(editor.because, "they know.")
    assert editor.sentence.text() == (
        "If we try “Ask the regulars”, then Orders falls by 40\u00a0orders by 31 December 2026, "
        "because they know."
    )
    qtbot.keyClick(editor.because, Qt.Key.Key_Return)
    (saved,) = activities(workspace)
    assert (saved.title, saved.effect, saved.due) == ("Ask the regulars", -40, date(2026, 12, 31))
    assert (saved.start, saved.goal_id, saved.because) == (TODAY, goal, "they know.")
    assert view.list.rows[0].hasFocus()


def test_what_cannot_be_saved_is_said_and_stays(
    qtbot: QtBot, view: ActivitiesView, workspace: Workspace, goal: int
) -> None:
    view.refresh()
    view.begin(goal)
    editor = dialog(view, ActivityDialog)
    assert isinstance(editor, ActivityDialog)
    editor.on_confirmed()
    assert "Say in a few words what you will try." in words(editor)
    qtbot.keyClicks(editor.title, "Ask")
    editor.end.setText("31 february")
    editor.on_confirmed()
    assert "Write the day as year-month-day." in words(editor)
    assert activities(workspace) == []
    editor.reject()


def test_the_week_asks_for_a_verdict_and_it_is_given(
    qtbot: QtBot,
    view: ActivitiesView,
    context: AppContext,
    workspace: Workspace,
    goal: int,
    said: Said,
) -> None:
    wanted = tried(workspace, goal, "Posters", due=date(2026, 10, 1))
    week = WeekView(context)
    qtbot.addWidget(week)
    week.refresh()
    assert week.list is not None
    for need in week.list.rows:
        qtbot.keyClick(need, Qt.Key.Key_Return)
    assert ("follow_up/activities", wanted) in said.places
    view.refresh()
    view.show_item(wanted)
    asked = dialog(view, VerdictDialog)
    assert isinstance(asked, VerdictDialog)
    qtbot.waitUntil(asked.isActiveWindow)
    qtbot.keyClick(asked.conclusion, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert "Write what you learned, in a few words." in words(asked)
    assert activity(workspace, wanted).verdict is Verdict.OPEN
    qtbot.keyClicks(asked.conclusion, "Nobody saw them")
    qtbot.keyClick(asked.conclusion, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    found = activity(workspace, wanted)
    assert (found.verdict, found.decided_on) == (Verdict.KILLED, TODAY)
    assert "Learned: Nobody saw them" in words(view)
    week.refresh()
    assert week.list is not None
    assert all(need.need.target_id != wanted for need in week.list.rows)


def test_enter_decides_where_that_is_asked_for_and_else_edits(
    qtbot: QtBot, view: ActivitiesView, workspace: Workspace, goal: int
) -> None:
    tried(workspace, goal, "Later", due=date(2026, 12, 1))
    tried(workspace, goal, "Now", due=TODAY)
    view.refresh()
    view.take_focus()
    qtbot.keyClick(row(view, 0), Qt.Key.Key_Return)
    editor = dialog(view, ActivityDialog)
    assert isinstance(editor, ActivityDialog)
    assert editor.title.text() == "Later"
    editor.reject()
    qtbot.keyClick(row(view, 0), Qt.Key.Key_Down)
    assert row(view, 1).hasFocus()
    qtbot.keyClick(row(view, 1), Qt.Key.Key_Return)
    assert dialog(view, VerdictDialog)


def test_moving_and_deleting_keep_the_keyboard_in_place(
    qtbot: QtBot, view: ActivitiesView, workspace: Workspace, goal: int, said: Said
) -> None:
    first, second = (tried(workspace, goal, title) for title in ("One", "Two"))
    view.refresh()
    view.take_focus()
    qtbot.keyClick(row(view, 0), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [each.id for each in activities(workspace)] == [second, first]
    assert row(view, 1).hasFocus()
    qtbot.keyClick(row(view, 1), Qt.Key.Key_Delete)
    assert [each.id for each in activities(workspace)] == [second]
    assert said.notices == [("The activity is deleted.", "info")]
    view.refresh()
    assert row(view, 0).hasFocus()


def test_much_at_once_is_said(view: ActivitiesView, workspace: Workspace, goal: int) -> None:
    for number in range(4):
        tried(workspace, goal, f"Try {number}")
    view.refresh()
    assert "4 things are tried for “Grow” at the same time." in words(view)


def test_a_file_that_cannot_be_written_is_only_read(
    qtbot: QtBot, workspace: Workspace, goal: int
) -> None:
    wanted = tried(workspace, goal, "Posters", due=TODAY)
    workspace.close()
    with Workspace.open(workspace.path, read_only=True, today=lambda: TODAY) as reading:
        view = ActivitiesView(AppContext(workspace=reading))
        qtbot.addWidget(view)
        view.refresh()
        view.show_item(wanted)
        view.new_item()
        row(view, 0).opened.emit()
        row(view, 0).delete_wanted.emit()
        row(view, 0).move_wanted.emit(1)
        assert view.findChildren(VerdictDialog) == []
        assert view.findChildren(ActivityDialog) == []
        assert row(view, 0).decide_button is None
        assert len(activities(reading)) == 1


def test_more_time_leads_to_the_editor(
    qtbot: QtBot, view: ActivitiesView, workspace: Workspace, goal: int
) -> None:
    wanted = tried(workspace, goal, "Posters", due=TODAY)
    view.refresh()
    view.decide_on(wanted)
    asked = dialog(view, VerdictDialog)
    assert isinstance(asked, VerdictDialog)
    asked.change_wanted.emit(wanted)
    editor = dialog(view, ActivityDialog)
    assert isinstance(editor, ActivityDialog)
    editor.due.setText("2026-12-24")
    editor.on_confirmed()
    assert activity(workspace, wanted).due == date(2026, 12, 24)
