"""Where goals stand in their three sittings, and what was answered there."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date

from desktop.core.sitting import Ask, Guide, Way

_COLUMNS = "goal_id, way, done, next_on, raised_from_id"


def read_guides(connection: sqlite3.Connection) -> dict[int, Guide]:
    """Every goal that was written with the guide or raised, by the goal's id."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM goal_guide")
    return {row[0]: _guide(*row) for row in rows}


def read_guide(connection: sqlite3.Connection, goal_id: int) -> Guide | None:
    """``None`` of a goal that the guide does not know."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM goal_guide WHERE goal_id = ?", (goal_id,)
    ).fetchone()
    return None if row is None else _guide(*row)


def write_guide(connection: sqlite3.Connection, guide: Guide) -> None:
    connection.execute(
        f"INSERT INTO goal_guide ({_COLUMNS}) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (goal_id) DO UPDATE SET way = excluded.way, done = excluded.done, "
        "next_on = excluded.next_on, raised_from_id = excluded.raised_from_id",
        (
            guide.goal_id,
            guide.way.value,
            guide.done,
            None if guide.next_on is None else guide.next_on.isoformat(),
            guide.raised_from_id,
        ),
    )


def read_answers(connection: sqlite3.Connection, goal_id: int) -> dict[Ask, str]:
    """The answers by question; those of a question that is not asked (any more) are left alone."""
    rows = connection.execute(
        "SELECT question, text FROM goal_answer WHERE goal_id = ?", (goal_id,)
    )
    known = set(Ask)
    return {Ask(question): text for question, text in rows if question in known}


def write_answers(connection: sqlite3.Connection, goal_id: int, answers: Mapping[Ask, str]) -> None:
    """Keep the answers given; an empty one takes the answer away, a question left out keeps it."""
    for question, text in answers.items():
        if text.strip():
            connection.execute(
                "INSERT INTO goal_answer (goal_id, question, text) VALUES (?, ?, ?) "
                "ON CONFLICT (goal_id, question) DO UPDATE SET text = excluded.text",
                (goal_id, question.value, text.strip()),
            )
        else:
            connection.execute(
                "DELETE FROM goal_answer WHERE goal_id = ? AND question = ?",
                (goal_id, question.value),
            )


def _guide(
    goal_id: int, way: str, done: int, next_on: str | None, raised_from_id: int | None
) -> Guide:
    return Guide(
        goal_id=goal_id,
        way=Way(way),
        done=done,
        next_on=None if next_on is None else date.fromisoformat(next_on),
        raised_from_id=raised_from_id,
    )
