"""What puts the values of a chart in context: limits, forecast, events, activities, first plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from desktop.core.activity import Activity, Verdict
from desktop.core.chart_build import chart_series
from desktop.core.chart_series import ChartSeries, Effort, Occasion
from desktop.core.expected_values import expected_values
from desktop.core.former_plan import FormerPlan
from desktop.core.goal import Goal, KeyResult
from desktop.core.natural_limits import natural_limits
from desktop.core.series import Series
from desktop.services.kpi_events import kpi_events, rebasing_days
from desktop.services.plans import plan_in_force
from desktop.services.series_reading import SeriesReader
from desktop.services.target_log import original_plan
from desktop.services.workspace import Workspace
from desktop.store.habit_tables import ACTIVITIES
from desktop.store.table import id_of

_A_YEAR = timedelta(days=365)


def in_context(
    ws: Workspace,
    chart: ChartSeries,
    series: Series,
    goal: Goal | None = None,
    key_result: KeyResult | None = None,
) -> ChartSeries:
    """The chart with everything that explains it; forecast to the goal's deadline, or a year
    ahead without one."""
    kpi_id = id_of(series.kpi)
    events = kpi_events(ws, kpi_id)
    changes = rebasing_days(ws, kpi_id)
    limits, standouts = natural_limits(series, chart.cadence, changes, ws.today())
    until = ws.today() + _A_YEAR
    if goal is not None and goal.deadline is not None:
        until = goal.deadline
    chart = replace(
        chart,
        limits=limits,
        standouts=standouts,
        expected=expected_values(series, chart.cadence, until, ws.today()),
        occasions=tuple(Occasion(event.day, event.title, event.rebase) for event in events),
        efforts=tuple(_effort(each) for each in _activities(ws, kpi_id, goal)),
    )
    former = None if key_result is None else original_plan(ws, id_of(key_result))
    if goal is None or key_result is None or former is None:
        return chart
    return _with_original(ws, chart, series, goal, key_result, former)


def _activities(ws: Workspace, kpi_id: int, goal: Goal | None) -> list[Activity]:
    """Those on the KPI; of a goal also those that name no KPI."""
    if goal is None:
        return ACTIVITIES.all(ws.connection, "kpi_id = ?", kpi_id)
    where = "kpi_id = ? OR (kpi_id IS NULL AND goal_id = ?)"
    return ACTIVITIES.all(ws.connection, where, kpi_id, id_of(goal))


def _effort(activity: Activity) -> Effort:
    killed = activity.verdict is Verdict.KILLED
    end = activity.end or (activity.decided_on if killed else None)
    return Effort(activity.title, activity.start, end, killed)


def _with_original(
    ws: Workspace,
    chart: ChartSeries,
    series: Series,
    goal: Goal,
    key_result: KeyResult,
    former: FormerPlan,
) -> ChartSeries:
    """The plan and target that the goal began with, as they would be drawn."""
    goal = replace(goal, start=former.start, deadline=former.deadline)
    key_result = replace(
        key_result, baseline=former.baseline, target=former.target, seasonal=former.seasonal
    )
    today = ws.today()
    steps = plan_in_force(SeriesReader(ws), goal, key_result, former.steps, series, today)
    first = chart_series(
        series,
        cadence=chart.cadence,
        goal=goal,
        key_result=key_result,
        plan_values=steps,
        today=today,
    )
    target = first.target if first.target != chart.target else None
    plan = first.plan if first.plan != chart.plan else ()
    return replace(chart, original=plan, original_target=target)
