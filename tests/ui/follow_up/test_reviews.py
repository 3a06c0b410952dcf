"""Reviews by keyboard: what is due, the questions filled in from the data, and what was learned."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.core.kpi import AddUp, Kpi
from desktop.core.period import Cadence, Period
from desktop.core.review import Review
from desktop.core.unit import Unit, UnitKind
from desktop.services.goals import goal, save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.reviews import review_of_goal, reviews, save_review
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.follow_up.page import FollowUpPage
from desktop.ui.follow_up.report.report_view import ReportView
from desktop.ui.follow_up.reviews.reviews_view import ReviewsView
from desktop.ui.goals.goal_reviews import GoalReviews
from desktop.ui.widgets import Banner, EmptyState
from tests.ui.conftest import TODAY, Said

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def goal_id(workspace: Workspace) -> int:
    """Readers from 100 to 200; 230 in June, when it ended."""
    unit = Unit(UnitKind.OWN, "people")
    kpi = save_kpi(workspace, Kpi(name="Readers", add_up=AddUp.LAST, unit=unit))
    first = Period(Cadence.MONTH, date(2026, 1, 1))
    save_values(workspace, kpi.id or 0, {first.shift(n): 180.0 + 10 * n for n in range(6)})
    made = Goal(statement="More readers", start=date(2026, 1, 1), deadline=date(2026, 6, 30))
    row = KeyResult(goal_id=0, kpi_id=kpi.id, baseline=100.0, target=200.0)
    return save_goal_whole(workspace, made, [row], [], {}).id or 0


@pytest.fixture
def view(qtbot: QtBot, context: AppContext, goal_id: int) -> ReviewsView:
    made = ReviewsView(context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.refresh()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def button(widget: QWidget, name: str) -> QPushButton:
    return next(each for each in widget.findChildren(QPushButton) if each.accessibleName() == name)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    held = QApplication.focusWidget()
    assert held is not None
    qtbot.keyClick(held, key, modifier)


def test_a_review_by_keyboard(
    qtbot: QtBot, view: ReviewsView, workspace: Workspace, goal_id: int, said: Said
) -> None:
    view.take_focus()
    held = QApplication.focusWidget()
    assert isinstance(held, QPushButton)
    view.show_item(goal_id)
    assert view.editor is not None
    assert view.editor.happened.text().startswith("From the data, 5 October 2026:\n– ")
    assert "Readers: 230 people as of 30 June 2026, 130% of the way." in view.editor.happened.text()
    assert QApplication.focusWidget() is view.editor.why
    for text in ("Short letters", "Raise it"):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        press(qtbot, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "Write shorter")
    press(qtbot, Qt.Key.Key_Return)
    kept = review_of_goal(workspace, goal_id)
    assert kept is not None
    assert (kept.why, kept.next, kept.learned) == ("Short letters", "Raise it", "Write shorter")
    assert "More readers" in kept.meant
    assert view.editor is None
    assert "“Write shorter”" in words(view)
    assert said.notices == [("The review is saved.", "good")]


def test_leaving_keeps_what_was_written_and_nothing_else(
    qtbot: QtBot, view: ReviewsView, workspace: Workspace, goal_id: int
) -> None:
    view.show_item(goal_id)
    assert view.may_leave()
    assert reviews(workspace) == []  # the data alone is no review
    assert view.editor is not None
    qtbot.keyClicks(view.editor.why, "Rain")
    assert view.may_leave()
    assert [each.why for each in reviews(workspace)] == ["Rain"]
    workspace.undo()
    view.refresh()
    assert view.editor is None  # what was undone is not gone on with


def test_what_was_filled_in_is_marked_and_can_be_had_again(view: ReviewsView, goal_id: int) -> None:
    view.show_item(goal_id)
    assert view.editor is not None
    field = view.editor.meant
    given = field.text()
    assert "Filled in from the data; change it and add to it as you like." in words(field)
    field.area.setPlainText("We wanted more")
    assert "In your own words." in words(field)
    button(field, "Fill in anew").click()
    assert field.text() == given


def test_a_goal_past_its_deadline_is_closed_from_here(
    view: ReviewsView, workspace: Workspace, goal_id: int
) -> None:
    view.show_item(goal_id)
    assert view.editor is not None
    (banner,) = (each for each in view.editor.findChildren(Banner) if "ended on" in each.text)
    reached = next(each for each in banner.findChildren(QPushButton) if each.text() == "Reached")
    reached.click()
    assert goal(workspace, goal_id).state is GoalState.REACHED


def test_what_is_due_comes_first_and_the_past_is_searched(
    view: ReviewsView, workspace: Workspace, goal_id: int
) -> None:
    save_review(workspace, Review(goal_id=goal_id, day=TODAY, learned="Write shorter"))
    quarter = Period(Cadence.QUARTER, date(2026, 1, 1))
    save_review(
        workspace,
        Review(period_start=quarter.start, period_end=quarter.end, day=TODAY, learned="Rest more"),
    )
    view.refresh()
    assert view.list is not None
    assert words(view.list)[0] == "What we have learned"  # the goal ended before July
    view.list.search.setText("shorter")
    assert "“Write shorter”" in words(view.list)
    assert "“Rest more”" not in words(view.list)
    view.list.search.setText("nowhere")
    assert "No review has these words." in words(view.list)


def test_a_review_is_deleted_and_brought_back(
    view: ReviewsView, workspace: Workspace, goal_id: int, said: Said
) -> None:
    saved = save_review(workspace, Review(goal_id=goal_id, day=TODAY, learned="Write shorter"))
    view.refresh()
    assert view.list is not None
    view.list.delete_wanted.emit(saved.id)
    assert reviews(workspace) == []
    assert said.notices == [("The review is deleted.", "info")]
    workspace.undo()
    assert reviews(workspace) == [saved]


def test_before_anything_is_over_the_view_says_what_belongs_there(
    qtbot: QtBot, context: AppContext, said: Said
) -> None:
    view = ReviewsView(context)
    qtbot.addWidget(view)
    view.refresh()
    (empty,) = view.findChildren(EmptyState)
    assert "Nothing to look back on yet" in words(empty)
    empty.findChildren(QPushButton)[0].click()
    assert said.places == [("goals", None)]


def test_a_read_only_file_can_be_read(
    qtbot: QtBot, workspace: Workspace, goal_id: int, context: AppContext
) -> None:
    saved = save_review(workspace, Review(goal_id=goal_id, day=TODAY, learned="Write shorter"))
    workspace.close()
    with Workspace.open(workspace.path, read_only=True, today=lambda: TODAY) as reading:
        context.workspace = reading
        view = ReviewsView(context)
        qtbot.addWidget(view)
        view.refresh()
        assert view.list is not None
        view.list.review_wanted.emit(saved.id)
        assert view.editor is not None
        assert not view.editor.save_button.isEnabled()
        assert view.may_leave()


def test_the_goal_shows_what_was_learned(
    qtbot: QtBot, context: AppContext, workspace: Workspace, goal_id: int, said: Said
) -> None:
    card = GoalReviews(context)
    qtbot.addWidget(card)
    card.show_goal(goal(workspace, goal_id))
    assert "It is over, and nobody has looked back on it yet." in words(card)
    save_review(workspace, Review(goal_id=goal_id, day=TODAY, learned="Write shorter"))
    card.show_goal(goal(workspace, goal_id))
    assert "“Write shorter”" in words(card)
    next(each for each in card.findChildren(QPushButton)).click()
    assert said.places == [("follow_up/reviews", goal_id)]


class TestReport:
    @pytest.fixture
    def view(self, qtbot: QtBot, context: AppContext, goal_id: int) -> ReportView:
        made = ReportView(context)
        qtbot.addWidget(made)
        made.refresh()
        return made

    def test_it_begins_with_the_month_that_closed_last(self, view: ReportView) -> None:
        assert view.period == Period(Cadence.MONTH, date(2026, 9, 1))
        assert "What changed for real" in words(view)

    def test_another_period_is_chosen_and_remembered(
        self, qtbot: QtBot, view: ReportView, context: AppContext
    ) -> None:
        view.cadences.chosen.emit("quarter")
        assert view.period == Period(Cadence.QUARTER, date(2026, 7, 1))
        view.show_period(view.period.shift(-1))
        assert "Readers" in words(view)
        assert "230\N{NO-BREAK SPACE}people" in words(view)
        other = ReportView(context)
        qtbot.addWidget(other)
        assert other.period.cadence is Cadence.QUARTER

    def test_it_is_copied_as_text(self, view: ReportView, said: Said) -> None:
        view.copy_button.click()
        text = QApplication.clipboard().text()
        assert text.startswith("Bageriet i Lund: Report for September 2026\n")
        assert said.notices == [("The report is copied as text.", "good")]


def test_this_week_leads_to_the_review(qtbot: QtBot, context: AppContext, goal_id: int) -> None:
    page = FollowUpPage(context)
    qtbot.addWidget(page)
    page.show_part("reviews", goal_id)
    assert isinstance(page.view, ReviewsView)
    assert page.view.editor is not None
    assert page.view.editor.review.goal_id == goal_id
