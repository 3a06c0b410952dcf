"""What goes, or loses its link, with the goal, key result, KPI or person that it belongs to."""

from __future__ import annotations

import sqlite3

_OF_A_GOAL = (
    "DELETE FROM goal_answer WHERE goal_id = ?",
    "DELETE FROM goal_guide WHERE goal_id = ?",
    # goals raised from it lose the link
    "UPDATE goal_guide SET raised_from_id = NULL WHERE raised_from_id = ?",
    "DELETE FROM cause WHERE cause_goal_id = ?",
    "DELETE FROM cause WHERE effect_goal_id = ?",
    "DELETE FROM check_in WHERE goal_id = ?",
    "UPDATE idea SET activity_id = NULL WHERE activity_id IN "
    "(SELECT id FROM activity WHERE goal_id = ?)",
    "UPDATE idea SET goal_id = NULL WHERE goal_id = ?",
    "DELETE FROM activity WHERE goal_id = ?",
    "DELETE FROM review WHERE goal_id = ?",
)

_OF_A_KPI = (
    "DELETE FROM cause WHERE cause_kpi_id = ?",
    "DELETE FROM cause WHERE effect_kpi_id = ?",
    "DELETE FROM focus WHERE kpi_id = ?",
    "DELETE FROM kpi_event WHERE kpi_id = ?",
    "UPDATE activity SET kpi_id = NULL WHERE kpi_id = ?",
    # a step of a growth loop keeps the name
    "UPDATE loop_step SET title = (SELECT name FROM kpi WHERE kpi.id = kpi_id), kpi_id = NULL "
    "WHERE kpi_id = ?",
)

_OF_A_PERSON = (
    ("kpi", "owner_id"),
    ("kpi", "capacity_owner_id"),
    ("goal", "owner_id"),
    ("key_result", "owner_id"),
    ("check_in", "person_id"),
    ("activity", "owner_id"),
    ("wheel_event", "owner_id"),
)


def forget_goal(connection: sqlite3.Connection, goal_id: int) -> None:
    """Call it before the goal's own row is deleted."""
    for statement in _OF_A_GOAL:
        connection.execute(statement, (goal_id,))


def forget_key_result(connection: sqlite3.Connection, key_result_id: int) -> None:
    """Call it before the key result's own row is deleted."""
    connection.execute("DELETE FROM former_plan WHERE key_result_id = ?", (key_result_id,))


def forget_kpi(connection: sqlite3.Connection, kpi_id: int) -> None:
    """Call it before the KPI's own row is deleted."""
    for statement in _OF_A_KPI:
        connection.execute(statement, (kpi_id,))


def forget_person(connection: sqlite3.Connection, person_id: int) -> None:
    """Leave what the person owns, and what they said at check-ins, without an owner."""
    for table, column in _OF_A_PERSON:
        connection.execute(f"UPDATE {table} SET {column} = NULL WHERE {column} = ?", (person_id,))
