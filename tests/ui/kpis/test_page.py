"""The KPIs page as a person uses it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.kpi import Kpi
from desktop.services.kpis import delete_kpi, kpi, kpis, save_kpi
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.dialogs import Question
from desktop.ui.kpis.editor.kpi_editor import KpiEditor
from desktop.ui.kpis.form_dialog import FormDialog
from desktop.ui.kpis.glossary.glossary_dialog import GlossaryDialog
from desktop.ui.kpis.kpi_columns import kpi_columns
from desktop.ui.kpis.kpi_groups import GroupBy
from desktop.ui.kpis.page import KpisPage
from desktop.ui.kpis.ready_kpi_dialog import LibraryDialog
from tests.ui.conftest import Said
from tests.ui.kpis.conftest import Bakery, month, press, words


def shown(page: KpisPage) -> list[str]:
    return [row.kpi.name for row in page.list.table.rows()]


def test_a_new_company_is_told_what_belongs_here(
    context: AppContext, said: Said, qtbot: QtBot
) -> None:
    page = KpisPage(context)
    qtbot.addWidget(page)
    page.show()
    assert "No KPIs yet" in words(page)
    press(page, "Import a spreadsheet", qtbot)
    assert said.places == [("imports", None)]
    save_kpi(context.workspace, Kpi(name="Sales"))
    page.refresh()
    assert shown(page) == ["Sales"]


def test_the_table_says_what_and_as_of_when(page: KpisPage, bakery: Bakery) -> None:
    row = next(row for row in page.list.table.rows() if row.kpi.key == "sales")
    texts = {column.name: column.text(row) for column in kpi_columns(GroupBy.PHASE)}
    assert texts["latest"] == "130,000\u00a0SEK"
    assert texts["period"] == "September 2026"
    assert texts["fresh"] == "Up to date"
    assert texts["owner"] == "Eva Holm"
    assert texts["kind"] == "Lagging"
    assert texts["group"] == "Conversion"
    silent = next(row for row in page.list.table.rows() if row.kpi.key == "steps")
    assert kpi_columns(GroupBy.PHASE)[6].text(silent) == "No values yet"


def test_an_outdated_kpi_says_for_how_long(
    workspace: Workspace, context: AppContext, qtbot: QtBot
) -> None:
    old = save_kpi(workspace, Kpi(name="Readers"))
    save_values(workspace, old.id or 0, {month(2026, 2): 900.0})
    page = KpisPage(context)
    qtbot.addWidget(page)
    page.show()
    fresh = kpi_columns(GroupBy.PHASE)[6]
    row = page.list.table.rows()[0]
    assert fresh.status is not None
    assert fresh.status(row) == "outdated"
    assert "February 2026" in words(page)
    assert "7 months old" in words(page)


def test_selecting_a_kpi_draws_its_chart(page: KpisPage, bakery: Bakery, qtbot: QtBot) -> None:
    panel = page.list.pane.chart.panel
    qtbot.waitUntil(lambda: panel.plot is not None)
    page.show_item(bakery.id("sales"))
    assert page.selected_item() == bakery.id("sales")
    assert "130,000\u00a0SEK" in words(panel)
    assert "Invoiced, without VAT. Source: Fortnox." in words(panel)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Up)
    assert "Orders" in words(panel)


def test_the_chart_is_drawn_at_another_cadence(
    page: KpisPage, bakery: Bakery, qtbot: QtBot
) -> None:
    panel = page.list.pane.chart.panel
    page.show_item(bakery.id("conversion"))
    qtbot.waitUntil(lambda: panel.plot is not None)
    press(panel, "Quarter", qtbot)
    assert "Q3 2026" in words(panel)
    assert "4.0%" in words(panel)


def test_search_and_groups_narrow_the_table(page: KpisPage, bakery: Bakery, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.list.filter.search, "fortnox")
    assert shown(page) == ["Sales"]
    page.list.filter.search.clear()
    press(page, "Awareness 1", qtbot)
    assert shown(page) == ["Visits"]
    page.show_item(bakery.id("steps"))
    assert page.selected_item() == bakery.id("steps")
    qtbot.keyClicks(page.list.filter.search, "nothing like it")
    assert shown(page) == []
    assert "No KPI fits the search." in words(page)


def test_a_narrow_table_leaves_the_name_its_room(page: KpisPage) -> None:
    table = page.list.table
    names = [column.name for column in table.rows_model.columns]

    def hidden(width: int) -> set[str]:
        page.resize(width, 800)
        QApplication.processEvents()
        return {name for at, name in enumerate(names) if table.isColumnHidden(at)}

    assert hidden(880) == {"definition", "kind", "owner"}
    assert hidden(1060) == {"definition", "kind"}
    assert table.columnWidth(names.index("name")) >= 200
    assert hidden(1250) == {"definition"}
    assert hidden(1700) == set()


def test_the_grouping_is_remembered(
    page: KpisPage, bakery: Bakery, context: AppContext, qtbot: QtBot
) -> None:
    box = page.list.filter.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert shown(page)[0] == "Sales"
    again = KpisPage(context)
    qtbot.addWidget(again)
    assert again.list.filter.by is GroupBy.PERSPECTIVE


def test_typing_opens_at_the_selected_kpi_and_leads_back(
    page: KpisPage, bakery: Bakery, qtbot: QtBot
) -> None:
    page.show_item(bakery.id("sales"))
    press(page, "Type values", qtbot)
    view = page.grid.view
    assert view.isVisible()
    assert page.grid.grid.row(view.currentIndex()).kpi.key == "sales"
    page.grid.grid.setData(view.currentIndex(), "777")
    assert bakery.value("sales", month(2026, 10)) == 777
    press(page, "Back to the KPIs", qtbot)
    assert page.list.table.isVisible()
    assert page.selected_item() == bakery.id("sales")


def test_enter_on_a_row_edits_the_kpi(page: KpisPage, bakery: Bakery, qtbot: QtBot) -> None:
    page.show_item(bakery.id("sales"))
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    editor = page.findChild(KpiEditor)
    assert editor is not None
    editor.naming.name.setText("Net sales")
    press(editor, "Save", qtbot)
    assert kpi(bakery.workspace, bakery.id("sales")).name == "Net sales"
    assert "Net sales" in shown(page)
    assert page.selected_item() == bakery.id("sales")


def test_a_file_opened_to_read_can_not_be_changed(
    bakery: Bakery, context: AppContext, qtbot: QtBot
) -> None:
    path = bakery.workspace.path
    bakery.workspace.close()
    with Workspace.open(path, read_only=True, today=lambda: date(2026, 10, 5)) as reading:
        page = KpisPage(replace(context, workspace=reading))
        qtbot.addWidget(page)
        page.show()
        disabled = {b.text().strip() for b in page.findChildren(QPushButton) if not b.isEnabled()}
        assert {"New KPI", "Type values"} <= disabled
        page.new_item()
        assert page.findChild(KpiEditor) is None
        assert len(kpis(reading)) == 6


def test_the_commands_of_the_page_are_in_the_palette(page: KpisPage, context: AppContext) -> None:
    titles = {command.title for command in context.commands.all()}
    assert {"New KPI", "Type values"} <= titles


def run(context: AppContext, title: str) -> None:
    """Choose a command as the palette does."""
    (command,) = [each for each in context.commands.all() if each.title == title]
    command.run()


@pytest.mark.parametrize(
    ("title", "dialog"),
    [("New KPI", LibraryDialog), ("Glossary", GlossaryDialog), ("Fill-in form", FormDialog)],
)
def test_a_command_opens_its_dialog(
    page: KpisPage, context: AppContext, title: str, dialog: type[QWidget]
) -> None:
    run(context, title)
    (opened,) = page.findChildren(dialog)
    assert opened.isVisible()


def test_a_kpi_that_is_looked_up_while_typing_is_shown_with_its_values(
    page: KpisPage, bakery: Bakery, context: AppContext, qtbot: QtBot
) -> None:
    page.show_item(bakery.id("sales"))
    run(context, "Type values")
    october = page.grid.view.currentIndex()
    page.grid.grid.setData(october.siblingAtColumn(october.column() - 1), "777")
    page.show_item(None)  # the page as it is
    assert page.grid.view.isVisible()
    page.show_item(bakery.id("visits"))
    assert page.list.table.isVisible()
    assert page.selected_item() == bakery.id("visits")
    sales = next(row for row in page.list.table.rows() if row.kpi.key == "sales")
    assert sales.latest is not None
    assert sales.latest.value == 777


def test_the_keyboard_reaches_the_search(page: KpisPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):  # shortcuts need it
        page.activateWindow()
    qtbot.keyClick(page.list.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.list.filter.search.hasFocus()


def test_a_new_kpi_is_selected_and_a_deleted_one_is_gone(
    page: KpisPage, bakery: Bakery, qtbot: QtBot
) -> None:
    page.new_item()
    library = page.findChild(LibraryDialog)
    assert library is not None
    press(library, "Write my own", qtbot)
    editor = page.findChild(KpiEditor)
    assert editor is not None
    editor.naming.name.setText("Loaves")
    press(editor, "Add KPI", qtbot)
    assert page.selected_item() == bakery.id("loaves")
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    again = page.findChildren(KpiEditor)[-1]
    press(again, "Delete", qtbot)
    question = page.window().findChild(Question)
    assert question is not None
    press(question, "Delete", qtbot)
    assert "Loaves" not in shown(page)


def test_the_last_kpi_leads_back_to_the_beginning(
    workspace: Workspace, context: AppContext, qtbot: QtBot
) -> None:
    only = save_kpi(workspace, Kpi(name="Sales"))
    page = KpisPage(context)
    qtbot.addWidget(page)
    page.show()
    delete_kpi(workspace, only.id or 0)
    page.refresh()
    assert "No KPIs yet" in words(page)
    press(page, "New KPI", qtbot)
    assert page.findChild(LibraryDialog) is not None
    run(context, "Type values")
    assert "No KPIs yet" in words(page)  # there is nothing to type
