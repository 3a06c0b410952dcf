"""Which periods the chart of a sheet shows: enough history, the goal, and not too many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from desktop.core.chart_series import ChartSeries, Expected, Limits, Point, Standout
from desktop.core.goal import Goal
from desktop.core.period import Cadence, Period
from desktop.core.series import Series

_Dated = TypeVar("_Dated", Point, Limits, Standout, Expected)

LEAST = 13  # periods of history: a year, and its start again
AHEAD = 12  # periods of a plan or forecast that are shown after the newest value of a KPI
AHEAD_OPEN = 6  # and of a forecast where the goal has no deadline
MOST = 37  # periods that are still told apart on a sheet: three years of months


@dataclass(frozen=True, slots=True)
class ChartWindow:
    """The periods from ``first`` to ``last``, both of ``cadence``."""

    first: Period
    last: Period

    @property
    def cadence(self) -> Cadence:
        return self.first.cadence

    @property
    def count(self) -> int:
        return self.first.until(self.last) + 1


def chart_window(series: Series, goal: Goal, today: date) -> ChartWindow:
    """The finest cadence at which the goal from start to deadline and 13 periods of history fit;
    a finer one when that would leave fewer than 13 values and there are more."""
    cadences = [each for each in Cadence if each.fineness >= series.kpi.cadence.fineness]
    windows = [_window(series, cadence, goal, today) for cadence in cadences]
    chosen = next((each for each in windows if each.count <= MOST), windows[-1])
    if _values(series, chosen) < LEAST:
        richer = (each for each in windows if _values(series, each) >= LEAST)
        chosen = next(richer, chosen)
    return _cut(chosen, _newest(series, chosen.cadence, today))


def _values(series: Series, window: ChartWindow) -> int:
    return len(series.at(window.cadence))


def _newest(series: Series, cadence: Cadence, today: date) -> Period:
    measured = series.at(cadence)
    if measured:
        return measured[-1].period
    return Period.containing(cadence, today, series.year_start)


def _window(series: Series, cadence: Cadence, goal: Goal, today: date) -> ChartWindow:
    newest = _newest(series, cadence, today)
    start = Period.containing(cadence, goal.start, series.year_start)
    first = min(start, newest.shift(1 - LEAST))
    measured = series.at(cadence)
    if measured:  # a history that is shorter leaves no empty room before it
        first = max(first, min(start, measured[0].period))
    if goal.deadline is None:
        ahead = AHEAD_OPEN if len(measured) >= LEAST else 0
        return ChartWindow(first, max(newest.shift(ahead), start))
    end = Period.containing(cadence, goal.deadline, series.year_start)
    return ChartWindow(first, max(newest, start, end))


def _cut(window: ChartWindow, newest: Period) -> ChartWindow:
    """At most what can be told apart: less of the past than 13 periods is not shown for it, and
    of the time to come what is left."""
    spare = window.count - MOST
    if spare <= 0:
        return window
    history = max(0, window.first.until(newest) + 1 - LEAST)
    first = window.first.shift(min(spare, history))
    last = min(window.last, first.shift(MOST - 1))
    return ChartWindow(first, last)


def newest_part(chart: ChartSeries) -> ChartSeries:
    """The chart of a KPI by itself: its newest periods, and of plan and forecast what comes next,
    as many in all as are told apart on a sheet."""
    if not chart.actual:
        return chart
    newest = chart.actual[-1].period
    coming = [*(p.period for p in chart.plan), *(p.period for p in chart.expected)]
    last = max([newest, *coming], key=lambda period: period.start)
    last = min(last, newest.shift(AHEAD), key=lambda period: period.start)
    return within(chart, last.shift(1 - MOST), last)


def within(chart: ChartSeries, first: Period, last: Period) -> ChartSeries:
    """The part of a chart from one period to another, with all that puts it in context there."""

    def inside(each: Iterable[_Dated]) -> tuple[_Dated, ...]:
        return tuple(p for p in each if first.start <= p.period.start <= last.start)

    return replace(
        chart,
        actual=inside(chart.actual),
        last_year=inside(chart.last_year),
        plan=inside(chart.plan),
        limits=inside(chart.limits),
        standouts=inside(chart.standouts),
        expected=inside(chart.expected),
        original=inside(chart.original),
    )
