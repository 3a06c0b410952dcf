"""Bringing an older company file up to date: on a copy, which takes the file's place when whole."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from desktop.core.faults import FileFault
from desktop.core.message import msg
from desktop.store.backup_copies import check_space, copy_file, copy_pages, quick_fault
from desktop.store.backup_names import timed_name
from desktop.store.connection import connect, file_faults
from desktop.store.migrations import migrate
from desktop.store.schema import Version


def upgrade(path: Path, versions: Sequence[Version]) -> Path:
    """Migrate the file, whose lock the caller holds; returns the copy of what it was.

    If anything fails the file stays as it was, byte for byte.
    """
    work = path.with_name(f".{path.name}.update")
    try:
        work.unlink(missing_ok=True)
        with file_faults(path), closing(connect(path, "ro")) as old:
            copy = copy_file(
                old, path, timed_name(path, datetime.now().astimezone(), "before update")
            )
            check_space(path, path.parent)
            copy_pages(old, work)
        with file_faults(work), closing(connect(work, "rw")) as new:
            # a table can only be built anew with foreign keys off; they are checked afterwards
            new.execute("PRAGMA foreign_keys = OFF")
            migrate(new, versions)
            if not _is_whole(new):
                raise FileFault(
                    msg("{file} could not be brought up to date; it is unchanged.", file=path.name)
                )
        work.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise FileFault(
            msg(
                "{file} could not be brought up to date ({reason}); it is unchanged.",
                file=path.name,
                reason=error.strerror or str(error),
            )
        ) from error
    finally:
        work.unlink(missing_ok=True)
    return copy


def _is_whole(connection: sqlite3.Connection) -> bool:
    lost = connection.execute("PRAGMA foreign_key_check").fetchone()
    return lost is None and quick_fault(connection) is None


def _sync_folder(folder: Path) -> None:
    """Put the new name on the disk, where the system lets folders be synced."""
    if os.name == "nt":  # pragma: no cover
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
