"""The copy of the day, and thinning the older ones."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

from desktop.store.backup_copies import copy_file
from desktop.store.backup_names import backup_copies, daily_name, too_many


def copy_of_the_day(connection: sqlite3.Connection, path: Path, today: date) -> Path | None:
    """Copy the file as it is before the first change of the day.

    ``None`` when there is a copy of today, or nothing has ever been changed in the file.
    Raises :class:`FileFault` when no copy can be made.
    """
    target = daily_name(path, today)
    if target.exists() or not _has_steps(connection):
        return None
    copy_file(connection, path, target)
    for copy in too_many(backup_copies(path), today):
        copy.path.unlink(missing_ok=True)
    return target


def _has_steps(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM step LIMIT 1").fetchone() is not None
