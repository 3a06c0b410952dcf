"""What tells a file from every other: the SHA-256 of its bytes, and its size."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from desktop.core.faults import FileFault
from desktop.core.message import msg
from desktop.core.stopping import stop_if_asked

_CHUNK = 1 << 20
_PATIENCE = 0.2  # seconds

Fingerprint = tuple[str, int]


def fingerprint(path: Path) -> Fingerprint:
    """SHA-256 and size of the file; raises :class:`FileFault`."""
    try:
        return _fingerprint(path, stop_if_asked)
    except OSError as error:
        raise _gone(path) from error


@contextmanager
def fingerprint_beside(path: Path) -> Iterator[Callable[[], Fingerprint]]:
    """The same, worked out while the block does other work; ask for it within the block."""
    left = Event()
    found: list[Fingerprint | OSError] = []

    def stop_if_left() -> None:
        if left.is_set():
            raise _Left

    def run() -> None:
        try:
            found.append(_fingerprint(path, stop_if_left))
        except OSError as error:
            found.append(error)
        except _Left:
            pass

    def result() -> Fingerprint:
        thread.join()
        (held,) = found
        if isinstance(held, OSError):
            raise _gone(path) from held
        return held

    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        yield result
    finally:
        left.set()
        thread.join(_PATIENCE)  # not for ever: a drive may not answer


class _Left(Exception):
    """Nobody waits for the result any more."""


def _fingerprint(path: Path, look: Callable[[], None]) -> Fingerprint:
    digest = hashlib.sha256()
    if not path.is_file():
        raise OSError  # opening a pipe or a device could wait for ever
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            look()
            digest.update(chunk)
        return digest.hexdigest(), file.tell()


def _gone(path: Path) -> FileFault:
    return FileFault(msg("{name} can no longer be read.", name=path.name))
