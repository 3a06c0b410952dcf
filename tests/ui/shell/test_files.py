"""Files: new, open, in use, newer, gone, copies, dropped on the window."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.company import Company
from desktop.qtkit.preferences import Preferences
from desktop.services.workspace import Workspace
from desktop.ui.dialogs import Question
from desktop.ui.page import Page
from desktop.ui.shell.drop import DropVeil
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.start.new_company_dialog import NewCompanyDialog
from desktop.ui.start.page import Door
from desktop.ui.start.sample import SampleWork
from tests.ui.shell.conftest import MakeWindow


def answer(window: MainWindow, words: str) -> str:
    """Give one of the answers to the question on show; its title."""
    question = window.findChild(Question)
    assert question is not None
    title = question.windowTitle()
    (button,) = [b for b in question.findChildren(QPushButton) if b.text() == words]
    button.click()
    QApplication.processEvents()
    return title


def dropped(window: MainWindow, *paths: Path) -> bool:
    """Drag files over the window and let go; whether they were welcome."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 400), action, mime, button, keys)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    drop = QDropEvent(QPointF(400, 400), action, mime, button, keys)
    QApplication.sendEvent(window, drop)
    return drop.isAccepted()


def doors(window: MainWindow) -> dict[str, Door]:
    assert window.start_page is not None
    return {door.text(): door for door in window.start_page.findChildren(Door)}


def test_first_start_makes_a_company(
    make_window: MakeWindow, qtbot: QtBot, preferences: Preferences, tmp_path: Path
) -> None:
    window = make_window()
    qtbot.mouseClick(doors(window)["Create a company file"], Qt.MouseButton.LeftButton)
    dialog = window.findChild(NewCompanyDialog)
    dialog.set_folder(tmp_path / "new folder")
    qtbot.keyClicks(dialog.name, "Skomakaren")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    path = tmp_path / "new folder" / "Skomakaren.sikte"
    assert window.session.workspace.path == path
    assert window.windowTitle() == "Skomakaren \u2013 Sikte"
    assert preferences.recent_files == [path]


def test_recent_files_open_from_the_first_page_and_the_menu(
    make_window: MakeWindow, qtbot: QtBot, preferences: Preferences, bakery: Path
) -> None:
    preferences.remember_file(bakery)
    window = make_window()
    qtbot.mouseClick(doors(window)[bakery.stem], Qt.MouseButton.LeftButton)
    assert window.session.workspace.path == bakery


def test_chosen_file_opens(
    make_window: MakeWindow, bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *asked: ([str(bakery)], ""))
    window.open_company()
    assert window.session.workspace.path == bakery


def test_file_in_use_can_be_read_or_tried_again(make_window: MakeWindow, bakery: Path) -> None:
    with Workspace.open(bakery):
        window = make_window(bakery)
        assert window.start_page is not None
        assert answer(window, "Try again") == "The file is open elsewhere"
        answer(window, "Open read-only")
        assert window.session.workspace.read_only
    window.close_company()
    window.open_file(bakery)
    assert not window.session.workspace.read_only


def test_file_that_became_free_opens_at_the_second_try(
    make_window: MakeWindow, bakery: Path
) -> None:
    other = Workspace.open(bakery)
    window = make_window(bakery)
    other.close()
    answer(window, "Try again")
    assert not window.session.workspace.read_only


def test_newer_file_is_offered_read_only(make_window: MakeWindow, bakery: Path) -> None:
    with closing(sqlite3.connect(bakery)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute(f"PRAGMA user_version = {version + 1}")
        connection.commit()
    window = make_window(bakery)
    assert answer(window, "Open read-only") == "The file is from a newer version"
    assert window.session.workspace.read_only


def test_missing_recent_file_can_be_forgotten(
    make_window: MakeWindow, preferences: Preferences, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.sikte"
    preferences.remember_file(gone)
    window = make_window(gone)
    assert answer(window, "Take it off the list") == "The file is not there"
    assert preferences.recent_files == []
    assert "gone" not in doors(window)


def test_file_that_is_none_of_ours_is_refused_in_words(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    stranger = tmp_path / "notes.sikte"
    stranger.write_text("Dear diary", "utf-8")
    window = make_window(stranger)
    question = window.findChild(Question)
    assert question.windowTitle() == "The file cannot be used"
    question.close()
    assert stranger.read_text("utf-8") == "Dear diary"


def test_copy_is_whole_and_never_overwrites(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.sikte"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(copy), ""))
    window.save_copy()
    assert window.notice.text == "Saved a copy: copy.sikte"
    with Workspace.open(copy) as workspace:
        assert workspace.name == "Bageriet i Lund"
    window.save_copy()
    assert "copy.sikte" in window.notice.text
    assert "never overwrites" in window.notice.text


def test_dropped_company_file_opens(make_window: MakeWindow, bakery: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sikte"
    Workspace.create(other, Company(name="Other")).close()
    window = make_window(bakery)
    assert dropped(window, other)
    assert window.windowTitle() == "Other \u2013 Sikte"


def test_other_files_are_not_welcome(window: MainWindow, tmp_path: Path) -> None:
    assert not dropped(window, tmp_path / "picture.png")
    assert not dropped(window)


def test_dropped_spreadsheets_go_to_the_import_page(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Path] = []
    page = window.work_area.page("imports")
    monkeypatch.setattr(page, "open_files", taken.extend)
    sheets = [tmp_path / "sales.xlsx", tmp_path / "VISITS.CSV"]
    assert dropped(window, *sheets, tmp_path / "picture.png")
    assert taken == sheets
    assert window.work_area.place[0] == "imports"


def test_spreadsheets_wait_until_a_company_is_open(
    make_window: MakeWindow, bakery: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.ui.imports.page import ImportsPage

    taken: list[Path] = []

    def take(page: Page, paths: list[Path]) -> None:
        taken.extend(paths)

    monkeypatch.setattr(ImportsPage, "open_files", take)
    window = make_window()
    assert dropped(window, tmp_path / "sales.xlsx")
    assert "the import begins there" in window.notice.text
    window.open_file(bakery)
    assert taken == [tmp_path / "sales.xlsx"]


def test_sample_company_is_built_and_opened(
    make_window: MakeWindow, qtbot: QtBot, bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(self: object, progress: object, cancelled: object) -> Path:
        return Path(shutil.copy(bakery, bakery.with_name("sample.sikte")))

    monkeypatch.setattr(SampleWork, "__call__", work)
    window = make_window()
    with qtbot.waitSignal(window.session.opened):
        qtbot.mouseClick(doors(window)["Explore the sample company"], Qt.MouseButton.LeftButton)
        assert not doors(window)["Open a company file"].isEnabled()
    assert window.session.workspace.path.name == "sample.sikte"


def test_first_page_speaks_the_chosen_language(make_window: MakeWindow) -> None:
    window = make_window()
    (choice,) = [b for b in window.start_page.findChildren(QPushButton) if b.text() == "Dansk"]
    choice.click()
    assert window.preferences.language == "da"
    assert window.start_page is not None


def test_what_letting_go_will_do_is_said(window: MainWindow, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.xlsx", "b.csv")])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), action, mime, button, keys))
    veil = window.findChild(DropVeil)
    assert veil.isVisible()
    assert veil.accessibleName() == "Import 2 files"
    assert veil.size() == window.size()
    image, middle = veil.grab().toImage(), veil.height() // 2
    written = {image.pixel(x, y) for x in range(200, 800) for y in range(middle - 9, middle + 9)}
    assert len(written) > 10
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not veil.isVisible()


def test_a_drag_whose_program_ends_leaves_no_veil(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.xlsx"))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), action, mime, button, keys))
    veil = window.findChild(DropVeil)
    assert veil.isVisible()
    QTest.mouseMove(window.windowHandle(), QPoint(200, 200))
    qtbot.waitUntil(lambda: not veil.isVisible())


def test_company_that_cannot_be_made_is_refused_in_words(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    window = make_window()
    assert not window.session.create(tmp_path / "file" / "x.sikte", Company(name="X"))
    question = window.findChild(Question)
    assert question.windowTitle() == "The file cannot be used"
    question.close()
    assert window.start_page is not None
