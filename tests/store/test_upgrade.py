"""Older files are brought up to date on a copy; whatever fails leaves them as they were."""

from __future__ import annotations

import shutil
import sqlite3
from collections import namedtuple
from pathlib import Path

import pytest

from desktop.core.company import Company, Person
from desktop.core.faults import FileFault, NewerFile
from desktop.core.message import msg
from desktop.store.backup_names import backup_copies
from desktop.store.company_file import CompanyFile
from desktop.store.schema import VERSIONS, Version
from desktop.store.tables import PEOPLE

Usage = namedtuple("Usage", "total used free")

NEXT = (
    *VERSIONS,
    Version(
        "nicknames",
        (
            "ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT 'none'",
            "CREATE TABLE ritual (id INTEGER PRIMARY KEY, name TEXT) STRICT",
        ),
    ),
)
BROKEN = (
    *NEXT,
    Version("broken", ("UPDATE person SET nickname = 'x'", "UPDATE person SET name = ''")),
)


@pytest.fixture
def old(path: Path) -> Path:
    """A file of the version that is current now, with something in it."""
    file = CompanyFile.create(path, Company(name="Gamla AB"))
    with file.action(msg("Add")):
        PEOPLE.save(file.connection, Person(name="Eva"))
    with file.action(msg("Delete")):
        PEOPLE.delete(file.connection, 1)
    file.close()
    return path


def nicknames(file: CompanyFile) -> list[tuple[str, str]]:
    return file.connection.execute("SELECT name, nickname FROM person").fetchall()


def test_a_copy_of_what_it_was_is_made_first(old: Path) -> None:
    before = old.read_bytes()
    file = CompanyFile.open(old, versions=NEXT)
    assert file.connection.execute("PRAGMA user_version").fetchone() == (len(NEXT),)
    assert file.connection.execute("SELECT count(*) FROM ritual").fetchone() == (0,)
    file.close()
    (copy,) = backup_copies(old)
    assert copy.path.stem.endswith("before update")
    assert not copy.daily
    assert rows(copy.path) == rows_of(before, old)
    assert sorted(entry.name for entry in old.parent.iterdir()) == sorted(
        [old.name, copy.path.parent.name]
    )


def rows_of(content: bytes, path: Path) -> list[str]:
    other = path.with_name("before")
    other.write_bytes(content)
    found = rows(other)
    other.unlink()
    return found


def rows(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    found = list(connection.iterdump())
    connection.close()
    return found


def test_what_was_done_before_can_still_be_undone(old: Path) -> None:
    """The images are of the older table; the new column has its default."""
    file = CompanyFile.open(old, versions=NEXT)
    assert file.undo_label == msg("Delete")
    file.undo()
    assert nicknames(file) == [("Eva", "none")]
    file.undo()
    assert nicknames(file) == []
    file.redo()
    assert nicknames(file) == [("Eva", "none")]
    file.close()


def test_it_is_done_once(old: Path) -> None:
    CompanyFile.open(old, versions=NEXT).close()
    updated = old.read_bytes()
    CompanyFile.open(old, versions=NEXT).close()
    assert old.read_bytes() == updated
    assert len(backup_copies(old)) == 1
    with pytest.raises(NewerFile):
        CompanyFile.open(old)


def test_a_migration_that_fails_leaves_the_file_as_it_was(old: Path) -> None:
    file = CompanyFile.open(old)
    file.undo()
    file.close()
    before = old.read_bytes()
    with pytest.raises(sqlite3.IntegrityError):
        CompanyFile.open(old, versions=BROKEN)
    assert old.read_bytes() == before
    assert not old.with_name(f".{old.name}.update").exists()
    CompanyFile.open(old).close()  # the lock is free again


def test_a_migration_that_loses_rows_others_refer_to_is_not_taken(old: Path) -> None:
    losing = Version(
        "losing",
        (
            "INSERT INTO goal (statement, start, state) VALUES ('A', '2026-01-01', 'active')",
            "CREATE TABLE new_goal (id INTEGER PRIMARY KEY)",
            "INSERT INTO key_result (goal_id, title, comparison, weight) "
            "VALUES (1, 'B', 'level', 1)",
            "DROP TABLE goal",
            "ALTER TABLE new_goal RENAME TO goal",
        ),
    )
    before = old.read_bytes()
    with pytest.raises(FileFault) as fault:
        CompanyFile.open(old, versions=(*VERSIONS, losing))
    assert "unchanged" in fault.value.message.text
    assert old.read_bytes() == before


def test_no_room_for_the_copies(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, 1000))
    with pytest.raises(FileFault) as fault:
        CompanyFile.open(old, versions=NEXT)
    assert "free space" in fault.value.message.text
    assert old.read_bytes() == before


def test_a_file_that_cannot_be_swapped(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()

    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        """As Windows does while another program reads the file."""
        if target == old:
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileFault) as fault:
        CompanyFile.open(old, versions=NEXT)
    assert fault.value.message.values["reason"] == "Permission denied"
    assert old.read_bytes() == before


def test_reading_an_older_file_changes_nothing(old: Path) -> None:
    before = old.read_bytes()
    file = CompanyFile.open(old, read_only=True, versions=NEXT)
    assert nicknames(file) == []
    with pytest.raises(sqlite3.OperationalError):
        file.connection.execute("DELETE FROM company")
    file.close()
    assert old.read_bytes() == before
    assert list(old.parent.iterdir()) == [old]


def test_reading_an_older_file_that_cannot_be_brought_up_to_date(old: Path) -> None:
    file = CompanyFile.open(old)
    file.undo()
    file.close()
    with pytest.raises(sqlite3.IntegrityError):
        CompanyFile.open(old, read_only=True, versions=BROKEN)
