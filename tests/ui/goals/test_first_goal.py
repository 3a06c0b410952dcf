"""An owner who never heard of the method sets her first goal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.kpi import Kpi
from desktop.services.goals import goals, key_results, save_goal, save_key_result
from desktop.services.kpis import kpis, save_kpi
from desktop.services.workspace import Workspace
from desktop.ui.context import NEW, AppContext
from desktop.ui.dialogs.new_kpi import NewKpiDialog
from desktop.ui.goals.number_form import NEW_KPI, NumberForm
from desktop.ui.goals.page import GoalsPage
from desktop.ui.kpis.ready_kpi_dialog import LibraryDialog, ready_kpis
from tests.ui.conftest import Said

LEFT = Qt.MouseButton.LeftButton


def number_form(page: GoalsPage, place: int = 0) -> NumberForm:
    form = page.editor.results.forms[place]
    assert isinstance(form, NumberForm)
    return form


def choose(form: NumberForm, key: object) -> None:
    """Choose a KPI as the mouse does."""
    form.kpi_choice.set_value(key)
    form.kpi_choice.chosen.emit(key)


def test_from_nothing_to_a_goal_with_a_ready_kpi(
    qtbot: QtBot, page: GoalsPage, context: AppContext
) -> None:
    buttons = page.list.empty.findChildren(QPushButton)
    button = next(button for button in buttons if button.text() == "Open the editor")
    qtbot.mouseClick(button, LEFT)
    difference = page.editor.results.difference
    assert difference.isVisible()
    assert difference.text().startswith("A KPI is a lasting measure")
    qtbot.keyClicks(page.editor.fields.statement, "Sell for half a million by summer")
    form = number_form(page)
    choose(form, NEW_KPI)
    library = page.findChild(LibraryDialog)
    assert library is not None
    qtbot.keyClicks(library.search, "revenue")
    qtbot.mouseClick(library.confirm_button, LEFT)
    assert form.kpi is not None
    assert form.kpi.name == "Försäljning"
    assert form.comparison.value is Comparison.TOTAL
    assert not form.baseline.isVisible()
    qtbot.keyClicks(form.target, "500000")
    qtbot.mouseClick(page.save_button, LEFT)

    saved = goals(context.workspace)
    assert [goal.statement for goal in saved] == ["Sell for half a million by summer"]
    assert (saved[0].start, saved[0].deadline) == (date(2026, 10, 1), date(2027, 12, 31))
    results = key_results(context.workspace, saved[0].id or 0)
    assert [(row.comparison, row.target, row.baseline) for row in results] == [
        (Comparison.TOTAL, 500000.0, None)
    ]
    assert page.list.tree.selected_goal() == saved[0].id
    context.workspace.undo()  # the goal is one step; the KPI was another
    assert goals(context.workspace) == []
    assert [kpi.name for kpi in kpis(context.workspace)] == ["Försäljning"]


def test_what_a_key_result_is_is_told_before_there_is_one(page: GoalsPage, orders: Kpi) -> None:
    workspace = page.context.workspace
    saved = save_goal(workspace, Goal(statement="More bread", start=date(2026, 1, 1)))
    page.show_item(saved.id)
    assert page.editor.results.difference.isVisible()
    save_key_result(workspace, KeyResult(goal_id=saved.id or 0, kpi_id=orders.id, target=9.0))
    page.show_item(saved.id)
    assert not page.editor.results.difference.isVisible()


def test_a_level_begins_where_it_is(qtbot: QtBot, page: GoalsPage, rating: object) -> None:
    page.new_item()
    form = number_form(page)
    choose(form, form.kpi_choice._keys[1])
    assert form.comparison.value is Comparison.LEVEL
    assert form.baseline.value() == 0.8
    qtbot.keyClicks(form.target, "90")
    assert form.value().target == 0.9


def test_the_overview_begins_a_goal_here(page: GoalsPage) -> None:
    page.show_item(NEW)
    assert page.editor.goal_id is None
    assert page.editor.fields.statement.hasFocus() or page.editor.isVisible()


def test_a_formula_from_the_library_brings_its_parts(page: GoalsPage, context: AppContext) -> None:
    page.new_item()
    form = number_form(page)
    choose(form, NEW_KPI)
    library = page.findChild(LibraryDialog)
    assert library is not None
    library.search.setText("conversion rate")
    library.on_confirmed()
    assert form.kpi is not None
    assert form.kpi.key == "conversion_rate"
    assert {kpi.key for kpi in kpis(context.workspace)} == {"orders", "visits", "conversion_rate"}
    assert form.comparison.value is Comparison.LEVEL


def test_the_list_of_kpis_comes_back_when_no_new_one_is_made(
    page: GoalsPage, orders: object
) -> None:
    page.new_item()
    form = number_form(page)
    choose(form, form.kpi_choice._keys[1])
    choose(form, NEW_KPI)
    assert form.kpi is not None
    assert form.kpi.name == "Orders"


def test_an_own_kpi_is_written_on_the_spot(
    qtbot: QtBot, page: GoalsPage, context: AppContext
) -> None:
    page.new_item()
    form = number_form(page)
    choose(form, NEW_KPI)
    library = page.findChild(LibraryDialog)
    assert library is not None
    library.kpi_chosen.emit(Kpi(name=""))  # "Write my own"
    library.accept()
    dialog = page.findChild(NewKpiDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.name, "Loaves")
    dialog.on_confirmed()
    assert form.kpi is not None
    assert form.kpi.name == "Loaves"
    assert [kpi.name for kpi in kpis(context.workspace)] == ["Loaves"]


def test_when_the_library_is_used_up_one_writes_ones_own(
    page: GoalsPage, context: AppContext
) -> None:
    for ready in ready_kpis(context.workspace):
        kpi = ready.kpi(language="sv", currency="SEK")
        save_kpi(context.workspace, replace(kpi, formula=""))
    page.new_item()
    choose(number_form(page), NEW_KPI)
    assert page.findChild(LibraryDialog) is None
    assert page.findChild(NewKpiDialog) is not None


def test_a_ready_kpi_that_cannot_be_saved_says_why(
    page: GoalsPage, context: AppContext, said: Said
) -> None:
    page.new_item()
    form = number_form(page)
    choose(form, NEW_KPI)
    library = page.findChild(LibraryDialog)
    assert library is not None
    library.kpi_chosen.emit(Kpi(key="rate", name="Rate", formula="nothing / nobody"))
    assert said.notices[0][1] == "bad"
    assert form.kpi is None


def test_a_read_only_file_is_only_looked_at(
    qtbot: QtBot, workspace: Workspace, company_file: Path
) -> None:
    save_goal(workspace, Goal(statement="More bread", start=date(2026, 1, 1)))
    workspace.close()
    with Workspace.open(company_file, read_only=True) as reading:
        page = GoalsPage(AppContext(workspace=reading))
        qtbot.addWidget(page)
        page.show()
        page.new_item()
        assert page.selected_item() is None
        assert not page.list.new_button.isEnabled()
        assert not page.list.up_button.isEnabled()
        page.show_item(1)
        assert page.editor.fields.statement.text() == "More bread"
        assert not page.save_button.isEnabled()
        page._on_save_clicked()
        page.context.tasks.close()
