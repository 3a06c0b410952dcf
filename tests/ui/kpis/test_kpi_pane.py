"""The views of one KPI: its card, and what moved it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.kpi import Kpi
from desktop.core.unit import Unit, UnitKind
from desktop.services.kpis import kpi, save_kpi
from desktop.services.workspace import Workspace
from desktop.ui.context import AppContext
from desktop.ui.kpis.breakdown.breakdown_view import BreakdownPanel
from desktop.ui.kpis.breakdown.contribution_cells import SHARE_ROLE
from desktop.ui.kpis.editor.kpi_editor import KpiEditor
from desktop.ui.kpis.page import KpisPage
from desktop.ui.kpis.pane_head import KpiView
from tests.ui.conftest import Said
from tests.ui.kpis.conftest import Bakery, press, words


def copying(panel: BreakdownPanel) -> bool:
    """Whether the table can be copied."""
    buttons = panel.parentWidget().findChildren(QPushButton)
    return any(button.text().strip() == "Copy table" and button.isVisible() for button in buttons)


def rows(panel: BreakdownPanel, parent: QModelIndex | None = None) -> list[list[str]]:
    """The words of the tree, depth first."""
    above = parent or QModelIndex()
    model = panel.tree.model()
    found = []
    for number in range(model.rowCount(above)):
        index = model.index(number, 0, above)
        cells = [str(index.siblingAtColumn(n).data() or "") for n in range(5)]
        found += [[cell.replace("\u00a0", " ") for cell in cells], *rows(panel, index)]
    return found


@pytest.fixture
def moved(page: KpisPage, bakery: Bakery) -> BreakdownPanel:
    """What moved the conversion: orders grow as visits do, so nothing does (yet)."""
    page.show_item(bakery.id("conversion"))
    page.list.pane.show_view(KpiView.BREAKDOWN)
    panel = page.list.pane.breakdown
    assert panel is not None
    return panel


def test_the_card_says_what_is_known_and_what_is_not(
    page: KpisPage, bakery: Bakery, qtbot: QtBot
) -> None:
    page.show_item(bakery.id("sales"))
    press(page.list.pane, "Card", qtbot)
    card = page.list.pane.card
    assert card is not None
    seen = words(card)
    for fact in ("Eva Holm", "Invoiced, without VAT", "Fortnox", "SEK", "Month", "Conversion"):
        assert fact in seen
    assert "For whom | Not written yet" in seen
    page.show_item(bakery.id("conversion"))
    assert "Orders ÷ Visits" in words(card)
    press(page.list.pane, "Chart", qtbot)
    assert page.list.pane.chart.isVisible()


def test_the_card_is_copied(page: KpisPage, bakery: Bakery, said: Said, qtbot: QtBot) -> None:
    page.show_item(bakery.id("sales"))
    press(page.list.pane, "Card", qtbot)
    press(page.list.pane, "Copy card", qtbot)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[:2] == ["Who", "Owner\tEva Holm"]
    assert "Source\tFortnox" in lines
    assert said.notices[-1][1] == "good"


def test_a_change_of_the_kpi_is_seen_on_its_card(
    page: KpisPage, bakery: Bakery, qtbot: QtBot
) -> None:
    page.show_item(bakery.id("sales"))
    press(page.list.pane, "Card", qtbot)
    save_kpi(
        bakery.workspace,
        replace(kpi(bakery.workspace, bakery.id("sales")), audience="The board"),
    )
    page.refresh()
    assert "The board" in words(page.list.pane)


def test_with_room_the_card_stands_beside_the_chart(
    page: KpisPage, bakery: Bakery, qtbot: QtBot
) -> None:
    page.show_item(bakery.id("sales"))
    assert page.list.pane.beside is None
    page.resize(1700, 900)
    qtbot.waitUntil(lambda: page.list.pane.beside is not None)
    beside = page.list.pane.beside
    assert beside is not None
    qtbot.waitUntil(lambda: "Fortnox" in words(beside))
    page.show_item(bakery.id("conversion"))
    assert "Orders ÷ Visits" in words(beside)
    page.resize(1000, 800)
    qtbot.waitUntil(lambda: not beside.isVisible())


def test_a_formula_shows_what_moved_it(moved: BreakdownPanel) -> None:
    whole, orders, visits = rows(moved)
    assert whole[0] == "Conversion"
    assert whole[4] == ""
    assert (orders[0], visits[0]) == ("Orders", "Visits")
    contribution = [
        float(row[4].replace("\N{MINUS SIGN}", "-").split()[0]) for row in (orders, visits)
    ]
    assert sum(contribution) == pytest.approx(
        float(whole[3].replace("\N{MINUS SIGN}", "-").split()[0])
    )
    assert "Shapley" in words(moved)
    assert "September 2026" in words(moved)


def test_the_periods_compared_are_chosen(moved: BreakdownPanel, qtbot: QtBot) -> None:
    model = moved.tree.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in (1, 2)]
    assert heads == ["August 2026", "September 2026"]
    press(moved, "Quarter", qtbot)
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in (1, 2)] == [
        "Q2 2026",
        "Q3 2026",
    ]
    press(moved, "Month", qtbot)
    moved.periods.setCurrentIndex(2)
    moved.periods.activated.emit(2)
    assert model.headerData(2, Qt.Orientation.Horizontal) == "July 2026"
    press(moved, "Against a year earlier", qtbot)
    assert "the same as in September 2025" in words(moved)
    press(moved, "Year", qtbot)
    assert "no full period with the same one a year earlier" in words(moved)
    assert not copying(moved)
    press(moved, "Month", qtbot)
    assert copying(moved)


def test_the_tree_is_walked_by_keyboard_and_leads_to_the_part(
    page: KpisPage, moved: BreakdownPanel, bakery: Bakery, qtbot: QtBot
) -> None:
    moved.tree.setFocus()
    qtbot.keyClick(moved.tree, Qt.Key.Key_Return)
    assert page.selected_item() == bakery.id("conversion")
    qtbot.keyClick(moved.tree, Qt.Key.Key_Down)
    qtbot.keyClick(moved.tree, Qt.Key.Key_Return)
    assert page.selected_item() == bakery.id("orders")
    assert "No parts yet" in words(moved)


def test_the_table_is_copied(
    page: KpisPage, moved: BreakdownPanel, said: Said, qtbot: QtBot
) -> None:
    press(page.list.pane, "Copy table", qtbot)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Part\tAugust 2026\tSeptember 2026\tChanged by\tContribution"
    assert lines[1].startswith("Conversion\t")
    assert lines[2].startswith("  Orders\t")
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(moved.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == lines


def test_parts_below_contribute_when_they_add_up(
    page: KpisPage, bakery: Bakery, qtbot: QtBot
) -> None:
    orders = kpi(bakery.workspace, bakery.id("orders"))
    save_kpi(bakery.workspace, replace(orders, parent_id=bakery.id("visits")))
    page.show_item(bakery.id("visits"))
    press(page.list.pane, "What moved it", qtbot)
    panel = page.list.pane.breakdown
    assert panel is not None
    names = [row[0] for row in rows(panel)]
    assert names == ["Visits", "Orders", "Not in the parts"]
    index = panel.tree.model().index(0, 5)
    assert index.data(SHARE_ROLE) == 1.0
    panel.tree.setCurrentIndex(panel.tree.model().index(1, 0, panel.tree.model().index(0, 0)))
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert page.selected_item() == bakery.id("visits")


def test_what_does_not_add_up_is_said(page: KpisPage, bakery: Bakery) -> None:
    sales = kpi(bakery.workspace, bakery.id("sales"))
    save_kpi(bakery.workspace, replace(sales, parent_id=bakery.id("orders")))
    page.show_item(bakery.id("orders"))
    page.list.pane.show_view(KpiView.BREAKDOWN)
    panel = page.list.pane.breakdown
    assert panel is not None
    assert [row[4] for row in rows(panel)] == ["", "\N{EN DASH}"]
    assert "do not add up to Orders" in words(panel)


def test_without_parts_it_says_how_to_get_them(
    page: KpisPage, bakery: Bakery, qtbot: QtBot
) -> None:
    page.show_item(bakery.id("sales"))
    press(page.list.pane, "What moved it", qtbot)
    panel = page.list.pane.breakdown
    assert panel is not None
    assert "visits × conversion × order value" in words(panel)
    press(panel, "Edit KPI", qtbot)
    assert page.findChild(KpiEditor) is not None


def test_the_keyboard_stays_in_the_choice_of_view(
    page: KpisPage, bakery: Bakery, qtbot: QtBot
) -> None:
    page.show_item(bakery.id("sales"))
    page.activateWindow()
    press(page.list.pane, "Card", qtbot)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert (focused.text(), focused.isVisible()) == ("Card", True)


def test_small_units_and_a_file_opened_to_read(
    bakery: Bakery, context: AppContext, qtbot: QtBot
) -> None:
    unit = Unit(UnitKind.DURATION)
    save_kpi(bakery.workspace, Kpi(name="Per visit", unit=unit, formula="orders * 60 / visits"))
    path, wait = bakery.workspace.path, bakery.id("per_visit")
    bakery.workspace.close()
    with Workspace.open(path, read_only=True, today=lambda: date(2026, 10, 5)) as reading:
        page = KpisPage(replace(context, workspace=reading))
        qtbot.addWidget(page)
        page.show()
        page.show_item(wait)
        page.list.pane.show_view(KpiView.BREAKDOWN)
        panel = page.list.pane.breakdown
        assert panel is not None
        assert rows(panel)[0][1] == "0:02"
        page.show_item(next(row.kpi.id for row in page.list.table.rows() if row.kpi.key == "steps"))
        assert not [b for b in panel.findChildren(QPushButton) if b.text().strip() == "Edit KPI"]


def test_tab_goes_from_the_choice_of_view_to_what_is_shown(
    page: KpisPage, bakery: Bakery, qtbot: QtBot
) -> None:
    page.show_item(bakery.id("conversion"))
    page.activateWindow()
    press(page.list.pane, "What moved it", qtbot)
    panel = page.list.pane.breakdown
    assert panel is not None
    passed = []
    for _ in range(20):
        page.focusNextChild()
        passed.append(QApplication.focusWidget())
        if passed[-1] is panel.tree:
            break
    names = [each.text() for each in passed if isinstance(each, QPushButton)]
    assert passed[-1] is panel.tree
    assert panel.periods in passed
    assert len(passed) < 8
    assert set(names) <= {"Month", "Quarter", "Year", "Against the period before", "What moved it"}


def test_arrow_keys_go_through_the_views(page: KpisPage, bakery: Bakery, qtbot: QtBot) -> None:
    page.show_item(bakery.id("sales"))
    page.activateWindow()
    press(page.list.pane, "Chart", qtbot)
    for name in ("Card", "What moved it", "Card", "Chart"):
        forth = name == "What moved it" or page.list.pane.view is KpiView.CHART
        key = Qt.Key.Key_Right if forth else Qt.Key.Key_Left
        qtbot.keyClick(QApplication.focusWidget(), key)
        qtbot.waitUntil(lambda wanted=name: _words_held() == (wanted, True))


def _words_held() -> tuple[str, bool]:
    """What has the keyboard, and whether it can be seen."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    return focused.text(), focused.isVisible()


def test_tab_goes_round_the_whole_page_once(page: KpisPage, bakery: Bakery) -> None:
    page.show_item(bakery.id("sales"))
    page.activateWindow()
    page.take_focus()
    passed = [QApplication.focusWidget()]
    while page.focusNextChild() and QApplication.focusWidget() is not passed[0]:
        passed.append(QApplication.focusWidget())
        assert len(passed) < 40, "Tab never comes back"
    assert page.list.table in passed
    assert page.list.filter.search in passed
    assert len({id(each) for each in passed}) == len(passed)
    titles = [each.text().strip() for each in passed if isinstance(each, QPushButton)]
    assert {"Glossary", "Type values", "New KPI", "Edit KPI", "Chart"} <= set(titles)
