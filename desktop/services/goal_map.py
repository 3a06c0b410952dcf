"""The goal map of a company file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.core.assessment import Status
from desktop.core.breakdown import Family
from desktop.core.goal import Goal, GoalState
from desktop.core.goal_map import GoalMap, MapNode, NodeKind
from desktop.core.kpi import Better
from desktop.core.message import Message, msg
from desktop.core.names import name
from desktop.core.strategy_map import goal_key, kpi_key
from desktop.services.company import company
from desktop.services.goal_views import GoalView, GoalViewer, ResultView
from desktop.services.goals import goals
from desktop.services.kpi_rows import KpiRow, kpi_rows
from desktop.services.workspace import Workspace

_OPEN = (GoalState.ACTIVE, GoalState.DRAFT)


def goal_map(ws: Workspace) -> GoalMap:
    """Active goals and drafts, what they hang under, their key results, and the KPIs of those down
    to the smallest part."""
    shown = _shown(goals(ws))
    viewer = GoalViewer(ws)
    views = [viewer.view(goal) for goal in shown]
    rows = {row.kpi.id or 0: row for row in kpi_rows(ws, archived=True)}
    nodes = [node for view in views for node in _of_goal(view, shown)]
    used = [result.kpi.id or 0 for view in views for result in view.results if result.kpi]
    nodes += _of_kpis(used, rows)
    reached = {node.item_id for node in nodes if node.kind is NodeKind.KPI}
    days = [view.assessment.as_of for view in views if view.assessment.as_of is not None]
    return GoalMap(
        company=company(ws),
        today=ws.today(),
        as_of=max(days, default=None),
        nodes=tuple(nodes),
        unused=sum(not row.kpi.archived and key not in reached for key, row in rows.items()),
    )


def _shown(everyone: list[Goal]) -> list[Goal]:
    """Open goals, and closed ones that an open goal hangs under."""
    parents = {goal.id: goal.parent_id for goal in everyone}
    wanted: set[int | None] = set()
    for goal in everyone:
        key = goal.id if goal.state in _OPEN else None
        while key is not None and key not in wanted:
            wanted.add(key)
            key = parents.get(key)
    return [goal for goal in everyone if goal.id in wanted]


def _of_goal(view: GoalView, shown: Iterable[Goal]) -> list[MapNode]:
    under = [goal_key(each.id) for each in shown if each.parent_id == view.goal.id]
    results = [_of_result(view, result) for result in view.results]
    return [goal_node(view, (*under, *(node.key for node in results))), *results]


def goal_node(view: GoalView, below: tuple[str, ...] = ()) -> MapNode:
    """A goal on a map; the status of one that is not active says nothing."""
    goal = view.goal
    active = goal.state is GoalState.ACTIVE
    return MapNode(
        key=goal_key(goal.id),
        kind=NodeKind.GOAL,
        item_id=goal.id or 0,
        title=goal.statement,
        owner=view.owner,
        status=view.assessment.status if active else None,
        detail=until_words(goal) if active else name(goal.state),
        below=below,
    )


def _of_result(view: GoalView, result: ResultView) -> MapNode:
    kpi = result.kpi
    return MapNode(
        key=f"result {result.key_result.id}",
        kind=NodeKind.KEY_RESULT,
        item_id=view.goal.id or 0,
        title=result.assessment.name,
        owner=result.owner or view.owner,
        status=result.assessment.status if view.goal.state is GoalState.ACTIVE else None,
        detail=_so_far(result),
        below=() if kpi is None else (kpi_key(kpi.id),),
    )


def _of_kpis(used: Iterable[int], rows: Mapping[int, KpiRow]) -> list[MapNode]:
    """The KPIs and all that they are made of, each once, nearest first."""
    family = Family.of([row.kpi for row in rows.values()])
    found: dict[int, MapNode] = {}
    waiting = list(dict.fromkeys(used))
    while waiting:
        kpi_id = waiting.pop(0)
        if kpi_id in found:
            continue
        row = rows[kpi_id]
        parts = [part.id or 0 for part in family.parts_of(row.kpi)]
        found[kpi_id] = MapNode(
            key=kpi_key(kpi_id),
            kind=NodeKind.KPI,
            item_id=kpi_id,
            title=row.kpi.name,
            owner=row.owner,
            status=None if row.outdated is None else Status.OUTDATED,
            detail=latest_words(row),
            below=tuple(kpi_key(part) for part in parts),
        )
        waiting += parts
    return list(found.values())


def until_words(goal: Goal) -> Message:
    """How long a goal runs."""
    if goal.deadline is None:
        return msg("until it is reached")
    return msg("until {day}", day=goal.deadline)


def _so_far(result: ResultView) -> Message:
    """What it is now, and what it is to be."""
    kpi, how = result.kpi, result.assessment
    if kpi is None:
        return msg("Done") if result.key_result.done_on else msg("Not done")
    if how.current is None:
        return msg("No values yet")
    target = result.key_result.target
    if target is None or kpi.better is Better.BAND:
        return msg("{actual} now", actual=kpi.quantity(how.current))
    return msg(
        "{actual}, target {target}", actual=kpi.quantity(how.current), target=kpi.quantity(target)
    )


def latest_words(row: KpiRow) -> Message:
    """A KPI's newest value and its period."""
    if row.latest is None:
        return msg("No values yet")
    return msg(
        "{value}, {period}", value=row.kpi.quantity(row.latest.value), period=row.latest.period
    )
