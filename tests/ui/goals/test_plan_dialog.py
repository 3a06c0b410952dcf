"""Typing a plan, and pasting one from a spreadsheet."""

from __future__ import annotations

import weakref
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.budget_plan import Budget
from desktop.core.goal import Comparison, KeyResult, PlanValue
from desktop.core.kpi import AddUp, Kpi
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind
from desktop.ui.goals.plan_dialog import PlanBasis, PlanDialog
from tests.ui.conftest import freed

RATING = Kpi(name="Rating", unit=Unit(UnitKind.PERCENT), decimals=1, add_up=AddUp.MEAN)
LEVEL = KeyResult(goal_id=0, baseline=0.8, target=0.9)
START, END = date(2026, 1, 1), date(2026, 4, 15)


def dialog_of(
    parent: QWidget,
    kpi: Kpi = RATING,
    key_result: KeyResult = LEVEL,
    steps: tuple[PlanValue, ...] = (),
    end: date = END,
) -> tuple[PlanDialog, list[tuple[PlanValue, ...]]]:
    planned: list[tuple[PlanValue, ...]] = []
    basis = PlanBasis(kpi, key_result, START, end, 1)
    dialog = PlanDialog(parent, basis, steps)
    dialog.planned.connect(lambda _, values: planned.append(values))
    dialog.open()
    return dialog, planned


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def choose(dialog: PlanDialog, kind: str) -> None:
    """Click one of the kinds of plan."""
    dialog.kinds.set_value(kind)
    dialog.kinds.chosen.emit(kind)


def heads(dialog: PlanDialog) -> list[str]:
    return [dialog.grid.item(row, 0).text() for row in range(dialog.grid.rowCount())]


def test_a_row_a_period_until_the_deadline(parent: QWidget) -> None:
    dialog, planned = dialog_of(parent)
    choose(dialog, "own")
    assert heads(dialog) == ["January 2026", "February 2026", "March 2026", "April 2026"]
    dialog.grid.item(1, 1).setText("82,5")
    dialog.grid.item(3, 1).setText("88")
    dialog.on_confirmed()
    assert planned == [(PlanValue(date(2026, 2, 28), 0.825), PlanValue(END, 0.88))]


@pytest.mark.parametrize(
    ("comparison", "straight"),
    [
        # 31 of 105 days of the way from 80 % to 90 %
        (Comparison.LEVEL, "83.0%"),
        (Comparison.PER_PERIOD, "90.0%"),
        (Comparison.TOTAL, "26.6%"),
    ],
)
def test_the_straight_line_stands_beside_it(
    parent: QWidget, comparison: Comparison, straight: str
) -> None:
    key_result = KeyResult(goal_id=0, baseline=0.8, target=0.9, comparison=comparison)
    dialog, _ = dialog_of(parent, key_result=key_result)
    compared = dialog.grid.item(0, 2)
    assert compared.text() == straight
    assert not compared.flags() & Qt.ItemFlag.ItemIsEditable


def test_without_a_target_there_is_no_line(parent: QWidget) -> None:
    dialog, _ = dialog_of(parent, key_result=KeyResult(goal_id=0))
    assert dialog.grid.item(0, 2).text() == ""


def test_days_are_planned_by_the_month(parent: QWidget) -> None:
    daily = Kpi(name="Orders", cadence=Cadence.DAY)
    steps = (PlanValue(date(2026, 1, 10), 50.0),)
    dialog, _ = dialog_of(parent, kpi=daily, steps=steps)
    assert heads(dialog) == [
        "10 January 2026", "January 2026", "February 2026", "March 2026", "April 2026",
    ]  # fmt: skip
    short, _ = dialog_of(parent, kpi=daily, end=date(2026, 1, 10))
    assert len(heads(short)) == 10


def test_a_column_is_pasted_from_a_spreadsheet(qtbot: QtBot, parent: QWidget) -> None:
    dialog, planned = dialog_of(parent)
    choose(dialog, "own")
    QGuiApplication.clipboard().setText("81,0\nFebruary\t82,0\n83,0\n84,0\n85,0\n")
    dialog.grid.setCurrentCell(1, 1)
    qtbot.keySequence(dialog.grid, QKeySequence(QKeySequence.StandardKey.Paste))
    typed = [dialog.grid.item(row, 1).text() for row in range(4)]
    assert typed == ["", "81,0", "82,0", "83,0"]
    dialog.grid.setCurrentCell(3, 1)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Delete)
    dialog.on_confirmed()
    assert [step.value for step in planned[0]] == [0.81, 0.82]


def test_what_is_no_number_is_said(parent: QWidget) -> None:
    dialog, planned = dialog_of(parent)
    choose(dialog, "own")
    dialog.grid.item(2, 1).setText("a lot")
    dialog.on_confirmed()
    assert planned == []
    assert dialog.grid.currentRow() == 2
    assert dialog.fault.text().startswith("March 2026: ")


def test_straight_again(parent: QWidget, qapp: QApplication) -> None:
    dialog, planned = dialog_of(parent, steps=(PlanValue(END, 0.85),))
    assert dialog.kinds.value == "own"
    choose(dialog, "straight")
    assert dialog.grid.isColumnHidden(1)
    dialog.on_confirmed()
    assert planned == [()]
    reference = weakref.ref(dialog)
    del dialog
    assert freed(reference, qapp)


def test_the_season_of_the_own_years_is_offered_where_there_is_one(parent: QWidget) -> None:
    season = (PlanValue(date(2026, 1, 31), 0.85), PlanValue(END, 0.9))
    said: list[tuple[bool, object]] = []
    dialog = PlanDialog(parent, PlanBasis(RATING, LEVEL, START, END, 1, season), ())
    dialog.planned.connect(lambda seasonal, steps: said.append((seasonal, steps)))
    dialog.open()
    assert dialog.grid.item(0, 3).text() == "85.0%"
    choose(dialog, "season")
    dialog.on_confirmed()
    assert said == [(True, ())]
    without, _ = dialog_of(parent)
    assert without.grid.isColumnHidden(3)
    without.kinds.set_value("season")  # which it does not have
    assert without.kinds.value == "straight"


def test_a_budget_is_filled_in_to_be_looked_at(parent: QWidget) -> None:
    counted = KeyResult(goal_id=0, target=400.0, comparison=Comparison.TOTAL)
    dialog, planned = dialog_of(parent, kpi=Kpi(name="Orders"), key_result=counted)
    months = [Period(Cadence.MONTH, date(2026, month, 1)) for month in range(1, 5)]
    dialog.take(Budget("Budget", tuple(zip(months, (50.0, 80.0, 120.0, 150.0), strict=True))))
    assert [dialog.grid.item(row, 1).text() for row in range(4)] == ["50", "130", "250", "400"]
    dialog.on_confirmed()
    assert planned[0][-1] == PlanValue(END, 400.0)
    other, _ = dialog_of(parent)
    other.take(Budget("Old budget", ((Period(Cadence.MONTH, date(2025, 1, 1)), 1.0),)))
    assert other.fault.text() == "Old budget has no values for the periods of this goal."
