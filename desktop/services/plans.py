"""The plans in force: typed steps, or those that follow the season of the KPI's own years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.core.counted import count
from desktop.core.goal import Goal, KeyResult, PlanValue
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence
from desktop.core.seasonal_plan import season_before, seasonal_steps
from desktop.core.series import Series
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace

_YEARS = 5  # what is older says little of the season of today


def plan_in_force(
    reader: SeriesReader,
    goal: Goal,
    key_result: KeyResult,
    typed: Sequence[PlanValue],
    series: Series,
    today: date,
) -> tuple[PlanValue, ...]:
    """The steps of the key result's plan: those typed, otherwise the season's where the plan is
    a seasonal one; none for a straight plan.  ``series`` has the KPI's values around the goal's
    start."""
    if typed or not key_result.seasonal:
        return tuple(typed)
    counted = count(goal, key_result, series.kpi, series, today, series.year_start)
    history = _history(reader, series.kpi, goal.start, today)
    return seasonal_steps(goal, key_result, history, counted.baseline)


def seasonal_plan(
    ws: Workspace, goal: Goal, key_result: KeyResult, kpi_id: int
) -> tuple[PlanValue, ...]:
    """The plan that a seasonal key result would have, for the editor."""
    reader = SeriesReader(ws)
    series = reader.recent(reader.kpis[kpi_id], 1, since=goal.start)
    counted = count(goal, key_result, series.kpi, series, ws.today(), series.year_start)
    history = _history(reader, series.kpi, goal.start, ws.today())
    return seasonal_steps(goal, key_result, history, counted.baseline)


def has_season(ws: Workspace, kpi_id: int, start: date) -> bool:
    """Whether the years before ``start`` show a season that a plan could follow."""
    reader = SeriesReader(ws)
    found = reader.kpis.get(kpi_id)
    if found is None:
        return False
    return season_before(_history(reader, found, start, ws.today()), start) is not None


def _history(reader: SeriesReader, kpi: Kpi, start: date, today: date) -> Series:
    """The years before ``start``; days as the months that their plan goes by."""
    since = start.replace(year=max(start.year - _YEARS, 1), day=1)
    if kpi.cadence is Cadence.DAY:
        months = (today.year - since.year) * 12 + today.month - since.month
        return reader.months(kpi, max(months, 0), today)
    return reader.recent(kpi, 1, since=since)
