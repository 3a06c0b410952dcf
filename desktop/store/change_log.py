"""The change log: steps of row images, and undo and redo by writing the images back."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from desktop.core.message import Message
from desktop.store.message_json import message_from_json, message_to_json
from desktop.store.recording import Recorder
from desktop.store.row_image import SqlValue, row_of_image
from desktop.store.schema import DATA_TABLES
from desktop.store.user_name import user_name

# what an undo or redo did: the label of its step, and the tables that changed
Moved = tuple[Message, frozenset[str]]

_NEXT_UNDO = "SELECT id, label FROM step WHERE NOT undone ORDER BY id DESC LIMIT 1"
_NEXT_REDO = "SELECT id, label FROM step WHERE undone ORDER BY id LIMIT 1"


def now_text() -> str:
    """The moment as it is kept in the file: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class ChangeLog:
    """Undo and redo of one connection.  Its caller begins and ends the transactions, and calls
    :meth:`start` before."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._recorder = Recorder(connection, DATA_TABLES)

    def start(self) -> None:
        """Be ready to record."""
        self._recorder.start()

    @property
    def step_id(self) -> int | None:
        """The step that is being recorded."""
        return self._recorder.step_id

    def begin(self, label: Message) -> None:
        """Record every change from here on as one step."""
        cursor = self._connection.execute(
            "INSERT INTO step (at, who, label) VALUES (?, ?, ?)",
            (now_text(), user_name(), message_to_json(label)),
        )
        self._recorder.step_id = cursor.lastrowid

    def finish(self) -> frozenset[str]:
        """End the step; the tables that it changed.  A step that changed nothing leaves no
        trace; any other puts an end to what could have been redone."""
        step_id = self._recorder.step_id
        self._recorder.step_id = None
        tables = self._tables(step_id)
        if tables:
            self._connection.execute(
                "DELETE FROM change WHERE step_id IN (SELECT id FROM step WHERE undone)"
            )
            self._connection.execute("DELETE FROM step WHERE undone")
        else:
            self._connection.execute("DELETE FROM step WHERE id = ?", (step_id,))
        return tables

    def abandon(self) -> None:
        """The transaction was rolled back, and the step with it."""
        self._recorder.step_id = None

    def undo_label(self) -> Message | None:
        return self._label(_NEXT_UNDO)

    def redo_label(self) -> Message | None:
        return self._label(_NEXT_REDO)

    def undo(self) -> Moved | None:
        """Take back the latest step; its label and the tables that changed."""
        return self._move(_NEXT_UNDO, backwards=True)

    def redo(self) -> Moved | None:
        """Do the latest step that was undone again."""
        return self._move(_NEXT_REDO, backwards=False)

    def _label(self, query: str) -> Message | None:
        row = self._connection.execute(query).fetchone()
        return None if row is None else message_from_json(row[1])

    def _tables(self, step_id: int | None) -> frozenset[str]:
        rows = self._connection.execute(
            "SELECT DISTINCT table_name FROM change WHERE step_id = ?", (step_id,)
        )
        return frozenset(name for (name,) in rows)

    def _move(self, query: str, *, backwards: bool) -> Moved | None:
        row = self._connection.execute(query).fetchone()
        if row is None:
            return None
        step_id, label = row
        tables = self._tables(step_id)
        # rows come back before or after those that they refer to; the commit checks them all
        self._connection.execute("PRAGMA defer_foreign_keys = ON")
        self._recorder.replaying = True
        try:
            self._replay(step_id, backwards=backwards)
        finally:
            self._recorder.replaying = False
        self._connection.execute("UPDATE step SET undone = ? WHERE id = ?", (backwards, step_id))
        return message_from_json(label), tables

    def _replay(self, step_id: int, *, backwards: bool) -> None:
        changes = self._connection.execute(
            "SELECT table_name, before, after FROM change WHERE step_id = ? ORDER BY id "
            + ("DESC" if backwards else "ASC"),
            (step_id,),
        ).fetchall()
        for table, before, after in changes:
            old, new = (after, before) if backwards else (before, after)
            if old is not None:
                self._remove(table, row_of_image(old))
            if new is not None:
                self._put(table, row_of_image(new))

    def _remove(self, table: str, row: dict[str, SqlValue]) -> None:
        key = self._recorder.shapes[table].key
        where = " AND ".join(f'"{column}" = ?' for column in key)
        self._connection.execute(
            f'DELETE FROM "{table}" WHERE {where}', [row[column] for column in key]
        )

    def _put(self, table: str, row: dict[str, SqlValue]) -> None:
        columns = ", ".join(f'"{column}"' for column in row)
        marks = ", ".join("?" for _ in row)
        self._connection.execute(
            f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', list(row.values())
        )
