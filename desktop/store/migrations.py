"""Bringing a company file's tables to a version, with sqlite-utils' own migrations."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.store.schema import Version

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(connection: sqlite3.Connection, versions: Sequence[Version]) -> None:
    """Apply the versions that the file does not have yet, each in its own transaction.

    ``user_version`` is set in the same transaction, so that a file can be judged without
    loading sqlite-utils (0.3 s), which only this function needs.
    """
    from sqlite_utils import Database, Migrations

    migrations = Migrations("sikte")
    for number, version in enumerate(versions, start=1):
        migrations(name=version.name)(_step(number, version))
    migrations.apply(Database(connection, recursive_triggers=False, execute_plugins=False))


def _step(number: int, version: Version) -> Callable[[Database], None]:
    def apply(database: Database) -> None:
        for statement in version.statements:
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {number}")

    return apply
