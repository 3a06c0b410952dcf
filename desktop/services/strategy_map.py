"""The strategy map of a company file."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.assessment import Status
from desktop.core.cause import Cause
from desktop.core.goal import GoalState
from desktop.core.goal_map import MapNode, NodeKind
from desktop.core.strategy_map import (
    Arrow,
    StrategyMap,
    StrategyNode,
    cause_key,
    effect_key,
    goal_key,
    kpi_key,
)
from desktop.core.strategy_proposals import Proposal, propose
from desktop.services.causes import causes
from desktop.services.company import company
from desktop.services.goal_map import goal_node, latest_words
from desktop.services.goal_views import GoalView, GoalViewer
from desktop.services.goals import goals
from desktop.services.kpi_rows import KpiRow, kpi_rows
from desktop.services.perspectives import goal_perspectives, perspective_of
from desktop.services.workspace import Workspace
from desktop.store.tables import KEY_RESULTS

_NEEDS = list(Status)  # the most pressing first


def strategy_map(ws: Workspace, *, all_kpis: bool = False) -> StrategyMap:
    """Active goals and drafts, and the KPIs that their key results or an arrow need, or with
    ``all_kpis`` all that are in use; what an arrow needs is there in any state."""
    drawn = causes(ws)
    ends = {key for cause in drawn for key in (cause_key(cause), effect_key(cause))}
    viewer, follows = GoalViewer(ws), goal_perspectives(ws)
    open_states = (GoalState.ACTIVE, GoalState.DRAFT)
    views = [
        viewer.view(goal)
        for goal in goals(ws)
        if goal.state in open_states or goal_key(goal.id) in ends
    ]
    used = kpi_statuses(views)
    rows = kpi_rows(ws, archived=True)
    wanted = [row for row in rows if _wanted(row, used, ends, all_kpis=all_kpis)]
    days = [view.assessment.as_of for view in views if view.assessment.as_of is not None]
    return StrategyMap(
        company=company(ws),
        today=ws.today(),
        as_of=max(days, default=None),
        nodes=(
            *(
                StrategyNode(
                    node=goal_node(view),
                    perspective=perspective_of(view.goal, follows),
                    follows=view.goal.perspective is None,
                )
                for view in views
            ),
            *(
                StrategyNode(node=_kpi_node(row, used), perspective=row.kpi.perspective)
                for row in wanted
            ),
        ),
        arrows=tuple(_arrow(cause) for cause in drawn),
        unseen=sum(not row.kpi.archived for row in rows) - sum(not r.kpi.archived for r in wanted),
    )


def proposals(ws: Workspace) -> tuple[Proposal, ...]:
    """Arrows that goals, key results and the breakdown of KPIs suggest and that are not drawn."""
    open_states = (GoalState.ACTIVE, GoalState.DRAFT)
    shown = [goal for goal in goals(ws) if goal.state in open_states]
    kpis = [row.kpi for row in kpi_rows(ws)]
    return propose(shown, KEY_RESULTS.all(ws.connection), kpis, causes(ws))


def kpi_statuses(views: Iterable[GoalView]) -> dict[int, Status | None]:
    """By the KPIs that key results of goals use: the most pressing status that it gives an active
    one; ``None`` for drafts."""
    found: dict[int, Status | None] = {}
    for view in views:
        for result in view.results:
            if result.kpi is None:
                continue
            kpi_id, before = result.kpi.id or 0, found.get(result.kpi.id or 0)
            active = view.goal.state is GoalState.ACTIVE
            status = result.assessment.status if active else None
            both = [each for each in (before, status) if each is not None]
            found[kpi_id] = min(both, key=_NEEDS.index, default=None)
    return found


def _wanted(row: KpiRow, used: Iterable[int], ends: Iterable[str], *, all_kpis: bool) -> bool:
    if kpi_key(row.kpi.id) in ends:
        return True
    return not row.kpi.archived and (all_kpis or (row.kpi.id or 0) in used)


def _kpi_node(row: KpiRow, used: dict[int, Status | None]) -> MapNode:
    silent = Status.OUTDATED if row.outdated is not None else None
    return MapNode(
        key=kpi_key(row.kpi.id),
        kind=NodeKind.KPI,
        item_id=row.kpi.id or 0,
        title=row.kpi.name,
        owner=row.owner,
        status=used.get(row.kpi.id or 0) or silent,
        detail=latest_words(row),
    )


def _arrow(cause: Cause) -> Arrow:
    return Arrow(
        cause_id=cause.id or 0,
        cause=cause_key(cause),
        effect=effect_key(cause),
        note=cause.note,
    )
