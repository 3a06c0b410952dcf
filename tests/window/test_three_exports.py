"""Three exports dropped on the window, and next month's versions of them by one click each."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.kpi import Kpi
from desktop.core.unit import Unit, UnitKind
from desktop.services.kpis import save_kpi
from desktop.services.workspace import Workspace
from desktop.store.schema import DATA_TABLES
from tests.window.display import Display
from tests.window.driven_app import DrivenApp
from tests.window.exports import (
    CLICKS,
    RESULT,
    SALES,
    campaigns_file,
    orders_file,
    result_file,
)

pytestmark = [pytest.mark.xdist_group("window"), pytest.mark.timeout(300)]

SEK = Unit(UnitKind.CURRENCY, "SEK")
EXPORTS: tuple[Callable[[Path, int], Path], ...] = (orders_file, campaigns_file, result_file)


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A company that knows what it wants to measure, without a single value."""
    path = tmp_path / "Three.sikte"
    with Workspace.create(path, Company(name="Three")) as workspace:
        for kpi in (Kpi(name="Sales", unit=SEK), Kpi(name="Clicks"), Kpi(name="Revenue", unit=SEK)):
            save_kpi(workspace, kpi)
    return path


def content(company: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row that the user has entered, read beside the app."""
    connection = sqlite3.connect(f"file:{company}?mode=ro", uri=True)
    try:
        return {
            table: sorted(connection.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr)
            for table in DATA_TABLES
        }
    finally:
        connection.close()


def values(company: Path) -> dict[str, dict[str, float]]:
    """The values of each KPI by month."""
    connection = sqlite3.connect(f"file:{company}?mode=ro", uri=True)
    try:
        found: dict[str, dict[str, float]] = {}
        for name, start, value in connection.execute(
            "SELECT name, period_start, value FROM measurement JOIN kpi ON kpi.id = kpi_id"
        ):
            found.setdefault(name, {})[start[:7]] = value
        return found
    finally:
        connection.close()


def test_three_exports_and_next_months_by_one_click(
    display: Display, company: Path, tmp_path: Path
) -> None:
    with DrivenApp(display, tmp_path, str(company)) as app:
        import_first_month(app, display, tmp_path)
        assert values(company) == {
            "Sales": {"2025-09": SALES[9]},
            "Clicks": {"2025-09": CLICKS[9]},
            "Revenue": {"2025-09": RESULT[9][0]},
        }
        before = content(company)
        for make in EXPORTS:
            drop(display, make(tmp_path, 10))
            app.shows("Of the same kind as")
            app.click("Import 1 new value")
            app.shows("1 value imported")
            app.find("Choose files")
        assert values(company) == {
            "Sales": {"2025-09": SALES[9], "2025-10": SALES[10]},
            "Clicks": {"2025-09": CLICKS[9], "2025-10": CLICKS[10]},
            "Revenue": {"2025-09": RESULT[9][0], "2025-10": RESULT[10][0]},
        }
        for left in (5, 4, 3):
            app.key("ctrl+z")
            wait_for_imports(app, company, left)
        assert content(company) == before
        app.key("ctrl+q")
        assert app.wait_until_closed() == 0


def test_next_months_files_dropped_together_are_one_list(
    display: Display, company: Path, tmp_path: Path
) -> None:
    with DrivenApp(display, tmp_path, str(company)) as app:
        import_first_month(app, display, tmp_path)
        before = content(company)
        drop(display, *(make(tmp_path, 10) for make in EXPORTS))
        app.find("Import 3 new values")
        app.key("Return")
        app.shows("3 values imported from 3 files.")
        assert values(company)["Clicks"] == {"2025-09": CLICKS[9], "2025-10": CLICKS[10]}
        app.key("ctrl+z")
        wait_for_imports(app, company, 3)
        assert content(company) == before


def import_first_month(app: DrivenApp, display: Display, folder: Path) -> None:
    """September of each export, which nobody knows yet."""
    app.click("Import", kind="NavigationButton")
    app.find("Choose files")
    for make in EXPORTS:
        drop(display, make(folder, 9))
        app.find("1/3 File", kind="Stepper")
        app.click("Next")
        app.find("2/3 Columns", kind="Stepper")
        app.click("Next")
        app.click("Import 1 new value")
        app.shows("1 value imported")
        app.find("Choose files")


def drop(display: Display, *paths: Path) -> None:
    """Let files go over the middle of the window."""
    display.drop_files(paths, 700, 320)


def wait_for_imports(app: DrivenApp, company: Path, count: int) -> None:
    app.until(lambda: len(content(company)["import"]) == count)
