"""Cause and effect: the arrows of the strategy map."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.cause import Cause
from desktop.core.faults import NotAllowed
from desktop.core.message import msg
from desktop.core.strategy_map import cause_key, effect_key, leads_to
from desktop.services.workspace import Workspace
from desktop.store.strategy_tables import CAUSES
from desktop.store.tables import GOALS, KPIS


def causes(ws: Workspace) -> list[Cause]:
    """All arrows in the order in which they were drawn."""
    return CAUSES.all(ws.connection)


def save_cause(ws: Workspace, cause: Cause) -> Cause:
    """The arrow with its ``id``.

    Raises :class:`NotAllowed` for an arrow from something to itself, one that is there already,
    one that closes a circle, and when one of its ends is no longer there.
    """
    cause = replace(cause, note=cause.note.strip())
    ends = _end_names(ws, cause)
    others = [each for each in causes(ws) if each.id != cause.id]
    start, end = cause_key(cause), effect_key(cause)
    if start == end:
        raise NotAllowed(msg("Nothing is the cause of itself: choose another effect."))
    if any((cause_key(each), effect_key(each)) == (start, end) for each in others):
        raise NotAllowed(msg("There is an arrow from “{cause}” to “{effect}” already.", **ends))
    if leads_to(others, end, start):
        raise NotAllowed(
            msg(
                "“{effect}” already leads to “{cause}”. An arrow back would close a circle, and "
                "then nobody sees where to begin.",
                **ends,
            )
        )
    label = (
        msg("Draw the arrow from “{cause}” to “{effect}”", **ends)
        if cause.id is None
        else msg("Change the arrow from “{cause}” to “{effect}”", **ends)
    )
    with ws.action(label):
        return CAUSES.save(ws.connection, cause)


def delete_cause(ws: Workspace, cause_id: int) -> None:
    """Nothing happens when it is gone already."""
    found = CAUSES.get(ws.connection, cause_id)
    if found is None:
        return
    ends = _end_names(ws, found)
    with ws.action(msg("Delete the arrow from “{cause}” to “{effect}”", **ends)):
        CAUSES.delete(ws.connection, cause_id)


def _end_names(ws: Workspace, cause: Cause) -> dict[str, str]:
    """What the two ends are called."""
    return {
        "cause": _end_name(ws, cause.cause_goal_id, cause.cause_kpi_id),
        "effect": _end_name(ws, cause.effect_goal_id, cause.effect_kpi_id),
    }


def _end_name(ws: Workspace, goal_id: int | None, kpi_id: int | None) -> str:
    if (goal_id is None) == (kpi_id is None):
        raise ValueError("an end of an arrow is either a goal or a KPI")
    if goal_id is not None:
        goal = GOALS.get(ws.connection, goal_id)
        if goal is None:
            raise NotAllowed(msg("This goal is no longer there."))
        return goal.statement
    kpi = KPIS.get(ws.connection, kpi_id or 0)
    if kpi is None:
        raise NotAllowed(msg("This KPI is no longer there."))
    return kpi.name
