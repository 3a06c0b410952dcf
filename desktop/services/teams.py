"""Key results by who answers for them, each with the KPIs that drive it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.core.breakdown import Family
from desktop.core.goal import Goal, GoalState
from desktop.core.record import record
from desktop.services.goal_views import GoalViewer, ResultView
from desktop.services.goals import goals
from desktop.services.kpi_rows import KpiRow, kpi_rows
from desktop.services.links import leading_ids
from desktop.services.workspace import Workspace


@record(frozen=True, slots=True)
class TeamResult:
    """A key result, the goal that it belongs to, and its drivers: the parts of its KPI, the KPIs
    that are linked to it, and for a lagging one the leading ones among the goal's other key
    results."""

    goal: Goal
    result: ResultView
    drivers: tuple[KpiRow, ...]


@record(frozen=True, slots=True)
class Team:
    """``owner`` is empty for what nobody answers for."""

    owner: str
    results: tuple[TeamResult, ...]


def teams(ws: Workspace) -> tuple[Team, ...]:
    """The key results of active goals, by their own owner or else the goal's; owners in the order
    of the goals, what has no owner last."""
    viewer = GoalViewer(ws)
    rows = {row.kpi.id or 0: row for row in kpi_rows(ws, archived=True)}
    family = Family.of([row.kpi for row in rows.values()])
    linked = leading_ids(ws)
    found: dict[str, list[TeamResult]] = {}
    for goal in goals(ws):
        if goal.state is not GoalState.ACTIVE:
            continue
        view = viewer.view(goal)
        for result in view.results:
            drivers = _drivers(result, view.results, family, linked, rows)
            owner = result.owner or view.owner
            found.setdefault(owner, []).append(TeamResult(goal, result, drivers))
    ordered = sorted(found, key=lambda owner: not owner)
    return tuple(Team(owner, tuple(found[owner])) for owner in ordered)


def _drivers(
    result: ResultView,
    beside: Iterable[ResultView],
    family: Family,
    linked: Mapping[int, Iterable[int]],
    rows: Mapping[int, KpiRow],
) -> tuple[KpiRow, ...]:
    """Each once: the parts, then what is linked, then what stands beside."""
    kpi = result.kpi
    if kpi is None:
        return ()
    ids = [part.id or 0 for part in family.parts_of(kpi)]
    ids += linked.get(kpi.id or 0, ())
    if not kpi.leading:
        others = [each.kpi for each in beside if each.kpi is not None]
        ids += [other.id or 0 for other in others if other.leading and other.id != kpi.id]
    return tuple(rows[each] for each in dict.fromkeys(ids))
