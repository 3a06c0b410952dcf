"""What is wrong with a company file as a database, whatever the rows mean."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.core.message import Message, msg, nmsg
from desktop.store.connection import connect, file_faults
from desktop.store.file_content import check_identity, check_place
from desktop.store.message_json import message_from_json
from desktop.store.schema import DATA_TABLES, VERSIONS

_MOST = 20  # faults of one kind; the rest says nothing new


def database_faults(path: Path) -> list[Message]:
    """What SQLite's checks and the change log find.  Raises :class:`FileFault` when it is no
    company file at all."""
    check_place(path)
    with file_faults(path), closing(connect(path, "ro")) as connection:
        check_identity(connection, path)
        faults = _pages(connection) or _references(connection)
        if not faults and not is_newer(connection):
            faults = _company(connection) + _change_log(connection)
        return faults


def _pages(connection: sqlite3.Connection) -> list[Message]:
    """Checked in memory, since SQLite leaves the CHECK constraints of a read-only file out."""
    try:
        with closing(sqlite3.connect(":memory:")) as memory:
            connection.backup(memory)
            found = memory.execute(f"PRAGMA integrity_check({_MOST})").fetchall()
    except sqlite3.DatabaseError as error:
        found = [(str(error),)]
    return [msg("The file is damaged: {what}", what=what) for (what,) in found if what != "ok"]


def is_newer(connection: sqlite3.Connection) -> bool:
    """Whether a newer version made the file, so that its rows may mean what we do not know."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return bool(version > len(VERSIONS))


def _references(connection: sqlite3.Connection) -> list[Message]:
    lost: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        lost[table, parent] = lost.get((table, parent), 0) + 1
    return [
        nmsg(
            "{n} row of {table} refers to a {parent} that is not there.",
            "{n} rows of {table} refer to a {parent} that is not there.",
            count,
            table=table,
            parent=parent,
        )
        for (table, parent), count in lost.items()
    ]


def _company(connection: sqlite3.Connection) -> list[Message]:
    (count,) = connection.execute("SELECT count(*) FROM company").fetchone()
    return [] if count == 1 else [msg("The company’s own details are missing.")]


def _change_log(connection: sqlite3.Connection) -> list[Message]:
    """Steps that could not be undone."""
    spoilt = set()
    for step_id, label in connection.execute("SELECT id, label FROM step"):
        try:
            message_from_json(label)
        except ValueError:
            spoilt.add(step_id)
    marks = ", ".join("?" for _ in DATA_TABLES)
    rows = connection.execute(
        "SELECT DISTINCT step_id FROM change WHERE NOT json_valid(coalesce(before, '{}')) "
        f"OR NOT json_valid(coalesce(after, '{{}}')) OR table_name NOT IN ({marks})",
        DATA_TABLES,
    )
    spoilt.update(step_id for (step_id,) in rows)
    return [
        msg("The action number {step} in the change log cannot be undone.", step=step_id)
        for step_id in sorted(spoilt)[:_MOST]
    ]
