"""Reads a file as the reading process does, but here: for many examples, and to be measured."""

from __future__ import annotations

import io
from pathlib import Path

from desktop.importing.cells import Workbook
from desktop.importing.reading.assemble import assemble
from desktop.importing.reading.child import read_file
from desktop.importing.reading.frames import read_frames
from desktop.importing.reading.limits import Limits
from desktop.importing.reading.sender import Sender


def read_here(
    path: Path, way: str = "fast", limits: Limits | None = None, encoding: str | None = None
) -> Workbook:
    """The workbook, or a Refusal; never for files that could harm this process."""
    limits = limits or Limits()
    pipe = io.BytesIO()
    read_file(path, way, encoding, Sender(pipe, limits), limits)
    pipe.seek(0)
    frames = (f for f in read_frames(pipe) if f != {"event": "done"})
    return assemble(path.name, frames, lambda _: None)
