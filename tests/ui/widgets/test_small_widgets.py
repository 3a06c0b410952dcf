"""Marks, lines and controls show what they are given, to eyes and to screen readers."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.assessment import Status
from desktop.ui.theme import palette
from desktop.ui.widgets import (
    Banner,
    Bullet,
    Card,
    EmptyState,
    PageFrame,
    ProgressLine,
    SegmentedControl,
    Sparkline,
    StatusMark,
    Stepper,
    danger_button,
    icon_button,
    primary_button,
    quiet_button,
    secondary_button,
)
from desktop.ui.widgets.status_mark import paint_status_shape


def shape(status: Status) -> set[tuple[int, int]]:
    """The pixels that a status' shape covers."""
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_status_shape(painter, QRectF(0, 0, 32, 32), status)
    painter.end()
    return {(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 127}


def pixels(widget: QWidget, colour: str) -> list[tuple[int, int]]:
    """Where a widget shows exactly ``colour``."""
    image = widget.grab().toImage()
    wanted = QColor(colour).rgb()
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) == wanted
    ]


@pytest.mark.parametrize(("one", "other"), list(combinations(Status, 2)))
def test_every_status_has_its_own_outline(qapp: QApplication, one: Status, other: Status) -> None:
    first, second = shape(one), shape(other)
    assert len(first & second) / len(first | second) < 0.85  # a disc and a diamond: 0.83


def test_status_says_its_word(qtbot: QtBot) -> None:
    mark = StatusMark(Status.AT_RISK)
    qtbot.addWidget(mark)
    assert mark.accessibleName() == "At risk"
    mark.set_status(Status.OUTDATED)
    assert mark.accessibleName() == "Outdated"
    assert mark.status is Status.OUTDATED
    assert pixels(mark, palette().quiet)


def test_progress_line_fills_its_share(qtbot: QtBot) -> None:
    line = ProgressLine(0.4)
    qtbot.addWidget(line)
    line.resize(200, 18)
    filled = {x for x, _ in pixels(line, palette().ink)}
    assert max(filled) == pytest.approx(80, abs=2)


def test_progress_line_goes_beyond_the_target_and_not_below_zero(qtbot: QtBot) -> None:
    line = ProgressLine(1.25)
    qtbot.addWidget(line)
    line.resize(200, 18)
    filled = {x for x, _ in pixels(line, palette().ink)}
    assert max(filled) >= 197
    assert not filled & {159, 160}  # the mark of the target, at four fifths
    line.set_progress(-0.3, expected=0.5)
    assert not pixels(line, palette().ink)
    assert {x for x, _ in pixels(line, palette().plan)} <= set(range(97, 104))


def test_bullet_bar_is_a_third_and_target_three_quarters(qtbot: QtBot) -> None:
    bullet = Bullet(50, 80, high=100, bands=(40, 70))
    qtbot.addWidget(bullet)
    bullet.resize(300, 24)
    bar = pixels(bullet, palette().actual)
    assert len({y for _, y in bar}) == 8
    assert max(x for x, _ in bar) == pytest.approx(150, abs=2)
    target = pixels(bullet, palette().target)
    assert len({y for _, y in target}) == 18
    assert min(x for x, _ in target) == pytest.approx(238.5, abs=2)


def test_bullet_of_a_negative_value_grows_to_the_left(qtbot: QtBot) -> None:
    bullet = Bullet(-50, 20, low=-100, high=100)
    qtbot.addWidget(bullet)
    bullet.resize(200, 24)
    xs = [x for x, _ in pixels(bullet, palette().actual)]
    assert min(xs) == pytest.approx(50, abs=1)
    assert max(xs) == pytest.approx(99, abs=1)


@pytest.mark.parametrize("values", [(), (5.0,), (5.0, 5.0), (1.0, float("nan"), 3.0)])
def test_sparkline_takes_what_comes(qtbot: QtBot, values: tuple[float, ...]) -> None:
    line = Sparkline(values, name="Orders")
    qtbot.addWidget(line)
    line.resize(120, 32)
    assert bool(pixels(line, palette().ink)) == bool(values)
    assert line.accessibleName() == "Orders"


def test_segments_choose_one_and_go_by_the_keyboard(qtbot: QtBot) -> None:
    control = SegmentedControl(
        [("day", "Day"), ("week", "Week"), ("month", "Month")], "week", name="Cadence"
    )
    qtbot.addWidget(control)
    with qtbot.waitActive(control):
        control.show()
    assert control.value == "week"
    buttons = control.findChildren(QPushButton)
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert chosen.args == ["month"]
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.keyClick(buttons[2], Qt.Key.Key_Left)
    assert chosen.args == ["week"]
    with qtbot.assertNotEmitted(control.chosen):
        control.set_value("day")
    assert [button.accessibleName() for button in buttons] == [
        "Cadence: Day",
        "Cadence: Week",
        "Cadence: Month",
    ]


def test_other_segments_stand_where_the_ones_before_did(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    control = SegmentedControl([("day", "Day")], name="Cadence")
    before, after = QPushButton("Before"), QPushButton("After")
    row = QHBoxLayout(page)
    for widget in (before, control, after):
        row.addWidget(widget)
    with qtbot.waitActive(page):
        page.show()
    with qtbot.assertNotEmitted(control.chosen):
        control.set_options([("week", "Week"), ("month", "Month"), ("year", "Year")], "month")
    assert control.value == "month"
    control.set_options([("week", "Week"), ("month", "Month"), ("year", "Year")], "day")
    assert control.value == "week"  # an unknown one chooses the first
    QApplication.processEvents()
    before.setFocus()
    passed = []
    for _ in range(3):
        page.focusNextChild()
        passed.append(QApplication.focusWidget())
    assert [each.text() for each in passed] == ["Week", "After", "Before"]  # Tab: the chosen one


def test_stepper_says_where_one_is(qtbot: QtBot) -> None:
    stepper = Stepper(["File", "Columns", "Preview"])
    qtbot.addWidget(stepper)
    stepper.set_current(1)
    assert stepper.accessibleName() == "2/3 Columns"
    stepper.resize(stepper.sizeHint())
    assert pixels(stepper, palette().accent)


def test_banner_offers_and_closes(qtbot: QtBot) -> None:
    banner = Banner("This file is read-only.", "risk", "Save a copy", "Close")
    qtbot.addWidget(banner)
    banner.show()
    assert banner.accessibleName() == banner.text == "This file is read-only."
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.findChild(QPushButton), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(banner.closed):
        qtbot.mouseClick(banner.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert banner.isHidden()


def test_empty_state_shows_the_whole_of_its_words(qtbot: QtBot) -> None:
    words = "A goal says in plain words what the company wants. " * 4
    empty = EmptyState("target", "No goals yet", words, "Write the first", "Look around")
    qtbot.addWidget(empty)
    empty.resize(900, 600)
    empty.show()
    for label in empty.findChildren(QWidget):
        if label.hasHeightForWidth():
            assert label.height() >= label.heightForWidth(label.width()) - 1
    first, second = empty.findChildren(QPushButton)
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(empty.acted_otherwise):
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)


def test_buttons_have_names_without_tricks(qtbot: QtBot) -> None:
    for made in (
        primary_button("Save & print", "printer"),
        secondary_button("Save & print", "printer"),
        quiet_button("Save & print", "printer"),
        danger_button("Save & print", "printer"),
    ):
        qtbot.addWidget(made)
        assert made.accessibleName() == "Save & print"
        assert made.shortcut().isEmpty()
    more = icon_button("search", "More")
    qtbot.addWidget(more)
    assert more.accessibleName() == more.toolTip() == "More"


def test_page_frame_replaces_actions_and_shows_subtitles(qtbot: QtBot) -> None:
    first, second = secondary_button("One"), primary_button("Two")
    frame = PageFrame("Goals", actions=[first])
    qtbot.addWidget(frame)
    card = Card("Sales", "By month")
    frame.add(card)
    frame.resize(900, 600)
    frame.show()
    frame.set_subtitle("As of today")
    frame.set_actions([second])
    qtbot.waitUntil(lambda: [b.text() for b in frame.findChildren(QPushButton)] == ["Two"])
    assert card.accessibleName() == "Sales"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_with_the_keyboard_is_pressed_by_enter_as_by_space(
    qtbot: QtBot, key: Qt.Key
) -> None:
    for button in (quiet_button("Open"), icon_button("x", "Close")):
        qtbot.addWidget(button)
        button.show()
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_tab_comes_to_the_chosen_option_only(qtbot: QtBot) -> None:
    control = SegmentedControl([("a", "First"), ("b", "Second"), ("c", "Third")], "b")
    qtbot.addWidget(control)

    def stops() -> list[str]:
        tab = Qt.FocusPolicy.TabFocus
        return [b.text() for b in control.findChildren(QPushButton) if b.focusPolicy() & tab]

    assert stops() == ["Second"]
    control.set_value("c")
    assert stops() == ["Third"]
