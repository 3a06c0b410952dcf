"""What `sikte check` finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.faults import FileFault
from desktop.core.goal import Goal, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.message import Message
from desktop.core.period import Cadence, Period
from desktop.services.check import check
from desktop.services.company import save_company
from desktop.services.goals import save_goal, save_key_result
from desktop.services.kpis import save_kpi
from desktop.services.measurements import save_values
from desktop.services.workspace import Workspace
from desktop.store.schema import VERSIONS


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed company file with a little of everything."""
    with Workspace.create(path, Company(name="AB"), today=lambda: date(2026, 7, 15)) as ws:
        save_company(ws, Company(name="AB", year_start=5))
        for name, cadence in (("Orders", Cadence.MONTH), ("Visits", Cadence.WEEK)):
            kpi = save_kpi(ws, Kpi(name=name, cadence=cadence))
            first = Period.containing(cadence, date(2026, 1, 5), 5)
            save_values(ws, kpi.id or 0, {first.shift(n): 1.0 for n in range(5)})
        days = save_kpi(ws, Kpi(name="Calls", cadence=Cadence.DAY))
        save_values(ws, days.id or 0, {Period(Cadence.DAY, date(2026, 1, 1)): 1.0})
        save_kpi(ws, Kpi(name="Rate", formula="orders / visits"))
        goal = save_goal(ws, Goal(statement="More", start=date(2026, 1, 1)))
        save_goal(ws, Goal(statement="Part", start=date(2026, 1, 1), parent_id=goal.id))
        save_key_result(ws, KeyResult(goal_id=goal.id or 0, kpi_id=1, target=5))
    return path


@contextmanager
def by_another_program(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def texts(messages: list[Message]) -> list[str]:
    return [message.text for message in messages]


def test_a_good_file_stays_as_it_is(filled: Path) -> None:
    before = filled.read_bytes()
    assert check(filled) == []
    assert filled.read_bytes() == before
    assert list(filled.parent.iterdir()) == [filled]


def test_a_file_in_use_can_be_checked(filled: Path) -> None:
    with Workspace.open(filled):
        assert check(filled) == []


def test_what_is_no_company_file(tmp_path: Path) -> None:
    for content in (b"", b"Datum;Belopp\n" * 500):
        (tmp_path / "a.sikte").write_bytes(content)
        with pytest.raises(FileFault):
            check(tmp_path / "a.sikte")
    with pytest.raises(FileFault):
        check(tmp_path / "none.sikte")


def test_damaged_pages(filled: Path) -> None:
    with by_another_program(filled) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'measurement'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(filled.read_bytes())
    content[(page - 1) * size : page * size] = b"\xaa" * size
    filled.write_bytes(content)
    faults = check(filled)
    assert set(texts(faults)) == {"The file is damaged: {what}"}


def test_a_schema_that_cannot_be_read(filled: Path) -> None:
    with by_another_program(filled) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = 'CREATE NONSENSE' WHERE name = 'goal'")
    assert texts(check(filled)) == ["The file is damaged: {what}"]


def test_values_that_the_tables_refuse(filled: Path) -> None:
    with by_another_program(filled) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE key_result SET target = 9e999")
    (fault,) = check(filled)
    assert fault.values["what"] == "CHECK constraint failed in key_result"


def test_rows_that_refer_to_nothing(filled: Path) -> None:
    with by_another_program(filled) as connection:
        connection.execute("UPDATE key_result SET goal_id = 77")
        connection.execute("DELETE FROM kpi WHERE name = 'Orders'")
    faults = {(fault.values["table"], fault.values["parent"]): fault for fault in check(filled)}
    assert set(faults) == {
        ("key_result", "goal"),
        ("key_result", "kpi"),
        ("measurement", "kpi"),
    }
    assert faults["measurement", "kpi"].count == 5


def test_a_company_without_its_details(filled: Path) -> None:
    with by_another_program(filled) as connection:
        connection.execute("DELETE FROM company")
    assert texts(check(filled)) == ["The company’s own details are missing."]


def test_steps_that_cannot_be_undone(filled: Path) -> None:
    with by_another_program(filled) as connection:
        connection.execute("UPDATE step SET label = '[]' WHERE id = 2")
        connection.execute("UPDATE change SET after = '{' WHERE step_id = 3")
        connection.execute("UPDATE change SET table_name = 'wheel' WHERE step_id = 4")
    assert [fault.values["step"] for fault in check(filled)] == [2, 3, 4]


@pytest.mark.parametrize(
    ("statement", "text", "values"),
    [
        (
            "UPDATE measurement SET period_start = '2026-01-02' WHERE period_start = '2026-01-01' "
            "AND kpi_id = 1",
            "{n} value of {kpi} is not of a period of its cadence.",
            {"n": 1, "kpi": "Orders"},
        ),
        (
            "UPDATE measurement SET period_start = date(period_start, '+1 day') WHERE kpi_id = 2",
            "{n} value of {kpi} is not of a period of its cadence.",
            {"n": 5, "kpi": "Visits"},
        ),
        (
            "UPDATE kpi SET formula = 'orders / nobody' WHERE key = 'rate'",
            "The formula of {kpi}: {reason}",
            {"kpi": "Rate"},
        ),
        (
            "UPDATE kpi SET formula = '1 +' WHERE key = 'rate'",
            "The formula of {kpi}: {reason}",
            {"kpi": "Rate"},
        ),
        (
            "UPDATE kpi SET formula = 'visits * 2' WHERE key = 'orders'",
            "{kpi} has values of its own, so it cannot have a formula.",
            {"kpi": "Orders"},
        ),
        (
            "UPDATE kpi SET parent_id = 5 - id WHERE id IN (2, 3)",
            "{kpi} cannot lie under itself or under its own parts.",
            {"kpi": "Calls"},
        ),
        (
            "UPDATE kpi SET better = 'band' WHERE id = 1",
            "The band of {kpi} needs a lower or an upper limit.",
            {"kpi": "Orders"},
        ),
        (
            "UPDATE goal SET parent_id = 3 - id",
            "“{goal}”: {reason}",
            {"goal": "More"},
        ),
        (
            "INSERT INTO cause (cause_goal_id, cause_kpi_id, effect_goal_id, effect_kpi_id) "
            "VALUES (1, NULL, NULL, 2), (NULL, 2, 2, NULL), (2, NULL, 1, NULL)",
            "The arrows of the strategy map go round in a circle.",
            {},
        ),
        (
            "INSERT INTO check_in (goal_id, day, confidence, seen) "
            "VALUES (1, '2026-07-06', 5, '[[1, \"soon\"]]')",
            "A row of {table} cannot be read.",
            {"table": "check_in"},
        ),
        (
            "INSERT INTO former_plan (key_result_id, until, start, steps) "
            "VALUES (1, '2026-07-06', '2026-01-01', '{\"day\": 5}')",
            "A row of {table} cannot be read.",
            {"table": "former_plan"},
        ),
    ],
)
def test_what_cannot_be(filled: Path, statement: str, text: str, values: dict[str, object]) -> None:
    with by_another_program(filled) as connection:
        connection.execute(statement)
    faults = check(filled)
    first = faults[0]
    assert first.text == text
    assert {name: first.values[name] for name in values} == values


def test_of_a_newer_file_only_the_database_is_checked(filled: Path) -> None:
    with by_another_program(filled) as connection:
        connection.execute(f"PRAGMA user_version = {len(VERSIONS) + 1}")
        connection.execute("DELETE FROM company")
    assert check(filled) == []
