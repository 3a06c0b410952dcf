"""A goal in three sittings, by keyboard only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.company import Person
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.sitting import Ask, Sitting, Way
from desktop.services.company import save_person
from desktop.services.goals import goals, key_results, save_goal, save_key_result
from desktop.services.history import steps
from desktop.services.kpis import kpi, kpis, save_kpi
from desktop.services.sittings import answers_of, guide_of
from desktop.services.workspace import Workspace
from desktop.ui.advice.target_note import TargetNote
from desktop.ui.advice.title_note import TitleNote
from desktop.ui.context import GUIDED
from desktop.ui.goals.page import GoalsPage
from desktop.ui.guide.check_question import CheckQuestion
from tests.ui.conftest import TODAY, Said
from tests.ui.guide.conftest import Typist

Asked = Callable[[], str]


def preview(page: GoalsPage) -> str:
    """Every word of the goal at the side."""
    view = page.guiding.view
    assert view is not None
    assert view.preview is not None
    return " | ".join(label.text() for label in view.preview.findChildren(QLabel))


def first_sitting(page: GoalsPage, typist: Typist) -> None:
    """To the end of the first sitting of a SMART goal."""
    page.guide_new()
    typist.enters().types("More people buy bread online").enters()
    typist.types("the shop is to carry itself").enters().types("Yes, before Christmas").enters()
    typist.enters()


def test_another_page_leads_into_the_guide(page: GoalsPage, asked: Asked) -> None:
    page.show_item(GUIDED)
    assert page.guiding.is_on
    assert asked() == "How big is what you want?"


def test_a_target_past_another_owners_capacity_is_told_as_it_is_typed(
    qtbot: QtBot, page: GoalsPage, typist: Typist, asked: Asked, workspace: Workspace, rating: Kpi
) -> None:
    marketing = save_person(workspace, Person(name="Marketing")).id
    sales = save_person(workspace, Person(name="Sales")).id
    save_kpi(workspace, replace(rating, capacity=0.85, capacity_owner_id=sales))
    draft = Goal(statement="Rating", start=TODAY, state=GoalState.DRAFT, owner_id=marketing)
    saved = save_goal(workspace, draft)
    save_key_result(workspace, KeyResult(goal_id=saved.id or 0, kpi_id=rating.id))
    page.guiding.open(saved.id or 0)
    typist.enters()
    assert asked() == "How far: Rating"
    typist.types("90")
    (note,) = page.guiding.view.question.findChildren(TargetNote)
    qtbot.waitUntil(lambda: not note.isHidden())
    said = note.capacity.text.replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Marketing aims at 90.0%, but Sales can take 85.0%."


def test_a_title_is_judged_as_it_is_typed_but_the_whole_sentence_may_be_long(
    qtbot: QtBot, page: GoalsPage, typist: Typist, workspace: Workspace, rating: Kpi
) -> None:
    page.guide_new()
    typist.enters().types("Implementera the shop")
    (note,) = page.guiding.view.question.findChildren(TitleNote)
    qtbot.waitUntil(note.isVisible)
    assert note.text().startswith("“Implementera” is jargon.")
    draft = Goal(statement="The shop is loved", why="we live here", start=TODAY, deadline=TODAY)
    saved = save_goal(workspace, replace(draft, state=GoalState.DRAFT))
    row = KeyResult(goal_id=saved.id or 0, kpi_id=rating.id, baseline=0.8, target=0.9)
    save_key_result(workspace, row)
    page.guiding.open(saved.id or 0)
    page.guiding.view.load(saved.id or 0, Sitting.MEASURE)
    check = CheckQuestion(page.guiding.view.sketch)
    qtbot.addWidget(check)
    check.show()
    qtbot.mouseClick(check.whole_button, Qt.MouseButton.LeftButton)
    assert len(check.field.text()) > 70
    qtbot.wait(400)  # longer than the pause
    (note,) = check.findChildren(TitleNote)
    assert note.isHidden()
    qtbot.keyClicks(check.field, " Soon.")
    qtbot.waitUntil(note.isVisible)


def test_a_smart_goal_from_nothing(
    page: GoalsPage, typist: Typist, asked: Asked, workspace: Workspace, orders: Kpi
) -> None:
    first_sitting(page, typist)
    assert asked() == "That was the first sitting"
    typist.tabs().enters()  # go on at once
    assert asked() == "If it goes well, what do we see?"
    typist.types("The oven is full at six").enters()
    typist.types("orders").enters()  # takes the first found
    assert "Orders" in preview(page)
    typist.enters()
    typist.tabs().enters()
    assert asked() == "Until when?"
    typist.enters()
    assert asked() == "How far: Orders"
    typist.types("5000").enters()
    typist.types("Paid orders").enters().types("The shop").enters()
    typist.types("Eva has Mondays").enters()
    typist.types("A letter").enters().types("A poster").presses(
        Qt.Key.Key_Return, with_control=True
    )
    typist.types("a").enters().types("b").enters().types("Call the printer").enters()
    assert asked() == "Is it clear to everyone?"
    assert "still open" not in preview(page)
    typist.enters()
    assert asked() == "The goal is set"
    typist.enters()

    (goal,) = goals(workspace)
    goal_id = goal.id or 0
    assert (goal.statement, goal.why, goal.state) == (
        "More people buy bread online",
        "the shop is to carry itself",
        GoalState.ACTIVE,
    )
    assert goal.deadline == date(2027, 12, 31)
    (row,) = key_results(workspace, goal_id)
    assert (row.kpi_id, row.target, row.comparison) == (orders.id, 5000.0, Comparison.TOTAL)
    assert kpi(workspace, orders.id or 0).definition == "Paid orders"
    assert answers_of(workspace, goal_id)[Ask.TRIES] == "A letter\nA poster"
    assert guide_of(workspace, goal_id).done == len(Sitting)
    labels = [step.label.text for step in steps(workspace)]
    assert labels[:3] == [
        "Third sitting of “{goal}”",
        "Second sitting of “{goal}”",
        "First sitting of “{goal}”",
    ]
    assert page.list.tree.selected_goal() == goal_id
    assert page.list.isVisible()


def test_an_objective_with_three_key_results(
    page: GoalsPage, typist: Typist, asked: Asked, workspace: Workspace, orders: Kpi, rating: Kpi
) -> None:
    page.guide_new()
    typist.presses(Qt.Key.Key_Down).enters().types("Everyone buys our bread").enters()
    typist.types("we live here").enters().enters()
    typist.tabs().enters().types("Queues").enters()
    for word in ("orders", "rating", "returning customers"):
        typist.types(word).enters()
    typist.enters().tabs().enters()
    assert asked() == "Until when?"
    typist.enters()  # the coming fiscal year
    typist.types("5000").enters(3)
    typist.types("90").enters(3)
    typist.types("40").enters(3)
    typist.enters().presses(Qt.Key.Key_Return, with_control=True)
    assert asked() == "Is it clear to everyone?"
    typist.enters().enters()

    (goal,) = goals(workspace)
    rows = key_results(workspace, goal.id or 0)
    assert [row.target for row in rows] == [5000.0, 0.9, 40.0]
    assert rows[1].baseline == 0.8
    assert len({row.kpi_id for row in rows}) == 3
    assert (goal.start, goal.deadline) == (date(2027, 1, 1), date(2027, 12, 31))
    assert guide_of(workspace, goal.id or 0).way is Way.OKR
    assert len(kpis(workspace)) >= 3


def test_the_next_sitting_is_agreed_on(
    page: GoalsPage, typist: Typist, workspace: Workspace, said: Said
) -> None:
    first_sitting(page, typist)
    typist.enters()
    (goal,) = goals(workspace)
    guide = guide_of(workspace, goal.id or 0)
    assert (guide.done, guide.next_on) == (1, date(2026, 10, 7))
    assert goal.state is GoalState.DRAFT
    caption = page.list.tree.model().index(0, 0).data(int(Qt.ItemDataRole.UserRole) + 3)
    assert "Step 2 of 3 on 7 October 2026" in caption
    assert page.list.tree.model().index(0, 4).data() == ""  # how long it runs is not decided
    assert page.list.continue_button.isVisible()
    assert said.notices == [("The first sitting is saved.", "good")]


def test_escape_goes_back_and_loses_nothing(
    page: GoalsPage, typist: Typist, asked: Asked, workspace: Workspace
) -> None:
    page.guide_new()
    typist.enters().types("More bread").enters().types("hunger")
    typist.escapes()
    assert asked() == "What exactly do we want to reach?"
    typist.escapes()
    assert asked() == "How big is what you want?"
    typist.escapes()
    (goal,) = goals(workspace)
    assert (goal.statement, goal.why) == ("More bread", "hunger")
    assert guide_of(workspace, goal.id or 0).done == 0
    assert page.list.isVisible()


def test_nothing_is_written_for_a_look(
    page: GoalsPage, typist: Typist, workspace: Workspace
) -> None:
    before = len(steps(workspace))
    page.guide_new()
    typist.escapes()
    page.guide_new()
    typist.enters().escapes(2)
    assert len(steps(workspace)) == before
    saved = save_goal(workspace, Goal(statement="Bread", start=TODAY))
    page.guiding.open(saved.id or 0)
    assert page.may_leave()
    typist.escapes()
    assert len(steps(workspace)) == before + 1


def test_leaving_the_page_keeps_what_was_answered(
    page: GoalsPage, typist: Typist, workspace: Workspace
) -> None:
    page.guide_new()
    typist.enters().types("More bread")
    assert page.may_leave()
    assert [goal.statement for goal in goals(workspace)] == ["More bread"]
    page.refresh()  # as after undo elsewhere
    assert page.guiding.is_on
    workspace.undo()
    page.refresh()
    assert page.list.isVisible()


def test_a_goal_without_words_is_not_gone_past(
    page: GoalsPage, typist: Typist, asked: Asked
) -> None:
    page.guide_new()
    typist.enters(3)
    assert asked() == "What exactly do we want to reach?"


def test_a_number_is_needed_and_a_target(
    page: GoalsPage, typist: Typist, asked: Asked, orders: Kpi
) -> None:
    first_sitting(page, typist)
    typist.tabs().enters().enters().enters()
    assert asked() == "Which number shows it best?"
    typist.types("orders").enters(2).tabs().enters()
    typist.enters().enters()
    assert asked() == "How far: Orders"


def test_a_kpi_is_taken_away_again_in_the_table(
    page: GoalsPage, typist: Typist, asked: Asked, orders: Kpi
) -> None:
    first_sitting(page, typist)
    typist.tabs().enters().enters()
    typist.types("orders").enters()
    view = page.guiding.view
    assert view is not None
    assert view.sketch is not None
    assert view.sketch.chosen() == [orders.id]
    typist.presses(Qt.Key.Key_Down).enters()  # what is chosen stands first
    assert view.sketch.chosen() == []
    typist.escapes()  # back to the search
    typist.types("xyzzy").escapes()
    assert asked() == "Which number shows it best?"


def test_the_whole_sentence_and_the_short_one(
    page: GoalsPage, typist: Typist, workspace: Workspace, orders: Kpi
) -> None:
    goal_id = save_goal(workspace, Goal(statement="More bread sold", start=TODAY)).id or 0
    save_key_result(workspace, _row(goal_id, orders.id or 0))
    page.guiding.open(goal_id)
    view = page.guiding.view
    assert view is not None
    view._sit(Sitting.MEASURE)
    view._show(5)
    button = next(b for b in view.findChildren(QPushButton) if b.text() == "Use the whole sentence")
    button.click()
    typist.enters().enters()
    (goal,) = goals(workspace)
    assert goal.statement == "More bread sold: Orders from 300 to 400"
    page.guiding.open(goal_id)
    assert view.sketch is not None
    assert view.sketch.what == "More bread sold"


def _row(goal_id: int, kpi_id: int) -> KeyResult:
    return KeyResult(goal_id=goal_id, kpi_id=kpi_id, baseline=300.0, target=400.0)


def test_from_the_guide_to_the_editor_and_back(
    page: GoalsPage, typist: Typist, asked: Asked, workspace: Workspace
) -> None:
    page.guide_new()
    typist.enters().types("More bread").enters().types("hunger").enters().types("Yes")
    view = page.guiding.view
    assert view is not None
    view.editor_button.click()
    assert page.editor.fields.statement.text() == "More bread"
    assert page.editor.answers.fields[Ask.WORTH].text() == "Yes"
    page.editor.fields.statement.setPlainText("Much more bread")
    page.editor.answers.fields[Ask.WORTH].setPlainText("Yes, now")
    assert page.editor.changed()
    assert page.editor.save()
    (goal,) = goals(workspace)
    page.guiding.open(goal.id or 0)
    assert "Much more bread" in preview(page)
    assert "Yes, now" in preview(page)


def test_that_it_runs_until_it_is_reached_is_not_forgotten_on_the_way(
    page: GoalsPage, typist: Typist, asked: Asked, workspace: Workspace, orders: Kpi
) -> None:
    draft = Goal(statement="More bread", start=TODAY, state=GoalState.DRAFT)
    goal_id = save_goal(workspace, draft).id or 0
    save_key_result(workspace, KeyResult(goal_id=goal_id, kpi_id=orders.id))
    page.guiding.open(goal_id)
    view = page.guiding.view
    assert view is not None
    for kind in ("open", "dated", "open"):
        view.load(goal_id, Sitting.MEASURE)
        assert asked() == "Until when?"
        assert view.question.kind.value != kind  # type: ignore[union-attr]
        view.question.kind.set_value(kind)  # type: ignore[union-attr]
        typist.enters()
        assert page.may_leave()
    page.guiding.open(goal_id)
    typist.enters()
    (goal,) = goals(workspace)
    assert goal.deadline is None
    assert view.sketch is not None
    assert view.sketch.time_chosen
    page.refresh()
    page.guiding.left.emit(goal_id)
    assert page.list.tree.model().index(0, 4).data() == "Until it is reached"


def test_without_values_only_a_level_is_asked_where_it_stands(
    page: GoalsPage, typist: Typist, workspace: Workspace
) -> None:
    visits = save_kpi(workspace, Kpi(name="Visits"))
    draft = Goal(statement="More visits", start=TODAY, state=GoalState.DRAFT)
    goal_id = save_goal(workspace, draft).id or 0
    save_key_result(workspace, KeyResult(goal_id=goal_id, kpi_id=visits.id))
    page.guiding.open(goal_id)
    for kind, told in (
        ("dated", "There are no values yet."),
        ("open", "There are no values yet, so write where it stands today."),
    ):
        view = page.guiding.view
        assert view is not None
        view.load(goal_id, Sitting.MEASURE)
        view.question.kind.set_value(kind)  # type: ignore[union-attr]
        typist.enters()
        assert view.question is not None
        assert told in [label.text() for label in view.question.findChildren(QLabel)]


def test_a_sitting_that_is_due_opens_from_the_overview(
    page: GoalsPage, typist: Typist, asked: Asked, workspace: Workspace
) -> None:
    first_sitting(page, typist)
    view = page.guiding.view
    assert view is not None
    view.question.day.set_day(TODAY)  # type: ignore[union-attr]
    typist.enters()
    (goal,) = goals(workspace)
    page.show_item(goal.id)
    assert asked() == "If it goes well, what do we see?"


def test_a_goal_that_is_set_is_gone_through_again_without_a_reminder(
    page: GoalsPage, typist: Typist, asked: Asked, workspace: Workspace, orders: Kpi
) -> None:
    goal = Goal(statement="More bread", start=TODAY, deadline=date(2026, 12, 31))
    goal_id = save_goal(workspace, goal).id or 0
    save_key_result(workspace, KeyResult(goal_id=goal_id, kpi_id=orders.id, target=900.0))
    page.guiding.open(goal_id)
    view = page.guiding.view
    assert view is not None
    typist.enters(5)
    assert asked() == "The goal is set"
    assert not view.question.day.isVisible()  # type: ignore[union-attr]
    typist.tabs().enters()
    assert asked() == "If it goes well, what do we see?"
    view.load(goal_id, Sitting.GOAL)
    typist.enters(6)
    assert page.list.isVisible()
    assert guide_of(workspace, goal_id).next_on is None


def test_another_day_is_one_click(
    page: GoalsPage, typist: Typist, workspace: Workspace, said: Said
) -> None:
    first_sitting(page, typist)
    view = page.guiding.view
    assert view is not None
    view.question.day.set_day(TODAY)  # type: ignore[union-attr]
    typist.enters()
    (goal,) = goals(workspace)
    page.show_item(goal.id)
    assert view.later_button.isVisible()
    view.later_button.click()
    assert guide_of(workspace, goal.id or 0).next_on == date(2026, 10, 7)
    assert page.list.isVisible()
    assert said.notices[-1][0] == "You are reminded on 7 October 2026."
    page.guiding.open(goal.id or 0)
    assert not view.later_button.isVisible()


def test_a_reached_goal_is_raised(
    page: GoalsPage, asked: Asked, workspace: Workspace, rating: Kpi
) -> None:
    goal_id = save_goal(
        workspace, Goal(statement="Better bread", start=date(2026, 1, 1), state=GoalState.REACHED)
    ).id
    save_key_result(workspace, _row(goal_id or 0, rating.id or 0))
    page.refresh()
    page.list.tree.select_goal(goal_id or 0)
    assert page.list.raise_button.isVisible()
    page.list.raise_button.click()
    assert asked() == "Until when?"
    assert "Better bread" in preview(page)
    raised = next(each for each in goals(workspace) if each.id != goal_id)
    assert raised.state is GoalState.DRAFT
    page.guiding.view.leave()  # type: ignore[union-attr]
    texts = [
        page.list.tree.model().index(n, 0).data(int(Qt.ItemDataRole.UserRole) + 3) for n in range(2)
    ]
    assert any("raised from “Better bread”" in text for text in texts)
    workspace.undo()
    assert len(goals(workspace)) == 1


def test_ctrl_enter_goes_on_to_the_next_sitting_at_once(
    qtbot: QtBot, page: GoalsPage, typist: Typist, asked: Asked
) -> None:
    first_sitting(page, typist)
    assert asked() == "That was the first sitting"
    typist.presses(Qt.Key.Key_Return, with_control=True)
    qtbot.waitUntil(lambda: asked() == "If it goes well, what do we see?")
