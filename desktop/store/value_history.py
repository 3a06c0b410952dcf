"""What has happened to the value of one period, from the change log."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from desktop.core.period import Period


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that was entered, overwritten or removed: ``old`` became ``new``."""

    at: datetime
    who: str
    old: float | None
    new: float | None
    import_id: int | None  # where ``new`` came from; None: typed


def read_changes(connection: sqlite3.Connection, kpi_id: int, period: Period) -> list[ValueChange]:
    """What has happened to the value of one period, newest first; undone steps left out."""
    rows = connection.execute(
        """SELECT step.at, step.who, before ->> 'value', after ->> 'value', after ->> 'import_id'
           FROM change JOIN step ON step.id = step_id
           WHERE table_name = 'measurement' AND row_key = ? AND NOT undone
           ORDER BY change.id DESC""",
        (f"{kpi_id}/{period.start.isoformat()}",),
    )
    return [
        ValueChange(datetime.fromisoformat(at), who, old, new, import_id)
        for at, who, old, new, import_id in rows
    ]
