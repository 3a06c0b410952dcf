"""The library as a person uses it: searched, filtered, read, and taken from."""

from __future__ import annotations

import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.company import Company
from desktop.core.kpi import Function, Kpi, Perspective, Phase
from desktop.qtkit.preferences import Preferences
from desktop.services.kpis import kpis, save_kpi
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.kpis.editor.kpi_editor import KpiEditor
from desktop.ui.kpis.page import KpisPage
from desktop.ui.kpis.ready_kpi_dialog import LibraryDialog, whole_library
from tests.ui.conftest import Said, freed
from tests.ui.kpis.conftest import press

KEY = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What dialogs belong to; they are deleted when they close."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(window: QWidget, workspace: Workspace, preferences: Preferences) -> LibraryDialog:
    made = LibraryDialog(window, workspace, whole_library(), preferences, offer_set=True)
    made.show()
    return made


def shown(dialog: LibraryDialog) -> list[str]:
    return [ready.id for ready in dialog.table.rows()]


def choose(choice: QWidget, key: object) -> None:
    choice.set_value(key)  # type: ignore[attr-defined] # as the mouse does
    choice.chosen.emit(key)  # type: ignore[attr-defined]


def test_the_set_to_begin_with_comes_first(dialog: LibraryDialog) -> None:
    assert len(shown(dialog)) == len(whole_library())
    assert shown(dialog)[:3] == ["visits", "reach", "brand_searches"]
    assert [dialog._note(ready) for ready in dialog.table.rows()[9:11]] == ["Starter set", ""]


def test_it_is_searched_in_any_language_and_taken_by_keyboard_alone(
    dialog: LibraryDialog, qtbot: QtBot
) -> None:
    assert dialog.focusWidget() is dialog.search
    qtbot.keyClicks(dialog.search, "sygefravaer")  # Danish, in a Swedish company
    assert shown(dialog)[0] == "sick_leave"
    qtbot.keyClick(dialog.search, KEY.Key_Down)
    chosen = dialog.table.current_row()
    assert chosen is not None
    assert chosen.id == shown(dialog)[1]
    qtbot.keyClick(dialog.search, KEY.Key_Up)
    with qtbot.waitSignal(dialog.kpi_chosen) as taken:
        qtbot.keyClick(dialog.search, KEY.Key_Return)
    assert (taken.args[0].key, taken.args[0].name) == ("sick_leave", "Sjukfrånvaro")
    assert taken.args[0].id is None


def test_it_is_walked_in_the_order_in_which_it_lies(dialog: LibraryDialog) -> None:
    order = [dialog.search]
    for _ in range(9):
        following = order[-1].nextInFocusChain()
        while not following.focusPolicy() & Qt.FocusPolicy.TabFocus or not following.isVisible():
            following = following.nextInFocusChain()
        order.append(following)
    found = dialog.filter
    filters = [found.phase, found.kind, found.perspective, found.function]
    assert order[1:6] == [*filters, dialog.table]
    assert order[-1] is dialog.confirm_button


def test_it_is_filtered_by_phase_perspective_and_function(dialog: LibraryDialog) -> None:
    everything = {ready.id: ready for ready in whole_library()}
    choose(dialog.filter.phase, Phase.AWARENESS)
    assert shown(dialog)
    assert all(everything[key].phase is Phase.AWARENESS for key in shown(dialog))
    choose(dialog.filter.perspective, Perspective.FINANCIAL)
    assert set(shown(dialog)) == {"ad_cost", "cost_per_click", "cost_per_thousand"}
    choose(dialog.filter.phase, None)
    choose(dialog.filter.function, Function.PEOPLE)
    assert shown(dialog) == ["personnel_cost"]
    dialog.search.setText("nothing like that")
    assert shown(dialog) == []
    assert dialog.confirm_button is not None
    assert not dialog.confirm_button.isEnabled()


def test_the_details_tell_all_that_is_known(dialog: LibraryDialog) -> None:
    dialog.search.setText("cart abandonment")
    ready = dialog.table.current_row()
    assert ready is not None
    text = dialog.details.text_of(ready)
    for line in (
        "Övergivna varukorgar",
        "Andelen påbörjade varukorgar under perioden som inte blev order.",
        "Formula: 1 − Order / Påbörjade varukorgar",
        "Comes along: Order, Påbörjade varukorgar",
        "Kind: Leading: it warns in time",
        "Unit: Percent",
        "What is better: Lower is better",
        "How often: Month",
        "Adding up: The parts are added up first",
        "Phase: Conversion",
        "Perspective: Internal process",
        "Function: Sales",
        "Also called: Andel övergivna varukorgar, Avbrutna köp, Varukorgsbortfall",
        "Dansk: Forladte kurve",
        "English: Cart abandonment rate",
    ):
        assert line in text.splitlines()
    dialog.search.setText("leads")
    ready = dialog.table.current_row()
    assert ready is not None
    lines = dialog.details.text_of(ready).splitlines()
    assert "Source: CRM" in lines
    assert any(line.startswith("Where to find it: HubSpot") for line in lines)
    assert dialog.details.accessibleDescription() == "\n".join(lines)


def test_what_the_company_has_is_marked_and_not_taken_again(
    window: QWidget, workspace: Workspace, qtbot: QtBot
) -> None:
    save_kpi(workspace, Kpi(name="Kvitton"))  # the library's name, another key
    save_kpi(workspace, Kpi(name="Trafik på sajten", key="visits"))
    dialog = LibraryDialog(window, workspace, whole_library(), offer_set=True)
    dialog.show()
    notes = {ready.id: dialog._note(ready) for ready in dialog.table.rows()}
    assert {key for key, note in notes.items() if note == "In the company"} == {
        "visits",
        "receipts",
    }
    assert dialog.starters is not None
    assert dialog.starters.button.text().strip() == "Take the 9 that are missing"
    dialog.search.setText("kvitton")
    assert dialog.confirm_button is not None
    assert not dialog.confirm_button.isEnabled()
    with qtbot.assertNotEmitted(dialog.kpi_chosen):
        qtbot.keyClick(dialog.table, KEY.Key_Return)
    assert dialog.isVisible()


def test_the_ten_are_taken_in_one_step(
    context: AppContext, workspace: Workspace, said: Said, qtbot: QtBot
) -> None:
    page = KpisPage(context)
    qtbot.addWidget(page)
    page.show()
    page.new_item()
    dialog = page.findChild(LibraryDialog)
    assert dialog is not None
    assert dialog.starters is not None
    dialog.starters.button.setFocus()
    qtbot.keyClick(dialog.starters.button, KEY.Key_Return)
    assert said.notices == [("10 KPIs added", "good")]
    assert len(page.list.table.rows()) == 10
    workspace.undo()
    assert kpis(workspace) == []
    workspace.redo()
    page.new_item()
    again = page.findChildren(LibraryDialog)[-1]
    assert again.starters is None


def test_parts_that_are_archived_are_not_added_again(
    context: AppContext, workspace: Workspace, said: Said, qtbot: QtBot
) -> None:
    page = KpisPage(context)
    qtbot.addWidget(page)
    save_kpi(workspace, Kpi(name="Old", key="orders", archived=True))
    page._on_set_chosen([ready for ready in whole_library() if ready.id == "conversion_rate"])
    assert said.notices == [("1 KPI added", "good")]
    assert {kpi.key for kpi in kpis(workspace)} == {"conversion_rate", "visits"}


def test_a_formula_brings_its_parts_from_the_editor_too(
    context: AppContext, workspace: Workspace, qtbot: QtBot
) -> None:
    page = KpisPage(context)
    qtbot.addWidget(page)
    page.show()
    page.new_item()
    dialog = page.findChild(LibraryDialog)
    assert dialog is not None
    dialog.search.setText("quote acceptance")
    press(dialog, "Use this one", qtbot)
    editor = page.findChild(KpiEditor)
    assert editor is not None
    press(editor, "Add KPI", qtbot)
    assert {kpi.key for kpi in kpis(workspace)} == {
        "quote_acceptance",
        "quotes_accepted",
        "quotes_sent",
    }
    workspace.undo()
    assert kpis(workspace) == []


def test_an_own_kpi_is_begun_empty(dialog: LibraryDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.kpi_chosen) as chosen:
        press(dialog, "Write my own", qtbot)
    assert chosen.args[0] == Kpi(name="")


def test_its_size_is_remembered_and_never_larger_than_the_screen(
    window: QWidget, workspace: Workspace, preferences: Preferences
) -> None:
    first = LibraryDialog(window, workspace, whole_library(), preferences)
    first.resize(880, 560)
    first.reject()
    second = LibraryDialog(window, workspace, whole_library(), preferences)
    assert second.size() == QSize(880, 560)
    preferences.remember_choice("library/size", "90000x90000")
    third = LibraryDialog(window, workspace, whole_library(), preferences)
    screen = third.screen().availableSize()
    assert third.size() == screen.expandedTo(third.minimumSize())


def test_texts_are_in_the_companys_language(window: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "Bageren.sikte"
    with Workspace.create(path, Company(name="B", language="da", currency="DKK")) as danish:
        dialog = LibraryDialog(window, danish, whole_library())
        dialog.search.setText("average order")
        ready = dialog.table.current_row()
        assert ready is not None
        lines = dialog.details.text_of(ready).splitlines()
        assert lines[0] == "Gennemsnitlig ordreværdi"
        assert "Unit: DKK" in lines
        assert "Svenska: Snittordervärde" in lines


def test_it_is_freed_when_it_closes(workspace: Workspace, qapp: QApplication) -> None:
    dialog = LibraryDialog(None, workspace, whole_library(), offer_set=True)
    reference: weakref.ref[QWidget] = weakref.ref(dialog)
    dialog.open()
    dialog.reject()
    del dialog
    assert freed(reference, qapp)
