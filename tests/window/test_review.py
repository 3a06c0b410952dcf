"""Looking back on a goal in a real window, by keyboard alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.services.goals import save_goal_whole
from desktop.services.workspace import Workspace
from tests.window.display import Display
from tests.window.driven_app import DrivenApp

pytestmark = [pytest.mark.xdist_group("window"), pytest.mark.timeout(300)]


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Display]:
    """A screen; its last picture is kept beside the test's files."""
    with Display(1280, 800) as display:
        yield display
        display.picture(tmp_path / "last.png")


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A goal that was missed ten days ago, and nothing else to follow up."""
    path = tmp_path / "One.sikte"
    today = datetime.now().astimezone().date()
    with Workspace.create(path, Company(name="One")) as workspace:
        over = Goal(
            statement="A warmer shop",
            start=today - timedelta(days=20),
            deadline=today - timedelta(days=10),
            state=GoalState.MISSED,
        )
        save_goal_whole(workspace, over, [KeyResult(goal_id=0, title="The door")], [], {})
    return path


def kept(company: Path) -> list[tuple[str, str, str]]:
    """The reviews there are, read beside the app."""
    connection = sqlite3.connect(f"file:{company}?mode=ro", uri=True)
    try:
        return connection.execute("SELECT why, next, learned FROM review").fetchall()
    finally:
        connection.close()


def test_looking_back_by_keyboard(display: Display, company: Path, tmp_path: Path) -> None:
    with DrivenApp(display, tmp_path, str(company)) as app:
        app.find("Follow up", kind="NavigationButton")
        app.key("ctrl+5")
        app.shows("“A warmer shop” is over. What is there to learn from it?")
        app.key("Return")
        app.shows("Filled in from the data; change it and add to it as you like.")
        app.type("The winter was long")
        app.key("Tab")
        app.type("A second door")
        app.key("Tab")
        app.type("Begin in spring")
        app.key("ctrl+Return")
        app.shows("“Begin in spring”")
        assert kept(company) == [("The winter was long", "A second door", "Begin in spring")]
        app.key("ctrl+z")
        app.shows("Look back")
        assert kept(company) == []
        app.key("ctrl+q")
        assert app.wait_until_closed() == 0
