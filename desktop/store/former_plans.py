"""The target log: former targets and plans of key results."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

from desktop.core.former_plan import FormerPlan
from desktop.core.goal import PlanValue

_COLUMNS = "id, key_result_id, until, baseline, target, start, deadline, seasonal, steps, reason"


def all_former_plans(connection: sqlite3.Connection) -> list[FormerPlan]:
    """Those of every key result, the oldest first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM former_plan ORDER BY until, id")
    return [_read(*row) for row in rows]


def read_former_plans(connection: sqlite3.Connection, key_result_id: int) -> list[FormerPlan]:
    """Those of one key result, the oldest, that is the original, first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM former_plan WHERE key_result_id = ? ORDER BY until, id",
        (key_result_id,),
    )
    return [_read(*row) for row in rows]


def add_former_plan(connection: sqlite3.Connection, former: FormerPlan) -> None:
    """Keep a plan that is no longer in force; its ``id`` is given by the file."""
    steps = json.dumps([[step.day.isoformat(), step.value] for step in former.steps])
    connection.execute(
        f"INSERT INTO former_plan ({_COLUMNS}) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            former.key_result_id,
            former.until.isoformat(),
            former.baseline,
            former.target,
            former.start.isoformat(),
            None if former.deadline is None else former.deadline.isoformat(),
            former.seasonal,
            steps,
            former.reason,
        ),
    )


def give_reason(connection: sqlite3.Connection, former: FormerPlan, reason: str) -> None:
    """Why it was changed."""
    connection.execute("UPDATE former_plan SET reason = ? WHERE id = ?", (reason, former.id))


def forget_former_plan(connection: sqlite3.Connection, former: FormerPlan) -> None:
    """Remove one that was read."""
    connection.execute("DELETE FROM former_plan WHERE id = ?", (former.id,))


def _read(
    row_id: int,
    key_result_id: int,
    until: str,
    baseline: float | None,
    target: float | None,
    start: str,
    deadline: str | None,
    seasonal: int,
    steps: str,
    reason: str,
) -> FormerPlan:
    return FormerPlan(
        id=row_id,
        key_result_id=key_result_id,
        until=date.fromisoformat(until),
        baseline=baseline,
        target=target,
        start=date.fromisoformat(start),
        deadline=None if deadline is None else date.fromisoformat(deadline),
        seasonal=bool(seasonal),
        steps=tuple(PlanValue(date.fromisoformat(day), value) for day, value in json.loads(steps)),
        reason=reason,
    )
