"""The window around a company file: pages, undo, language, theme, leaving."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.company import Company, Person
from desktop.core.faults import Fault
from desktop.core.message import msg
from desktop.qtkit.preferences import Preferences
from desktop.qtkit.pseudo import PSEUDO
from desktop.qtkit.tasks import Cancelled, Progress
from desktop.services.company import people, save_company, save_person
from desktop.services.goals import goals
from desktop.services.workspace import Workspace
from desktop.ui.shell.help_dialogs import AboutDialog, CrashDialog, ShortcutsDialog
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.shell.navigation import NavigationButton
from desktop.ui.theme import palette
from desktop.ui.theme.tokens import DARK
from desktop.ui.widgets import Banner
from tests.ui.shell.conftest import MakeWindow

PAGES = ("overview", "goals", "kpis", "imports", "follow_up", "year", "sheets", "settings")


def action(window: MainWindow, words: str) -> QAction:
    """The menu entry that begins with ``words``."""
    (found,) = [
        entry
        for menu in window.menuBar().actions()
        for entry in menu.menu().actions()
        if entry.text().replace("&", "").startswith(words)
    ]
    return found


def words(widget: QWidget) -> set[str]:
    """What the labels say."""
    return {label.text() for label in widget.findChildren(QLabel)}


def said(widget: QWidget) -> str:
    """The name that a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def opened(window: MainWindow) -> Workspace:
    assert window.session.workspace is not None
    return window.session.workspace


def place(window: MainWindow) -> str:
    assert window.work_area is not None
    return window.work_area.place[0]


def test_title_and_navigation_name_the_company(window: MainWindow) -> None:
    assert window.windowTitle() == "Bageriet i Lund \u2013 Sikte"
    save_company(opened(window), Company(name="Bageriet i Malmö"))
    assert window.windowTitle() == "Bageriet i Malmö \u2013 Sikte"
    assert "Bageriet i Malmö" in words(window.work_area.navigation)


def test_every_page_opens_by_its_shortcut_and_by_a_click(window: MainWindow, qtbot: QtBot) -> None:
    assert place(window) == "overview"
    for number, key in enumerate(PAGES, start=1):
        qtbot.keyClick(window, str(number), Qt.KeyboardModifier.ControlModifier)
        assert place(window) == key
    for button in window.work_area.navigation.findChildren(NavigationButton):
        if button.property("page"):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            assert place(window) == button.property("page")


def test_pages_are_made_when_first_shown(window: MainWindow) -> None:
    assert window.findChild(QLabel, "page_kpis") is None
    made = [child.objectName() for child in window.work_area.page_host.children()]
    assert "page_overview" in made
    assert "page_settings" not in made


def test_undo_and_redo_say_and_do(window: MainWindow) -> None:
    save_person(opened(window), Person(name="Kim"))
    assert action(window, "Undo").text() == "Undo: Add Kim"
    assert not action(window, "Redo").isEnabled()
    action(window, "Undo").trigger()
    assert people(opened(window)) == []
    assert window.notice.text == "Undone: Add Kim"
    assert action(window, "Redo").text() == "Redo: Add Kim"
    action(window, "Redo").trigger()
    assert [person.name for person in people(opened(window))] == ["Kim"]
    assert window.notice.text == "Done again: Add Kim"


def test_pages_on_show_and_hidden_ones_follow_changes(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("settings")
    window.show_page("overview")
    save_person(opened(window), Person(name="Kim"))
    window.show_page("settings")
    page = window.work_area.page("settings")
    assert [person.name for person in page.people.table.rows()] == ["Kim"]
    opened(window).undo()
    assert page.people.table.rows() == ()


def test_language_changes_at_once_and_the_place_stays(window: MainWindow) -> None:
    second = goals(opened(window))[1].id
    window.work_area.show_page("goals", second)
    window.set_language("sv")
    assert window.work_area.place == ("goals", second)
    assert window.preferences.language == "sv"
    window.set_language(PSEUDO)
    assert window.work_area.place == ("goals", second)
    titles = [entry.text() for entry in window.menuBar().actions()]
    assert all(title.startswith("[") for title in titles)
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_qt_s_own_words_follow_the_language(window: MainWindow) -> None:
    window.set_language("sv")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Avbryt"
    window.set_language("da")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Annuller"
    window.set_language("en")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_theme_changes_at_once_and_the_place_stays(window: MainWindow) -> None:
    window.show_page("settings")
    window.set_theme("dark")
    assert palette() is DARK
    assert place(window) == "settings"
    assert window.grab().toImage().pixelColor(600, 700).name() == DARK.ground.lower()
    window.set_theme("light")


def test_pages_let_go_of_their_commands_when_made_anew(window: MainWindow) -> None:
    for key in PAGES:
        window.show_page(key)
    before = len(window._commands.all())
    window.set_language("en")
    for key in PAGES:
        window.show_page(key)
    assert len(window._commands.all()) == before


@pytest.mark.parametrize("key", PAGES)
def test_every_page_has_room_for_long_words(window: MainWindow, key: str) -> None:
    window.resize(1280, 800)
    window.set_language(PSEUDO)
    window.show_page(key)
    QApplication.processEvents()
    assert window.width() == 1280  # nothing has pushed the window wider
    image = window.grab().toImage()
    assert len({image.pixel(x, y) for x in range(300, 1200, 7) for y in range(60, 760, 5)}) > 2


@pytest.mark.parametrize("key", PAGES)
def test_everything_that_takes_the_keyboard_has_a_name(window: MainWindow, key: str) -> None:
    window.show_page(key)
    QApplication.processEvents()
    nameless = [
        type(widget).__name__
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not said(widget)
    ]
    assert nameless == []


def test_read_only_file_says_so(make_window: MakeWindow, bakery: Path) -> None:
    bakery.chmod(0o444)
    window = make_window()
    assert window.session.open(bakery, read_only=True)
    banners = [banner.text for banner in window.work_area.findChildren(Banner)]
    assert banners == ["This file is open read-only. Save a copy to make changes."]
    assert not action(window, "Undo").isEnabled()


def test_closing_the_company_leads_to_the_first_page(window: MainWindow, bakery: Path) -> None:
    action(window, "Close").trigger()
    assert window.session.workspace is None
    assert window.work_area is None
    assert window.start_page is not None
    assert window.windowTitle() == "Sikte"
    assert not action(window, "Save a copy").isEnabled()
    assert not action(window, "Goals").isEnabled()
    with Workspace.open(bakery) as workspace:
        assert workspace.name == "Bageriet i Lund"


def test_geometry_is_remembered(
    make_window: MakeWindow, bakery: Path, preferences: Preferences
) -> None:
    first = make_window(bakery)
    first.resize(960, 701)  # within the offscreen screen, which is 800 high
    first.close()
    second = make_window(bakery)
    assert (second.width(), second.height()) == (960, 701)


def test_leaving_stops_the_work_and_frees_the_file(window: MainWindow, bakery: Path) -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(progress: Progress, cancelled: Cancelled) -> None:
        begun.set()
        while not cancelled():
            threading.Event().wait(0.005)
        ended.set()

    window.tasks.start("Working", work)
    assert begun.wait(10)
    assert window.close()
    assert ended.is_set()
    with Workspace.open(bakery):
        pass


def test_undo_waits_while_work_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    save_person(opened(window), Person(name="Kim"))
    may_end = threading.Event()

    def work(progress: Progress, cancelled: Cancelled) -> None:
        may_end.wait(10)

    with qtbot.waitSignal(window.tasks.idle):
        window.tasks.start("Working", work)
        assert not action(window, "Undo").isEnabled()
        may_end.set()
    assert action(window, "Undo").isEnabled()


def test_status_line_shows_progress_and_stops_work(window: MainWindow, qtbot: QtBot) -> None:
    line = window.work_area.status_line
    told = threading.Event()

    def work(progress: Progress, cancelled: Cancelled) -> None:
        progress(0.5, msg("Reading {file}", file="sales.xlsx"))
        told.set()
        while not cancelled():
            threading.Event().wait(0.005)

    with qtbot.waitSignal(window.tasks.idle):
        window.tasks.start("Importing", work)
        qtbot.waitUntil(
            lambda: "Reading sales.xlsx" in [x.text() for x in line.findChildren(QLabel)]
        )
        (stop,) = line.findChildren(QPushButton)
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert not stop.isVisible()


def test_fault_is_a_notice_and_crash_a_dialog(window: MainWindow) -> None:
    window.show_fault(Fault(msg("The disk is full.")))
    assert window.notice.text == "The disk is full."
    window.show_crash("Sikte\nZeroDivisionError")
    window.show_crash("Sikte\nagain")
    dialogs = window.findChildren(CrashDialog)
    assert len(dialogs) == 1
    dialogs[0].close()


def test_spreadsheets_are_chosen_from_the_menu(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "orders.csv"
    export.write_text("Month;Orders\n2026-01;3\n2026-02;4\n")
    monkeypatch.setattr("desktop.ui.imports.page.choose_files_to_open", lambda *_: [export])
    action(window, "Import a spreadsheet").trigger()
    assert window.work_area.place[0] == "imports"
    assert window.work_area.page("imports").reading.isVisibleTo(window)
    window.close_company()
    assert not action(window, "Import a spreadsheet").isEnabled()


def test_help_menu(window: MainWindow) -> None:
    action(window, "About").trigger()
    window.findChild(AboutDialog).close()
    action(window, "Keyboard").trigger()
    dialog = window.findChild(ShortcutsDialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Ctrl+K" in words
    assert "Save a copy" in words
    dialog.close()
    action(window, "Copy details").trigger()
    assert "Bageriet" not in QGuiApplication.clipboard().text()
    assert "Qt 6." in QGuiApplication.clipboard().text()


def test_what_is_being_typed_is_kept_when_the_window_closes(
    window: MainWindow, qtbot: QtBot, bakery: Path
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.show_page("settings")
    name = window.work_area.page("settings").company.name
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "Konditoriet")
    window.close()
    with Workspace.open(bakery) as workspace:
        assert workspace.name == "Konditoriet"
