"""Advice that was dismissed, each with the facts of that day and the reason."""

from __future__ import annotations

import sqlite3
from datetime import date

from desktop.core.advice import Dismissal


def read_dismissals(connection: sqlite3.Connection) -> list[Dismissal]:
    rows = connection.execute(
        "SELECT kind, subject, facts, reason, day FROM dismissed_advice ORDER BY kind, subject"
    )
    return [
        Dismissal(
            kind=kind, subject=subject, facts=facts, reason=reason, day=date.fromisoformat(day)
        )
        for kind, subject, facts, reason, day in rows
    ]


def write_dismissal(connection: sqlite3.Connection, dismissal: Dismissal) -> None:
    """Keep it; the one before on the same matter gives way."""
    connection.execute(
        "INSERT INTO dismissed_advice (kind, subject, facts, reason, day) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (kind, subject) DO UPDATE "
        "SET facts = excluded.facts, reason = excluded.reason, day = excluded.day",
        (
            dismissal.kind,
            dismissal.subject,
            dismissal.facts,
            dismissal.reason,
            dismissal.day.isoformat(),
        ),
    )


def remove_dismissal(connection: sqlite3.Connection, kind: str, subject: str) -> None:
    connection.execute(
        "DELETE FROM dismissed_advice WHERE kind = ? AND subject = ?", (kind, subject)
    )
