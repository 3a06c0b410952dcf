"""The sample company: the same every time, through the real importer, with one of each status."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from desktop.cli import main
from desktop.core.activity import ActivityState
from desktop.core.assessment import Status
from desktop.core.faults import FileFault
from desktop.core.idea import Answer
from desktop.core.kpi import Better
from desktop.core.lead_lag import Sure
from desktop.core.need import Action
from desktop.core.period import Cadence, Period
from desktop.services.activities import activities_by_goal
from desktop.services.breakdown import Against, read_breakdown
from desktop.services.check import check
from desktop.services.demo import DemoResult, build_demo
from desktop.services.demo_words import DemoWords
from desktop.services.ideas import ideas
from desktop.services.imports import imports
from desktop.services.kpis import kpi_rows, kpis
from desktop.services.links import links_of
from desktop.services.measurements import series
from desktop.services.overview import overview
from desktop.services.workspace import Workspace

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoResult:
    return build_demo(tmp_path_factory.mktemp("demo"), language="sv", today=TODAY)


def values(path: Path) -> dict[str, list[tuple[date, float]]]:
    with Workspace.open(path, read_only=True, today=lambda: TODAY) as workspace:
        return {
            kpi.key: [
                (m.period.start, m.value) for m in series(workspace, kpi.id or 0).measurements
            ]
            for kpi in kpis(workspace)
        }


def test_three_years_by_day_week_and_month(demo: DemoResult) -> None:
    found = values(demo.path)
    assert found["orders"][0][0] == date(2023, 11, 1)
    assert found["orders"][-1][0] == date(2026, 11, 23)
    assert len(found["orders"]) == 1119
    assert found["delivery"][-1][0] == date(2026, 11, 16)
    assert [start for start, _ in found["sales"]][-1] == date(2026, 10, 1)
    assert len(found["sales"]) == 36


def test_every_value_came_through_the_importer(demo: DemoResult) -> None:
    with Workspace.open(demo.path, read_only=True) as workspace:
        records = imports(workspace)
        for kpi in kpis(workspace):
            if not kpi.formula:
                rows = series(workspace, kpi.id or 0).measurements
                assert rows
                assert all(row.import_id is not None and row.cell for row in rows)
    assert {record.file_name for record in records} == {path.name for path in demo.exports}
    assert all(record.counts.rejected == 0 for record in records)


def test_the_values_are_those_of_the_files(demo: DemoResult) -> None:
    found = values(demo.path)
    shop = next(path for path in demo.exports if path.name == "Webbutik.csv")
    with shop.open(encoding="utf-8-sig", newline="") as file:
        orders = sum(int(row["Order"]) for row in csv.DictReader(file, delimiter=";"))
    assert sum(value for _, value in found["orders"]) == orders
    sales = 0.0
    for path in demo.exports:
        if path.name.startswith("Resultatrapport"):
            rows = load_workbook(path).active.iter_rows(values_only=True)
            sales += sum(next(row for row in rows if row[1] == "Försäljning varor")[2:])
    assert sum(value for _, value in found["sales"]) == pytest.approx(sales)


@pytest.mark.parametrize("today", [date(2026, 11, 24), date(2026, 1, 1), date(2027, 5, 31)])
def test_one_goal_of_each_status(tmp_path: Path, today: date) -> None:
    result = build_demo(tmp_path, language="en", today=today)
    with Workspace.open(result.path, read_only=True, today=lambda: today) as workspace:
        seen = overview(workspace)
    assert [view.assessment.status for view in seen.goals] == [
        Status.ON_TRACK,
        Status.AT_RISK,
        Status.OFF_TRACK,
        Status.OUTDATED,
        Status.REACHED,
    ]
    assert [view.goal.deadline is None for view in seen.goals].count(True) == 1


def test_one_kpi_of_each_kind(demo: DemoResult) -> None:
    with Workspace.open(demo.path, read_only=True, today=lambda: TODAY) as workspace:
        rows = kpi_rows(workspace)
    assert {row.kpi.better for row in rows} == set(Better)
    assert [row.kpi.key for row in rows if row.outdated is not None] == ["readers"]
    assert {row.kpi.key for row in rows if row.kpi.formula} == {
        "margin",
        "conversion",
        "order_value",
        "revenue",
    }
    assert all(row.latest is not None and row.owner for row in rows)


def test_sales_are_taken_apart_into_visits_conversion_and_order_value(demo: DemoResult) -> None:
    """The three steps make the same money as the accounts, and explain all of a change."""
    found = values(demo.path)
    assert [start for start, _ in found["revenue"]] == [start for start, _ in found["sales"]]
    assert [value for _, value in found["revenue"]] == pytest.approx(
        [value for _, value in found["sales"]]
    )
    with Workspace.open(demo.path, read_only=True, today=lambda: TODAY) as workspace:
        revenue = next(kpi for kpi in kpis(workspace) if kpi.key == "revenue")
        view = read_breakdown(workspace, revenue.id or 0, against=Against.YEAR)
    assert view.tree is not None
    assert view.later == Period(Cadence.MONTH, date(2026, 10, 1))
    assert view.earlier == Period(Cadence.MONTH, date(2025, 10, 1))
    parts = {part.kpi.key: part.contribution for part in view.tree.parts}
    assert set(parts) == {"visits", "conversion", "order_value"}
    sales = dict(found["sales"])
    change = sales[date(2026, 10, 1)] - sales[date(2025, 10, 1)]
    assert sum(value or 0.0 for value in parts.values()) == pytest.approx(change)
    assert all(value for value in parts.values())


def test_slow_deliveries_are_felt_in_customers_who_come_back(demo: DemoResult) -> None:
    """The one link with a lag; the history shows it there, the other way round."""
    with Workspace.open(demo.path, read_only=True, today=lambda: TODAY) as workspace:
        returning = next(kpi.id for kpi in kpis(workspace) if kpi.key == "returning")
        (link,) = links_of(workspace, returning or 0).led_by
    told = link.history.test.told
    assert (link.leading.key, link.lag, link.history.cadence) == ("delivery", 4, Cadence.WEEK)
    assert told is not None
    assert (told.sure, told.strength < -0.3) == (Sure.HARDLY_CHANCE, True)


def test_the_same_day_gives_the_same_company(demo: DemoResult, tmp_path: Path) -> None:
    again = build_demo(tmp_path, language="sv", today=TODAY)
    assert values(again.path) == values(demo.path)


@pytest.mark.parametrize("language", ["en", "da", "fi"])
def test_every_language(tmp_path: Path, language: str) -> None:
    result = build_demo(tmp_path, language=language, today=TODAY)
    words = DemoWords(language)
    assert check(result.path) == []
    assert result.path.name == f"{words('file')}.sikte"
    with Workspace.open(result.path, read_only=True) as workspace:
        assert {kpi.name for kpi in kpis(workspace)} > {words("sales"), words("stock")}


def test_something_is_tried_and_ideas_wait(demo: DemoResult) -> None:
    """The verdict of a Friday that has been, and a planned activity without any numbers yet."""
    with Workspace.open(demo.path, read_only=True, today=lambda: TODAY) as workspace:
        views = [view for group in activities_by_goal(workspace) for view in group.views]
        answers = [each.idea.answer for each in ideas(workspace)]
        needs = overview(workspace).needs
    assert sorted(view.state for view in views) == sorted(
        [
            ActivityState.KILLED,
            ActivityState.RUNNING,
            ActivityState.RUNNING,
            ActivityState.PLANNED,
            ActivityState.KEPT,
        ]
    )
    (due,) = [view for view in views if view.is_due]
    assert due.activity.due == date(2026, 11, 20)
    assert [need.target_id for need in needs if need.action is Action.DECIDE] == [due.activity.id]
    assert answers == [
        Answer.WAITING,
        Answer.WAITING,
        Answer.DECLINED,
        Answer.PARKED,
        Answer.ADOPTED,
    ]
    assert [need.action for need in needs if need.action is Action.ANSWER] == [Action.ANSWER]


def test_a_company_that_is_there_is_kept(demo: DemoResult) -> None:
    before = demo.path.read_bytes()
    with pytest.raises(FileFault):
        build_demo(demo.path.parent, language="sv", today=TODAY)
    assert demo.path.read_bytes() == before


def test_one_that_is_open_is_not_replaced(tmp_path: Path) -> None:
    result = build_demo(tmp_path, language="en", today=TODAY)
    with Workspace.open(result.path), pytest.raises(FileFault):
        build_demo(tmp_path, language="en", today=TODAY, replace=True)
    assert check(result.path) == []


def test_the_command_writes_the_sheets_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIKTE_LANGUAGE", "da")
    folder = tmp_path / "demo"
    arguments = ["demo", str(folder), "--today", "2026-11-24"]
    assert main(arguments) == 0
    assert (folder / "Uldsokken.sikte").is_file()
    sheets = sorted(path.name for path in (folder / "sheets").iterdir())
    assert sheets == [*(f"goal-{number}.pdf" for number in range(1, 6)), "summary.pdf"]
    for name in sheets:
        assert len(PdfReader(folder / "sheets" / name).pages) == 1
    assert "Uldsokken.sikte" in capsys.readouterr().out
    assert main(arguments) == 1
    assert main([*arguments, "--replace"]) == 0
