"""The card of a KPI with what the company's file knows around it."""

from __future__ import annotations

from desktop.core.goal import GoalState
from desktop.core.kpi import Kpi
from desktop.core.kpi_card import CardSection, Surroundings, kpi_card
from desktop.services.kpi_checks import formula_users
from desktop.services.kpis import kpi
from desktop.services.workspace import Workspace
from desktop.store.tables import GOALS, KEY_RESULTS, KPIS, PEOPLE

_RUNNING = (GoalState.DRAFT, GoalState.ACTIVE)


def read_card(ws: Workspace, kpi_id: int) -> tuple[CardSection, ...]:
    """Raises :class:`NotAllowed` when there is no such KPI (any more)."""
    found = kpi(ws, kpi_id)
    return kpi_card(found, surroundings(ws, found))


def surroundings(ws: Workspace, found: Kpi) -> Surroundings:
    """What the company's file knows around a KPI."""
    everyone = KPIS.all(ws.connection)
    people = {person.id: person.name for person in PEOPLE.all(ws.connection)}
    used = {row.goal_id for row in KEY_RESULTS.all(ws.connection, "kpi_id = ?", found.id)}
    goals = [goal for goal in GOALS.all(ws.connection) if goal.id in used]
    parents = {other.id: other.name for other in everyone}
    return Surroundings(
        owner=people.get(found.owner_id, ""),
        capacity_owner=people.get(found.capacity_owner_id, ""),
        parent=parents.get(found.parent_id, "") if found.parent_id is not None else "",
        goals=tuple(goal.statement for goal in goals if goal.state in _RUNNING),
        past_goals=tuple(goal.statement for goal in goals if goal.state not in _RUNNING),
        used_in=tuple(other.name for other in formula_users(found.key, everyone)),
        parts=tuple(other.name for other in everyone if other.parent_id == found.id),
        names={other.key: other.name for other in everyone},
    )
