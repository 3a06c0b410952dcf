"""Settings that belong to the company rather than to the computer: JSON values by key."""

from __future__ import annotations

import json
import sqlite3
from typing import Any


def read_setting(connection: sqlite3.Connection, key: str) -> Any:
    """The value; ``None`` when it was never set (``None`` itself is not a value)."""
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return None if row is None else json.loads(row[0])


def write_setting(connection: sqlite3.Connection, key: str, value: Any) -> None:
    """Set the value, or with ``None`` go back to the default."""
    if value is None:
        connection.execute("DELETE FROM setting WHERE key = ?", (key,))
        return
    connection.execute(
        "INSERT INTO setting (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, json.dumps(value, ensure_ascii=False)),
    )
