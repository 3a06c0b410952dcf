"""The main job in a real window, with mouse and keyboard: from a spreadsheet to a goal sheet."""

from __future__ import annotations

import subprocess
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.window.display import Display
from tests.window.driven_app import DrivenApp

pytestmark = [pytest.mark.xdist_group("window"), pytest.mark.timeout(300)]

GOAL = "Bake for a hundred million"
COMPANY = "Åsas bageri på hörnet"


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Display]:
    """A screen; its last picture is kept beside the test's files."""
    with Display(1400, 900) as display:
        yield display
        display.picture(tmp_path / "last.png")


@pytest.fixture
def sample(shared: Path) -> Path:
    return shared / "business" / "Financial Sample.xlsx"


def monthly_sales(sample: Path) -> dict[str, float]:
    """The column Sales by month, added up without our importer."""
    rows = load_workbook(sample, read_only=True, data_only=True).active.iter_rows(values_only=True)
    head = [str(name).strip() for name in next(rows)]
    found: dict[str, float] = defaultdict(float)
    for row in rows:
        day = row[head.index("Date")]
        if isinstance(day, datetime):
            found[f"{day:%B %Y}"] += row[head.index("Sales")]
    return found


def test_from_a_spreadsheet_to_a_goal_sheet(display: Display, sample: Path, tmp_path: Path) -> None:
    months = monthly_sales(sample)
    assert sum(months.values()) == pytest.approx(118_726_350.26, abs=0.005)
    sheet = tmp_path / "sheet.pdf"
    with DrivenApp(display, tmp_path) as app:
        make_company(app)
        write_goal(app)
        import_sales(app, sample)
        look_at_the_chart(app, months)
        save_sheet(app, sheet)
        app.key("ctrl+q")
        assert app.wait_until_closed() == 0
    assert (tmp_path / "Documents" / f"{COMPANY}.sikte").is_file()
    said = subprocess.run(
        ["pdftotext", str(sheet), "-"], capture_output=True, text=True, check=True
    ).stdout.replace("\N{NO-BREAK SPACE}", " ")
    assert GOAL in said
    assert COMPANY in said
    assert "118,726,350 USD" in said
    assert "Reached" in said


def make_company(app: DrivenApp) -> None:
    app.click("Create a company file")
    app.fill("Company name", COMPANY)
    app.click("Currency")
    app.click("USD – US dollar", kind="cell")
    app.click("Create")


def write_goal(app: DrivenApp) -> None:
    app.click("Open the editor")
    app.fill("The goal", GOAL)
    app.fill("Start", "01/09/2013")
    app.key("Tab")
    app.fill("Deadline", "31/12/2014")
    app.key("Tab")
    app.click("KPI")
    app.click("New KPI …", kind="cell")
    app.click("Sales", kind="cell")
    app.click("Use this one")
    app.fill("Target", "100 000 000")
    app.click("Save goal")
    app.shows("The goal is saved.")


def import_sales(app: DrivenApp, sample: Path) -> None:
    app.click("Import", kind="NavigationButton")
    app.click("Choose files")
    app.fill("fileNameEdit", str(sample))
    app.key("Return")
    app.find("1/3 File", kind="Stepper")
    app.click("Next")
    app.find("2/3 Columns", kind="Stepper")
    app.shows("118,726,350.26")
    app.click("Next")
    app.click("Import 16 new values")
    app.shows("16 values imported")


def look_at_the_chart(app: DrivenApp, months: dict[str, float]) -> None:
    app.click("KPIs", kind="NavigationButton")
    app.click("Sales", kind="cell")
    app.find("Chart of Sales")
    app.shows(f"{months['December 2014']:,.0f}")
    app.click("Show table")
    for month in ("December 2014", "October 2014"):
        app.find(f"{months[month]:,.0f}\N{NO-BREAK SPACE}USD", kind="cell")


def save_sheet(app: DrivenApp, path: Path) -> None:
    app.click("Sheets", kind="NavigationButton")
    app.click("Sheet", kind="Choice")
    app.click("Goal sheet", kind="cell")
    app.click("Save PDF …")
    app.fill("fileNameEdit", str(path))
    app.key("Return")
    app.shows("sheet.pdf")
