"""The balanced scorecard of a company file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.core.assessment import Status
from desktop.core.goal import GoalState
from desktop.core.kpi import Perspective
from desktop.core.latest_change import latest_change
from desktop.core.natural_limits import HISTORY
from desktop.core.period import Cadence
from desktop.core.scorecard import Scorecard, ScorecardPart, ScoredGoal, ScoredKpi
from desktop.core.series import Series
from desktop.services.company import company
from desktop.services.goal_views import GoalView, GoalViewer
from desktop.services.goals import goals
from desktop.services.kpi_events import rebasing_days
from desktop.services.kpi_rows import KpiRow, kpi_rows
from desktop.services.perspectives import goal_perspectives, perspective_of
from desktop.services.recent_values import RECENT
from desktop.services.series_reading import SeriesReader
from desktop.services.strategy_map import kpi_statuses
from desktop.services.workspace import Workspace


def scorecard(ws: Workspace) -> Scorecard:
    """KPIs in use, and active goals and drafts, by perspective."""
    today = ws.today()
    viewer, reader, follows = GoalViewer(ws), SeriesReader(ws), goal_perspectives(ws)
    open_states = (GoalState.ACTIVE, GoalState.DRAFT)
    views = [viewer.view(goal) for goal in goals(ws) if goal.state in open_states]
    statuses, users = kpi_statuses(views), _users(views)
    kpis = [
        _scored(
            row,
            _series(reader, row, today),
            rebasing_days(ws, row.kpi.id or 0),
            today,
            statuses,
            users.get(row.kpi.id, ()),
        )
        for row in kpi_rows(ws)
    ]
    groups: list[Perspective | None] = [*Perspective, None]
    days = [scored.newest.period.end for scored in kpis if scored.newest is not None]
    return Scorecard(
        company=company(ws),
        today=today,
        as_of=min(max(days), today) if days else None,
        parts=tuple(
            ScorecardPart(
                perspective=group,
                kpis=tuple(scored for scored in kpis if scored.kpi.perspective is group),
                goals=tuple(
                    _goal(view) for view in views if perspective_of(view.goal, follows) is group
                ),
            )
            for group in groups
        ),
    )


def _series(reader: SeriesReader, row: KpiRow, today: date) -> Series:
    """By months where the KPI is kept by days: one day says little about a company."""
    if row.kpi.cadence is Cadence.DAY:
        return reader.months(row.kpi, HISTORY[Cadence.MONTH], today)
    return reader.recent(row.kpi, HISTORY[row.kpi.cadence])


def _scored(
    row: KpiRow,
    series: Series,
    changes: Sequence[date],
    today: date,
    statuses: Mapping[int, Status | None],
    users: Sequence[str],
) -> ScoredKpi:
    full = series.full(today)
    change = latest_change(series, changes, today)
    before = None if change is None else full[-2].period
    return ScoredKpi(
        kpi=row.kpi,
        latest=full[-1] if full else None,
        partial=series.latest_partial(today),
        before=before,
        change=change,
        outdated=row.outdated,
        status=statuses.get(row.kpi.id or 0),
        goals=tuple(users),
        owner=row.owner,
        recent=tuple(each.value for each in full[-RECENT:]),
    )


def _users(views: Sequence[GoalView]) -> dict[int | None, list[str]]:
    """The statements of the active goals that each KPI is used by."""
    found: dict[int | None, list[str]] = {}
    for view in views:
        if view.goal.state is GoalState.ACTIVE:
            for kpi_id in dict.fromkeys(r.kpi.id for r in view.results if r.kpi is not None):
                found.setdefault(kpi_id, []).append(view.goal.statement)
    return found


def _goal(view: GoalView) -> ScoredGoal:
    active = view.goal.state is GoalState.ACTIVE
    return ScoredGoal(
        goal_id=view.goal.id or 0,
        statement=view.goal.statement,
        status=view.assessment.status if active else None,
        owner=view.owner,
        follows=view.goal.perspective is None,
    )
