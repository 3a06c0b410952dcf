"""Copies of a company file in a folder beside it: made whole, verified, never overwritten."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from desktop.core.faults import FileFault
from desktop.core.message import msg
from desktop.store.connection import connect, file_faults

_SPARE = 8 << 20  # bytes left free beside the copy, so that work can go on


def backup_folder(path: Path) -> Path:
    return path.with_name(f"{path.stem} backups")


def copy_file(source: sqlite3.Connection, path: Path, target: Path) -> Path:
    """A verified copy of the open company file ``path`` at ``target``, a name not taken yet.

    It is written under another name first, so that no half copy ever bears a copy's name.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        if target.exists():
            raise _taken(target)
        check_space(path, target.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        copy_pages(source, part)
        _give_name(part, target)
    except OSError as error:
        raise FileFault(
            msg(
                "The copy {file} could not be written ({reason}).",
                file=target.name,
                reason=error.strerror or str(error),
            )
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()
    return target


def _give_name(part: Path, target: Path) -> None:
    try:
        target.open("x").close()  # fails when the name is taken; from here on it is ours
    except FileExistsError as error:
        raise _taken(target) from error
    part.replace(target)


def _taken(target: Path) -> FileFault:
    return FileFault(msg("{file} exists already; a copy never overwrites.", file=target.name))


def check_space(path: Path, folder: Path) -> None:
    """Raises :class:`FileFault` unless ``folder``, which may not be there yet, has room for a
    copy of ``path``."""
    while not folder.exists():
        folder = folder.parent
    needed = path.stat().st_size + _SPARE
    if shutil.disk_usage(folder).free < needed:
        raise FileFault(
            msg(
                "There is not enough free space for a copy of {file}; it needs {size} MB.",
                file=path.name,
                size=-(-needed // (1 << 20)),
            )
        )


def copy_pages(source: sqlite3.Connection, target: Path) -> None:
    """Copy the database page by page and read the copy back."""
    with file_faults(target):
        with closing(connect(target, "rwc")) as copy:
            source.backup(copy)
        with closing(connect(target, "ro")) as copy:
            if quick_fault(copy) is not None:
                raise FileFault(
                    msg("The copy {file} was not written whole. Try again.", file=target.name)
                )


def quick_fault(connection: sqlite3.Connection) -> str | None:
    """What SQLite's quick check finds first; ``None`` when all is well."""
    found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    return None if found == "ok" else found
