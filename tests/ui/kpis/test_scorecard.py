"""The scorecard on the KPIs page: numbers by perspective, and one step to put them there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from desktop.core.kpi import Perspective
from desktop.services.kpis import kpi
from desktop.ui.kpis.kpi_views import SCORECARD
from desktop.ui.kpis.page import KpisPage
from desktop.ui.kpis.ready_kpi_dialog import LibraryDialog
from desktop.ui.kpis.scorecard.perspective_column import PerspectiveColumn
from desktop.ui.kpis.scorecard.scorecard_pane import ScorecardPane
from desktop.ui.kpis.scorecard.tile import MIME, Tile
from tests.ui.conftest import Said
from tests.ui.kpis.conftest import Bakery, words


@pytest.fixture
def pane(page: KpisPage) -> ScorecardPane:
    page.ways.show_view(SCORECARD)
    page.refresh()
    made = page.ways.pane
    assert isinstance(made, ScorecardPane)
    return made


def column(pane: ScorecardPane, perspective: Perspective | None) -> PerspectiveColumn:
    return next(each for each in pane.columns if each.perspective is perspective)


def tile(pane: ScorecardPane, name: str) -> Tile:
    return next(each for each in pane.tiles() if each.accessibleName() == name)


def test_a_number_stands_with_unit_period_and_as_of(pane: ScorecardPane) -> None:
    assert "Data as of 30 September 2026" in words(pane)
    read = words(tile(pane, "Sales")).replace("\N{NO-BREAK SPACE}", " ")
    assert "130,000 SEK" in read
    assert "September 2026" in read
    assert "+10,000 SEK since August 2026: usual variation" in read


def test_what_is_missing_is_said_and_leads_into_the_library(
    pane: ScorecardPane, qtbot: QtBot
) -> None:
    learning = column(pane, Perspective.LEARNING)
    assert learning.lacks == ["Nothing shows how we learn yet."]
    learning.pick_button.click()
    dialog = pane.findChild(LibraryDialog)
    assert dialog.table.rows()
    assert {ready.perspective for ready in dialog.table.rows()} == {Perspective.LEARNING}
    dialog.close()


def test_a_kpi_is_put_under_a_perspective_by_one_key(
    pane: ScorecardPane, bakery: Bakery, qtbot: QtBot
) -> None:
    found = tile(pane, "Visits")
    assert found in column(pane, None).tiles
    qtbot.keyClick(found, Qt.Key.Key_2)
    assert kpi(bakery.workspace, bakery.id("visits")).perspective is Perspective.CUSTOMER
    assert tile(pane, "Visits") in column(pane, Perspective.CUSTOMER).tiles
    qtbot.keyClick(tile(pane, "Visits"), Qt.Key.Key_0)
    assert kpi(bakery.workspace, bakery.id("visits")).perspective is None
    bakery.workspace.undo()
    assert tile(pane, "Visits") in column(pane, Perspective.CUSTOMER).tiles


def test_a_kpi_is_dropped_on_a_perspective(pane: ScorecardPane, bakery: Bakery) -> None:
    data = QMimeData()
    data.setData(MIME, tile(pane, "Returns").key.encode())
    event = QDropEvent(
        QPointF(QPoint(20, 20)),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    column(pane, Perspective.PROCESS).dropEvent(event)
    assert kpi(bakery.workspace, bakery.id("returns")).perspective is Perspective.PROCESS


def test_arrow_keys_walk_and_enter_opens(
    pane: ScorecardPane, bakery: Bakery, qtbot: QtBot, said: Said
) -> None:
    pane.take_focus()
    first = tile(pane, "Sales")
    qtbot.keyClick(first, Qt.Key.Key_Right)
    beside = pane.focusWidget()
    assert beside in column(pane, None).tiles
    assert isinstance(beside, Tile)
    qtbot.keyClick(beside, Qt.Key.Key_Down)
    assert column(pane, None).tiles[1] is pane.focusWidget()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert said.places == [("kpis", bakery.id("sales"))]
