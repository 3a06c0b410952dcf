"""Growth loops on the KPIs page: drawn, walked, put in order and taken apart."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.core.growth_loop import GrowthLoop, LoopStep
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.core.ring_layout import RingLayout
from desktop.services.kpis import kpis, save_kpi
from desktop.services.loops import loop_steps, loops, save_loop
from desktop.services.measurements import save_values
from desktop.ui.context import AppContext
from desktop.ui.kpis.loops.loop_dialogs import NewLoopDialog, RenameDialog, StepDialog
from desktop.ui.kpis.loops.loops_pane import LoopsPane
from desktop.ui.theme.tokens import LIGHT

FIRST = Period(Cadence.MONTH, date(2026, 1, 1))  # today is 5 October 2026


@pytest.fixture
def pane(qtbot: QtBot, context: AppContext) -> LoopsPane:
    made = LoopsPane(context)
    qtbot.addWidget(made)
    made.resize(1000, 560)
    made.refresh()
    made.show()
    return made


@pytest.fixture
def ring(context: AppContext, pane: LoopsPane) -> GrowthLoop:
    """Visits, orders and a step without a KPI."""
    steps = []
    for name, value in (("Visits", 200.0), ("Orders", 10.0)):
        kpi = save_kpi(context.workspace, Kpi(name=name))
        save_values(context.workspace, kpi.id or 0, {FIRST.shift(n): value for n in range(9)})
        steps.append(LoopStep(loop_id=0, kpi_id=kpi.id))
    steps.append(LoopStep(loop_id=0, title="Word of mouth"))
    made = save_loop(context.workspace, GrowthLoop(name="Ours"), steps)
    pane.refresh()
    return made


def names(pane: LoopsPane) -> list[str]:
    assert pane.view is not None
    return [step.name for step in pane.view.flow.steps]


def test_an_example_begins_with_its_titles_or_its_kpis(
    context: AppContext, pane: LoopsPane
) -> None:
    pane.empty.acted.emit()
    (dialog,) = pane.findChildren(NewLoopDialog)
    dialog.examples.set_value("selling")
    dialog.examples.chosen.emit("selling")
    assert "4" in dialog.add_kpis.text()
    dialog.add_kpis.setChecked(True)
    dialog.on_confirmed()
    assert len(kpis(context.workspace)) == 4
    assert len(names(pane)) == 4
    assert pane.choice.currentText() == loops(context.workspace)[0].name


def test_an_own_ring_needs_a_name(context: AppContext, pane: LoopsPane) -> None:
    pane.new_button.click()
    (dialog,) = pane.findChildren(NewLoopDialog)
    dialog.examples.set_value("")
    dialog.examples.chosen.emit("")
    dialog.on_confirmed()
    assert loops(context.workspace) == []
    dialog.name.setText("Mine")
    dialog.on_confirmed()
    assert [each.name for each in loops(context.workspace)] == ["Mine"]
    assert names(pane) == []


def test_conversions_and_what_lacks_one(pane: LoopsPane, ring: GrowthLoop) -> None:
    said = [label.text() for label in pane.links.findChildren(QLabel)]
    assert "Visits → Orders" in said
    assert "5.00%" in said
    assert "Word of mouth has no KPI, so no conversion can be shown." in said
    assert "Visits: " not in pane.ring.described()
    assert "To Orders: 5.00%." in pane.ring.described()


def test_steps_are_walked_and_moved_by_the_keyboard(pane: LoopsPane, ring: GrowthLoop) -> None:
    pane.take_focus()
    QTest.keyClick(pane.ring, Qt.Key.Key_Right)
    assert pane.ring.current == 1
    QTest.keyClick(pane.ring, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert names(pane) == ["Visits", "Word of mouth", "Orders"]
    assert pane.ring.current == 2
    QTest.keyClick(pane.ring, Qt.Key.Key_Right)
    assert pane.ring.current == 0
    QTest.keyClick(pane.ring, Qt.Key.Key_Delete)
    assert names(pane) == ["Word of mouth", "Orders"]


def test_a_step_is_dragged_to_another_place(
    context: AppContext, pane: LoopsPane, ring: GrowthLoop
) -> None:
    layout = RingLayout(3, pane.ring.width(), pane.ring.height(), (152, 66))
    start, end = (QPoint(*map(round, layout.step(place))) for place in (0, 2))
    QTest.mousePress(pane.ring, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(pane.ring, (start + end) / 2)
    QTest.mouseMove(pane.ring, end)
    QTest.mouseRelease(pane.ring, Qt.MouseButton.LeftButton, pos=end)
    assert names(pane) == ["Orders", "Word of mouth", "Visits"]
    context.workspace.undo()
    pane.refresh()
    assert names(pane) == ["Visits", "Orders", "Word of mouth"]


def test_a_step_is_added_and_changed(
    context: AppContext, pane: LoopsPane, ring: GrowthLoop
) -> None:
    pane.add_button.click()
    (dialog,) = pane.findChildren(StepDialog)
    dialog.on_confirmed()
    assert len(names(pane)) == 3  # it has neither a KPI nor a title
    dialog.title.setText("Reviews")
    dialog.on_confirmed()
    assert names(pane) == ["Visits", "Reviews", "Orders", "Word of mouth"]
    QTest.keyClick(pane.ring, Qt.Key.Key_Return)
    change = next(each for each in pane.findChildren(StepDialog) if each.isVisible())
    orders = next(kpi for kpi in kpis(context.workspace) if kpi.name == "Orders")
    change.kpi.set_value(orders.id)
    change.on_confirmed()
    assert loop_steps(context.workspace, ring.id or 0)[0].kpi_id == orders.id


def test_a_loop_is_renamed_and_deleted(
    context: AppContext, pane: LoopsPane, ring: GrowthLoop
) -> None:
    pane.rename_button.click()
    (dialog,) = pane.findChildren(RenameDialog)
    dialog.name.setText("Theirs")
    dialog.on_confirmed()
    assert loops(context.workspace)[0].name == "Theirs"
    pane.delete_button.click()
    assert loops(context.workspace) == []
    assert pane.view is None
    context.workspace.undo()
    pane.refresh()
    assert names(pane) == ["Visits", "Orders", "Word of mouth"]


def test_the_ring_is_copied_as_a_light_picture(pane: LoopsPane, ring: GrowthLoop) -> None:
    pane.copy_button.click()
    image = QGuiApplication.clipboard().image()
    assert image.width() == 2 * pane.ring.width()
    assert image.pixelColor(2, 2).name() == LIGHT.ground.lower()


def test_the_place_that_a_point_is_nearest_to() -> None:
    layout = RingLayout(4, 600, 400, (100, 50))
    assert [layout.nearest(*layout.step(place)) for place in range(4)] == [0, 1, 2, 3]
    assert layout.step(0).x == 300
    assert layout.step(0).y < layout.step(1).y < layout.step(2).y
