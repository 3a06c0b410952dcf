"""Reads a spreadsheet or text file into cells, safely."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.core.faults import FileFault
from desktop.importing.cells import Workbook
from desktop.importing.reading.assemble import Told, assemble
from desktop.importing.reading.child_process import Died, frames_of
from desktop.importing.reading.frames import Truncated
from desktop.importing.reading.limits import Limits
from desktop.importing.reading.refusals import REASONS, WARNINGS, Refusal, about

Cancelled = Callable[[], bool]


def read(
    path: Path | str,
    *,
    cancelled: Cancelled | None = None,
    encoding: str | None = None,
    progress: Told | None = None,
    limits: Limits | None = None,
) -> Workbook:
    """All sheets of a file, hidden ones too, in a process that is ended when it misbehaves.

    ``encoding`` overrides what a text file seems to be written in.  ``progress`` is told
    fractions from 0 to 1 where they are known.  Raises :class:`FileFault` with one sentence for
    everything that cannot be read, and :class:`Stopped` soon after ``cancelled()`` is true.
    """
    path = Path(path)
    try:
        _look(path)
        return _read(
            path,
            cancelled or _never,
            encoding or "",
            progress or _told_nobody,
            limits or Limits(),
        )
    except Refusal as refusal:
        raise FileFault(about(REASONS[refusal.code], path.name)) from refusal


def _look(path: Path) -> None:
    """The faults that need no reading process."""
    try:
        if path.is_dir():
            raise Refusal("folder")
        if path.exists() and not path.is_file():
            raise Refusal("unreachable")  # opening a pipe or a device could wait for ever
        with path.open("rb") as file:
            if not file.read(1):
                raise Refusal("empty")
    except FileNotFoundError as error:
        raise Refusal("missing") from error
    except PermissionError as error:
        raise Refusal("forbidden") from error
    except OSError as error:
        raise Refusal("unreachable") from error


def _read(
    path: Path, cancelled: Cancelled, encoding: str, progress: Told, limits: Limits
) -> Workbook:
    try:
        workbook = assemble(
            path.name, frames_of(path, "fast", encoding, limits, cancelled), progress
        )
    except (Died, Truncated):
        try:
            frames = frames_of(path, "careful", encoding, limits, cancelled)
            workbook = assemble(path.name, frames, progress)
        except (Died, Truncated) as death:
            raise Refusal("crash") from death
    if not any(sheet.columns for sheet in workbook.sheets):
        has_model = about(WARNINGS["data model"], path.name) in workbook.warnings
        raise Refusal("data model" if has_model else "no cells")
    return workbook


def _never() -> bool:
    return False


def _told_nobody(_: float) -> None:
    pass
