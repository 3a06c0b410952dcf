"""Starts the reading process, listens to it, and ends it when it takes too long."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import IO

from desktop.core.faults import Stopped
from desktop.importing.reading.frames import Frame, Truncated, read_frames
from desktop.importing.reading.limits import Limits
from desktop.importing.reading.refusals import Refusal

FROZEN_ARGUMENT = "--reader-child"
"""What a bundled program is started with to be the reading process."""

_ROOT = Path(__file__).resolve().parents[3]
_TICK = 0.1
_PIPE = 1 << 20
_logger = logging.getLogger(__name__)


class Died(Exception):
    """The reading process ended without saying why."""


def frames_of(
    path: Path, way: str, encoding: str, limits: Limits, cancelled: Callable[[], bool]
) -> Iterator[Frame]:
    """The frames that the reading process sends for ``path``.

    Raises :class:`Refusal` for what the process refuses and for a timeout, :class:`Died` when it
    crashes, and :class:`Stopped` within a fifth of a second after ``cancelled`` says so.
    """
    process = _start([limits.to_json(), way, encoding, os.fspath(path.absolute())])
    try:
        yield from _listen(process, limits, cancelled)
    finally:
        process.kill()
        process.wait()


def _start(arguments: list[str]) -> subprocess.Popen[bytes]:
    frozen = bool(getattr(sys, "frozen", False))
    program = [FROZEN_ARGUMENT] if frozen else ["-m", "desktop.importing.reading.child"]
    return subprocess.Popen(  # noqa: S603 - our own program; the path is one argument
        [sys.executable, *program, *arguments],
        cwd=None if frozen else _ROOT,
        env={**os.environ, "RUST_BACKTRACE": "0"},  # printing one takes longer than the reading
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _listen(
    process: subprocess.Popen[bytes], limits: Limits, cancelled: Callable[[], bool]
) -> Iterator[Frame]:
    assert process.stdout is not None  # noqa: S101 - it was asked for
    _widen(process.stdout)
    queue: Queue[Frame | None] = Queue(maxsize=8)
    abandoned: list[bool] = []
    Thread(target=_pump, args=(process.stdout, queue, abandoned), daemon=True).start()
    deadline = monotonic() + limits.wall
    try:
        while True:
            if cancelled():
                raise Stopped
            if monotonic() > deadline:
                raise Refusal("time")
            try:
                frame = queue.get(timeout=_TICK)
            except Empty:
                continue
            if frame is None:
                raise _reason_of_end(process)
            if isinstance(frame, dict):
                if frame["event"] == "done":
                    return
                if frame["event"] == "refused":
                    if "trace" in frame:
                        _logger.warning("The reader failed:\n%s", frame["trace"])
                    raise Refusal(frame["code"])
            yield frame
    finally:
        abandoned.append(True)


def _widen(pipe: IO[bytes]) -> None:
    """Let the process run a few blocks ahead; where that cannot be had, it is only slower."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def _pump(pipe: IO[bytes], queue: Queue[Frame | None], abandoned: list[bool]) -> None:
    """Move frames from the pipe to the queue, so that waiting for them can be interrupted."""
    with pipe:
        try:
            for frame in read_frames(pipe):
                queue.put(frame)
                if abandoned:
                    return
        except (Truncated, OSError, ValueError):
            pass  # the process died in the middle of a frame; the end says so
    queue.put(None)


def _reason_of_end(process: subprocess.Popen[bytes]) -> Exception:
    code = process.wait()
    if sys.platform != "win32":
        import signal

        if code in (-signal.SIGXCPU, -signal.SIGKILL):
            return Refusal("time")
    return Died(code)
