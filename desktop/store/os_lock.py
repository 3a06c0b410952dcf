"""A lock on an open file that the system releases when its process ends, however it ends."""

from __future__ import annotations

import sys
from typing import IO

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    # Windows locks keep others from reading; a byte far beyond the end leaves the text readable
    _PLACE = 1 << 30

    def lock(file: IO[str]) -> None:
        """Hold the file; raises ``BlockingIOError`` when another holds it."""
        file.seek(_PLACE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(*error.args) from error

else:
    import fcntl

    def lock(file: IO[str]) -> None:
        """Hold the file; raises ``BlockingIOError`` when another holds it.

        flock rather than lockf: it also keeps out a second instance in the same process.
        """
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
