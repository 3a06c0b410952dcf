"""Undo and redo of single steps; services/test_undo_machine.py tries them at random."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.company import Person
from desktop.core.goal import Goal, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.message import msg
from desktop.store import user_name as user_name_module
from desktop.store.belongings import forget_person
from desktop.store.company_file import CompanyFile
from desktop.store.recording import Recorder
from desktop.store.schema import DATA_TABLES
from desktop.store.steps import read_steps
from desktop.store.tables import GOALS, KEY_RESULTS, KPIS, PEOPLE
from desktop.store.user_name import user_name


def add(file: CompanyFile, name: str) -> Person:
    with file.action(msg("Add {name}", name=name)):
        return PEOPLE.save(file.connection, Person(name=name))


def dump(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every data table."""
    return {
        table: sorted(connection.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr)
        for table in DATA_TABLES
    }


def names(file: CompanyFile) -> list[str]:
    return [person.name for person in PEOPLE.all(file.connection)]


def test_undo_and_redo_walk_the_steps(file: CompanyFile) -> None:
    add(file, "A")
    add(file, "B")
    assert file.undo_label == msg("Add {name}", name="B")
    assert file.redo_label is None
    assert file.undo() == (msg("Add {name}", name="B"), frozenset({"person"}))
    assert names(file) == ["A"]
    assert file.undo_label == msg("Add {name}", name="A")
    assert file.redo_label == msg("Add {name}", name="B")
    file.undo()
    assert names(file) == []
    assert file.undo() is None
    assert file.redo() == (msg("Add {name}", name="A"), frozenset({"person"}))
    file.redo()
    assert names(file) == ["A", "B"]
    assert file.redo() is None


def test_a_new_step_ends_what_could_be_redone(file: CompanyFile) -> None:
    add(file, "A")
    add(file, "B")
    file.undo()
    add(file, "C")
    assert file.redo_label is None
    assert names(file) == ["A", "C"]
    file.undo()
    file.undo()
    assert names(file) == []
    assert file.connection.execute("SELECT count(*) FROM change").fetchone() == (2,)


def test_a_step_that_changes_nothing_leaves_no_trace(file: CompanyFile) -> None:
    eva = add(file, "Eva")
    add(file, "Ulf")
    file.undo()
    with file.action(msg("Change Eva")) as action:
        PEOPLE.save(file.connection, eva)
    assert action.tables == frozenset()
    assert file.undo_label == msg("Add {name}", name="Eva")
    assert file.redo_label == msg("Add {name}", name="Ulf")


def test_steps_outlive_the_window(file: CompanyFile, path: Path) -> None:
    add(file, "A")
    add(file, "B")
    file.undo()
    file.close()
    again = CompanyFile.open(path)
    assert again.redo_label == msg("Add {name}", name="B")
    again.redo()
    again.undo()
    again.undo()
    assert names(again) == []
    again.close()


def test_rows_that_refer_to_each_other_come_back_in_any_order(file: CompanyFile) -> None:
    with file.action(msg("All")):
        owner = PEOPLE.save(file.connection, Person(name="Eva"))
        kpi = KPIS.save(file.connection, Kpi(key="orders", name="Orders", owner_id=owner.id))
        parent = GOALS.save(file.connection, Goal(statement="More", start=date(2026, 1, 1)))
        assert parent.id is not None
        GOALS.save(
            file.connection,
            Goal(statement="Part", start=date(2026, 1, 1), parent_id=parent.id),
        )
        KEY_RESULTS.save(
            file.connection, KeyResult(goal_id=parent.id, kpi_id=kpi.id, owner_id=owner.id)
        )
    before = dump(file.connection)
    with file.action(msg("Away")):
        for table in ("key_result", "goal"):
            file.connection.execute(f"DELETE FROM {table} WHERE id > 1")
        KEY_RESULTS.delete(file.connection, 1)
        GOALS.delete(file.connection, 1)
        assert owner.id is not None
        forget_person(file.connection, owner.id)
        PEOPLE.delete(file.connection, owner.id)
    after = dump(file.connection)
    file.undo()
    assert dump(file.connection) == before
    file.redo()
    assert dump(file.connection) == after


def test_values_that_change_places_under_a_unique_key(file: CompanyFile) -> None:
    with file.action(msg("Two")):
        first = KPIS.save(file.connection, Kpi(key="a", name="A"))
        second = KPIS.save(file.connection, Kpi(key="b", name="B"))
    with file.action(msg("Swap")):
        for kpi_id, key in ((first.id, "c"), (second.id, "a"), (first.id, "b")):
            file.connection.execute("UPDATE kpi SET key = ? WHERE id = ?", (key, kpi_id))
    file.undo()
    assert [(kpi.name, kpi.key) for kpi in KPIS.all(file.connection)] == [("A", "a"), ("B", "b")]
    file.redo()
    assert [(kpi.name, kpi.key) for kpi in KPIS.all(file.connection)] == [("A", "b"), ("B", "a")]


def test_a_row_that_gets_another_key(file: CompanyFile) -> None:
    add(file, "Eva")
    with file.action(msg("Renumber")):
        file.connection.execute("UPDATE person SET id = 7")
    file.undo()
    assert PEOPLE.all(file.connection) == [Person(id=1, name="Eva")]
    file.redo()
    assert PEOPLE.all(file.connection) == [Person(id=7, name="Eva")]


def test_an_undo_that_fails_changes_nothing(file: CompanyFile) -> None:
    add(file, "Eva")
    file.connection.execute(
        "UPDATE change SET after = json_set(after, '$.id', 99), before = "
        "json_set(after, '$.name', ' ')"
    )
    with pytest.raises(sqlite3.IntegrityError):
        file.undo()
    assert names(file) == ["Eva"]
    assert file.undo_label == msg("Add {name}", name="Eva")
    with pytest.raises(sqlite3.OperationalError):  # recording is on again
        PEOPLE.save(file.connection, Person(name="Ulf"))


def test_bytes_are_kept_as_well(file: CompanyFile) -> None:
    """No table has any yet; a later one may."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE change (step_id, table_name, row_key TEXT, before, after)")
    connection.execute("CREATE TABLE picture (id INTEGER PRIMARY KEY, image BLOB)")
    recorder = Recorder(connection, ["picture"])
    recorder.start()
    recorder.step_id = 1
    connection.execute("INSERT INTO picture VALUES (1, x'00ff')")
    assert connection.execute("SELECT row_key, after FROM change").fetchone() == (
        "1",
        '{"id":1,"image":{"base64":"AP8="}}',
    )


def test_the_list_of_steps(file: CompanyFile) -> None:
    for name in ("A", "B", "C"):
        add(file, name)
    file.undo()
    steps = read_steps(file.connection, 2)
    assert [(step.label.values["name"], step.undone) for step in steps] == [
        ("C", True),
        ("B", False),
    ]
    assert steps[0].who == user_name()
    assert timedelta() <= datetime.now(UTC) - steps[0].at < timedelta(minutes=1)


def test_a_computer_without_accounts(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr(user_name_module.getpass, "getuser", nobody)
    assert user_name() == ""
