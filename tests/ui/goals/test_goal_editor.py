"""The editor of one goal: what it shows, what it refuses, what it keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, Milestone, PlanValue
from desktop.core.kpi import Better, Kpi
from desktop.services.goals import (
    delete_goal,
    goal,
    goals,
    key_results,
    milestones,
    plan_values,
    save_goal,
    save_goal_whole,
)
from desktop.services.kpis import save_kpi
from desktop.services.workspace import Workspace
from desktop.ui.dialogs.question import Question
from desktop.ui.goals.done_form import DoneForm
from desktop.ui.goals.number_form import NumberForm
from desktop.ui.goals.page import GoalsPage
from desktop.ui.goals.plan_dialog import PlanDialog
from tests.ui.conftest import Said

LEFT = Qt.MouseButton.LeftButton
STEPS = [PlanValue(date(2026, 12, 31), 700.0)]


@pytest.fixture
def goal_id(workspace: Workspace, orders: Kpi, rating: Kpi) -> int:
    """A goal with a number, a level, something to be done, a plan and two milestones."""
    saved = save_goal_whole(
        workspace,
        Goal(
            statement="More orders",
            why="To grow.",
            not_doing="No sale.",
            start=date(2026, 8, 1),
            deadline=date(2027, 7, 31),
        ),
        [
            KeyResult(id=-1, goal_id=0, kpi_id=orders.id, target=4000.0,
                      comparison=Comparison.TOTAL),
            KeyResult(id=-2, goal_id=0, kpi_id=rating.id, baseline=0.8, target=0.9, weight=2.0),
            KeyResult(id=-3, goal_id=0, title="New shop open"),
        ],
        [
            Milestone(goal_id=0, title="Half way", due=date(2027, 1, 31)),
            Milestone(goal_id=0, key_result_id=-1, title="A thousand", due=date(2026, 11, 30),
                      value=1000.0),
        ],
        {-1: STEPS},
    )  # fmt: skip
    return saved.id or 0


@pytest.fixture
def opened(page: GoalsPage, goal_id: int) -> GoalsPage:
    page.refresh()
    page.show_item(goal_id)
    return page


def answer(key: str) -> None:
    """Give the answer to the question that is about to be asked."""

    def press() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        for button in question.findChildren(QPushButton):
            if button.property("answer") == key or (not key and button is question.cancel_button):
                button.click()
                return

    QTimer.singleShot(0, press)


def test_a_goal_is_shown_and_not_changed_by_looking(opened: GoalsPage) -> None:
    editor = opened.editor
    assert editor.fields.statement.text() == "More orders"
    kinds = [type(form) for form in editor.results.forms]
    assert kinds == [NumberForm, NumberForm, DoneForm]
    assert [form.title.text() for form in editor.milestones.forms] == ["A thousand", "Half way"]
    assert not editor.changed()
    assert opened.may_leave()


def test_saving_what_is_not_changed_changes_nothing(
    opened: GoalsPage, workspace: Workspace, goal_id: int
) -> None:
    before = (
        goal(workspace, goal_id),
        key_results(workspace, goal_id),
        milestones(workspace, goal_id),
    )
    assert opened.editor.save()
    after = (
        goal(workspace, goal_id),
        key_results(workspace, goal_id),
        milestones(workspace, goal_id),
    )
    assert before == after
    first = key_results(workspace, goal_id)[0]
    assert plan_values(workspace, first.id or 0) == STEPS


def test_everything_is_saved_in_one_step(
    qtbot: QtBot, opened: GoalsPage, workspace: Workspace, goal_id: int, said: Said
) -> None:
    editor = opened.editor
    editor.fields.statement.setPlainText("Many more orders")
    editor.fields.state.set_value(GoalState.DRAFT)
    editor.results.forms[2].removed.emit(editor.results.forms[2])
    qtbot.mouseClick(editor.results.add_done, LEFT)
    qtbot.keyClicks(editor.results.forms[2].title, "New sign up")
    editor.results.forms[2].done.setChecked(True)
    qtbot.mouseClick(editor.milestones.add_button, LEFT)
    qtbot.keyClicks(editor.milestones.forms[2].title, "All of it")
    assert editor.changed()
    qtbot.keyClick(editor.fields.statement, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert said.notices == [("The goal is saved.", "good")]
    found = goal(workspace, goal_id)
    assert (found.statement, found.state) == ("Many more orders", GoalState.DRAFT)
    assert [row.title for row in key_results(workspace, goal_id)] == ["", "", "New sign up"]
    assert key_results(workspace, goal_id)[2].done_on == date(2026, 10, 5)
    assert {row.title for row in milestones(workspace, goal_id)} == {
        "Half way", "A thousand", "All of it",
    }  # fmt: skip
    workspace.undo()
    assert goal(workspace, goal_id).statement == "More orders"
    assert [row.title for row in key_results(workspace, goal_id)] == ["", "", "New shop open"]


def test_an_open_goal_has_no_deadline_and_no_plan(
    opened: GoalsPage, workspace: Workspace, goal_id: int
) -> None:
    fields, form = opened.editor.fields, opened.editor.results.forms[1]
    fields.kind.set_value("open")
    fields.kind.chosen.emit("open")
    assert not fields.deadline.isVisible()
    assert isinstance(form, NumberForm)
    assert not form._plan_button.isVisible()
    opened.editor.save()
    assert goal(workspace, goal_id).deadline is None


class TestFaults:
    def refused(self, page: GoalsPage) -> None:
        label = page.context.workspace.undo_label
        assert not page.editor.save()
        assert page.context.workspace.undo_label == label

    def test_no_statement(self, opened: GoalsPage) -> None:
        opened.editor.fields.statement.setPlainText("  ")
        self.refused(opened)
        described = opened.editor.fields.statement.accessibleDescription()
        assert described == "Write the goal in a sentence first."

    @pytest.mark.parametrize(
        ("field", "text", "words"),
        [
            ("start", "soon", "This is not a date."),
            ("deadline", "later", "This is not a date."),
            ("deadline", "01/07/2026", "The deadline is before the start."),
        ],
    )
    def test_dates(self, opened: GoalsPage, field: str, text: str, words: str) -> None:
        dates = getattr(opened.editor.fields, field)
        dates.setText(text)
        self.refused(opened)
        assert dates.accessibleDescription() == words
        opened.editor.fields.clear_faults()
        assert dates.accessibleDescription() == ""

    def test_no_kpi(self, qtbot: QtBot, opened: GoalsPage) -> None:
        qtbot.mouseClick(opened.editor.results.add_number, LEFT)
        self.refused(opened)
        form = opened.editor.results.forms[-1]
        assert isinstance(form, NumberForm)
        assert form.kpi_choice.accessibleDescription() == "Choose which KPI shows it."

    def test_no_number(self, qtbot: QtBot, opened: GoalsPage) -> None:
        form = opened.editor.results.forms[0]
        assert isinstance(form, NumberForm)
        form.target.clear()
        form.target.textEdited.emit("")
        self.refused(opened)
        assert form.target.accessibleDescription() == "Write the number to reach."
        qtbot.keyClicks(form.target, "many")
        self.refused(opened)
        assert form.target.accessibleDescription() not in ("", "Write the number to reach.")

    def test_weight(self, opened: GoalsPage) -> None:
        form = opened.editor.results.forms[1]
        form.weight.set_value(0.0)
        self.refused(opened)
        assert form.more.is_open
        assert form.weight.accessibleDescription() == "The weight must be more than zero."

    def test_something_to_be_done(self, opened: GoalsPage) -> None:
        form = opened.editor.results.forms[2]
        assert isinstance(form, DoneForm)
        form.done.setChecked(True)
        form.done_on.setText("yesterday")
        self.refused(opened)
        assert form.done_on.accessibleDescription() == "This is not a date."
        form.title.clear()
        self.refused(opened)
        assert form.title.accessibleDescription() == "Write what is to be done."

    @pytest.mark.parametrize(
        ("field", "text", "words"),
        [
            ("title", "", "Write what the milestone is, or remove it."),
            ("due", "soon", "This is not a date."),
        ],
    )
    def test_milestones(self, opened: GoalsPage, field: str, text: str, words: str) -> None:
        form = opened.editor.milestones.forms[0]
        getattr(form, field).setText(text)
        self.refused(opened)
        assert form._fault.text() == words
        assert form._fault.isVisible()

    def test_a_milestones_value(self, qtbot: QtBot, opened: GoalsPage) -> None:
        form = opened.editor.milestones.forms[0]
        form.reached.setText("lots")
        self.refused(opened)
        assert form._fault.isVisible()

    def test_what_the_service_refuses(
        self, opened: GoalsPage, workspace: Workspace, goal_id: int
    ) -> None:
        form = opened.editor.results.forms[0]
        endless = replace(form.key_result, target=float("inf"))
        opened.editor.results.key_results = lambda: (endless,)
        self.refused(opened)
        assert opened.editor._banner.isVisible()


class TestDrafts:
    """A goal that is not grown yet is opened, changed and saved like any other."""

    def test_a_draft_of_the_guide_lacks_its_target(
        self, page: GoalsPage, workspace: Workspace, orders: Kpi
    ) -> None:
        draft = Goal(statement="Orders", start=date(2026, 8, 1), state=GoalState.DRAFT)
        row = KeyResult(goal_id=0, kpi_id=orders.id)
        goal_id = save_goal_whole(workspace, draft, [row], [], {}).id or 0
        page.refresh()
        page.show_item(goal_id)
        page.editor.fields.statement.setPlainText("More orders")
        assert page.editor.save()
        assert goal(workspace, goal_id).statement == "More orders"
        (kept,) = key_results(workspace, goal_id)
        assert (kept.kpi_id, kept.target) == (orders.id, None)

        page.show_item(goal_id)
        page.editor.fields.state.set_value(GoalState.ACTIVE)
        assert not page.editor.save()
        form = page.editor.results.forms[0]
        assert isinstance(form, NumberForm)
        assert form.target.accessibleDescription() == "Write the number to reach."
        assert page.editor.draft_offer.isVisible()

    def test_a_new_goal_is_kept_as_a_draft_on_offer(
        self, qtbot: QtBot, page: GoalsPage, workspace: Workspace
    ) -> None:
        page.new_item()
        page.editor.fields.statement.setPlainText("More orders")
        assert not page.editor.save()
        (offer,) = page.editor.draft_offer.findChildren(QPushButton)
        qtbot.mouseClick(offer, LEFT)
        (saved,) = goals(workspace)
        assert (saved.statement, saved.state) == ("More orders", GoalState.DRAFT)
        assert key_results(workspace, saved.id or 0) == []

    def test_a_number_of_nothing_is_not_lost(self, qtbot: QtBot, page: GoalsPage) -> None:
        page.new_item()
        page.editor.fields.statement.setPlainText("More orders")
        page.editor.fields.state.set_value(GoalState.DRAFT)
        form = page.editor.results.forms[0]
        assert isinstance(form, NumberForm)
        qtbot.keyClicks(form.target, "500")
        assert not page.editor.save()
        assert form.kpi_choice.accessibleDescription() == "Choose which KPI shows it."
        assert not page.editor.draft_offer.isVisible()

    def test_an_active_goal_is_not_taken_back(self, opened: GoalsPage) -> None:
        form = opened.editor.results.forms[0]
        assert isinstance(form, NumberForm)
        form.target.clear()
        form.target.textEdited.emit("")
        assert not opened.editor.save()
        assert not opened.editor.draft_offer.isVisible()

    def test_one_that_is_dropped_needs_nothing(
        self, page: GoalsPage, workspace: Workspace, orders: Kpi
    ) -> None:
        draft = Goal(statement="Orders", start=date(2026, 8, 1), state=GoalState.DRAFT)
        row = KeyResult(goal_id=0, kpi_id=orders.id)
        goal_id = save_goal_whole(workspace, draft, [row], [], {}).id or 0
        page.refresh()
        page.show_item(goal_id)
        page.editor.fields.state.set_value(GoalState.DROPPED)
        assert page.editor.save()
        assert goal(workspace, goal_id).state is GoalState.DROPPED


class TestLeaving:
    def test_keep_editing(self, opened: GoalsPage) -> None:
        opened.editor.fields.statement.setPlainText("Other")
        answer("")
        assert not opened.may_leave()
        assert opened.selected_item() is not None

    def test_discard(self, opened: GoalsPage, workspace: Workspace, goal_id: int) -> None:
        opened.editor.fields.statement.setPlainText("Other")
        answer("discard")
        assert opened.may_leave()
        assert opened.selected_item() is None
        assert goal(workspace, goal_id).statement == "More orders"

    def test_save(
        self, qtbot: QtBot, opened: GoalsPage, workspace: Workspace, goal_id: int
    ) -> None:
        opened.editor.fields.statement.setPlainText("Other")
        answer("save")
        qtbot.keyClick(opened.editor.fields.owner, Qt.Key.Key_Escape)
        assert goal(workspace, goal_id).statement == "Other"
        assert opened.selected_item() is None

    def test_a_new_goal_asks_first(self, opened: GoalsPage) -> None:
        opened.editor.fields.statement.setPlainText("Other")
        answer("")
        opened.new_item()
        assert opened.editor.goal_id is not None


def test_deleting_asks_and_can_be_undone(
    qtbot: QtBot, opened: GoalsPage, workspace: Workspace, said: Said
) -> None:
    qtbot.mouseClick(opened.delete_button, LEFT)
    question = opened.findChild(Question)
    assert question is not None
    button = next(b for b in question.findChildren(QPushButton) if b.property("answer") == "yes")
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: goals(workspace) == [])
    assert opened.selected_item() is None
    assert said.notices[-1][0] == "The goal is deleted."
    workspace.undo()
    assert len(goals(workspace)) == 1


def test_a_goal_that_is_gone_closes_the_editor(
    opened: GoalsPage, workspace: Workspace, goal_id: int, said: Said
) -> None:
    delete_goal(workspace, goal_id)
    opened.refresh()
    assert opened.selected_item() is None
    opened.show_item(goal_id)
    assert said.notices == [("This goal is no longer there.", "bad")]


def test_a_change_from_outside_is_shown_unless_something_is_being_edited(
    opened: GoalsPage, workspace: Workspace, goal_id: int
) -> None:
    opened.editor.fields.statement.setPlainText("Mine")
    opened.refresh()
    assert opened.editor.fields.statement.text() == "Mine"
    opened.editor.fields.statement.setPlainText("More orders")
    opened.refresh()
    assert not opened.editor.changed()


def test_the_sheet_of_the_goal(opened: GoalsPage, goal_id: int, said: Said) -> None:
    opened.sheet_button.click()
    assert said.places == [("sheets", goal_id)]


def test_a_typed_plan_that_ends_beside_a_changed_target_says_so(
    qtbot: QtBot, opened: GoalsPage
) -> None:
    form = opened.editor.results.forms[0]
    assert isinstance(form, NumberForm)
    said = "The plan ends at 4,000\N{NO-BREAK SPACE}orders, not at the target."
    form.set_plan(False, (PlanValue(date(2027, 7, 31), 4000.0),))
    assert said not in shown_words(form)
    form.target.selectAll()
    qtbot.keyClicks(form.target, "4500")
    assert said in shown_words(form)


def shown_words(form: NumberForm) -> str:
    return " ".join(label.text() for label in form.findChildren(QLabel))


def test_a_plan_is_typed_and_made_straight_again(
    opened: GoalsPage, workspace: Workspace, goal_id: int
) -> None:
    form = opened.editor.results.forms[0]
    assert isinstance(form, NumberForm)
    form._plan_button.click()
    dialog = opened.findChild(PlanDialog)
    assert dialog is not None
    assert dialog.grid.rowCount() == 12
    typed = [dialog.grid.item(row, 1).text() for row in range(12)]
    assert typed[4] == "700"
    assert typed[:4] + typed[5:] == [""] * 11
    # 1 August to 31 August are 31 of 365 days.
    assert dialog.grid.item(0, 2).text() == "340\N{NO-BREAK SPACE}orders"
    dialog.grid.item(0, 1).setText("250")
    dialog.on_confirmed()
    assert form.steps == (PlanValue(date(2026, 8, 31), 250.0), STEPS[0])
    assert opened.editor.changed()
    opened.editor.save()
    first = key_results(workspace, goal_id)[0]
    assert len(plan_values(workspace, first.id or 0)) == 2


def test_a_band_needs_no_target(page: GoalsPage, workspace: Workspace, orders: Kpi) -> None:
    kpi = Kpi(name="Stock", better=Better.BAND, band_low=40.0, band_high=60.0)
    band = save_kpi(workspace, kpi)
    page.new_item()
    form = page.editor.results.forms[0]
    assert isinstance(form, NumberForm)
    form.kpi_choice.set_value(band.id)
    form.kpi_choice.chosen.emit(band.id)
    assert not form.target.isVisible()
    page.editor.fields.statement.setPlainText("Keep the stock in order")
    assert page.editor.save()
    assert key_results(workspace, goals(workspace)[0].id or 0)[0].target is None


def test_a_changed_target_shows_what_it_was_until_when_and_why(
    opened: GoalsPage, workspace: Workspace, goal_id: int
) -> None:
    form = opened.editor.results.forms[0]
    assert isinstance(form, NumberForm)
    assert form.change.isHidden(), "nothing was ever changed"
    form.target.set_value(5000.0)
    assert not form.change.row.isHidden()
    form.change.field.setText("A second shop.")
    form.target.set_value(4000.0)
    assert form.reason == "", "back again: nothing to explain"
    form.target.set_value(5000.0)
    assert form.reason == "A second shop."
    opened.editor.save()
    opened.show_item(goal_id)
    shown = opened.editor.results.forms[0]
    assert isinstance(shown, NumberForm)
    first = shown.change.words.replace("\N{NO-BREAK SPACE}", " ")
    today = workspace.today().strftime("%-d %B %Y")
    assert first == (f"First target, until {today}: 4,000 orders. Changed because: A second shop.")
    assert shown.change.row.isHidden()
    workspace.undo()
    assert key_results(workspace, goal_id)[0].target == 4000.0


def test_a_draft_is_not_asked_why(opened: GoalsPage, workspace: Workspace, goal_id: int) -> None:
    save_goal(workspace, replace(goal(workspace, goal_id), state=GoalState.DRAFT))
    opened.editor.load(goal_id)
    form = opened.editor.results.forms[0]
    assert isinstance(form, NumberForm)
    form.target.set_value(5000.0)
    assert form.change.isHidden()


def test_a_milestone_takes_the_unit_of_its_key_result(opened: GoalsPage) -> None:
    form = opened.editor.milestones.forms[1]
    assert not form.reached.isVisible()
    rating_id = opened.editor.results.forms[1].key_result.id
    form.key_result.set_value(rating_id)
    form.key_result.chosen.emit(rating_id)
    assert form.reached.isVisible()
    form.reached.set_value(0.85)
    assert form.value().value == 0.85
    opened.editor.results.forms[1].removed.emit(opened.editor.results.forms[1])
    assert form.value().key_result_id is None


class _Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(repr(watched))
        return False


def test_no_part_flashes_as_a_window_of_its_own(
    page: GoalsPage, goal_id: int, qapp: QApplication
) -> None:
    windows = _Windows()
    qapp.installEventFilter(windows)
    page.refresh()
    page.show_item(goal_id)
    page.editor.results.add_done.click()
    page.editor.milestones.add_button.click()
    qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_a_reached_goal_is_raised_from_its_editor_and_its_result_comes_along(
    qtbot: QtBot, page: GoalsPage, workspace: Workspace, rating: Kpi
) -> None:
    """80 % in September was more than the 75 % that were aimed at."""
    reached = Goal(statement="Loved", start=date(2026, 1, 1))
    row = KeyResult(goal_id=0, kpi_id=rating.id, baseline=0.7, target=0.75)
    goal_id = save_goal_whole(workspace, reached, [row], [], {}).id or 0
    page.refresh()
    page.show_item(goal_id)
    assert page.raise_button.isVisible()
    qtbot.mouseClick(page.raise_button, LEFT)
    assert page.guiding.is_on
    new_id = page.guiding.goal_id or 0
    assert goal(workspace, goal_id).state is GoalState.REACHED
    assert page.guiding.keep()
    page._on_editor_wanted(new_id)
    assert not page.raise_button.isVisible()
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    shown = " ".join(texts).replace("\N{NO-BREAK SPACE}", " ")
    assert "Raised from “Loved”, which came to Rating 80.0%." in shown
