"""The tables whose rows are people, KPIs, goals and what belongs to them."""

from __future__ import annotations

import sqlite3
from datetime import date

from desktop.core.assessment import Status
from desktop.core.company import Person
from desktop.core.glossary import Word
from desktop.core.goal import Comparison, Goal, GoalState, KeyResult, Milestone
from desktop.core.kpi import AddUp, Better, Kpi, Perspective, Phase
from desktop.core.period import Cadence
from desktop.store.table import Table, day, member

PEOPLE = Table("person", Person, {"team": bool}, order="name COLLATE NOCASE, id")

KPIS = Table(
    "kpi",
    Kpi,
    {
        "better": member(Better),
        "cadence": member(Cadence),
        "add_up": member(AddUp),
        "leading": bool,
        "phase": member(Phase),
        "perspective": member(Perspective),
        "archived": bool,
    },
    order="name COLLATE NOCASE, id",
)

GOALS = Table(
    "goal",
    Goal,
    {
        "start": day,
        "deadline": day,
        "state": member(GoalState),
        "aspirational": bool,
        "perspective": member(Perspective),
    },
    order="position, id",
)

KEY_RESULTS = Table(
    "key_result",
    KeyResult,
    {"comparison": member(Comparison), "done_on": day, "seasonal": bool},
    order="goal_id, position, id",
)

MILESTONES = Table("milestone", Milestone, {"due": day, "done_on": day}, order="goal_id, due, id")

WORDS = Table("glossary_word", Word, {}, order="name COLLATE NOCASE, id")

_OWNER_COLUMNS = (
    ("kpi", "owner_id"),
    ("kpi", "capacity_owner_id"),
    ("goal", "owner_id"),
    ("key_result", "owner_id"),
    ("check_in", "person_id"),
    ("activity", "owner_id"),
    ("wheel_event", "owner_id"),
)


def disown(connection: sqlite3.Connection, person_id: int) -> None:
    """Leave everything that the person owns without an owner."""
    for table, column in _OWNER_COLUMNS:
        connection.execute(f"UPDATE {table} SET {column} = NULL WHERE {column} = ?", (person_id,))


def due_sittings(connection: sqlite3.Connection, today: date) -> list[tuple[int, str, int]]:
    """The drafts and active goals whose next sitting is due: id, statement and sittings done."""
    return connection.execute(
        "SELECT goal.id, statement, done FROM goal_guide JOIN goal ON goal.id = goal_id "
        "WHERE done < 3 AND next_on <= ? AND state IN ('draft', 'active') "
        "ORDER BY next_on, goal.id",
        (today.isoformat(),),
    ).fetchall()


def seen_statuses(connection: sqlite3.Connection) -> dict[int, tuple[Status | None, date]]:
    """By goal, the status that the numbers gave at its newest check-in, and the day of that."""
    rows = connection.execute("SELECT goal_id, status, day FROM check_in ORDER BY day, id")
    return {
        goal_id: (None if status is None else Status(status), date.fromisoformat(on))
        for goal_id, status, on in rows
    }


def imported_kpis(connection: sqlite3.Connection) -> set[int]:
    """The KPIs whose newest value came from a file."""
    rows = connection.execute(
        "SELECT kpi.id FROM kpi WHERE (SELECT import_id FROM measurement WHERE kpi_id = kpi.id "
        "ORDER BY period_start DESC LIMIT 1) IS NOT NULL"
    )
    return {kpi_id for (kpi_id,) in rows}
