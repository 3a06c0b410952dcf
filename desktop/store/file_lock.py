"""One writer a company file: a lock file beside it says who, an OS lock makes it true."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import IO

from desktop.core.faults import FileFault, FileInUse
from desktop.core.message import msg
from desktop.core.record import record
from desktop.store.os_lock import lock
from desktop.store.user_name import computer_name, user_name


@record(frozen=True, slots=True)
class Holder:
    """Who has the file open."""

    user: str
    host: str
    since: datetime | None


class FileLock:
    """Held from :meth:`take` until :meth:`release`; freed by the system if the process dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock_path = path.with_name(f".{path.name}.lock")
        self._file: IO[str] | None = None
        self._sharers = 0
        self._guard = Lock()  # connections of background threads come and go

    def take(self) -> None:
        """Raises :class:`FileInUse` with who holds it, or :class:`FileFault` where no lock file
        can be made."""
        file = self._held_file()
        told = {
            "user": user_name(),
            "host": computer_name(),
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
            "process": os.getpid(),
        }
        with suppress(OSError):  # on a full disk the lock holds all the same
            os.truncate(file.fileno(), 0)
            os.write(file.fileno(), json.dumps(told).encode())
        self._file = file
        self._sharers = 1

    def share(self) -> None:
        """One more :meth:`release` before the lock is free."""
        with self._guard:
            self._sharers += 1

    def release(self) -> None:
        """Give the lock up when everybody who shares it has.  The lock file goes too, so that
        folders stay clean."""
        with self._guard:
            self._sharers -= 1
            if self._sharers == 0 and self._file is not None:
                _remove_held(self._lock_path, self._file.close)
                self._file = None

    def _held_file(self) -> IO[str]:
        """The lock file, open and locked; again if its holder removed it under our hands."""
        while True:
            file = self._open()
            try:
                lock(file)
            except BlockingIOError:
                file.close()
                raise self._in_use() from None
            except OSError as error:
                file.close()
                raise self._no_lock(error) from error
            if _same_file(file, self._lock_path):
                return file
            file.close()

    def _open(self) -> IO[str]:
        try:
            return self._lock_path.open("a+", encoding="utf-8")
        except OSError as error:
            raise self._no_lock(error) from error

    def _no_lock(self, error: OSError) -> FileFault:
        return FileFault(
            msg(
                "The folder of {file} cannot be written to ({reason}). "
                "Move the file, or open it to read only.",
                file=self._path.name,
                reason=error.strerror or str(error),
            )
        )

    def _in_use(self) -> FileInUse:
        holder = self.holder()
        if holder is None or holder.since is None:
            return FileInUse(msg("{file} is open in another window.", file=self._path.name))
        return FileInUse(
            msg(
                "{file} is open: {user} on {computer} has had it open since {since}.",
                file=self._path.name,
                user=holder.user or "?",
                computer=holder.host,
                since=holder.since,
            )
        )

    def holder(self) -> Holder | None:
        """What the lock file says; ``None`` when it says nothing that can be read."""
        try:
            told = json.loads(self._lock_path.read_text(encoding="utf-8"))
            since = datetime.fromisoformat(told["since"]).astimezone()
            return Holder(str(told["user"]), str(told["host"]), since)
        except (OSError, ValueError, KeyError, TypeError):
            return None


def _same_file(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _remove_held(path: Path, close: Callable[[], None]) -> None:
    """Remove while the lock is held, so that nobody else's is removed; Windows can only after."""
    if os.name == "nt":  # pragma: no cover
        close()
        path.unlink(missing_ok=True)
    else:
        path.unlink(missing_ok=True)
        close()
