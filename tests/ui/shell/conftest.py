"""The main window itself, with or without a company file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.company import Company
from desktop.core.goal import Goal
from desktop.core.kpi import Kpi
from desktop.qtkit.preferences import Preferences
from desktop.services.goals import save_goal
from desktop.services.kpis import save_kpi
from desktop.services.workspace import Workspace
from desktop.ui.shell.main_window import MainWindow

MakeWindow = Callable[[Path | None], MainWindow]


@pytest.fixture
def make_window(qtbot: QtBot, preferences: Preferences) -> Iterator[MakeWindow]:
    """Windows that are closed at the end, with whatever they were doing."""
    made: list[MainWindow] = []

    def make(path: Path | None = None) -> MainWindow:
        window = MainWindow(preferences)
        qtbot.addWidget(window)
        window.begin(path)
        window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()


@pytest.fixture
def bakery(company_file: Path) -> Path:
    """A company file with two goals and a KPI."""
    with Workspace.create(company_file, Company(name="Bageriet i Lund")) as workspace:
        save_goal(workspace, Goal(statement="Fler bullar", start=date(2026, 1, 1)))
        save_goal(workspace, Goal(statement="Nöjda gäster", start=date(2026, 1, 1)))
        save_kpi(workspace, Kpi(name="Orders"))
    return company_file


@pytest.fixture
def window(make_window: MakeWindow, bakery: Path) -> MainWindow:
    return make_window(bakery)
