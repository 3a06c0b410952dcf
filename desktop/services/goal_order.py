"""The order of goals, and which goal they lie under."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.faults import NotAllowed
from desktop.core.message import msg
from desktop.services.goals import goal, goals
from desktop.services.trees import lies_under_itself
from desktop.services.workspace import Workspace
from desktop.store.tables import GOALS


def move_goal(
    ws: Workspace, goal_id: int, *, parent_id: int | None, before: int | None = None
) -> None:
    """Put the goal under ``parent_id`` (``None``: a goal of its own), in front of its sibling
    ``before`` or last.  One action; none when it is there already.

    Raises :class:`NotAllowed` for a goal under itself or under its own sub-goals.
    """
    moved = goal(ws, goal_id)
    everyone = goals(ws)
    if lies_under_itself(goal_id, parent_id, {row.id: row.parent_id for row in everyone}):
        raise NotAllowed(msg("A goal cannot lie under itself or under its own sub-goals."))
    siblings = [row for row in everyone if row.parent_id == parent_id and row.id != goal_id]
    place = next((n for n, row in enumerate(siblings) if row.id == before), len(siblings))
    siblings.insert(place, replace(moved, parent_id=parent_id))
    known = {row.id: row for row in everyone}
    ordered = [replace(row, position=n) for n, row in enumerate(siblings)]
    changed = [row for row in ordered if row != known[row.id]]
    if [row.id for row in ordered] == [row.id for row in everyone if row.parent_id == parent_id]:
        return
    with ws.action(msg("Move the goal “{goal}”", goal=moved.statement)):
        for row in changed:
            GOALS.save(ws.connection, row)
