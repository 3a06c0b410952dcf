"""Where goals and KPIs stand on the scorecard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.core.goal import Goal
from desktop.core.kpi import Kpi, Perspective
from desktop.core.message import Message, msg
from desktop.core.names import name
from desktop.core.strategy_map import followed
from desktop.services.goals import goal
from desktop.services.kpis import kpi
from desktop.services.workspace import Workspace
from desktop.store.tables import GOALS, KEY_RESULTS, KPIS


def goal_perspectives(ws: Workspace) -> dict[int, Perspective | None]:
    """What the perspective of each goal is or would be if it had none of its own: that of the
    KPIs of its key results."""
    kpis = {kpi.id: kpi for kpi in KPIS.all(ws.connection)}
    weights: dict[int, list[tuple[Perspective | None, float]]] = {}
    for result in KEY_RESULTS.all(ws.connection, "kpi_id IS NOT NULL"):
        found = kpis[result.kpi_id].perspective
        weights.setdefault(result.goal_id, []).append((found, result.weight))
    return {goal_id: followed(each) for goal_id, each in weights.items()}


def perspective_of(goal: Goal, follows: Mapping[int, Perspective | None]) -> Perspective | None:
    """A goal's own perspective, or the one that follows."""
    return goal.perspective or follows.get(goal.id or 0)


def set_goal_perspective(ws: Workspace, goal_id: int, perspective: Perspective | None) -> None:
    """``None`` lets it follow from the key results again."""
    found = goal(ws, goal_id)
    if found.perspective is not perspective:
        with ws.action(_label(found.statement, perspective)):
            GOALS.save(ws.connection, replace(found, perspective=perspective))


def set_kpi_perspective(ws: Workspace, kpi_id: int, perspective: Perspective | None) -> None:
    """``None`` takes the KPI off the scorecard."""
    found: Kpi = kpi(ws, kpi_id)
    if found.perspective is not perspective:
        with ws.action(_label(found.name, perspective)):
            KPIS.save(ws.connection, replace(found, perspective=perspective))


def _label(title: str, perspective: Perspective | None) -> Message:
    if perspective is None:
        return msg("Take the perspective from “{title}”", title=title)
    return msg("Put “{title}” under {perspective}", title=title, perspective=name(perspective))
