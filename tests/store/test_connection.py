"""What SQLite complains of, said so that a user can act on it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from desktop.core.company import Company
from desktop.core.faults import FileFault
from desktop.store.company_file import CompanyFile
from desktop.store.connection import connect, file_faults


def told(path: Path, error: sqlite3.Error) -> str:
    with pytest.raises(FileFault) as fault, file_faults(path):
        raise error
    assert fault.value.__cause__ is error
    assert fault.value.message.values.get("file", path.name) == path.name
    return fault.value.message.text


def named(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_CORRUPT_INDEX", "is damaged"),
        ("SQLITE_NOTADB", "is damaged"),
        ("SQLITE_READONLY_DBMOVED", "moved or replaced"),
        ("SQLITE_READONLY", "write-protected"),
        ("SQLITE_CANTOPEN_ISDIR", "cannot be written to"),
        ("SQLITE_BUSY", "busy"),
        ("SQLITE_LOCKED", "busy"),
        ("SQLITE_IOERR_WRITE", "cannot be read or written"),
    ],
)
def test_faults_of_the_environment(path: Path, name: str, text: str) -> None:
    assert text in told(path, named(name))


@pytest.mark.parametrize(
    "error", [named("SQLITE_CONSTRAINT_CHECK"), sqlite3.ProgrammingError("closed")]
)
def test_bugs_pass_unchanged(path: Path, error: sqlite3.Error) -> None:
    with pytest.raises(type(error)) as raised, file_faults(path):
        raise error
    assert raised.value is error


def test_real_faults(path: Path) -> None:
    with pytest.raises(FileFault) as fault, file_faults(path):
        connect(path, "ro")
    assert "cannot be written to" in fault.value.message.text
    CompanyFile.create(path, Company(name="AB")).close()
    connection = connect(path, "ro")
    with pytest.raises(FileFault) as fault, file_faults(path):
        connection.execute("DELETE FROM company")
    assert "write-protected" in fault.value.message.text
    connection.close()


def test_a_file_that_is_no_database_is_let_go(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(FileFault), file_faults(path):
        connect(path, "rw")
    path.unlink()
