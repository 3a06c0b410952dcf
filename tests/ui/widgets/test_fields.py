"""Numbers and dates are entered in the reader's format, and said when they are wrong."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import set_language
from desktop.ui.widgets import Choice, DateField, FormRow, NumberField
from desktop.ui.widgets.date_field import parse_day

KRONOR = Unit(UnitKind.CURRENCY, "SEK")
PERCENT = Unit(UnitKind.PERCENT)
TODAY = date(2026, 10, 5)


def typed(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_number_is_shown_and_read_in_swedish(qtbot: QtBot) -> None:
    set_language("sv")
    field = NumberField(1234567.5, KRONOR)
    qtbot.addWidget(field)
    assert field.text() == "1\u00a0234\u00a0567,5"
    with qtbot.waitSignal(field.value_changed) as changed:
        typed(qtbot, field, "2 500,25")
    assert changed.args == [2500.25]
    assert field.value() == 2500.25


def test_sum_is_worked_out_on_leaving(qtbot: QtBot) -> None:
    field = NumberField(unit=KRONOR)
    qtbot.addWidget(field)
    typed(qtbot, field, "12*450")
    assert field.value() == 5400
    assert field.text() == "5,400"


def test_percent_is_stored_as_a_fraction_without_loss(qtbot: QtBot) -> None:
    field = NumberField(0.07, PERCENT, 1)
    qtbot.addWidget(field)
    assert field.text() == "7.0"
    typed(qtbot, field, "2.55")
    assert field.value() == 0.0255


def test_unchanged_number_is_not_told(qtbot: QtBot) -> None:
    field = NumberField(3.0)
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.value_changed):
        typed(qtbot, field, "3")


def test_empty_is_none(qtbot: QtBot) -> None:
    field = NumberField(3.0)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.value_changed) as changed:
        typed(qtbot, field, " ")
    assert changed.args == [None]


def test_wrong_number_stays_and_says_why(qtbot: QtBot) -> None:
    field = NumberField(3.0)
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.value_changed):
        typed(qtbot, field, "about ten")
    assert field.text() == "about ten"
    assert field.value() is None
    assert "about" in field.toolTip()
    assert field.accessibleDescription() == field.toolTip() == field.fault_text()
    typed(qtbot, field, "10")
    assert field.toolTip() == ""
    assert field.value() == 10


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("sv", "2026-12-31", date(2026, 12, 31)),
        ("sv", "26-12-31", date(2026, 12, 31)),
        ("sv", "20261231", date(2026, 12, 31)),
        ("da", "31.12.2026", date(2026, 12, 31)),
        ("da", "3.1.26", date(2026, 1, 3)),
        ("en", "03/01/2026", date(2026, 1, 3)),
        ("en", "3/1", date(2026, 1, 3)),
        ("en", "31/02/2026", None),
        ("en", "12/31/2026", None),
        ("en", "tomorrow", None),
        ("en", "12", None),
        ("en", "", None),
    ],
)
def test_days_are_read(language: str, text: str, day: date | None) -> None:
    assert parse_day(text, language, TODAY) == day


def test_date_is_shown_in_the_reader_s_format(qtbot: QtBot) -> None:
    set_language("da")
    field = DateField(date(2026, 3, 1))
    qtbot.addWidget(field)
    assert field.text() == "01.03.2026"
    with qtbot.waitSignal(field.day_changed) as changed:
        typed(qtbot, field, "24.12.2026")
    assert changed.args == [date(2026, 12, 24)]


def test_a_date_is_never_cut_off(qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    layout = QHBoxLayout(row)
    field = DateField(date(2026, 10, 28))
    layout.addWidget(field)
    layout.addWidget(QLineEdit(), 9)
    row.resize(row.minimumSizeHint())
    row.show()
    field.selectAll()
    inside = field.width() - 2 * 8 - 24  # padding, the calendar
    assert field.fontMetrics().horizontalAdvance(field.text()) < inside


def test_optional_date_may_be_empty(qtbot: QtBot) -> None:
    field = DateField(date(2026, 3, 1), optional=True)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.day_changed) as changed:
        typed(qtbot, field, " ")
    assert changed.args == [None]
    assert field.valid()
    needed = DateField(date(2026, 3, 1))
    qtbot.addWidget(needed)
    with qtbot.assertNotEmitted(needed.day_changed):
        typed(qtbot, needed, " ")
    assert not needed.valid()
    assert "31/12/2026" in needed.toolTip()


def test_calendar_opens_from_the_keyboard_and_chooses(qtbot: QtBot) -> None:
    field = DateField(date(2026, 3, 1))
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().toPython() == date(2026, 3, 1)
    with qtbot.waitSignal(field.day_changed) as changed:
        calendar.activated.emit(calendar.selectedDate().addDays(4))
    assert changed.args == [date(2026, 3, 5)]
    qtbot.waitUntil(lambda: field.findChild(QCalendarWidget) is None)


def test_choice_goes_by_key(qtbot: QtBot) -> None:
    choice: Choice[int | None] = Choice([(None, "Nobody"), (3, "Kim"), (7, "Alex")], 3)
    qtbot.addWidget(choice)
    assert choice.value == 3
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert chosen.args == [7]
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_value(None)
    assert choice.value is None
    choice.set_value(99)
    assert choice.value is None


def test_words_without_room_end_in_dots(qtbot: QtBot) -> None:
    long = Choice([(1, "Sell for 1.2 million in the web shop")])
    short = Choice([(1, "Sell for 1.2 million in the web shop, and more")])
    for choice in (long, short):
        qtbot.addWidget(choice)
        choice.setFixedSize(140, 34)
    # both are cut after the same letters and end alike; without dots half a letter would differ
    assert long.grab().toImage() == short.grab().toImage()
    short.setFixedWidth(600)
    assert long.grab().toImage() != short.grab().toImage()


def test_a_choice_drops_down_whole(qtbot: QtBot) -> None:
    choice = Choice([(number, f"Choice {number}") for number in range(5)])
    qtbot.addWidget(choice)
    choice.show()
    choice.showPopup()
    last = choice.view().visualRect(choice.model().index(4, 0))
    assert choice.view().viewport().rect().contains(last)
    assert not choice.style().styleHint(
        QStyle.StyleHint.SH_ComboBox_Popup, QStyleOptionComboBox(), choice
    )
    choice.hidePopup()


def test_form_row_names_its_field_and_says_errors(qtbot: QtBot) -> None:
    field = NumberField()
    row = FormRow("Target", field, "What you want to reach")
    qtbot.addWidget(row)
    assert field.accessibleName() == "Target"
    row.set_error("Write a target.")
    assert field.accessibleDescription() == "Write a target."
    row.set_error("")
    assert field.accessibleDescription() == "What you want to reach"
