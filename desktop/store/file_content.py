"""What a path must hold to be opened as a company file, and making a new one."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from desktop.core.company import Company
from desktop.core.faults import FileFault
from desktop.core.message import msg
from desktop.store.backup_copies import quick_fault
from desktop.store.company_table import insert_company
from desktop.store.connection import connect, damaged, file_faults
from desktop.store.migrations import migrate
from desktop.store.schema import APPLICATION_ID, VERSIONS, Version


def check_place(path: Path) -> None:
    """Raises :class:`FileFault` unless there is a file with something in it."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise FileFault(
            msg("{file} is not there. It may have been moved or deleted.", file=path.name)
        ) from None
    except OSError as error:
        raise FileFault(
            msg(
                "{file} cannot be read ({reason}).",
                file=path.name,
                reason=error.strerror or str(error),
            )
        ) from error
    if path.is_dir():
        raise FileFault(msg("{file} is a folder, not a company file.", file=path.name))
    if size == 0:
        raise FileFault(msg("{file} is empty; it is not a company file.", file=path.name))


def readable(path: Path, versions: Sequence[Version] = VERSIONS) -> sqlite3.Connection:
    """A read-only connection; an older file is brought up to date in memory only."""
    with file_faults(path):
        connection = connect(path, "ro")
        try:
            if check_content(connection, path) >= len(versions):
                return connection
            memory = sqlite3.connect(":memory:", isolation_level=None)
            connection.backup(memory)
            connection.close()
            migrate(memory, versions)
        except BaseException:
            connection.close()
            raise
        memory.execute("PRAGMA query_only = ON")
        return memory


def check_identity(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version, once the file says that it is a company file."""
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != APPLICATION_ID:
        raise FileFault(msg("{file} is not a company file of Sikte.", file=path.name))
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def check_content(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of a company file that is whole; else raises :class:`FileFault`."""
    version = check_identity(connection, path)
    if quick_fault(connection) is not None:
        raise damaged(path)
    return version


def write_new(path: Path, company: Company) -> None:
    """Make the file and its tables, with the company in it."""
    with closing(connect(path, "rwc")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection, VERSIONS)
        insert_company(connection, company)
