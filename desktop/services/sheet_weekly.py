"""The content of the weekly scorecard, from the company file."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.chart_build import chart_series
from desktop.core.goal import Comparison, Goal, GoalState
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.core.record import record
from desktop.core.sheet_weekly import (
    MOST,
    WEEKS,
    WeeklyRow,
    WeeklySheet,
    last_weeks,
    week_aim,
    weekly_message,
    weekly_row,
)
from desktop.services.company import company
from desktop.services.goal_views import GoalView, GoalViewer, ResultView
from desktop.services.goals import goals
from desktop.services.kpi_rows import KpiRow, kpi_rows
from desktop.services.kpis import kpis
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace

_DAYS = 7
_SPARE = 2  # weeks, since the newest may not be over


@record(frozen=True, slots=True)
class _Measure:
    """A KPI with weeks, and the key result of an active goal that it serves."""

    row: KpiRow
    view: GoalView | None = None
    result: ResultView | None = None


def has_weeks(ws: Workspace) -> bool:
    """Whether there is a KPI by day or week."""
    return any(_by_week(kpi) for kpi in kpis(ws))


def weekly_sheet(ws: Workspace) -> WeeklySheet:
    """KPIs by day or week: those of key results in the order of the active goals, then the leading
    ones, then the rest by name."""
    weeks = last_weeks(ws.today())
    measures, longer = _measures(ws)
    reader = SeriesReader(ws)
    rows = [_row(reader, measure, weeks, ws) for measure in measures[:MOST]]
    days = [
        week.end
        for row in rows
        for week, cell in zip(weeks, row.cells, strict=True)
        if cell.value is not None
    ]
    return WeeklySheet(
        company=company(ws),
        message=weekly_message(weeks, rows),
        as_of=max(days, default=None),
        today=ws.today(),
        weeks=weeks,
        rows=tuple(rows),
        more=max(len(measures) - MOST, 0),
        longer=longer,
    )


def _by_week(kpi: Kpi) -> bool:
    return kpi.cadence in (Cadence.DAY, Cadence.WEEK)


def _measures(ws: Workspace) -> tuple[list[_Measure], int]:
    """Each KPI once, and how many have no weeks."""
    every = kpi_rows(ws)
    rows = {row.kpi.id: row for row in every if _by_week(row.kpi)}
    found: dict[int | None, _Measure] = {}
    viewer = GoalViewer(ws, forecasts=False)
    for goal in goals(ws):
        if goal.state is GoalState.ACTIVE:
            view = viewer.view(goal)
            for result in view.results:
                row = rows.get(None if result.kpi is None else result.kpi.id)
                if row is not None:
                    found.setdefault(row.kpi.id, _Measure(row, view, result))
    others = [row for row in rows.values() if row.kpi.id not in found]
    others.sort(key=lambda row: not row.kpi.leading)  # stable: by name within
    return [*found.values(), *map(_Measure, others)], len(every) - len(rows)


def _row(
    reader: SeriesReader, measure: _Measure, weeks: Sequence[Period], ws: Workspace
) -> WeeklyRow:
    kpi, today = measure.row.kpi, ws.today()
    count = (WEEKS + _SPARE) * (_DAYS if kpi.cadence is Cadence.DAY else 1)
    since = None if measure.view is None else measure.view.goal.start
    series = reader.recent(kpi, count, since=since)
    values = {
        each.period: (each.value, not each.partial(today)) for each in series.at(Cadence.WEEK)
    }
    planned: dict[Period, float] = {}
    owner = measure.row.owner
    if measure.view is not None and measure.result is not None:
        goal, result = measure.view.goal, measure.result
        owner = result.owner or measure.view.owner or owner
        chart = chart_series(
            series,
            cadence=Cadence.WEEK,
            goal=goal,
            key_result=result.key_result,
            plan_values=result.plan,
            today=today,
        )
        planned = {point.period: point.value for point in chart.plan}
        if _every_week(goal, result) and result.key_result.target is not None:
            planned = {week: planned.get(week, result.key_result.target) for week in weeks}
        planned = {
            week: value
            for week, value in planned.items()
            if week.start >= goal.start and (goal.deadline is None or week.end <= goal.deadline)
        }
    return weekly_row(
        kpi,
        owner,
        "" if measure.view is None else measure.view.goal.statement,
        [values.get(week) for week in weeks],
        [week_aim(kpi, planned.get(week)) for week in weeks],
    )


def _every_week(goal: Goal, result: ResultView) -> bool:
    """Whether a week is held against the target where there is no plan for it."""
    if result.kpi is None or result.kpi.cadence is not Cadence.WEEK:
        return False
    comparison = result.key_result.comparison
    return comparison is Comparison.PER_PERIOD or (
        comparison is Comparison.LEVEL and goal.deadline is None
    )
