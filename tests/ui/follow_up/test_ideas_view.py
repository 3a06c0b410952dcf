"""Ideas by keyboard: noted, answered with a reason, adopted, and the reply on the clipboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.company import Company, Person
from desktop.core.goal import Goal
from desktop.core.idea import Answer
from desktop.services.activities import activities
from desktop.services.company import save_company, save_person
from desktop.services.goals import save_goal
from desktop.services.ideas import answer_idea, ideas, note_idea
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.follow_up.activities.activity_dialog import ActivityDialog
from desktop.ui.follow_up.ideas.answer_dialog import AnswerDialog
from desktop.ui.follow_up.ideas.idea_dialog import IdeaDialog
from desktop.ui.follow_up.ideas.idea_row import IdeaRow
from desktop.ui.follow_up.ideas.ideas_view import IdeasView
from tests.ui.conftest import TODAY, Said

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot, context: AppContext) -> IdeasView:
    made = IdeasView(context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.refresh()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def asked(qtbot: QtBot, view: IdeasView) -> AnswerDialog:
    (found,) = view.findChildren(AnswerDialog)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def row(view: IdeasView, at: int) -> IdeaRow:
    found = view.list.rows[at]
    assert isinstance(found, IdeaRow)
    return found


def test_ideas_are_typed_one_after_the_other(
    qtbot: QtBot, view: IdeasView, workspace: Workspace
) -> None:
    save_person(workspace, Person(name="Kim"))
    view.take_focus()
    for title in ("A stand at the fair", "  ", "Open on Sundays"):
        held = QApplication.focusWidget()
        qtbot.keyClicks(held, title)
        if title.startswith("Open"):
            qtbot.keyClicks(view.entry.who, "Kim")
        qtbot.keyClick(held, Qt.Key.Key_Return)
    said = [(each.idea.title, each.idea.who, each.idea.day) for each in ideas(workspace)]
    assert said == [("A stand at the fair", "", TODAY), ("Open on Sundays", "Kim", TODAY)]
    assert view.entry.title.hasFocus()
    assert len(view.list.rows) == 2


def test_an_answer_takes_a_goal_or_none_and_a_reason(
    qtbot: QtBot, view: IdeasView, workspace: Workspace, said: Said
) -> None:
    save_company(workspace, Company(name="Bageriet i Lund", language="en"))
    note_idea(workspace, "A stand at the fair", "Robin")
    view.refresh()
    view.show_item(None)
    dialog = asked(qtbot, view)
    qtbot.keyClicks(dialog.reason, "The fair is too far away for our customers.")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_1, CTRL)
    assert "Hold it against the goals first. “None of our goals” is an answer." in words(dialog)
    dialog.goal.set_value(None)
    qtbot.keyClick(dialog.reason, Qt.Key.Key_1, CTRL)
    (found,) = ideas(workspace)
    assert (found.idea.answer, found.goal) == (Answer.DECLINED, "")
    copy = row(view, 0).copy_button
    assert copy is not None
    copy.click()
    assert QGuiApplication.clipboard().text() == (
        "Hello Robin,\n\n"
        "Thank you for your idea: “A stand at the fair”.\n\n"
        "This time we will not do it. It serves none of the goals that we have now.\n\n"
        "The fair is too far away for our customers.\n\n"
        "Do send us the next one too.\n"
        "Bageriet i Lund"
    )
    assert said.notices[-1] == ("The reply is copied. Paste it into a message.", "good")


def test_another_answer_replaces_the_reason_or_keeps_it(
    qtbot: QtBot, view: IdeasView, workspace: Workspace
) -> None:
    idea = note_idea(workspace, "A stand at the fair")
    answer_idea(workspace, idea.id or 0, Answer.PARKED, "Later.", None)
    view.refresh()
    view.list.take_focus()
    qtbot.keyClick(row(view, 0), Qt.Key.Key_Return)
    dialog = asked(qtbot, view)
    assert dialog.reason.text() == "Later."
    qtbot.keyClicks(dialog.reason, "Too far away.")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_1, CTRL)
    (found,) = ideas(workspace)
    assert (found.idea.answer, found.idea.reason) == (Answer.DECLINED, "Too far away.")


def test_an_adopted_idea_opens_as_an_activity(
    qtbot: QtBot, view: IdeasView, workspace: Workspace, said: Said
) -> None:
    goal = save_goal(workspace, Goal(statement="Grow", start=date(2026, 1, 1)))
    note_idea(workspace, "Open on Sundays")
    view.refresh()
    view.list.take_focus()
    qtbot.keyClick(row(view, 0), Qt.Key.Key_Return)
    dialog = asked(qtbot, view)
    dialog.goal.set_value(goal.id)
    qtbot.keyClick(dialog.reason, Qt.Key.Key_3, CTRL)
    (editor,) = view.findChildren(ActivityDialog)
    assert editor.title.text() == "Open on Sundays"
    qtbot.keyClicks(editor.because, "people are free then")
    editor.on_confirmed()
    (made,) = activities(workspace)
    assert (made.goal_id, made.because) == (goal.id, "people are free then")
    (found,) = ideas(workspace)
    assert (found.idea.answer, found.idea.activity_id) == (Answer.ADOPTED, made.id)
    view.activateWindow()
    qtbot.waitUntil(lambda: row(view, 0).hasFocus())
    qtbot.keyClick(row(view, 0), Qt.Key.Key_Return)
    assert said.places == [("follow_up/activities", made.id)]


def test_the_list_by_answer(qtbot: QtBot, view: IdeasView, workspace: Workspace) -> None:
    for title in ("One", "Two"):
        note_idea(workspace, title)
    view.refresh()
    view.show_item(ideas(workspace)[0].idea.id)
    dialog = asked(qtbot, view)
    dialog.goal.set_value(None)
    qtbot.keyClicks(dialog.reason, "Not now")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_2, CTRL)
    view.filter.set_value(Answer.PARKED.value)
    view.filter.chosen.emit(Answer.PARKED.value)
    assert [row(view, at).view.idea.title for at in range(len(view.list.rows))] == ["One"]
    view.filter.set_value(Answer.DECLINED.value)
    view.filter.chosen.emit(Answer.DECLINED.value)
    assert "None with this answer." in words(view)
    view.show_item(ideas(workspace)[1].idea.id)  # it is not in this choice
    assert view.filter.value == "all"


def test_more_is_said_of_an_idea_and_it_is_deleted(
    qtbot: QtBot, view: IdeasView, workspace: Workspace
) -> None:
    note_idea(workspace, "One")
    view.refresh()
    change = row(view, 0).change_button
    assert change is not None
    change.click()
    (dialog,) = view.findChildren(IdeaDialog)
    qtbot.keyClicks(dialog.details, "With music")
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    assert ideas(workspace)[0].idea.details == "With music"
    view.list.take_focus()
    qtbot.waitUntil(lambda: row(view, 0).hasFocus())
    qtbot.keyClick(row(view, 0), Qt.Key.Key_Delete)
    assert ideas(workspace) == []


def test_a_file_that_cannot_be_written_is_only_read(qtbot: QtBot, workspace: Workspace) -> None:
    note_idea(workspace, "One")
    answer_idea(workspace, note_idea(workspace, "Two").id or 0, Answer.DECLINED, "No")
    workspace.close()
    with Workspace.open(workspace.path, read_only=True, today=lambda: TODAY) as reading:
        view = IdeasView(AppContext(workspace=reading))
        qtbot.addWidget(view)
        view.refresh()
        view.show_item(None)
        assert view.entry.isHidden()
        assert view.findChildren(AnswerDialog) == []
        assert row(view, 0).answer_button is None
        assert row(view, 1).delete_button is None
        copy = row(view, 1).copy_button
        assert copy is not None
        copy.click()
        assert "No" in QGuiApplication.clipboard().text()
        row(view, 0).delete_wanted.emit()
        assert len(ideas(reading)) == 2
