"""The table sorts, copies, remembers its widths and tells what is chosen."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.core.assessment import Status
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.wording import set_language
from desktop.ui.theme import Text, font
from desktop.ui.widgets import Column, DataTable
from desktop.ui.widgets.rows_model import RowsModel


@dataclass(frozen=True)
class Town:
    name: str
    sales: float | None
    status: Status = Status.ON_TRACK
    recent: tuple[float, ...] = (1.0, 2.0)


TOWNS = (
    Town("Örebro", 20.0, Status.AT_RISK),
    Town("Arboga", None, Status.OUTDATED),
    Town("Åmål", 100.0, Status.OFF_TRACK),
    Town("Zinkgruvan", 3.0),
)


def columns() -> tuple[Column[Town], ...]:
    return (
        Column(name="name", title="Town", text=lambda town: town.name, stretch=True),
        Column(
            name="sales",
            title="Sales",
            text=lambda town: "" if town.sales is None else f"{town.sales:g} kr",
            sort=lambda town: town.sales,
            right=True,
        ),
        Column(name="status", title="Status", status=lambda town: town.status),
        Column(name="recent", title="Recent", sparkline=lambda town: town.recent),
    )


@pytest.fixture
def table(qtbot: QtBot, preferences: Preferences) -> DataTable[Town]:
    table = DataTable("towns", columns(), preferences, name="Towns", multiple=True)
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.set_rows(TOWNS)
    table.show()
    return table


def names(table: DataTable[Town]) -> list[str]:
    return [town.name for town in table.rows()]


def test_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model: RowsModel[Town] = RowsModel(columns())
    model.set_rows(TOWNS)
    qtmodeltester.check(model, force_py=True)


def test_words_sort_as_the_language_does(table: DataTable[Town]) -> None:
    set_language("sv")
    table.sort_by("name")
    assert names(table) == ["Arboga", "Zinkgruvan", "Åmål", "Örebro"]
    set_language("en")
    table.sort_by("name", descending=True)
    assert names(table) == ["Zinkgruvan", "Örebro", "Arboga", "Åmål"]


def test_numbers_sort_by_value_and_empty_cells_stay_last(table: DataTable[Town]) -> None:
    table.sort_by("sales")
    assert names(table) == ["Zinkgruvan", "Örebro", "Åmål", "Arboga"]
    table.sort_by("sales", descending=True)
    assert names(table) == ["Åmål", "Örebro", "Zinkgruvan", "Arboga"]


def test_statuses_sort_by_need(table: DataTable[Town]) -> None:
    table.sort_by("status")
    assert names(table) == ["Åmål", "Örebro", "Arboga", "Zinkgruvan"]


def test_new_rows_keep_the_order(table: DataTable[Town]) -> None:
    table.sort_by("sales")
    table.set_rows([*TOWNS, Town("Kumla", 50.0)])
    assert names(table) == ["Zinkgruvan", "Örebro", "Kumla", "Åmål", "Arboga"]


def test_copy_is_a_table_with_heads_for_a_spreadsheet(table: DataTable[Town], qtbot: QtBot) -> None:
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Town\tSales\tStatus"
    assert lines[1] == "Örebro\t20 kr\tAt risk"
    assert len(lines) == 5


def test_enter_and_double_click_open_the_row(table: DataTable[Town], qtbot: QtBot) -> None:
    assert table.select_where(lambda town: town.name == "Åmål")
    with qtbot.waitSignal(table.row_activated) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [TOWNS[2]]
    place = table.visualRect(table.rows_model.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.row_activated) as opened:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [TOWNS[0]]


def test_choosing_is_told(table: DataTable[Town], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.row_selected) as chosen:
        table.selectRow(3)
    assert chosen.args == [TOWNS[3]]
    assert table.current_row() == TOWNS[3]
    assert not table.select_where(lambda town: town.name == "Nowhere")


def test_widths_are_remembered(
    table: DataTable[Town], qtbot: QtBot, preferences: Preferences
) -> None:
    table.horizontalHeader().resizeSection(1, 173)
    qtbot.waitUntil(lambda: preferences.column_widths("towns").get("sales") == 173)
    other = DataTable("towns", columns(), preferences)
    qtbot.addWidget(other)
    assert other.horizontalHeader().sectionSize(1) == 173


def test_columns_fit_their_words_unless_set_by_hand(
    table: DataTable[Town], qtbot: QtBot, preferences: Preferences
) -> None:
    table.horizontalHeader().resizeSection(1, 173)
    qtbot.waitUntil(lambda: preferences.column_widths("towns") == {"sales": 173})
    named = Column[Town](name="long", title="Town", text=lambda town: town.name)
    wide = DataTable("towns", (*columns(), named), preferences)
    qtbot.addWidget(wide)
    heads = wide.horizontalHeader()
    name = "A town with a name that is longer than the others"
    wide.set_rows([Town(name, 1.0), Town("Åre", 2.0)])
    wide.fit_columns(most=1000)
    words = QFontMetrics(font(Text.BODY)).horizontalAdvance(name)
    assert words < heads.sectionSize(4) < words + 40
    assert heads.sectionSize(1) == 173
    wide.fit_columns(most=150)
    assert heads.sectionSize(4) == 150
    wide.setColumnHidden(2, True)
    qtbot.wait(400)
    assert preferences.column_widths("towns") == {"sales": 173}


def test_screen_readers_hear_head_and_cell(table: DataTable[Town]) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert table.rows_model.index(0, 2).data(role) == "Status: At risk"
    assert table.accessibleName() == "Towns"


def test_table_is_as_high_as_its_rows_when_asked(qtbot: QtBot) -> None:
    table = DataTable("towns", columns(), fit_height=True)
    qtbot.addWidget(table)
    table.set_rows(TOWNS)
    four = table.height()
    table.set_rows(TOWNS[:1])
    assert four - table.height() == 3 * table.verticalHeader().defaultSectionSize()


def test_every_kind_of_cell_is_painted(table: DataTable[Town], qtbot: QtBot) -> None:
    table.sort_by("sales")
    table.selectRow(1)
    image = table.grab().toImage()
    heads = table.horizontalHeader()
    for column in range(4):
        left = heads.sectionViewportPosition(column) + 10
        width = heads.sectionSize(column) - 20
        row = table.visualRect(table.rows_model.index(0, column))
        middle = table.viewport().mapTo(table, row.center()).y()
        seen = {
            image.pixelColor(x, y).name()
            for x in range(left, left + width)
            for y in range(middle - 12, middle + 12)
        }
        assert len(seen) > 3
