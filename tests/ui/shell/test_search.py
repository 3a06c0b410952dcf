"""The command palette finds by a few letters and does what was found."""

from __future__ import annotations

import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.goals import goals
from desktop.ui.context import Command, Commands
from desktop.ui.settings.person_dialog import PersonDialog
from desktop.ui.shell.command_palette import CommandPalette
from desktop.ui.shell.fuzzy import fit
from desktop.ui.shell.main_window import MainWindow
from tests.ui.conftest import freed


def best(typed: str, *titles: str) -> list[str]:
    scored = [(score, title) for title in titles if (score := fit(typed, title)) is not None]
    return [title for _, title in sorted(scored, reverse=True)]


@pytest.mark.parametrize(
    ("typed", "titles", "order"),
    [
        ("op", ("Copy", "Open"), ["Open", "Copy"]),
        ("sales", ("Net sales", "Sales"), ["Sales", "Net sales"]),
        ("ore", ("Örebro", "Ære"), ["Örebro"]),
        ("smor", ("Smørrebrød", "Smör"), ["Smör", "Smørrebrød"]),
        ("sv copy", ("Save a copy", "Copy"), ["Save a copy"]),
        ("xyz", ("Open", "Close"), []),
        ("nc", ("New company", "Net sales"), ["New company"]),
    ],
)
def test_fit(typed: str, titles: tuple[str, ...], order: list[str]) -> None:
    assert best(typed, *titles) == order


def test_everything_fits_nothing_typed() -> None:
    assert fit("", "Anything") is not None


def palette_of(window: MainWindow) -> CommandPalette:
    palette = window.findChild(CommandPalette)
    assert palette is not None
    return palette


def test_goals_kpis_and_commands_are_found(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, "k", Qt.KeyboardModifier.ControlModifier)
    palette = palette_of(window)
    titles = [command.title for command in palette.found()]
    for title in (
        "New goal",
        "Add a person or team",
        "Fler bullar",
        "Orders",
        "New company",
        "Settings",
        "Dark",
        "Svenska",
    ):
        assert title in titles
    qtbot.keyClicks(palette.field, "nojda")
    assert [command.title for command in palette.found()] == ["Nöjda gäster"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    second = goals(window.session.workspace)[1].id
    assert window.work_area.place == ("goals", second)


@pytest.mark.parametrize("typed", ["S-234", "s234"])
def test_the_code_on_paper_leads_back_to_its_goal(
    window: MainWindow, qtbot: QtBot, typed: str
) -> None:
    first = goals(window.session.workspace)[0].id
    assert first == 1  # the signs 2 3 stand for the digits 0 1, and 4 for the check 2 * 1
    window.search()
    palette = palette_of(window)
    qtbot.keyClicks(palette.field, typed)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.work_area.place == ("goals", first)


def test_arrows_move_and_enter_does(window: MainWindow, qtbot: QtBot) -> None:
    window.search()
    palette = palette_of(window)
    qtbot.keyClicks(palette.field, "setti")
    assert palette.list.item(0).text() == "Settings"
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_PageDown)
    qtbot.keyClick(palette.field, Qt.Key.Key_PageUp)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.work_area.place[0] == "settings"


def test_nothing_found_is_said_and_enter_does_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.search()
    palette = palette_of(window)
    qtbot.keyClicks(palette.field, "zzzzqq")
    assert palette.list.count() == 0
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()


def test_palette_is_freed(window: MainWindow, qapp: QApplication) -> None:
    window.search()
    reference: weakref.ref[QWidget] = weakref.ref(palette_of(window))
    palette_of(window).close()
    assert freed(reference, qapp)


def test_commands_of_a_page_go_with_it() -> None:
    commands, page = Commands(), object()
    commands.register("window", [Command("Open", print)])
    commands.register(page, [Command("New goal", print), Command("Delete goal", print)])
    commands.forget(page)
    assert [command.title for command in commands.all()] == ["Open"]


def test_what_is_found_is_painted_with_its_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.search()
    palette = palette_of(window)
    qtbot.keyClicks(palette.field, "setti")
    rows = palette.list.grab().toImage()
    colours = {rows.pixel(x, y) for x in range(rows.width()) for y in range(40)}
    assert len(colours) > 10
    qtbot.mouseClick(
        palette.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=palette.list.visualItemRect(palette.list.item(0)).center(),
    )
    assert window.work_area.place[0] == "settings"


def test_commands_of_pages_show_the_page_first(window: MainWindow, qtbot: QtBot) -> None:
    window.search()
    palette = palette_of(window)
    qtbot.keyClicks(palette.field, "person team")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.work_area.place[0] == "settings"
    assert window.findChild(PersonDialog) is not None
    window.findChild(PersonDialog).close()
    window.show_page("kpis")
    window.show_page("overview")
    (typing,) = [one for one in window.work_area.commands() if one.title == "Type values"]
    typing.run()
    assert window.work_area.place[0] == "kpis"
