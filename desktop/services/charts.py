"""The chart of a KPI, alone or as a goal's key result, as data for screen and paper."""

from __future__ import annotations

from desktop.core.chart_build import chart_series
from desktop.core.chart_series import ChartSeries
from desktop.core.goal import Goal, GoalState, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence
from desktop.services.goals import goal, key_results
from desktop.services.kpis import kpi
from desktop.services.overview import goal_view
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace
from desktop.store.plan_values import read_plan
from desktop.store.tables import GOALS, KEY_RESULTS


def kpi_chart(ws: Workspace, kpi_id: int, *, cadence: Cadence | None = None) -> ChartSeries:
    """The KPI's whole history, with plan and target of the active goal that uses it (the first
    in order when several do).  ``cadence`` adds the values up; by default it is the KPI's own."""
    found = kpi(ws, kpi_id)
    uses = {
        key_result.goal_id: key_result
        for key_result in reversed(KEY_RESULTS.all(ws.connection, "kpi_id = ?", kpi_id))
    }
    for active in GOALS.all(ws.connection, "state = ?", GoalState.ACTIVE.value):
        if active.id in uses:
            return _chart(ws, found, cadence, active, uses[active.id])
    return _chart(ws, found, cadence)


def goal_chart(
    ws: Workspace,
    goal_id: int,
    key_result_id: int | None = None,
    *,
    cadence: Cadence | None = None,
) -> ChartSeries | None:
    """The chart of a key result, by default of the weakest one that has a KPI; ``None`` for a
    goal without any."""
    found = goal(ws, goal_id)
    with_kpi = [row for row in key_results(ws, goal_id) if row.kpi_id is not None]
    if not with_kpi:
        return None
    wanted = key_result_id or goal_view(ws, goal_id).assessment.weakest_id
    chosen = next((row for row in with_kpi if row.id == wanted), with_kpi[0])
    return _chart(ws, kpi(ws, chosen.kpi_id or 0), cadence, found, chosen)


def _chart(
    ws: Workspace,
    kpi: Kpi,
    cadence: Cadence | None,
    goal: Goal | None = None,
    key_result: KeyResult | None = None,
) -> ChartSeries:
    plan = () if key_result is None else read_plan(ws.connection, key_result.id or 0)
    return chart_series(
        SeriesReader(ws).whole(kpi),
        cadence=cadence or kpi.cadence,
        goal=goal,
        key_result=key_result,
        plan_values=plan,
        today=ws.today(),
    )
