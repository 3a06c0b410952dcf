"""What the chart says about a period, and the table of the same numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.core.chart_series import Point
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import set_language
from desktop.ui.charts.numbers_table import NumbersModel, NumbersTable
from desktop.ui.charts.reading import readings
from desktop.ui.charts.reading_column import difference_text
from tests.ui.charts.charted import FIRST, months


def test_every_period_of_any_series_is_read() -> None:
    series = months(14, plan=(Point(FIRST.shift(13), 120_000.0), Point(FIRST.shift(14), 121_000.0)))
    found = readings(series)
    assert [reading.period for reading in found] == [FIRST.shift(n) for n in range(15)]
    newest, planned = found[-2:]
    assert (newest.actual, newest.plan, newest.last_year) == (113_000, 120_000, 101_000)
    assert newest.from_plan == -7000
    assert newest.from_last_year == 12_000
    assert newest.newest
    assert (planned.actual, planned.from_plan) == (None, None)


def test_an_unfinished_period_is_not_compared() -> None:
    unfinished = replace(months(13).actual[-1], partial=True)
    found = readings(months(13, actual=(*months(12).actual, unfinished)))
    assert found[-1].partial
    assert found[-1].from_last_year is None


@pytest.mark.parametrize(
    ("unit", "difference", "base", "words"),
    [
        (Unit(), 5.0, 50.0, "+5 (+10.0%)"),
        (Unit(), -5.0, 0.0, "\u22125"),
        (Unit(UnitKind.PERCENT), 0.004, 0.02, "+0.4 percentage points"),
        (Unit(), None, 50.0, ""),
    ],
)
def test_differences_in_words(
    unit: Unit, difference: float | None, base: float, words: str
) -> None:
    assert difference_text(difference, base, unit, 0) == words


def cells(model: NumbersModel) -> list[list[str]]:
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_table_has_the_same_numbers_newest_first(qtmodeltester: ModelTester) -> None:
    set_language("sv")
    model = NumbersModel()
    model.show_series(months(13))
    qtmodeltester.check(model)
    heads = [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]
    assert len(heads) == 4
    assert cells(model)[0] == [
        "juli 2025",
        "112\u00a0000\u00a0kr",
        "100\u00a0000\u00a0kr",
        "+12\u00a0000\u00a0kr (+12,0\u00a0%)",
    ]
    assert cells(model)[-1][:3] == ["juli 2024", "100\u00a0000\u00a0kr", "\u2013"]


def test_an_unfinished_period_says_so_in_the_table() -> None:
    model = NumbersModel()
    first, second = months(2).actual
    model.show_series(
        months(2, actual=(replace(first, partial=True), replace(second, partial=True)))
    )
    assert [row[0] for row in cells(model)] == ["August 2024, so far", "July 2024, incomplete"]


def test_the_selection_is_copied_as_a_spreadsheet_takes_it(qtbot: QtBot) -> None:
    table = NumbersTable()
    qtbot.addWidget(table)
    table.show_series(months(2))
    table.show()
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "August 2024\t101,000\u00a0SEK\nJuly 2024\t100,000\u00a0SEK"
    )
