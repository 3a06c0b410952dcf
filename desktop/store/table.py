"""A table of the company file whose rows are one of core's dataclasses."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from desktop.core.faults import NotAllowed
from desktop.core.message import msg
from desktop.core.unit import Unit, UnitKind
from desktop.store.row_image import SqlValue

Row = TypeVar("Row", bound=Any)
Read = Callable[[Any], Any]


class HasId(Protocol):
    """A record of core's with an ``id``."""

    @property
    def id(self) -> int | None: ...


def id_of(record: HasId) -> int:
    """The ``id`` of a record that is in the file; one that is not yet is a bug."""
    if record.id is None:
        raise ValueError(f"not in the file yet: {record}")
    return record.id


def day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def member(kind: type[StrEnum]) -> Read:
    """Read a column that holds a member of an enum, or nothing."""
    return lambda value: None if value is None else kind(value)


class Table(Generic[Row]):
    """Rows of a table with an ``id``; columns bear the names of the dataclass's fields.

    ``reads`` turns what SQLite has for a column into the field's type where that is not one of
    its own.  A field ``unit`` takes two columns.
    """

    def __init__(
        self, name: str, record: type[Row], reads: Mapping[str, Read], *, order: str = "id"
    ) -> None:
        self.name = name
        self._record = record
        self._reads = reads
        self._order = order
        self._fields = tuple(field.name for field in fields(record))
        self._columns = tuple(
            column
            for field in self._fields
            for column in (("unit_kind", "unit_symbol") if field == "unit" else (field,))
        )
        names = ", ".join(f'"{column}"' for column in self._columns)
        self._select = f'SELECT {names} FROM "{name}"'
        marks = ", ".join("?" for _ in self._columns)
        self._insert = f'INSERT INTO "{name}" ({names}) VALUES ({marks})'
        sets = ", ".join(f'"{column}" = ?' for column in self._columns)
        self._update = f'UPDATE "{name}" SET {sets} WHERE id = ?'

    def all(
        self, connection: sqlite3.Connection, where: str = "TRUE", *values: SqlValue
    ) -> list[Row]:
        rows = connection.execute(f"{self._select} WHERE {where} ORDER BY {self._order}", values)
        return [self._read(row) for row in rows]

    def get(self, connection: sqlite3.Connection, row_id: int) -> Row | None:
        row = connection.execute(f"{self._select} WHERE id = ?", (row_id,)).fetchone()
        return None if row is None else self._read(row)

    def save(self, connection: sqlite3.Connection, record: Row) -> Row:
        """Write the row, a new one when it has no ``id`` yet; the record with its ``id``.

        Raises :class:`NotAllowed` when the row has been deleted meanwhile.
        """
        values = self._values(record)
        if record.id is None:
            cursor = connection.execute(self._insert, values)
            saved: Row = replace(record, id=cursor.lastrowid)
            return saved
        if connection.execute(self._update, [*values, record.id]).rowcount == 0:
            raise NotAllowed(msg("This is no longer there, so it cannot be changed."))
        return record

    def delete(self, connection: sqlite3.Connection, row_id: int) -> None:
        connection.execute(f'DELETE FROM "{self.name}" WHERE id = ?', (row_id,))

    def _values(self, record: Row) -> list[SqlValue]:
        values: list[SqlValue] = []
        for field in self._fields:
            value = getattr(record, field)
            if isinstance(value, Unit):
                values += (value.kind.value, value.symbol)
            elif isinstance(value, StrEnum):
                values.append(value.value)
            elif isinstance(value, date):
                values.append(value.isoformat())
            elif isinstance(value, tuple):
                values.append(json.dumps(value, default=str))  # days as ISO dates
            else:
                values.append(value)
        return values

    def _read(self, row: Sequence[Any]) -> Row:
        values = dict(zip(self._columns, row, strict=True))
        if "unit" in self._fields:
            values["unit"] = Unit(UnitKind(values.pop("unit_kind")), values.pop("unit_symbol"))
        for column, read in self._reads.items():
            values[column] = read(values[column])
        record: Row = self._record(**values)
        return record
