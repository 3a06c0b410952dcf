"""Typing values with keyboard and clipboard, as in a spreadsheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.core.period import Cadence, Period
from desktop.qtkit.wording import say, set_language
from desktop.ui.context import AppContext
from desktop.ui.kpis.grid.typing_grid import TypingGrid
from tests.ui.kpis.conftest import Bakery, month


@pytest.fixture
def typing(bakery: Bakery, context: AppContext, qtbot: QtBot) -> TypingGrid:
    set_language("sv")
    typing = TypingGrid(context)
    qtbot.addWidget(typing)
    typing.resize(1400, 500)
    typing.show()
    typing.refresh()
    typing.view.setFocus()
    return typing


def cell(typing: TypingGrid, key: str, period: Period) -> QModelIndex:
    content = typing.grid.content
    row = [each.kpi.key for each in content.rows].index(key)
    return typing.grid.index(row, content.periods.index(period))


def enter(typing: TypingGrid, qtbot: QtBot, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type into the current cell and leave it with ``key``."""
    qtbot.keyClick(typing.view.viewport(), text[0])
    editor = next(each for each in typing.view.findChildren(QLineEdit) if each.isVisible())
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, key)
    QApplication.processEvents()  # the editor hands its text over a moment later


def messages(typing: TypingGrid) -> str:
    return " ".join(label.text() for label in typing.findChildren(QLabel) if label.isVisible())


def test_a_typed_sum_is_saved_and_enter_goes_down(
    typing: TypingGrid, bakery: Bakery, qtbot: QtBot
) -> None:
    typing.view.setCurrentIndex(cell(typing, "orders", month(2026, 10)))
    enter(typing, qtbot, "1200+350")
    assert bakery.value("orders", month(2026, 10)) == 1550
    assert typing.view.currentIndex() == cell(typing, "returns", month(2026, 10))
    label = bakery.workspace.undo_label
    assert label is not None
    bakery.workspace.undo()
    assert bakery.value("orders", month(2026, 10)) is None


def test_tab_goes_to_the_right(typing: TypingGrid, bakery: Bakery, qtbot: QtBot) -> None:
    typing.view.setCurrentIndex(cell(typing, "returns", month(2026, 8)))
    enter(typing, qtbot, "2,5", Qt.Key.Key_Tab)
    assert bakery.value("returns", month(2026, 8)) == 0.025
    assert typing.view.currentIndex() == cell(typing, "returns", month(2026, 9))


def test_arrows_and_enter_move_without_typing(typing: TypingGrid, qtbot: QtBot) -> None:
    typing.view.setCurrentIndex(cell(typing, "orders", month(2026, 8)))
    qtbot.keyClick(typing.view, Qt.Key.Key_Right)
    qtbot.keyClick(typing.view, Qt.Key.Key_Return)
    assert typing.view.currentIndex() == cell(typing, "returns", month(2026, 9))


def test_what_cannot_be_read_is_marked_and_nothing_is_written(
    typing: TypingGrid, bakery: Bakery, qtbot: QtBot
) -> None:
    typing.view.setCurrentIndex(cell(typing, "orders", month(2026, 9)))
    enter(typing, qtbot, "1.234")
    assert bakery.value("orders", month(2026, 9)) == 260
    assert cell(typing, "orders", month(2026, 9)).data() == "1.234"
    assert "1.234" in messages(typing)
    typing.view.setCurrentIndex(cell(typing, "orders", month(2026, 9)))
    enter(typing, qtbot, "1234")
    assert bakery.value("orders", month(2026, 9)) == 1234
    assert not typing.grid.drafts


def test_another_cell_can_be_saved_while_one_is_wrong(
    typing: TypingGrid, bakery: Bakery, qtbot: QtBot
) -> None:
    typing.view.setCurrentIndex(cell(typing, "orders", month(2026, 9)))
    enter(typing, qtbot, "x")
    typing.view.setCurrentIndex(cell(typing, "sales", month(2026, 10)))
    enter(typing, qtbot, "7")
    assert bakery.value("sales", month(2026, 10)) == 7
    assert len(typing.grid.faults()) == 1


def test_escape_leaves_a_cell_as_it_was(typing: TypingGrid, bakery: Bakery, qtbot: QtBot) -> None:
    typing.view.setCurrentIndex(cell(typing, "orders", month(2026, 9)))
    enter(typing, qtbot, "999", Qt.Key.Key_Escape)
    assert bakery.value("orders", month(2026, 9)) == 260
    assert not typing.grid.drafts


def test_delete_empties_the_selection_in_one_step(
    typing: TypingGrid, bakery: Bakery, qtbot: QtBot
) -> None:
    typing.view.setCurrentIndex(cell(typing, "orders", month(2026, 8)))
    qtbot.keyClick(typing.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(typing.view, Qt.Key.Key_Delete)
    assert bakery.value("orders", month(2026, 8)) is None
    assert bakery.value("orders", month(2026, 9)) is None
    bakery.workspace.undo()
    assert bakery.value("orders", month(2026, 8)) == 240
    assert bakery.value("orders", month(2026, 9)) == 260


def test_a_block_from_a_spreadsheet_is_one_undo_step(
    typing: TypingGrid, bakery: Bakery, qtbot: QtBot
) -> None:
    before = bakery.workspace.undo_label
    QGuiApplication.clipboard().setText("2,5%\t3,5%\r\n1 000 000\t\r\n")
    typing.view.setCurrentIndex(cell(typing, "returns", month(2026, 8)))
    qtbot.keyClick(typing.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert bakery.value("returns", month(2026, 8)) == 0.025
    assert bakery.value("returns", month(2026, 9)) == 0.035
    assert bakery.value("sales", month(2026, 8)) == 1_000_000
    assert bakery.value("sales", month(2026, 9)) == 130_000, "a blank changes nothing"
    bakery.workspace.undo()
    assert bakery.workspace.undo_label == before
    assert bakery.value("returns", month(2026, 8)) is None
    assert bakery.value("sales", month(2026, 8)) == 120_000


def test_a_block_with_a_wrong_cell_waits_until_it_is_corrected(
    typing: TypingGrid, bakery: Bakery, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("100\t#DIV/0!")
    typing.view.setCurrentIndex(cell(typing, "orders", month(2026, 8)))
    typing.view.paste()
    assert bakery.value("orders", month(2026, 8)) == 240
    assert cell(typing, "orders", month(2026, 8)).data() == "100"
    typing.view.setCurrentIndex(cell(typing, "orders", month(2026, 9)))
    enter(typing, qtbot, "200")
    assert bakery.value("orders", month(2026, 8)) == 100
    assert bakery.value("orders", month(2026, 9)) == 200
    bakery.workspace.undo()
    assert bakery.value("orders", month(2026, 8)) == 240
    assert bakery.value("orders", month(2026, 9)) == 260


def test_what_waits_can_be_discarded(typing: TypingGrid, bakery: Bakery, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("100\tx")
    typing.view.setCurrentIndex(cell(typing, "orders", month(2026, 8)))
    typing.view.paste()
    discard = next(b for b in typing.findChildren(QPushButton) if "Kasta" in b.text())
    assert discard.isVisible()
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert cell(typing, "orders", month(2026, 8)).data() == "240"
    assert not discard.isVisible()


def test_a_block_that_does_not_fit_says_so(typing: TypingGrid) -> None:
    QGuiApplication.clipboard().setText("1\t2\t3")
    typing.view.setCurrentIndex(cell(typing, "orders", month(2026, 9)))
    typing.view.paste()
    assert "får inte plats" in messages(typing)


def test_what_is_copied_goes_back_as_it_was(
    typing: TypingGrid, bakery: Bakery, qtbot: QtBot
) -> None:
    typing.view.setCurrentIndex(cell(typing, "sales", month(2026, 8)))
    qtbot.keyClick(typing.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(typing.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "120000\t130000"
    before = bakery.workspace.undo_label
    qtbot.keyClick(typing.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert bakery.workspace.undo_label == before


def test_a_formula_row_is_shown_but_not_typed_in(typing: TypingGrid, qtbot: QtBot) -> None:
    index = cell(typing, "conversion", month(2026, 9))
    assert index.data() == "4,0"
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    typing.view.setCurrentIndex(index)
    assert "orders / visits" in messages(typing)


def test_pages_go_back_in_time_and_not_past_today(typing: TypingGrid, qtbot: QtBot) -> None:
    earlier, later = (
        next(b for b in typing.findChildren(QPushButton) if b.text().strip() == text)
        for text in ("Tidigare", "Senare")
    )
    assert not later.isEnabled()
    qtbot.mouseClick(earlier, Qt.MouseButton.LeftButton)
    assert typing.grid.content.periods[-1] == month(2025, 10)
    assert cell(typing, "sales", month(2025, 9)).data() == "10\u00a0000"
    qtbot.mouseClick(later, Qt.MouseButton.LeftButton)
    assert typing.grid.content.periods[-1] == month(2026, 10)
    assert not later.isEnabled()


def test_another_cadence_shows_its_own_kpis(typing: TypingGrid, qtbot: QtBot) -> None:
    day = next(b for b in typing.findChildren(QPushButton) if b.text() == "Dag")
    qtbot.mouseClick(day, Qt.MouseButton.LeftButton)
    assert [row.kpi.key for row in typing.grid.content.rows] == ["steps"]
    assert typing.grid.content.periods[-1].cadence is Cadence.DAY
    assert typing.grid.content.periods[-1].start == typing.grid.content.periods[-1].end


def test_few_periods_are_shown_where_there_is_little_room(typing: TypingGrid) -> None:
    assert typing.grid.columnCount() == 13
    typing.resize(700, 500)
    assert 2 <= typing.grid.columnCount() < 8
    assert typing.grid.content.periods[-1] == month(2026, 10)


def test_the_model_keeps_its_promises(typing: TypingGrid, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(typing.grid)


def test_every_cell_can_be_heard(typing: TypingGrid) -> None:
    index = cell(typing, "sales", month(2026, 9))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Sales, september 2026: 130\u00a0000"
    typing.grid.setData(index, "x")
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    fault = typing.grid.faults()[0][1]
    assert say(fault) in spoken
