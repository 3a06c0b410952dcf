"""Imports that were made, and the mappings that are remembered for the next one."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.store.change_log import now_text
from desktop.store.user_name import user_name

_COLUMNS = (
    "id, at, who, file_name, sha256, bytes, mapping_id, step_id, "
    "new, changed, same, rejected, reverted_at"
)


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """How many values an import brought, changed, found the same, and could not take."""

    new: int = 0
    changed: int = 0
    same: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import into the company file."""

    id: int
    at: datetime
    who: str
    file_name: str
    sha256: str
    bytes: int
    mapping_id: int | None
    step_id: int
    counts: ImportCounts
    reverted_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredMapping:
    """A remembered mapping; ``rules`` is JSON that the importer reads and writes."""

    id: int
    shape: str
    name: str
    rules: str
    used_at: datetime


def add_import(
    connection: sqlite3.Connection,
    *,
    step_id: int,
    file_name: str,
    sha256: str,
    size: int,
    mapping_id: int | None,
    counts: ImportCounts,
) -> int:
    """Record an import that ``step_id`` (the action going on) makes; its id."""
    cursor = connection.execute(
        "INSERT INTO import (at, who, file_name, sha256, bytes, mapping_id, step_id, "
        "new, changed, same, rejected) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            now_text(),
            user_name(),
            file_name,
            sha256,
            size,
            mapping_id,
            step_id,
            counts.new,
            counts.changed,
            counts.same,
            counts.rejected,
        ),
    )
    return int(cursor.lastrowid or 0)


def read_imports(connection: sqlite3.Connection) -> list[ImportRecord]:
    """The imports, newest first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM import ORDER BY id DESC")
    return [_record(row) for row in rows]


def read_import(connection: sqlite3.Connection, import_id: int) -> ImportRecord | None:
    row = connection.execute(f"SELECT {_COLUMNS} FROM import WHERE id = ?", (import_id,)).fetchone()
    return None if row is None else _record(row)


def _record(row: tuple[Any, ...]) -> ImportRecord:
    (import_id, at, who, file_name, sha256, size, mapping_id, step_id, *counts, reverted_at) = row
    return ImportRecord(
        import_id,
        datetime.fromisoformat(at),
        who,
        file_name,
        sha256,
        size,
        mapping_id,
        step_id,
        ImportCounts(*counts),
        None if reverted_at is None else datetime.fromisoformat(reverted_at),
    )


def read_mapping(connection: sqlite3.Connection, shape: str) -> StoredMapping | None:
    """The mapping that was last used for files of this shape."""
    row = connection.execute(
        "SELECT id, shape, name, rules, used_at FROM mapping WHERE shape = ?", (shape,)
    ).fetchone()
    if row is None:
        return None
    mapping_id, shape, name, rules, used_at = row
    return StoredMapping(mapping_id, shape, name, rules, datetime.fromisoformat(used_at))


def read_mappings(connection: sqlite3.Connection) -> list[StoredMapping]:
    """All remembered mappings, the one used last first."""
    rows = connection.execute(
        "SELECT id, shape, name, rules, used_at FROM mapping ORDER BY used_at DESC, id DESC"
    )
    return [
        StoredMapping(mapping_id, shape, name, rules, datetime.fromisoformat(used_at))
        for mapping_id, shape, name, rules, used_at in rows
    ]


def remember_mapping(connection: sqlite3.Connection, shape: str, name: str, rules: str) -> int:
    """Keep the mapping for the shape, in place of an older one; its id."""
    (mapping_id,) = connection.execute(
        "INSERT INTO mapping (shape, name, rules, used_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (shape) DO UPDATE SET "
        "name = excluded.name, rules = excluded.rules, used_at = excluded.used_at RETURNING id",
        (shape, name, rules, now_text()),
    ).fetchone()
    return int(mapping_id)
