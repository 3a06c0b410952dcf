"""An open company file: its connection, its lock, its actions."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from desktop.core.company import Company
from desktop.core.faults import FileFault, NewerFile, NotAllowed
from desktop.core.message import Message, msg
from desktop.store.change_log import ChangeLog, Moved
from desktop.store.connection import connect, file_faults, write_protected
from desktop.store.file_content import check_content, check_place, readable, write_new
from desktop.store.file_lock import FileLock
from desktop.store.schema import VERSIONS, Version


class Action:
    """One user action; ``tables`` are those that it changed, known when it is over."""

    tables: frozenset[str] = frozenset()


class CompanyFile:
    """One connection to a company file, for the thread that made it.

    Reads go through ``connection``; every write goes through :meth:`action`.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: FileLock | None) -> None:
        self.path = path
        self.connection = connection
        self._lock = lock  # None: read-only
        self._log = None if lock is None else ChangeLog(connection)
        self._closed = False

    @classmethod
    def create(cls, path: Path, company: Company) -> CompanyFile:
        """A new file, open; raises :class:`FileFault` when the name is taken or unusable."""
        path = path.absolute()
        if path.exists():
            raise FileFault(msg("{file} exists already. Choose another name.", file=path.name))
        if not path.parent.is_dir():
            raise FileFault(msg("The folder {folder} does not exist.", folder=str(path.parent)))
        lock = FileLock(path)
        lock.take()
        try:
            with file_faults(path):
                write_new(path, company)
                return cls(path, connect(path, "rw"), lock)
        except BaseException:
            path.unlink(missing_ok=True)
            lock.release()
            raise

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, versions: Sequence[Version] = VERSIONS
    ) -> CompanyFile:
        """The file, open, brought up to date if it is older.

        Raises :class:`FileInUse`, :class:`NewerFile` or another :class:`FileFault`; the file is
        then as it was.  Read-only takes no lock and changes nothing.
        """
        path = path.absolute()
        check_place(path)
        if read_only:
            with file_faults(path):
                return cls(path, readable(path, versions), None)
        lock = FileLock(path)
        lock.take()
        try:
            with file_faults(path):
                return cls(path, _writable(path, versions), lock)
        except BaseException:
            lock.release()
            raise

    @property
    def read_only(self) -> bool:
        return self._lock is None

    def second(self) -> CompanyFile:
        """Another connection to the same file, for the thread that calls; it shares the lock."""
        with file_faults(self.path):
            if self._lock is None:
                return CompanyFile(self.path, readable(self.path), None)
            self._lock.share()
            try:
                return CompanyFile(self.path, connect(self.path, "rw"), self._lock)
            except BaseException:
                self._lock.release()
                raise

    def close(self) -> None:
        """Safe to call twice."""
        self.connection.close()
        if self._lock is not None and not self._closed:
            self._lock.release()
        self._closed = True

    @contextmanager
    def action(self, label: Message) -> Iterator[Action]:
        """One transaction and one undo step; an action inside another joins it.

        Whatever is raised inside rolls everything back.
        """
        log = self._writable_log()
        action = Action()
        if self.in_action:
            with self._savepoint():
                yield action
            return
        with self._transaction():
            log.begin(label)
            try:
                yield action
                action.tables = log.finish()
            finally:
                log.abandon()

    @property
    def in_action(self) -> bool:
        return self._log is not None and self._log.step_id is not None

    @property
    def step_id(self) -> int:
        """The undo step of the action that is going on."""
        step_id = self._writable_log().step_id
        if step_id is None:
            raise RuntimeError("no action is going on")
        return step_id

    @property
    def undo_label(self) -> Message | None:
        return None if self._log is None else self._log.undo_label()

    @property
    def redo_label(self) -> Message | None:
        return None if self._log is None else self._log.redo_label()

    def undo(self) -> Moved | None:
        """Take back the latest action; ``None`` when there is none."""
        return self._move(self._writable_log().undo)

    def redo(self) -> Moved | None:
        return self._move(self._writable_log().redo)

    def _move(self, move: Callable[[], Moved | None]) -> Moved | None:
        with self._transaction():
            return move()

    def _writable_log(self) -> ChangeLog:
        if self._log is None:
            raise NotAllowed(
                msg("{file} is open to read only; it cannot be changed.", file=self.path.name)
            )
        with file_faults(self.path):
            self._log.start()
        return self._log

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with file_faults(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:  # a full disk ends it by itself
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        self.connection.execute("SAVEPOINT inner")
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK TO inner")
                self.connection.execute("RELEASE inner")
            raise
        self.connection.execute("RELEASE inner")


def _writable(path: Path, versions: Sequence[Version]) -> sqlite3.Connection:
    if not os.access(path, os.W_OK):  # SQLite would notice at the first change only
        raise write_protected(path)
    connection = connect(path, "rw")
    try:
        version = check_content(connection, path)
        if version > len(versions):
            raise NewerFile(
                msg(
                    "{file} was made by a newer version of Sikte. It can be read here, "
                    "but not changed.",
                    file=path.name,
                )
            )
        if version < len(versions):
            from desktop.store.upgrade import upgrade  # seldom needed

            connection.close()
            upgrade(path, versions)
            connection = connect(path, "rw")
        # one file that people copy and sync; not written when it holds already
        connection.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        connection.close()
        raise
    return connection
