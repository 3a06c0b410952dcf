"""The tables whose rows are people, KPIs, goals and what belongs to them."""

from __future__ import annotations

import sqlite3
from datetime import date

from desktop.core.assessment import Status
from desktop.core.company import Person
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
    rows = connection.execute(
        "SELECT goal_id, status, day FROM goal JOIN check_in ON check_in.id = (SELECT id "
        "FROM check_in WHERE goal_id = goal.id ORDER BY day DESC, id DESC LIMIT 1)"
    )
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
