"""The one metric that matters on the KPIs page: chosen, crossed, made a goal."""

from __future__ import annotations

import weakref
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.focus import Focus, Stage
from desktop.core.kpi import Better, Kpi
from desktop.core.period import Cadence, Period
from desktop.services.focus import current_focus, save_focus
from desktop.services.goals import goals
from desktop.services.kpis import kpis, save_kpi
from desktop.services.measurements import save_values
from desktop.ui.context import AppContext
from desktop.ui.kpis.focus.focus_dialog import FocusDialog
from desktop.ui.kpis.focus.focus_pane import FocusPane
from desktop.ui.kpis.kpi_views import FOCUS
from desktop.ui.kpis.page import KpisPage
from tests.ui.conftest import TODAY, Said, freed

FIRST = Period(Cadence.MONTH, date(2026, 1, 1))  # today is 5 October 2026


@pytest.fixture
def orders(context: AppContext) -> Kpi:
    """Nine months: 41 up to 49."""
    kpi = save_kpi(context.workspace, Kpi(name="Orders"))
    values = {FIRST.shift(n): 41.0 + n for n in range(9)}
    save_values(context.workspace, kpi.id or 0, values)
    return kpi


def pane(qtbot: QtBot, context: AppContext) -> FocusPane:
    made = FocusPane(context)
    qtbot.addWidget(made)
    made.resize(1000, 560)
    made.refresh()
    made.show()
    if made.view is not None:  # the drawing is loaded once the page is painted
        qtbot.waitUntil(lambda: made.chart.plot is not None)
    return made


def choose(context: AppContext, kpi: Kpi, line: float | None) -> Focus:
    focus = Focus(kpi_id=kpi.id or 0, stage=Stage.VIRALITY, line=line, since=TODAY)
    return save_focus(context.workspace, focus)


def texts(made: FocusPane) -> str:
    return " ".join(label.text() for label in made.findChildren(QLabel))


def dialog_of(made: FocusPane) -> FocusDialog:
    (dialog,) = made.findChildren(FocusDialog)
    return dialog


def test_it_is_one_of_the_ways_to_see_the_kpis(
    qtbot: QtBot, context: AppContext, orders: Kpi
) -> None:
    page = KpisPage(context)
    qtbot.addWidget(page)
    page.show_part(FOCUS)
    assert isinstance(page.ways.pane, FocusPane)
    page.show_item(orders.id)
    assert page.ways.pane is page.list


def test_choosing_begins_with_an_explained_stage(
    qtbot: QtBot, context: AppContext, orders: Kpi
) -> None:
    made = pane(qtbot, context)
    assert made.view is None
    made.empty.acted.emit()
    dialog = dialog_of(made)
    assert "problem" in dialog.question.text()
    dialog.stages.set_value(Stage.REVENUE)
    dialog.stages.chosen.emit(Stage.REVENUE)
    assert "bring in more" in dialog.question.text()
    assert dialog.kpis.offer == orders  # its own that fits stands first
    dialog.line.setText("60")
    dialog.line.textEdited.emit("60")
    assert dialog.note.text() == "Newest: 49. 11 from the line."
    dialog.why.setText("It pays the rent")
    dialog.on_confirmed()
    found = current_focus(context.workspace)
    assert found is not None
    assert (found.kpi_id, found.line, found.stage) == (orders.id, 60.0, Stage.REVENUE)
    assert "11 from the line" in texts(made)
    assert "It pays the rent" in texts(made)


def test_a_ready_kpi_can_be_chosen(qtbot: QtBot, context: AppContext, orders: Kpi) -> None:
    dialog = FocusDialog(None, context.workspace)
    qtbot.addWidget(dialog)
    assert dialog.kpis.choose(("ready", "gross_margin"))
    dialog.on_confirmed()
    assert "gross_margin" in {kpi.key for kpi in kpis(context.workspace)}


def test_a_band_has_no_line(qtbot: QtBot, context: AppContext) -> None:
    save_kpi(context.workspace, Kpi(name="Stock", better=Better.BAND, band_low=1.0))
    dialog = FocusDialog(None, context.workspace)
    qtbot.addWidget(dialog)
    assert not dialog.line.isEnabled()
    dialog.on_confirmed()
    found = current_focus(context.workspace)
    assert found is not None
    assert found.line is None


def test_one_period_past_the_line_is_not_crossed_and_eight_are(
    qtbot: QtBot, context: AppContext, orders: Kpi
) -> None:
    choose(context, orders, 49.0)
    made = pane(qtbot, context)
    assert not made.crossed.isVisibleTo(made)
    assert "Past the line for 1 month. That may still be chance" in texts(made)
    choose(context, orders, 42.0)
    made.refresh()
    assert made.crossed.isVisibleTo(made)
    made.crossed.acted.emit()
    assert dialog_of(made).stages.value == Stage.REVENUE  # what comes after virality


def test_a_goal_is_begun_with_the_line(
    qtbot: QtBot, context: AppContext, orders: Kpi, said: Said
) -> None:
    choose(context, orders, 60.0)
    made = pane(qtbot, context)
    made.side.goal_wanted.emit()
    (goal,) = goals(context.workspace)
    assert goal.statement == "Orders: 60 a month"
    assert said.places == [("goals", goal.id)]
    made.refresh()
    buttons = [each.text() for each in made.side.widget().findChildren(QPushButton)]
    assert "Open goal" in buttons


def test_removing_it_brings_back_the_one_before(
    qtbot: QtBot, context: AppContext, orders: Kpi, qapp: QApplication
) -> None:
    first = choose(context, orders, 50.0)
    choose(context, orders, 60.0)
    made = pane(qtbot, context)
    assert "What mattered before" in texts(made)
    made.change_button.click()
    dialog = dialog_of(made)
    remove = next(each for each in dialog.findChildren(QPushButton) if "Remove" in each.text())
    remove.click()
    assert current_focus(context.workspace) == first
    reference = weakref.ref(dialog)
    del dialog, remove
    assert freed(reference, qapp)  # type: ignore[arg-type]
