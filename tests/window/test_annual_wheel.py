"""The annual wheel in a real window: walked, changed and filled by keyboard and by mouse."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.wheel import WheelEvent
from desktop.services.wheel import lanes, save_event
from desktop.services.workspace import Workspace
from tests.window.display import Display
from tests.window.driven_app import DrivenApp

pytestmark = [pytest.mark.xdist_group("window"), pytest.mark.timeout(300)]

YEAR = datetime.now().astimezone().year


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A company with one event, in May."""
    path = tmp_path / "Wheel.sikte"
    with Workspace.create(path, Company(name="Wheel")) as workspace:
        sales = lanes(workspace)[1].id or 0
        days = date(YEAR, 5, 4), date(YEAR, 5, 17)
        save_event(workspace, WheelEvent(lane_id=sales, title="Fair", start=days[0], end=days[1]))
    return path


def kept(company: Path) -> list[tuple[str, str, str]]:
    """Title, first and last day of each event, read beside the app."""
    connection = sqlite3.connect(f"file:{company}?mode=ro", uri=True)
    try:
        return connection.execute('SELECT title, start, "end" FROM wheel_event').fetchall()
    finally:
        connection.close()


def test_the_wheel_by_keyboard(display: Display, company: Path, tmp_path: Path) -> None:
    with DrivenApp(display, tmp_path, str(company)) as app:
        app.shows("Wheel")
        app.key("ctrl+6")
        app.holds("Annual wheel")
        app.key("Down", "Down")  # past the goals and marketing, to sales
        app.shows("Fair, Sales: 4 May \N{EN DASH} 17 May")
        app.key("alt+Down", "alt+Right")
        app.shows("12 May \N{EN DASH} 25 May")
        app.key("shift+Left")
        app.shows("12 May \N{EN DASH} 24 May")
        assert kept(company) == [("Fair", f"{YEAR}-05-12", f"{YEAR}-05-24")]
        app.key("Down", "n")
        app.shows("New event")
        app.type("Survey")
        app.key("Return")
        app.shows("Survey, Customer service:")
        assert [title for title, *_ in kept(company)] == ["Fair", "Survey"]
        app.key("Delete")
        app.until(lambda: len(kept(company)) == 1)
        app.key("ctrl+z")
        app.until(lambda: len(kept(company)) == 2)
        app.click("View of the year: List")
        app.holds("The year as a list")
        app.shows("N adds, Enter changes")
        app.key("ctrl+q")
        assert app.wait_until_closed() == 0


def test_the_wheel_by_mouse(display: Display, company: Path, tmp_path: Path) -> None:
    with DrivenApp(display, tmp_path, str(company)) as app:
        app.shows("Wheel")
        app.key("ctrl+6", "Down", "Down")
        app.shows("Fair, Sales: 4 May")
        wheel = app.find("Annual wheel", kind="WheelView")
        display.click(wheel.x, wheel.y)  # the hub: nothing is there
        app.shows("Fair, Sales: 4 May")
        app.click(" Change")
        app.fill("What takes place", "Spring fair", kind="LineEdit")
        app.key("Return")
        app.until(lambda: kept(company)[0][0] == "Spring fair")
        app.click(" Delete")
        app.until(lambda: not kept(company))
        app.shows("Nothing on the wheel yet")
        app.click("Undo")
        app.shows("Spring fair, Sales: 4 May")
        app.key("ctrl+q")
        assert app.wait_until_closed() == 0
