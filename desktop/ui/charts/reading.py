"""What a chart says about one period, and which stretch of time it shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.core.chart_series import ChartSeries, Expected, Limits, Point, Standout
from desktop.core.period import Period


class Span(StrEnum):
    """The stretches that can be chosen with one click."""

    WHOLE = "whole"
    YEAR = "1 year"
    THIRTEEN = "13 periods"


@dataclass(frozen=True, slots=True)
class Reading:
    """The values of one period; ``None`` where a series has none."""

    period: Period
    actual: float | None = None
    plan: float | None = None
    last_year: float | None = None
    expected: Expected | None = None  # of a period that is still to come
    limits: Limits | None = None
    standout: Standout | None = None
    partial: bool = False  # the actual value does not cover the whole period
    newest: bool = False  # there is no later actual value

    @property
    def from_plan(self) -> float | None:
        """How far the actual value is from the plan."""
        if self.actual is None or self.plan is None or self.partial:
            return None
        return self.actual - self.plan

    @property
    def from_last_year(self) -> float | None:
        if self.actual is None or self.last_year is None or self.partial:
            return None
        return self.actual - self.last_year


def readings(series: ChartSeries) -> list[Reading]:
    """Every period of a chart in ascending order, with the values of all its series."""
    actual, plan, last_year = (
        {point.period: point for point in points}
        for points in (series.actual, series.plan, series.last_year)
    )
    expected = {each.period: each for each in series.expected}
    limits = {each.period: each for each in series.limits}
    standouts = {each.period: each for each in series.standouts}
    periods = sorted(actual.keys() | plan.keys() | last_year.keys() | expected.keys())

    def value(points: dict[Period, Point], period: Period) -> float | None:
        point = points.get(period)
        return None if point is None else point.value

    return [
        Reading(
            period,
            value(actual, period),
            value(plan, period),
            value(last_year, period),
            expected.get(period),
            limits.get(period),
            standouts.get(period),
            partial=period in actual and actual[period].partial,
            newest=bool(series.actual) and period == series.actual[-1].period,
        )
        for period in periods
    ]
