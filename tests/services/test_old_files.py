"""A company file of every schema that has been released opens, whole, with its undo steps.

How the files were made stands in tests/data/make_company.py.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.services.backup import backups
from desktop.services.check import check
from desktop.services.company import company, people
from desktop.services.goals import goals, key_results, milestones, plan_values
from desktop.services.history import steps
from desktop.services.kpis import kpis
from desktop.services.measurements import history, series
from desktop.services.overview import overview
from desktop.services.settings import MOST_ACTIVE_GOALS, read
from desktop.services.workspace import Workspace
from desktop.store.import_records import read_imports, read_mapping
from desktop.store.schema import DATA_TABLES, VERSIONS

JUNE = Period(Cadence.MONTH, date(2026, 6, 1))


def opened(data: Path, folder: Path, version: int) -> Workspace:
    path = folder / "old.sikte"
    shutil.copy(data / f"company-v{version}.sikte", path)
    return Workspace.open(path, today=lambda: date(2026, 7, 15))


def test_there_is_a_file_of_every_version(data: Path) -> None:
    versions = {path.name for path in data.glob("company-v*.sikte")}
    assert versions == {f"company-v{number}.sikte" for number in range(1, len(VERSIONS) + 1)}


def newer_tables(version: int) -> set[str]:
    """The data tables that came after a version and begin empty."""
    later = "\n".join(statement for made in VERSIONS[version:] for statement in made.statements)
    return {
        table
        for table in DATA_TABLES
        if f"CREATE TABLE {table} (" in later and f"INSERT INTO {table} (" not in later
    }


@pytest.fixture(params=range(1, len(VERSIONS) + 1), ids="v{}".format)
def ws(request: pytest.FixtureRequest, data: Path, tmp_path: Path) -> Iterator[Workspace]:
    with opened(data, tmp_path, request.param) as workspace:
        yield workspace


def test_what_it_holds(ws: Workspace, request: pytest.FixtureRequest) -> None:
    assert company(ws) == Company(name="Skärgårdens Te AB", language="sv", year_start=5)
    assert [(person.name, person.team) for person in people(ws)] == [("Försäljning", True)]
    by_key = {kpi.key: kpi for kpi in kpis(ws)}
    assert set(by_key) == {"bestallningar", "besok", "konvertering"}
    orders = by_key["bestallningar"].id or 0
    assert [each.value for each in series(ws, orders).measurements] == [41, 42, 43, 44, 45, 99]
    assert [(change.old, change.new, change.import_id) for change in history(ws, orders, JUNE)] == [
        (46.0, 99.0, None),
        (None, 46.0, 1),
    ]
    rate = series(ws, by_key["konvertering"].id or 0).measurements
    assert rate[0].value == 41 / 1000.1
    (goal,) = goals(ws)
    numbers, done = key_results(ws, goal.id or 0)
    assert (numbers.target, numbers.weight, done.title) == (600.0, 2.0, "Nya betalsätt på plats")
    assert [step.value for step in plan_values(ws, numbers.id or 0)] == [250.0, 600.0]
    assert [milestone.title for milestone in milestones(ws, goal.id or 0)] == ["Halvvägs"]
    assert read(ws, MOST_ACTIVE_GOALS) == 4
    (record,) = read_imports(ws.connection)
    assert (record.file_name, record.bytes, record.counts.new) == ("orders.csv", 512, 6)
    mapping = read_mapping(ws.connection, "datum|antal")
    assert mapping is not None
    assert mapping.id == record.mapping_id
    assert len(overview(ws).goals) == 1
    empty = {
        table
        for table in DATA_TABLES
        if ws.connection.execute(f'SELECT 1 FROM "{table}"').fetchone() is None
    }
    assert empty == newer_tables(request.node.callspec.params["ws"])


def test_what_was_done_in_it_can_be_undone(ws: Workspace) -> None:
    count = len(steps(ws))
    assert ws.redo() is not None
    visits = next(kpi.id for kpi in kpis(ws) if kpi.key == "besok")
    assert JUNE not in {each.period for each in series(ws, visits or 0).measurements}
    undone = 0
    while ws.undo() is not None:
        undone += 1
    assert undone == count
    assert (kpis(ws), goals(ws), people(ws), ws.name) == ([], [], [], "AB")
    while ws.redo() is not None:
        undone -= 1
    assert undone == 0
    assert len(goals(ws)) == 1


def test_it_is_whole_and_was_copied_if_it_was_brought_up_to_date(
    ws: Workspace, request: pytest.FixtureRequest
) -> None:
    (version,) = ws.connection.execute("PRAGMA user_version").fetchone()
    assert version == len(VERSIONS)
    old = request.node.callspec.params["ws"]
    assert len(backups(ws)) == (0 if old == len(VERSIONS) else 1)
    assert check(ws.path) == []


def test_the_imported_values_know_their_cells(ws: Workspace) -> None:
    orders = next(kpi.id for kpi in kpis(ws) if kpi.key == "bestallningar")
    ws.undo()  # the typed value of June
    assert series(ws, orders or 0).measurements[-1] == Measurement(
        JUNE, 46.0, date(2026, 6, 12), 1, "orders!B7"
    )
