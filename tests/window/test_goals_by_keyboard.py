"""With the keyboard only, at a person's pace: from nothing to ten KPIs, a SMART goal and an OKR."""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from tests.window.display import Display
from tests.window.driven_app import DrivenApp

pytestmark = [pytest.mark.xdist_group("window"), pytest.mark.timeout(600)]

KEY_TIME = 0.2  # seconds a key: 60 words a minute, as someone types who does it daily
FIVE_MINUTES = 300

SMART = "More people find our glass on the web"
OKR = "A sea glass that every home in Skåne has heard of"


class Hands:
    """Presses and types as a person does, and counts the keys."""

    def __init__(self, app: DrivenApp) -> None:
        self._app = app
        self.keys = 0
        self._began = time.monotonic()

    @property
    def seconds(self) -> float:
        """Since the first key."""
        return time.monotonic() - self._began

    def press(self, *keys: str) -> None:
        """Keys by their X names, one after another."""
        for key in keys:
            self._app.key(key)
            self.keys += 1
            time.sleep(KEY_TIME)

    def type(self, text: str) -> None:
        self._app.type(text, milliseconds=round(1000 * KEY_TIME))
        self.keys += len(text)

    def write(self, field: str, text: str) -> None:
        """Type into the field that has the keyboard, and go on by Enter."""
        self._app.holds(field)
        self.type(text)
        self.press("Return")

    def accept(self, *fields: str) -> None:
        """Go on by Enter from each field in turn: what stands there is the answer."""
        for field in fields:
            self._app.holds(field)
            self.press("Return")


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """An empty company."""
    path = tmp_path / "Havsglas.sikte"
    assert main(["new", str(path), "--name", "Havsglas", "--language", "en"]) == 0
    return path


def test_ten_kpis_a_smart_goal_and_an_okr(
    display: Display, company: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with DrivenApp(display, tmp_path, str(company)) as app:
        app.find("KPIs", kind="NavigationButton")
        hands = Hands(app)
        take_the_ten(app, hands)
        write_the_smart_goal(app, hands)
        write_the_okr(app, hands)
        pace = f"{hands.keys} keys at {KEY_TIME} s each, in all {hands.seconds:.0f} s"
        with capsys.disabled():
            print(f"\n{pace} of {FIVE_MINUTES} s")
        app.key("ctrl+q")
        assert app.wait_until_closed() == 0
    assert kpis(company) == 10
    capsys.readouterr()
    assert main(["status", str(company), "--json"]) == 0
    smart, okr = json.loads(capsys.readouterr().out)["goals"]
    assert (smart["statement"], okr["statement"]) == (SMART, OKR)
    assert numbers(smart) == {"visits": ("total", None, 12_000)}
    assert numbers(okr) == {
        "newsletter_subscribers": ("level", 1_200, 2_000),
        "customer_satisfaction": ("level", 0.75, 0.9),
        "conversion_rate": ("level", 0.015, 0.025),
    }
    for goal in (smart, okr):
        assert goal["status"] == "not started"  # active, and without a value


def take_the_ten(app: DrivenApp, hands: Hands) -> None:
    hands.press("ctrl+3")
    app.holds("Import a spreadsheet")
    hands.press("ctrl+shift+n")
    app.holds("Search the library")
    hands.press("shift+Tab")
    hands.accept("Take these ten")
    app.shows("10 KPIs added")
    app.holds("KPIs")


def write_the_smart_goal(app: DrivenApp, hands: Hands) -> None:
    hands.press("ctrl+2")
    hands.accept("Write it with the guide", "One clear thing, seen in one number")
    hands.write("What exactly do we want to reach?", SMART)
    hands.write("We want it because", "we depend on two retailers today")
    hands.write("Is it worth the money and the time, and why now?", "Autumn is our season")
    hands.accept("Owner")
    app.holds("Save until then")
    hands.press("ctrl+Return")
    hands.write("If it goes well, what do we see?", "Orders from people we have never met")
    hands.write("Search for a KPI", "visits")
    app.shows("Chosen: Visits")
    hands.accept("Search for a KPI")
    app.holds("Save until then")
    hands.press("ctrl+Return")
    hands.accept("Deadline")
    hands.write("To (target)", "12000")
    accept_the_source(hands)
    hands.write("What does it take, and do we have it?", "Two hours a week and a camera")
    app.holds("What will we try?")
    hands.type("Write about a glass a week")
    hands.press("ctrl+Return")
    hands.write("What can be done in three months?", "Twelve glasses")
    hands.write("What can be done in four weeks?", "Four glasses")
    hands.write("What can be done today?", "Photograph the first")
    app.shows("Clear.")
    hands.accept("The goal as it stands in lists and on sheets", "Save the goal")
    app.holds(SMART)


def write_the_okr(app: DrivenApp, hands: Hands) -> None:
    hands.press("ctrl+g")
    app.holds("One clear thing, seen in one number")
    hands.press("Down")
    hands.accept("A direction that inspires, seen in two to five numbers")
    hands.write("Which objective would inspire us?", OKR)
    hands.write("We want it because", "the craft lives if people know it")
    hands.accept("Owner")
    app.holds("Save until then")
    hands.press("ctrl+Return")
    hands.write("If it goes well, what do we see?", "People ask for our glass by name")
    for words, chosen in (
        ("newsletter", "Chosen: Newsletter subscribers"),
        ("satisf", "Newsletter subscribers, Customer satisfaction"),
        ("conversion", "Customer satisfaction, Conversion rate"),
    ):
        hands.write("Search for a KPI", words)
        app.shows(chosen)
    hands.accept("Search for a KPI")
    app.holds("Save until then")
    hands.press("ctrl+Return")
    hands.accept("Deadline")
    for baseline, target in (("1200", "2000"), ("75", "90"), ("1.5", "2.5")):
        hands.write("From (baseline)", baseline)
        hands.write("To (target)", target)
        accept_the_source(hands)
    hands.accept("What does it take, and do we have it?")
    app.holds("What will we try?")
    hands.press("ctrl+Return")
    app.shows("Nothing is missing.")
    hands.accept("The goal as it stands in lists and on sheets", "Save the goal")
    app.holds(OKR)


def accept_the_source(hands: Hands) -> None:
    hands.accept(
        "Exactly what is counted, and what is not",
        "Where the number comes from: which system, which report",
    )


def numbers(goal: dict[str, Any]) -> dict[str, tuple[str, float | None, float]]:
    """What counts, baseline and target of each key result, by its KPI."""
    return {
        row["kpi"]: (row["comparison"], row["baseline"], row["target"])
        for row in goal["key_results"]
    }


def kpis(company: Path) -> int:
    """How many there are, read without our code."""
    connection = sqlite3.connect(f"file:{company}?mode=ro", uri=True)
    try:
        (count,) = connection.execute("SELECT count(*) FROM kpi WHERE NOT archived").fetchone()
        return int(count)
    finally:
        connection.close()
