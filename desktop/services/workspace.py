"""The open company file as the window and the command line see it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from desktop.core.company import Company
from desktop.core.faults import FileFault
from desktop.core.message import Message
from desktop.core.record import record
from desktop.store.change_log import Moved
from desktop.store.company_file import CompanyFile
from desktop.store.company_table import read_company

Clock = Callable[[], date]


def _today() -> date:
    return datetime.now().astimezone().date()


@record(frozen=True, slots=True)
class ChangeEvent:
    """The tables whose rows changed, by name; views that show them read them again."""

    tables: frozenset[str]


class Workspace:
    """A company file that is open, with undo, change events and a clock.

    It belongs to the thread that made it; a background thread asks for a :meth:`second`.
    """

    def __init__(self, file: CompanyFile, today: Clock | None = None) -> None:
        self._file = file
        self._clock = today or _today
        self._subscribers: list[Callable[[ChangeEvent], None]] = []
        self._copied_on: date | None = None
        self._changed: set[str] = set()
        self.copy_fault: FileFault | None = None  # why today's copy could not be made

    @classmethod
    def create(cls, path: Path, company: Company, *, today: Clock | None = None) -> Workspace:
        """A new company file, open; raises :class:`FileFault`."""
        return cls(CompanyFile.create(path, company), today)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, today: Clock | None = None) -> Workspace:
        """Raises :class:`FileInUse` (somebody has it), :class:`NewerFile` (it can be opened
        read-only) or another :class:`FileFault`; the file is then as it was."""
        return cls(CompanyFile.open(path, read_only=read_only), today)

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def read_only(self) -> bool:
        return self._file.read_only

    @property
    def name(self) -> str:
        """The company's name."""
        return read_company(self.connection).name

    @property
    def connection(self) -> sqlite3.Connection:
        """For services, to hand to the store; writes belong inside an :meth:`action`."""
        return self._file.connection

    @property
    def changed(self) -> frozenset[str]:
        """The tables that have been changed through this workspace since it was made."""
        return frozenset(self._changed)

    def today(self) -> date:
        return self._clock()

    @property
    def step_id(self) -> int:
        """The undo step of the action that is going on."""
        return self._file.step_id

    @contextmanager
    def action(self, label: Message) -> Iterator[None]:
        """One user action: one transaction, one undo step, one event when it is over.

        An action inside another joins it.  Raises :class:`NotAllowed` on a read-only file;
        whatever is raised inside rolls everything back.
        """
        if not self._file.in_action:
            self._copy_once_a_day()
        with self._file.action(label) as action:
            yield
        self._publish(action.tables)

    @property
    def undo_label(self) -> Message | None:
        return self._file.undo_label

    @property
    def redo_label(self) -> Message | None:
        return self._file.redo_label

    def undo(self) -> Message | None:
        """Take back the latest action; its label, or ``None`` when there is none."""
        return self._moved(self._file.undo())

    def redo(self) -> Message | None:
        """Do the action that was taken back last again."""
        return self._moved(self._file.redo())

    def subscribe(self, callback: Callable[[ChangeEvent], None]) -> Callable[[], None]:
        """Call ``callback`` after every change; returns what ends it."""
        self._subscribers.append(callback)

        def unsubscribe() -> None:
            if callback in self._subscribers:
                self._subscribers.remove(callback)

        return unsubscribe

    def announce(self, event: ChangeEvent) -> None:
        """Tell the subscribers of a change that was made through a second workspace."""
        for callback in tuple(self._subscribers):
            callback(event)

    def second(self) -> Workspace:
        """The same file for the thread that calls, with subscribers of its own; close it there.

        Afterwards the owner of the first one announces ``second.changed``.
        """
        workspace = Workspace(self._file.second(), self._clock)
        workspace._copied_on = self._copied_on
        return workspace

    def close(self) -> None:
        """Give the file free; safe to call twice."""
        self._file.close()

    def _publish(self, tables: frozenset[str]) -> None:
        if tables:
            self._changed |= tables
            self.announce(ChangeEvent(tables))

    def _moved(self, moved: Moved | None) -> Message | None:
        if moved is None:
            return None
        label, tables = moved
        self._publish(tables)
        return label

    def _copy_once_a_day(self) -> None:
        """A fault is kept to be shown; it must not keep people from their work."""
        today = self.today()
        if self._copied_on == today or self.read_only:
            return
        from desktop.store.daily_copy import copy_of_the_day  # at the first change only

        try:
            copy_of_the_day(self.connection, self.path, today)
            self.copy_fault = None
        except FileFault as fault:
            self.copy_fault = fault
        self._copied_on = today
