"""The quiet banner about new files in the watched folder, in the main window."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.kpi import Kpi
from desktop.qtkit.preferences import Preferences
from desktop.services.imports import Rule, TableRule, apply, imports, open_file
from desktop.services.kpis import kpis, save_kpi
from desktop.services.measurements import series
from desktop.services.workspace import Workspace
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.shell.new_files_banner import NewFilesBanner
from tests.ui.shell.conftest import MakeWindow

PATIENCE = 15_000


def export(path: Path, *months: int, visits: int = 100) -> Path:
    rows = [f"2025-{month:02},{visits + month},{month}" for month in months]
    path.write_text("\n".join(["Month,Visits,Orders", *rows, ""]), "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "Downloads"
    path.mkdir()
    return path


@pytest.fixture
def shop(bakery: Path, tmp_path: Path) -> Path:
    """A company that has imported visits once."""
    with Workspace.open(bakery) as workspace:
        kpi = save_kpi(workspace, Kpi(name="Visits"))
        draft = open_file(workspace, export(tmp_path / "shop.csv", 1, 2, 3))
        apply(workspace, draft, [TableRule(0, Rule(kpi.id, None, "Visits"))])
    return bakery


@pytest.fixture
def watching(make_window: MakeWindow, shop: Path, folder: Path) -> MainWindow:
    window = make_window(shop)
    window.new_files.choose(folder)
    return window


def banner(qtbot: QtBot, window: MainWindow) -> NewFilesBanner:
    qtbot.waitUntil(lambda: window.new_files.banner is not None, timeout=PATIENCE)
    found = window.new_files.banner
    assert found is not None
    qtbot.waitUntil(found.isVisible, timeout=PATIENCE)
    return found


def press(qtbot: QtBot, shown: NewFilesBanner, text: str) -> None:
    button = next(each for each in shown.findChildren(QPushButton) if each.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def visits(window: MainWindow) -> dict[int, float]:
    workspace = window.session.workspace
    assert workspace is not None
    kpi = next(record for record in kpis(workspace) if record.name == "Visits")
    return {m.period.start.month: m.value for m in series(workspace, kpi.id or 0).measurements}


def test_nothing_is_watched_until_it_is_chosen(make_window: MakeWindow, shop: Path) -> None:
    window = make_window(shop)
    assert window.new_files.watch is None
    assert window.preferences.watched_folder(shop) is None


def test_new_values_are_imported_by_one_click(
    qtbot: QtBot, watching: MainWindow, folder: Path
) -> None:
    export(folder / "shop (1).csv", 3, 4, 5)
    shown = banner(qtbot, watching)
    assert shown.text == "shop for April 2025 – May 2025: 2 new values"
    assert visits(watching) == {1: 101, 2: 102, 3: 103}  # never by itself
    press(qtbot, shown, "Import")
    qtbot.waitUntil(lambda: len(visits(watching)) == 5, timeout=PATIENCE)
    qtbot.waitUntil(lambda: watching.notice is not None, timeout=PATIENCE)
    assert watching.notice is not None
    assert watching.notice.text == "2 values imported from shop (1).csv."
    assert watching.new_files.banner is None
    watching.undo()
    assert visits(watching) == {1: 101, 2: 102, 3: 103}


def test_values_that_would_change_are_shown_first(
    qtbot: QtBot, watching: MainWindow, folder: Path
) -> None:
    export(folder / "shop.csv", 3, 4, visits=500)
    shown = banner(qtbot, watching)
    press(qtbot, shown, "Import")
    work = watching.work_area
    assert work is not None
    page = work.page("imports")
    qtbot.waitUntil(lambda: page.flow is not None, timeout=PATIENCE)  # type: ignore[attr-defined]
    assert visits(watching) == {1: 101, 2: 102, 3: 103}


def test_several_files_are_one_banner_and_one_step(
    qtbot: QtBot, watching: MainWindow, folder: Path
) -> None:
    export(folder / "shop-a.csv", 4)
    export(folder / "shop-b.csv", 5)
    qtbot.waitUntil(
        lambda: (shown := watching.new_files.banner) is not None and "\n" in shown.text,
        timeout=PATIENCE,
    )
    shown = banner(qtbot, watching)
    press(qtbot, shown, "Import")
    qtbot.waitUntil(lambda: len(visits(watching)) == 5, timeout=PATIENCE)
    watching.undo()
    assert visits(watching) == {1: 101, 2: 102, 3: 103}


def test_later_is_at_the_next_start_and_never_is_never(
    qtbot: QtBot, watching: MainWindow, shop: Path, folder: Path, make_window: MakeWindow
) -> None:
    export(folder / "shop-a.csv", 4)
    press(qtbot, banner(qtbot, watching), "Later")
    assert watching.new_files.banner is None
    watching.close()
    again = make_window(shop)
    press(qtbot, banner(qtbot, again), "Not this file")
    assert again.new_files.banner is None
    again.close()
    third = make_window(shop)
    qtbot.waitUntil(lambda: third.new_files.watch is not None, timeout=PATIENCE)
    watch = third.new_files.watch
    assert watch is not None
    with qtbot.waitSignal(watch.looked, timeout=PATIENCE):
        pass
    assert third.new_files.banner is None


def test_the_banner_stays_when_the_window_is_made_anew(
    qtbot: QtBot, watching: MainWindow, folder: Path
) -> None:
    export(folder / "shop-a.csv", 4)
    banner(qtbot, watching)
    watching.set_theme("dark")
    assert banner(qtbot, watching).isVisible()
    watching.set_theme("light")


def living_threads() -> list[threading.Thread]:
    """Those beside the main one that still run: Python never forgets Qt's threads by itself."""
    alive = {int(each.name) for each in Path("/proc/self/task").iterdir()}
    others = [each for each in threading.enumerate() if each is not threading.main_thread()]
    return [each for each in others if each.native_id in alive]


def test_no_thread_is_left_when_the_file_is_closed(
    qtbot: QtBot, watching: MainWindow, folder: Path, preferences: Preferences, shop: Path
) -> None:
    export(folder / "shop-a.csv", 4)
    banner(qtbot, watching)
    watching.close_company()
    assert watching.new_files.watch is None
    assert not living_threads()
    assert preferences.watched_folder(shop) == folder
    with Workspace.open(shop) as workspace:
        assert len(imports(workspace)) == 1
        assert workspace.today() >= date(2025, 1, 1)
