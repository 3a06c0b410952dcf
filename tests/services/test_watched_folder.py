"""The watched folder: complete new files of known kinds, and nothing else."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.services.imports import Rule, TableRule, apply, open_file
from desktop.services.kpis import save_kpi
from desktop.services.watched_folder import Looked, Sizes, look
from desktop.services.workspace import Workspace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "Downloads"
    path.mkdir()
    return path


@pytest.fixture
def known(ws: Workspace, tmp_path: Path) -> Kpi:
    """A KPI that a file of weekly clicks has fed once."""
    kpi = save_kpi(ws, Kpi(name="Clicks", cadence=Cadence.WEEK))
    draft = open_file(ws, report(tmp_path / "report.csv", 45))
    apply(ws, draft, [TableRule(0, Rule(kpi.id, None, "Clicks"))])
    return kpi


def report(path: Path, week: int, *, clicks: int = 10, head: str = "Clicks") -> Path:
    monday = date.fromisocalendar(2025, week, 1)
    days = [date.fromordinal(monday.toordinal() + day) for day in range(7)]
    rows = [f"{day},{clicks + place},{place}" for place, day in enumerate(days)]
    path.write_text("\n".join(["Campaign report", "", f"Day,{head},Sales", *rows, ""]), "utf-8")
    return path


def looked(
    ws: Workspace, folder: Path, *, since: float = 0.0, left: set[str] | None = None
) -> Looked:
    """Two looks, so that the files have been seen to be complete."""
    first = look(ws, folder, since=since, left=left or set(), sizes={})
    return look(ws, folder, since=since, left=left or set(), sizes=first.sizes)


def test_a_new_file_of_a_known_kind_is_offered_with_its_week(
    ws: Workspace, known: Kpi, folder: Path
) -> None:
    path = report(folder / "report (1).csv", 47)
    (offer,) = looked(ws, folder).offers
    assert offer.path == path
    assert (offer.new, offer.changed, offer.plain) == (1, 0, True)
    week = Period(Cadence.WEEK, date.fromisocalendar(2025, 47, 1))
    assert (offer.first, offer.last) == (week, week)
    from desktop.qtkit.wording import say

    assert say(offer.message) == "Campaign report for week 47, 2025: 1 new value"


def test_a_file_is_left_until_it_has_stopped_growing(
    ws: Workspace, known: Kpi, folder: Path
) -> None:
    path = report(folder / "report.csv", 47)
    first = look(ws, folder, since=0.0, left=set(), sizes={})
    assert (first.offers, first.growing) == ((), True)
    with path.open("a") as file:
        file.write("2025-11-24,5,1\n")
    second = look(ws, folder, since=0.0, left=set(), sizes=first.sizes)
    assert (second.offers, second.growing) == ((), True)
    third = look(ws, folder, since=0.0, left=set(), sizes=second.sizes)
    assert len(third.offers) == 1


@pytest.mark.parametrize(
    "name", ["report.csv.crdownload", "report.csv.part", ".report.csv", "~$report.xlsx", "a.pdf"]
)
def test_what_is_no_finished_spreadsheet_is_passed_over(
    ws: Workspace, known: Kpi, folder: Path, name: str
) -> None:
    report(folder / name, 47)
    found = looked(ws, folder)
    assert (found.offers, found.sizes) == ((), {})


def test_a_file_whose_rest_is_beside_it_is_waited_for(
    ws: Workspace, known: Kpi, folder: Path
) -> None:
    report(folder / "report.csv", 47)
    (folder / "report.csv.part").write_text("more")
    assert looked(ws, folder).growing
    (folder / "report.csv.part").unlink()
    assert len(looked(ws, folder).offers) == 1


def test_files_from_before_are_left_alone(ws: Workspace, known: Kpi, folder: Path) -> None:
    path = report(folder / "report.csv", 47)
    later = path.stat().st_ctime + 1
    assert looked(ws, folder, since=later).offers == ()
    os.utime(path, (later + 5, later + 5))
    assert len(looked(ws, folder, since=later).offers) == 1


def test_unknown_unreadable_imported_and_unchanged_files_are_done_with(
    ws: Workspace, known: Kpi, folder: Path, tmp_path: Path
) -> None:
    (folder / "unknown.csv").write_text("Month,Rainfall\n2025-01,10\n2025-02,12\n", "utf-8")
    (folder / "broken.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (folder / "same.csv").write_bytes((tmp_path / "report.csv").read_bytes())
    report(folder / "nothing new.csv", 45)
    found = looked(ws, folder)
    assert found.offers == ()
    assert len(found.done) == 4
    again = look(ws, folder, since=0.0, left=set(found.done), sizes=found.sizes)
    assert (again.offers, again.done, again.growing) == ((), (), False)


def test_a_file_that_changes_values_or_has_other_columns_is_not_plain(
    ws: Workspace, known: Kpi, folder: Path
) -> None:
    report(folder / "changed.csv", 45, clicks=20)
    report(folder / "renamed.csv", 48, head="Ad clicks")
    found = {offer.path.name: offer for offer in looked(ws, folder).offers}
    assert (found["changed.csv"].changed, found["changed.csv"].plain) == (1, False)
    assert "renamed.csv" not in found or not found["renamed.csv"].plain


def test_a_folder_that_is_gone_is_silence(ws: Workspace, known: Kpi, tmp_path: Path) -> None:
    nothing: Sizes = {}
    assert look(ws, tmp_path / "gone", since=0.0, left=set(), sizes=nothing) == Looked(
        (), (), {}, False
    )
