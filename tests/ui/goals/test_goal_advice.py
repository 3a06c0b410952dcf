"""Advice on the Goals page and in the editor of a goal, and what is said of a typed target."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.advice import Advice, AdviceKind
from desktop.core.company import Person
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult
from desktop.core.kpi import AddUp, Kpi
from desktop.core.period import Cadence, Period
from desktop.services.advice import advice
from desktop.services.company import save_person
from desktop.services.goals import delete_goal, goals, save_goal, save_goal_whole
from desktop.services.kpis import kpi, kpis, save_kpi
from desktop.services.measurements import save_values
from desktop.services.sittings import put_off
from desktop.services.workspace import Workspace
from desktop.ui.advice.advice_row import AdviceRow
from desktop.ui.goals.number_form import NumberForm
from desktop.ui.goals.page import GoalsPage
from desktop.ui.kpis.editor.kpi_editor import KpiEditor
from desktop.ui.kpis.ready_kpi_dialog import LibraryDialog
from desktop.ui.theme import palette
from tests.ui.conftest import Said

LEFT = Qt.MouseButton.LeftButton
START = date(2026, 6, 1)


def piece(workspace: Workspace, kind: AdviceKind) -> Advice:
    return next(each for each in advice(workspace).open if each.kind is kind)


def test_a_goal_without_an_owner_leads_to_its_owner(
    qtbot: QtBot, page: GoalsPage, workspace: Workspace
) -> None:
    saved = save_goal(workspace, Goal(statement="More orders", start=START))
    page.refresh()
    row = next(
        row
        for row in page.list.advice.rows.rows()
        if isinstance(row, AdviceRow) and row.advice.kind is AdviceKind.NO_OWNER
    )
    qtbot.mouseClick(row.go, LEFT)
    assert page.selected_item() == saved.id
    assert QApplication.focusWidget() is page.editor.fields.owner


def test_each_piece_leads_to_its_place(page: GoalsPage, workspace: Workspace, orders: Kpi) -> None:
    save_kpi(workspace, replace(orders, capacity=100.0))
    result = KeyResult(goal_id=0, kpi_id=orders.id, target=150.0, comparison=Comparison.PER_PERIOD)
    save_goal_whole(workspace, Goal(statement="Optimise " * 9, start=START), [result], (), {})
    page.refresh()
    editor = page.editor

    page.list.advice.opened.emit(piece(workspace, AdviceKind.LONG_TITLE))
    assert QApplication.focusWidget() is editor.fields.statement
    page._show_list()
    page.list.advice.opened.emit(piece(workspace, AdviceKind.CAPACITY))
    (form,) = editor.results.forms
    assert isinstance(form, NumberForm)
    assert QApplication.focusWidget() is form.target
    page._show_list()


def test_what_is_missing_is_looked_for_in_the_library(
    qtbot: QtBot, page: GoalsPage, workspace: Workspace, orders: Kpi
) -> None:
    """Leading ones are on show, and the one that is chosen is saved in its editor."""
    result = KeyResult(goal_id=0, kpi_id=orders.id, target=150.0)
    save_goal_whole(workspace, Goal(statement="More orders", start=START), [result], (), {})
    page.refresh()
    page.list.advice.opened.emit(piece(workspace, AdviceKind.ONLY_LAGGING))
    library = page.findChild(LibraryDialog)
    assert isinstance(library, LibraryDialog)
    assert library.table.rows()
    assert all(ready.leading for ready in library.table.rows())
    qtbot.mouseClick(library.confirm_button, LEFT)
    editor = page.findChild(KpiEditor)
    assert isinstance(editor, KpiEditor)
    editor.on_confirmed()
    assert len(kpis(workspace)) > 1
    assert any(each.leading for each in kpis(workspace))


def test_a_flattering_kpi_leads_to_where_it_is_archived(
    page: GoalsPage, workspace: Workspace, orders: Kpi
) -> None:
    save_kpi(workspace, Kpi(name="Page views", definition="All."))
    save_goal(workspace, Goal(statement="More orders", start=START))
    page.refresh()
    page.list.advice.opened.emit(piece(workspace, AdviceKind.VANITY))
    editor = page.findChild(KpiEditor)
    assert isinstance(editor, KpiEditor)
    held = editor.focusWidget()
    assert isinstance(held, QPushButton)
    assert held.text().strip() == "Archive"


def test_advice_on_a_draft_leads_to_its_editor_also_when_a_sitting_is_due(
    page: GoalsPage, workspace: Workspace
) -> None:
    draft = Goal(statement="Implementera allt", start=START, state=GoalState.DRAFT)
    saved = save_goal(workspace, draft)
    put_off(workspace, saved.id or 0, workspace.today())
    page.refresh()
    page.list.advice.opened.emit(piece(workspace, AdviceKind.JARGON))
    assert not page.guiding.is_on
    assert QApplication.focusWidget() is page.editor.fields.statement


def test_a_goal_without_a_kpi_leads_to_where_one_is_chosen(
    page: GoalsPage, workspace: Workspace
) -> None:
    save_goal(workspace, Goal(statement="More orders", start=START))
    page.refresh()
    page.list.advice.opened.emit(piece(workspace, AdviceKind.NO_KPI))
    assert QApplication.focusWidget() is page.editor.results.add_number


def test_too_many_goals_lead_to_the_list(page: GoalsPage, workspace: Workspace) -> None:
    for number in range(6):
        save_goal(workspace, Goal(statement=f"Goal {number}", start=START))
    page.refresh()
    page.list.new_button.setFocus()
    page.list.advice.opened.emit(piece(workspace, AdviceKind.TOO_MANY_GOALS))
    assert QApplication.focusWidget() is page.list.tree


def test_a_definition_is_written_where_it_is_missed(
    qtbot: QtBot, page: GoalsPage, workspace: Workspace, orders: Kpi
) -> None:
    save_goal(workspace, Goal(statement="More orders", start=START))
    page.refresh()
    page.list.advice.opened.emit(piece(workspace, AdviceKind.NO_DEFINITION))
    editor = page.findChild(KpiEditor)
    assert isinstance(editor, KpiEditor)
    assert editor.focusWidget() is editor.naming.definition
    qtbot.keyClicks(editor.naming.definition, "Paid orders.")
    editor.on_confirmed()
    assert kpi(workspace, orders.id or 0).definition == "Paid orders."
    assert all(
        row.advice.kind is not AdviceKind.NO_DEFINITION for row in page.list.advice.rows.rows()
    )


def test_the_editor_has_the_advice_on_its_goal(
    qtbot: QtBot, page: GoalsPage, workspace: Workspace, said: Said
) -> None:
    orders = save_kpi(workspace, Kpi(name="Orders", definition="Paid orders."))
    result = KeyResult(goal_id=0, kpi_id=orders.id, target=10.0)
    save_goal_whole(workspace, Goal(statement="More orders", start=START), [result], (), {})
    save_goal(workspace, Goal(statement="Other", start=START))
    page.refresh()
    page.show_item(goals(workspace)[0].id)
    values, owner = page.editor.advice.rows.rows()
    assert isinstance(values, AdviceRow)
    assert isinstance(owner, AdviceRow)
    assert owner.go.text() == "Show where"
    qtbot.mouseClick(owner.go, LEFT)
    assert QApplication.focusWidget() is page.editor.fields.owner
    assert values.go.text() == "Import"
    qtbot.mouseClick(values.go, LEFT)
    assert said.places == [("imports", None)]


def test_before_there_is_a_goal_the_page_asks_for_one_and_says_no_more(
    page: GoalsPage, workspace: Workspace, orders: Kpi
) -> None:
    page.refresh()
    assert page.list.advice.isHidden()
    saved = save_goal(workspace, Goal(statement="More orders", start=START))
    page.refresh()
    assert not page.list.advice.isHidden()
    delete_goal(workspace, saved.id or 0)
    page.refresh()
    assert page.list.advice.isHidden()


def test_a_new_goal_has_none_yet(page: GoalsPage) -> None:
    page.new_item()
    assert page.editor.advice.isHidden()


def readers(workspace: Workspace) -> Kpi:
    """A level that grows by two percent a month to September 2026."""
    known = save_kpi(workspace, Kpi(name="Readers", add_up=AddUp.LAST))
    september = Period(Cadence.MONTH, date(2026, 9, 1))
    values = {september.shift(n - 6): 100 * 1.02**n for n in range(7)}
    save_values(workspace, known.id or 0, values)
    return known


def typed(qtbot: QtBot, page: GoalsPage, workspace: Workspace, target: str) -> NumberForm:
    """A new goal until the end of March, six months after the newest value."""
    chosen = readers(workspace)
    page.new_item()
    page.editor.fields.deadline.set_day(date(2027, 3, 31))
    page.editor.fields.frame_changed.emit()
    (form,) = page.editor.results.forms
    assert isinstance(form, NumberForm)
    form.add_kpi(chosen, choose=True)
    qtbot.keyClicks(form.target, target)
    return form


def test_a_target_is_judged_when_the_typing_pauses(
    qtbot: QtBot, page: GoalsPage, workspace: Workspace
) -> None:
    form = typed(qtbot, page, workspace, "134")
    note = form.note
    assert note.isHidden()
    qtbot.waitUntil(lambda: not note.isHidden())
    # 112.6 to 134 in six months is 2.9 % a month, against 2
    assert note.sentence.text().startswith(
        "A realistic stretch: it takes +2.9% a month against +2.0% lately; "
    )
    assert note.chance.text().startswith("The forecast gives it ")
    assert note.picture.accessibleName() == note.sentence.text()
    assert note.accessibleName().startswith(note.sentence.text())
    qtbot.keyClick(form.target, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: note.sentence.text().startswith("Not supported by history"))
    form.target.selectAll()
    qtbot.keyClick(form.target, Qt.Key.Key_Delete)
    assert note.isHidden()


def test_an_open_goal_is_held_against_the_best(
    qtbot: QtBot, page: GoalsPage, workspace: Workspace
) -> None:
    form = typed(qtbot, page, workspace, "134")
    page.editor.fields.kind.set_value("open")
    page.editor.fields.frame_changed.emit()
    qtbot.waitUntil(lambda: not form.note.isHidden())
    assert form.note.sentence.text() == "Beyond the best so far, 113."


def test_a_kpi_without_values_is_not_judged(
    qtbot: QtBot, page: GoalsPage, workspace: Workspace
) -> None:
    empty = save_kpi(workspace, Kpi(name="Empty"))
    page.new_item()
    (form,) = page.editor.results.forms
    assert isinstance(form, NumberForm)
    form.add_kpi(empty, choose=True)
    qtbot.keyClicks(form.target, "100")
    qtbot.wait(400)  # longer than the pause
    assert form.note.isHidden()


def test_a_target_past_another_owners_capacity_is_told_as_it_is_typed(
    qtbot: QtBot, page: GoalsPage, workspace: Workspace
) -> None:
    """The new goal has no owner, so the one of the KPI aims at it, until another is chosen."""
    marketing = save_person(workspace, Person(name="Marketing"))
    sales = save_person(workspace, Person(name="Sales"))
    leads = save_kpi(
        workspace,
        Kpi(name="Leads", owner_id=marketing.id, capacity=100.0, capacity_owner_id=sales.id),
    )
    page.new_item()
    page.editor.fields.kind.set_value("open")
    page.editor.fields.frame_changed.emit()
    (form,) = page.editor.results.forms
    assert isinstance(form, NumberForm)
    form.add_kpi(leads, choose=True)
    qtbot.keyClicks(form.target, "150")
    qtbot.waitUntil(lambda: not form.note.isHidden())
    said = form.note.capacity.text.replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Marketing aims at 150 a month, but Sales can take 100 a month."
    assert form.note.sentence.isHidden()  # it has no past
    page.editor.fields.owner.set_value(sales.id)
    page.editor.fields.owner.chosen.emit(sales.id)
    qtbot.waitUntil(form.note.isHidden)


def test_a_title_is_judged_when_the_typing_pauses(
    qtbot: QtBot, page: GoalsPage, workspace: Workspace
) -> None:
    page.new_item()
    note = page.editor.fields.title_note
    field = page.editor.fields.statement
    qtbot.keyClicks(field, "Implementera the shop")
    assert note.isHidden()
    qtbot.waitUntil(note.isVisible)
    assert note.text().startswith("“Implementera” is jargon.")
    qtbot.keyClicks(field, " for everybody who comes by on a Monday morning in April")
    qtbot.waitUntil(lambda: note.text().startswith("77 characters."))
    field.setPlainText("The shop is easy to find")
    qtbot.waitUntil(note.isHidden)


def test_of_a_title_in_the_file_the_advice_speaks(
    qtbot: QtBot, page: GoalsPage, workspace: Workspace
) -> None:
    saved = save_goal(workspace, Goal(statement="Implementera the shop", start=START))
    page.refresh()
    page.show_item(saved.id)
    note = page.editor.fields.title_note
    qtbot.wait(400)  # longer than the pause
    assert note.isHidden()
    assert page.editor.advice.isVisible()
    qtbot.keyClicks(page.editor.fields.statement, "!")
    qtbot.waitUntil(note.isVisible)


def test_the_picture_is_drawn(qtbot: QtBot, page: GoalsPage, workspace: Workspace) -> None:
    """The target's mark is in its colour at the right edge, above the line of the past."""
    form = typed(qtbot, page, workspace, "134")
    qtbot.waitUntil(lambda: not form.note.isHidden())
    picture = form.note.picture
    image = picture.grab().toImage()
    column = [image.pixelColor(picture.width() - 3, y).name() for y in range(picture.height())]
    assert palette().target.lower() in column[: picture.height() // 2]
