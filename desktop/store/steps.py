"""Reading the steps of the change log."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from desktop.core.message import Message
from desktop.store.message_json import message_from_json


@dataclass(frozen=True, slots=True)
class Step:
    """One user action: who did it when, and what it is called."""

    id: int
    at: datetime
    who: str
    label: Message
    undone: bool


def read_steps(connection: sqlite3.Connection, most: int) -> list[Step]:
    """The newest first."""
    rows = connection.execute(
        "SELECT id, at, who, label, undone FROM step ORDER BY id DESC LIMIT ?", (most,)
    )
    return [
        Step(step_id, datetime.fromisoformat(at), who, message_from_json(label), bool(undone))
        for step_id, at, who, label, undone in rows
    ]
