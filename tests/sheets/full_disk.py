"""A disk that is nearly full."""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = 2 * 1024 * 1024
ROOM = 8 * 1024  # less than any sheet takes


@contextmanager
def full_disk(folder: Path) -> Iterator[Path]:
    """A file system of 2 MB with hardly any room left; where we may not make one, files that can
    not grow."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "sikte-test", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        yield from _short_files(folder)
        return
    try:
        (folder / "filler").write_bytes(b"x" * (SIZE - ROOM))
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _short_files(folder: Path) -> Iterator[Path]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    try:
        (folder / "filler").write_bytes(b"x")
        yield folder
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
