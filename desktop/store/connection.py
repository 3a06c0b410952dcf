"""Connections to a company file: how they are opened, and what their faults mean to a user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from desktop.core.faults import FileFault
from desktop.core.message import msg

BUSY_SECONDS = 10.0

Mode = Literal["ro", "rw", "rwc"]


def connect(path: Path, mode: Mode) -> sqlite3.Connection:
    """A connection for the thread that calls; transactions are begun by hand.

    FULL, so that what has been committed is on the disk.  ``rw`` puts a file right that was
    left in the middle of a write; ``ro`` cannot, and changes no byte.
    """
    uri = f"{_file_uri(path)}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        if mode != "ro":
            connection.execute("PRAGMA synchronous = FULL")
            # a long action writes at its end only, so that others can read meanwhile
            connection.execute("PRAGMA cache_spill = OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def _file_uri(path: Path) -> str:
    """SQLite's form of a file URI: an empty host, also for Windows network paths."""
    posix = path.absolute().as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(posix, safe='/:')}"


@contextmanager
def file_faults(path: Path) -> Iterator[None]:
    """Turn what the disk or the file is to blame for into a sentence; bugs pass unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        fault = _fault(error, path)
        if fault is None:
            raise
        raise fault from error


def _fault(error: sqlite3.Error, path: Path) -> FileFault | None:
    code = getattr(error, "sqlite_errorname", "")
    name = path.name
    if code == "SQLITE_FULL":
        return FileFault(
            msg("The disk is full, so nothing was saved. Free some space and try again.")
        )
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(path)
    if code == "SQLITE_READONLY_DBMOVED":
        return FileFault(
            msg(
                "{file} was moved or replaced while it was open, so nothing was saved. "
                "Open it again.",
                file=name,
            )
        )
    if code in ("SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY"):
        return FileFault(
            msg(
                "{file} was cut off in the middle of a change. Open it to be changed once, and it "
                "is put right.",
                file=name,
            )
        )
    if code.startswith("SQLITE_READONLY"):
        return write_protected(path)
    if code.startswith("SQLITE_CANTOPEN"):
        return FileFault(
            msg(
                "{file} or its folder cannot be written to. "
                "Check the folder, or open the file to read only.",
                file=name,
            )
        )
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return FileFault(msg("{file} is busy with another task. Try again in a moment.", file=name))
    if code.startswith(("SQLITE_IOERR", "SQLITE_PERM", "SQLITE_AUTH")):
        return FileFault(msg("{file} cannot be read or written ({code}).", file=name, code=code))
    return None


def damaged(path: Path) -> FileFault:
    return FileFault(
        msg(
            "{file} is damaged or is not a company file. "
            "Open a copy from the folder of backups beside it.",
            file=path.name,
        )
    )


def write_protected(path: Path) -> FileFault:
    return FileFault(
        msg("{file} is write-protected. It can be opened to read only.", file=path.name)
    )
