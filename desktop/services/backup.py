"""Copies of the company file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from desktop.services.workspace import Workspace
from desktop.store.backup_copies import backup_folder, copy_file
from desktop.store.backup_names import BackupCopy, backup_copies, timed_name
from desktop.store.daily_copy import copy_of_the_day

__all__ = ["BackupCopy", "backup", "backup_folder", "backups", "daily_copy"]


def backup(ws: Workspace, target: Path | None = None) -> Path:
    """A verified copy, by default in the folder of backups beside the file; where it is.

    Raises :class:`FileFault` when ``target`` is taken (a copy never overwrites) or there is no
    room.  To go back to a copy, open it: it is a company file like any other.
    """
    wanted = target or timed_name(ws.path, datetime.now().astimezone())
    return copy_file(ws.connection, ws.path, wanted.absolute())


def backups(ws: Workspace) -> list[BackupCopy]:
    """The copies in the folder, newest first."""
    return backup_copies(ws.path)


def daily_copy(ws: Workspace) -> Path | None:
    """The copy of today, if there is none yet; the first change of a day makes it by itself."""
    return copy_of_the_day(ws.connection, ws.path, ws.today())
