"""The chart of a KPI, alone or as a goal's key result, as data for screen and paper."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.chart_build import chart_series
from desktop.core.chart_series import ChartSeries
from desktop.core.goal import Goal, GoalState, KeyResult, PlanValue
from desktop.core.goal_status import weakest_of
from desktop.core.period import Cadence
from desktop.core.series import Series
from desktop.services.chart_context import in_context
from desktop.services.kpis import kpi
from desktop.services.overview import goal_view
from desktop.services.plans import plan_in_force
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace
from desktop.store.plan_values import read_plan
from desktop.store.table import id_of
from desktop.store.tables import GOALS, KEY_RESULTS


def kpi_chart(
    ws: Workspace,
    kpi_id: int,
    *,
    cadence: Cadence | None = None,
    otherwise: Sequence[Cadence] = (),
    most: int = 0,
) -> ChartSeries:
    """The KPI's whole history, with plan and target of the active goal that uses it (the first
    in order when several do).  ``cadence`` adds the values up; without it the first of
    ``otherwise`` by which there are no more than ``most`` periods does, or else the KPI's own."""
    reader = SeriesReader(ws)
    series = reader.whole(kpi(ws, kpi_id))
    if cadence is None and otherwise:
        cadence = _readable(series, otherwise, most)
    uses = {
        key_result.goal_id: key_result
        for key_result in reversed(KEY_RESULTS.all(ws.connection, "kpi_id = ?", kpi_id))
    }
    for active in GOALS.all(ws.connection, "state = ?", GoalState.ACTIVE.value):
        if active.id in uses:
            return _chart(ws, reader, series, cadence, active, uses[active.id])
    return _chart(ws, reader, series, cadence)


def goal_chart(
    ws: Workspace,
    goal_id: int,
    key_result_id: int | None = None,
    *,
    cadence: Cadence | None = None,
) -> ChartSeries | None:
    """The chart of a key result, by default of the weakest one that has a KPI; ``None`` for a
    goal without any."""
    view = goal_view(ws, goal_id)
    charts = {row.key_result.id: (row.kpi, row.key_result) for row in view.results if row.kpi}
    weakest = weakest_of(
        [(row.key_result, row.assessment) for row in view.results if row.key_result.id in charts]
    )
    if weakest is None:
        return None
    kpi, key_result = charts[key_result_id if key_result_id in charts else weakest[0].id]
    reader = SeriesReader(ws)
    return _chart(ws, reader, reader.whole(kpi), cadence, view.goal, key_result)


def _readable(series: Series, cadences: Sequence[Cadence], most: int) -> Cadence:
    fitting = (each for each in cadences if len(series.at(each)) <= most)
    return next(fitting, cadences[-1])


def _chart(
    ws: Workspace,
    reader: SeriesReader,
    series: Series,
    cadence: Cadence | None,
    goal: Goal | None = None,
    key_result: KeyResult | None = None,
) -> ChartSeries:
    plan: tuple[PlanValue, ...] = ()
    if goal is not None and key_result is not None:
        typed = read_plan(ws.connection, id_of(key_result))
        plan = plan_in_force(reader, goal, key_result, typed, series, ws.today())
    chart = chart_series(
        series,
        cadence=cadence or series.kpi.cadence,
        goal=goal,
        key_result=key_result,
        plan_values=plan,
        today=ws.today(),
    )
    return in_context(ws, chart, series, goal, key_result)
