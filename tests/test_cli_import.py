"""``sikte import``: shows, asks, applies; questions and rejected cells are said."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from desktop.core.company import Company
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.services.imports import imports
from desktop.services.kpis import kpis, save_kpi
from desktop.services.measurements import save_values, series
from desktop.services.workspace import Workspace

JANUARY = Period(Cadence.MONTH, date(2026, 1, 1))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A company with the KPI Sales, which has a value of January."""
    monkeypatch.setenv("SIKTE_LANGUAGE", "en")
    path = tmp_path / "Shop.sikte"
    with Workspace.create(path, Company(name="Shop")) as workspace:
        kpi = save_kpi(workspace, Kpi(name="Sales"))
        save_values(workspace, kpi.id or 0, {JANUARY: 90.0})
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_text(
        "Month,Sales,Visits\n2026-01,100,1000\n2026-02,200,2000\n2026-03,oops,3000\n", "utf-8"
    )
    return path


def values(file: Path, name: str = "Sales") -> dict[str, float]:
    with Workspace.open(file, read_only=True) as workspace:
        kpi = next(kpi for kpi in kpis(workspace) if kpi.name == name)
        found = series(workspace, kpi.id or 0).measurements
    return {each.period.start.isoformat(): each.value for each in found}


@pytest.fixture
def as_data(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, list[dict[str, Any]]]]:
    def run(*arguments: object) -> tuple[int, list[dict[str, Any]]]:
        capsys.readouterr()
        code = main(["import", str(file), *map(str, arguments), "--json"])
        return code, json.loads(capsys.readouterr().out)["files"]

    return run


def test_a_dry_run_shows_and_changes_nothing(
    file: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()
    assert main(["import", str(file), str(table), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "Sales: 1 new, 1 changed, 0 the same, 1 rejected" in said
    assert "January 2026: 90 → 100" in said
    assert "oops" in said
    assert file.read_bytes() == before


def test_yes_applies_as_one_step(file: Path, table: Path) -> None:
    assert main(["import", str(file), str(table), "--yes"]) == 0
    assert values(file) == {"2026-01-01": 100.0, "2026-02-01": 200.0}
    with Workspace.open(file) as workspace:
        (record,) = imports(workspace)
        assert record.file_name == "export.csv"
        workspace.undo()
    assert values(file) == {"2026-01-01": 90.0}


@pytest.mark.parametrize(("answer", "imported"), [("y\n", True), ("n\n", False), ("", False)])
def test_without_yes_it_asks(
    file: Path, table: Path, monkeypatch: pytest.MonkeyPatch, answer: str, imported: bool
) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    main(["import", str(file), str(table)])
    assert (values(file)["2026-01-01"] == 100.0) is imported


def test_as_data(table: Path, as_data: Callable[..., Any]) -> None:
    code, (found,) = as_data(table, "--yes")
    assert code == 0
    assert found["counts"] == {"new": 1, "changed": 1, "same": 0, "rejected": 1}
    assert found["applied"] is True
    assert found["columns"] == ["Sales", "Visits"]
    (kpi,) = found["kpis"]
    assert (kpi["kpi"], kpi["column"], kpi["new_kpi"]) == ("Sales", "Sales", False)
    changed = next(line for line in kpi["lines"] if line["change"] == "changed")
    assert (changed["period"], changed["old"], changed["new"]) == ("2026-01-01", 90.0, 100.0)
    again = as_data(table, "--yes")[1][0]
    assert again["counts"] == {"new": 0, "changed": 0, "same": 2, "rejected": 1}
    assert again["applied"] is False


def test_a_column_that_is_named_feeds_the_kpi_that_is_named(file: Path, table: Path) -> None:
    assert main(["import", str(file), str(table), "--yes", "--feed", "Visits=Visitors"]) == 0
    assert values(file, "Visitors") == {
        "2026-01-01": 1000.0,
        "2026-02-01": 2000.0,
        "2026-03-01": 3000.0,
    }
    assert values(file) == {"2026-01-01": 90.0}
    assert main(["import", str(file), str(table), "--yes", "--feed", "visits=sales"]) == 0
    assert values(file)["2026-03-01"] == 3000.0


def test_the_mapping_is_remembered(file: Path, table: Path, tmp_path: Path) -> None:
    assert main(["import", str(file), str(table), "--yes", "--feed", "Visits"]) == 0
    later = tmp_path / "export (2).csv"
    later.write_text("Month,Sales,Visits\n2026-04,400,4000\n2026-05,500,5000\n", "utf-8")
    assert main(["import", str(file), str(later), "--yes"]) == 0
    assert values(file, "Visits")["2026-05-01"] == 5000.0
    assert values(file) == {"2026-01-01": 90.0}


def test_a_known_file_is_said_in_a_line_and_what_changed_in_it(
    file: Path, table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(file), str(table), "--yes"]) == 0
    again = tmp_path / "export-2.csv"
    again.write_text("Month,Net sales,Visits\n2026-02,210,2000\n2026-03,300,3000\n", "utf-8")
    capsys.readouterr()
    assert main(["import", str(file), str(again), "--yes"]) == 0
    said = capsys.readouterr().out
    assert "Of the same kind as export.csv, imported on " in said
    assert "“Sales” is called “Net sales” in this file." in said
    assert "1 value came from export.csv, imported on " in said
    assert values(file) == {"2026-01-01": 100.0, "2026-02-01": 210.0, "2026-03-01": 300.0}
    assert main(["import", str(file), str(again), "--yes"]) == 0
    assert "Nothing has changed since." in capsys.readouterr().out


def test_what_nothing_feeds_is_said_with_the_columns(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("Month,Wool in stock (balls)\n2026-01,10\n2026-02,20\n2026-03,30\n", "utf-8")
    assert main(["import", str(file), str(other), "--yes"]) == 1
    assert '--feed "Wool in stock (balls)"' in capsys.readouterr().out


def test_an_open_question_is_asked_and_can_be_answered(
    file: Path, tmp_path: Path, as_data: Callable[..., Any]
) -> None:
    table = tmp_path / "days.csv"
    rows = "".join(f"{day:02}/{day + 1:02}/2026,{day}\n" for day in range(1, 8))
    table.write_text(f"Date,Sales\n{rows}", "utf-8")
    before = values(file)
    code, (found,) = as_data(table, "--yes")
    assert code == 1
    assert values(file) == before
    (question,) = found["questions"]
    assert len(question["options"]) == 2
    key = question["options"][0]["key"]
    code, (found,) = as_data(table, "--yes", "--answer", f"{question['id']}={key}")
    assert code == 0
    assert found["questions"] == []
    assert found["applied"] is True


def test_several_files_and_one_that_cannot_be_read(file: Path, table: Path) -> None:
    assert main(["import", str(file), str(table), str(table.parent / "none.csv"), "--yes"]) == 1


def test_the_financial_sample(file: Path, shared: Path) -> None:
    """Its column Sales adds up to 118,726,350.26 (MANIFEST)."""
    sample = shared / "business" / "Financial Sample.xlsx"
    assert main(["import", str(file), str(sample), "--yes", "--feed", "Sales=Takings"]) == 0
    found = values(file, "Takings")
    assert len(found) == 16
    assert sum(found.values()) == pytest.approx(118_726_350.26, abs=0.005)
