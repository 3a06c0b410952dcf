"""Recording of every changed row: TEMP triggers that write images into the change table.

They are made anew on each connection from the tables as they are, so they never lie stale in a
file, and a file that another program writes is not bound to functions of ours.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from desktop.core.record import record
from desktop.store.row_image import SqlValue, row_image


@record(frozen=True, slots=True)
class TableShape:
    """The columns of a table and those of its primary key, in order."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


def table_shape(connection: sqlite3.Connection, name: str) -> TableShape:
    rows = connection.execute(f'PRAGMA main.table_info("{name}")').fetchall()
    key = sorted((place, column) for _, column, _, _, _, place in rows if place)
    return TableShape(name, tuple(row[1] for row in rows), tuple(column for _, column in key))


class Recorder:
    """Which step the rows that change belong to.  Until :meth:`start`, nothing can be changed."""

    def __init__(self, connection: sqlite3.Connection, tables: Sequence[str]) -> None:
        self.step_id: int | None = None
        self.replaying = False
        self.shapes: dict[str, TableShape] = {}
        self._connection = connection
        self._tables = tables
        connection.execute("PRAGMA query_only = ON")

    def start(self) -> None:
        """Call it before each transaction, whose end could take the triggers back.  The first
        time makes them, which lasts longer than opening a file only to look at it."""
        if self.shapes:
            return
        connection = self._connection
        shapes = {name: table_shape(connection, name) for name in self._tables}
        connection.create_function("recording_step", 0, self._recording_step)
        connection.create_function("row_image", -1, self._row_image)
        connection.execute("PRAGMA query_only = OFF")
        for shape in shapes.values():
            for statement in _triggers(shape):
                connection.execute(statement)
        self.shapes = shapes

    def _recording_step(self) -> int | None:
        """The open step; nothing while undo replays.  A write outside both is a bug: it fails."""
        if self.step_id is None and not self.replaying:
            raise RuntimeError("a table of the company file was changed outside an action")
        return self.step_id

    def _row_image(self, table: str, *values: SqlValue) -> str:
        return row_image(self.shapes[table].columns, values)


def _triggers(shape: TableShape) -> tuple[str, ...]:
    def image(row: str) -> str:
        values = ", ".join(f'{row}."{column}"' for column in shape.columns)
        return f"row_image('{shape.name}', {values})"

    def trigger(event: str, key_row: str, before: str, after: str, when: str) -> str:
        key = " || '/' || ".join(f'{key_row}."{column}"' for column in shape.key)
        return f"""CREATE TEMP TRIGGER "record_{event.lower()}_{shape.name}"
            AFTER {event} ON main."{shape.name}" WHEN {when}
            BEGIN
                INSERT INTO change (step_id, table_name, row_key, before, after)
                VALUES (recording_step(), '{shape.name}', {key}, {before}, {after});
            END"""

    recording = "recording_step() IS NOT NULL"
    differs = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in shape.columns)
    return (
        trigger("INSERT", "NEW", "NULL", image("NEW"), recording),
        trigger("UPDATE", "OLD", image("OLD"), image("NEW"), f"({differs}) AND {recording}"),
        trigger("DELETE", "OLD", image("OLD"), "NULL", recording),
    )
