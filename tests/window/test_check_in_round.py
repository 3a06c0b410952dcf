"""A check-in round over five goals in a real window, by keyboard alone."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.goal import Goal, KeyResult
from desktop.core.message import msg
from desktop.core.period import Cadence, Period
from desktop.core.review import Review
from desktop.services.goals import save_goal_whole
from desktop.services.workspace import Workspace
from desktop.store.habit_tables import REVIEWS
from tests.window.display import Display
from tests.window.driven_app import DrivenApp

pytestmark = [pytest.mark.xdist_group("window"), pytest.mark.timeout(300)]

GOALS = ("More orders", "Faster parcels", "Warmer mail", "Loyal guests", "A calm warehouse")
SAID = {
    "More orders": (8, "The autumn began well"),
    "Faster parcels": (3, "The carrier is slow"),
    "Warmer mail": (None, "Nobody had the time"),
    "A calm warehouse": (10, ""),
}


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A company with five goals that have been running for a month."""
    path = tmp_path / "Five.sikte"
    today = datetime.now().astimezone().date()
    closed = [Period.containing(each, today).shift(-1) for each in (Cadence.QUARTER, Cadence.YEAR)]
    start = today - timedelta(days=31)
    with Workspace.create(path, Company(name="Five")) as workspace:
        for name in GOALS:
            step = KeyResult(goal_id=0, title="The first step")
            save_goal_whole(workspace, Goal(statement=name, start=start), [step], [], {})
        with workspace.action(msg("Look back")):  # whatever the day, only check-ins are asked for
            for each in closed:
                looked_back = Review(period_start=each.start, period_end=each.end, day=today)
                REVIEWS.save(workspace.connection, looked_back)
    return path


def kept(company: Path) -> dict[str, tuple[int | None, str]]:
    """What was said of each goal today, read beside the app."""
    connection = sqlite3.connect(f"file:{company}?mode=ro", uri=True)
    try:
        rows = connection.execute(
            "SELECT statement, confidence, comment, day FROM check_in "
            "JOIN goal ON goal.id = goal_id"
        ).fetchall()
    finally:
        connection.close()
    today = datetime.now().astimezone().date()
    assert {date.fromisoformat(day) for *_, day in rows} <= {today}
    return {statement: (confidence, comment) for statement, confidence, comment, _ in rows}


def test_a_round_over_five_goals_by_keyboard(
    display: Display, company: Path, tmp_path: Path
) -> None:
    with DrivenApp(display, tmp_path, str(company)) as app:
        app.find("Follow up", kind="NavigationButton")
        app.key("ctrl+5")
        app.shows("5 goals wait for their first check-in.")
        app.key("Return")
        for number, name in enumerate(GOALS, start=1):
            app.shows(f"Goal {number} of 5")
            app.shows(name)
            if name not in SAID:
                app.key("ctrl+Right")
                continue
            confidence, comment = SAID[name]
            if confidence is not None:
                app.key(*str(confidence))
                app.shows(f"Confidence: {confidence}")
            if comment:
                app.key("Tab")
                app.type(comment)
            app.key("ctrl+Return")
        app.shows("4 goals checked in on")
        app.shows("Skipped")
        assert kept(company) == SAID
        app.key("Return")  # back to this week
        app.shows("“Loyal guests” waits for its first check-in.")
        app.key("Return", "5", "ctrl+Return")
        app.shows("1 goal checked in on")
        app.key("Return")
        app.shows("5 goals are on track or reached. The next check-in is on")
        app.key("ctrl+z")
        app.shows("“Loyal guests” waits for its first check-in.")
        assert kept(company) == SAID
        app.key("ctrl+q")
        assert app.wait_until_closed() == 0
