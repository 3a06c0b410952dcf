"""Typed or imported steps of key results' plans."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from desktop.core.goal import PlanValue


def read_plan(connection: sqlite3.Connection, key_result_id: int) -> list[PlanValue]:
    rows = connection.execute(
        "SELECT day, value FROM plan_value WHERE key_result_id = ? ORDER BY day",
        (key_result_id,),
    )
    return [PlanValue(date.fromisoformat(day), value) for day, value in rows]


def read_plans(connection: sqlite3.Connection, goal_id: int) -> dict[int, list[PlanValue]]:
    """The plans of a goal's key results that have one, by key result."""
    plans: dict[int, list[PlanValue]] = {}
    rows = connection.execute(
        "SELECT key_result_id, day, value FROM plan_value "
        "JOIN key_result ON key_result.id = key_result_id "
        "WHERE goal_id = ? ORDER BY key_result_id, day",
        (goal_id,),
    )
    for key_result_id, day, value in rows:
        plans.setdefault(key_result_id, []).append(PlanValue(date.fromisoformat(day), value))
    return plans


def write_plan(
    connection: sqlite3.Connection, key_result_id: int, values: Iterable[PlanValue]
) -> None:
    """Replace the plan; steps that stay as they are are left alone."""
    wanted = {step.day.isoformat(): step.value for step in values}
    for step in read_plan(connection, key_result_id):
        if step.day.isoformat() not in wanted:
            connection.execute(
                "DELETE FROM plan_value WHERE key_result_id = ? AND day = ?",
                (key_result_id, step.day.isoformat()),
            )
    connection.executemany(
        "INSERT INTO plan_value (key_result_id, day, value) VALUES (?, ?, ?) "
        "ON CONFLICT (key_result_id, day) DO UPDATE SET value = excluded.value",
        [(key_result_id, day, value) for day, value in wanted.items()],
    )
