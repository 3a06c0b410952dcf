"""The links of a KPI: shown with what the history says, added, changed, deleted."""

from __future__ import annotations

import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.core.kpi import Kpi
from desktop.services.causes import causes
from desktop.services.goals import save_goal_whole
from desktop.services.kpis import save_kpi
from desktop.services.links import add_link
from desktop.services.measurements import save_values
from desktop.ui.context import AppContext
from desktop.ui.kpis.links.link_dialog import LEADS, LinkDialog
from desktop.ui.kpis.links.links_view import LinksPanel
from desktop.ui.kpis.page import KpisPage
from desktop.ui.kpis.pane_head import KpiView
from tests.core.link_fixtures import following
from tests.ui.conftest import Said, freed
from tests.ui.kpis.conftest import Bakery, month, press, words

SURE = "A high value in Guests tends to go with a high value in Cakes, 2 months later."


@pytest.fixture
def ids(bakery: Bakery) -> tuple[int, int]:
    """Cakes follow guests two months later, through 45 months to September 2026."""
    ws = bakery.workspace
    guests = save_kpi(ws, Kpi(key="guests", name="Guests", leading=True)).id or 0
    cakes = save_kpi(ws, Kpi(key="cakes", name="Cakes")).id or 0
    for kpi_id, values in zip((guests, cakes), following(45, 2), strict=True):
        save_values(ws, kpi_id, {month(2023, 1).shift(n): each for n, each in enumerate(values)})
    return guests, cakes


def panel_of(page: KpisPage, kpi_id: int) -> LinksPanel:
    page.show_part("links", kpi_id)
    panel = page.list.pane.links
    assert panel is not None
    assert page.list.pane.view is KpiView.LINKS
    return panel


def dialog_of(panel: LinksPanel) -> LinkDialog:
    panel.add()
    found = panel.findChildren(LinkDialog)
    assert len(found) == 1
    return found[0]


def test_an_empty_page_says_what_belongs_there(
    page: KpisPage, ids: tuple[int, int], qtbot: QtBot
) -> None:
    panel = panel_of(page, ids[0])
    assert "No links yet" in words(panel)
    press(panel, "Add link", qtbot)
    assert panel.findChildren(LinkDialog)


def test_a_link_is_added_with_what_the_history_says_of_it(
    page: KpisPage, ids: tuple[int, int], bakery: Bakery, said: Said, qapp: QApplication
) -> None:
    panel = panel_of(page, ids[0])
    dialog = dialog_of(panel)
    assert dialog.way.value == LEADS
    dialog.other.set_value(ids[1])
    dialog.other.chosen.emit(ids[1])
    assert "Nothing to see at a lag of 1 month" in words(dialog)
    dialog.use_button.click()
    assert SURE in words(dialog)
    dialog.note.setText("Who has been here comes back")
    dialog.on_confirmed()
    assert "2 months later" in panel.rows[causes(bakery.workspace)[0].id or 0].lag.currentText()
    assert SURE in words(panel)
    assert said.notices[-1] == ("The KPIs are linked.", "good")
    gone = weakref.ref[QWidget](dialog)
    del dialog
    assert freed(gone, qapp)


def test_a_link_that_cannot_be_is_explained_in_the_dialog(
    page: KpisPage, ids: tuple[int, int], bakery: Bakery
) -> None:
    add_link(bakery.workspace, ids[0], ids[1], 2)
    dialog = dialog_of(panel_of(page, ids[1]))
    dialog.way.set_value(LEADS)
    dialog.other.set_value(ids[0])
    dialog.on_confirmed()
    assert "would close a circle" in words(dialog)
    assert len(causes(bakery.workspace)) == 1


def test_the_lag_is_changed_and_the_one_that_the_history_shows_is_taken(
    page: KpisPage, ids: tuple[int, int], bakery: Bakery
) -> None:
    ws = bakery.workspace
    made = add_link(ws, ids[0], ids[1], 4)
    panel = panel_of(page, ids[1])
    row = panel.rows[made.id or 0]
    assert "Nothing to see at a lag of 4 months" in words(row)
    assert "The history shows the link at a lag of 2 months" in words(row)
    row.lag.chosen.emit(1)
    assert [each.lag for each in causes(ws)] == [1]
    row.use_button.click()
    assert [each.lag for each in causes(ws)] == [2]
    assert panel.rows[made.id or 0] is row
    assert SURE in words(row)
    assert not row.use_button.isVisible()
    ws.undo()
    ws.undo()
    assert "Nothing to see at a lag of 4 months" in words(row)


def test_the_note_is_written_and_the_link_deleted_by_keyboard(
    page: KpisPage, ids: tuple[int, int], bakery: Bakery, qtbot: QtBot, said: Said
) -> None:
    ws = bakery.workspace
    made = add_link(ws, ids[0], ids[1], 2)
    panel = panel_of(page, ids[0])
    row = panel.rows[made.id or 0]
    row.note.setFocus()
    qtbot.keyClicks(row.note, "They tell others")
    qtbot.keyClick(row.note, Qt.Key.Key_Return)
    assert [each.note for each in causes(ws)] == ["They tell others"]
    row.delete_button.setFocus()
    qtbot.keyClick(row.delete_button, Qt.Key.Key_Return)
    assert causes(ws) == []
    assert said.notices[-1] == ("The link is deleted.", "good")
    assert "No links yet" in words(panel)
    ws.undo()
    assert "Cakes" in words(panel)


def test_the_other_kpi_is_gone_to(
    page: KpisPage, ids: tuple[int, int], bakery: Bakery, qtbot: QtBot
) -> None:
    made = add_link(bakery.workspace, ids[0], ids[1], 2)
    panel = panel_of(page, ids[0])
    panel.rows[made.id or 0].other_wanted.emit(ids[1])
    assert page.list.selected_id == ids[1]
    assert "What leads it" in words(panel)
    assert "What it leads" not in words(panel)
    row = panel.rows[made.id or 0]
    assert (
        row.picture.accessibleName() == "Cakes and Guests, moved to 2 months later in one picture"
    )
    qtbot.waitUntil(lambda: not row.picture.grab().isNull())


def test_a_proposal_is_accepted(page: KpisPage, ids: tuple[int, int], bakery: Bakery) -> None:
    results = [KeyResult(goal_id=0, kpi_id=each, baseline=1.0, target=500.0) for each in ids]
    goal = Goal(statement="Fill the café", start=month(2026, 1).start, state=GoalState.ACTIVE)
    save_goal_whole(bakery.workspace, goal, results, [], {})
    panel = panel_of(page, ids[1])
    assert "Leading key result of “Fill the café”." in words(panel)
    (offer,) = panel.offers
    offer.link_button.click()
    assert panel.offers == []
    assert [each.lag for each in causes(bakery.workspace)] == [2]


def test_too_little_history_is_said(page: KpisPage, bakery: Bakery, context: AppContext) -> None:
    add_link(bakery.workspace, bakery.id("visits"), bakery.id("orders"), 1)
    panel = panel_of(page, bakery.id("orders"))
    assert "Too little history: both have values in 13 months, and it takes 25 months." in words(
        panel
    )
