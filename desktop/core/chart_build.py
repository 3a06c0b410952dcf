"""From a KPI's series, and the goal that uses it, to what its chart shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from desktop.core.chart_series import ChartSeries, Point
from desktop.core.counted import Counted, count
from desktop.core.goal import Comparison, Goal, KeyResult, PlanValue
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.plan import plan_at
from desktop.core.series import Series


def chart_series(
    series: Series,
    *,
    cadence: Cadence,
    first: date | None = None,
    last: date | None = None,
    goal: Goal | None = None,
    key_result: KeyResult | None = None,
    plan_values: Sequence[PlanValue] = (),
    today: date,
) -> ChartSeries:
    """The chart at ``cadence``, of the periods that touch ``first`` to ``last``.

    All values are a period's own, also for a total: its plan is then what each period should
    add, and it has no target line. Where periods add up to a longer one, so does the plan, and
    the target is shown only at the KPI's own cadence. Last year's values stand at the periods
    that they are compared with.
    """
    kpi = series.kpi
    actual = series.at(cadence)
    own_scale = cadence is kpi.cadence or not kpi.sums
    plan: list[Point] = []
    target = None
    if goal is not None and key_result is not None and kpi.better is not Better.BAND:
        counted = count(goal, key_result, kpi, series, today, series.year_start)
        plan = _plan(series, cadence, goal, key_result, plan_values, counted)
        if own_scale and key_result.comparison is not Comparison.TOTAL:
            target = key_result.target
    is_band = kpi.better is Better.BAND and own_scale
    return ChartSeries(
        title=kpi.name,
        unit=kpi.unit,
        decimals=kpi.decimals,
        cadence=cadence,
        actual=tuple(_within([_point(each, today) for each in actual], first, last)),
        last_year=tuple(_within(_last_year(actual, plan, today), first, last)),
        plan=tuple(_within(plan, first, last)),
        target=target,
        target_day=goal.deadline if goal is not None else None,
        band=(kpi.band_low, kpi.band_high) if is_band else None,
        sums=kpi.sums,
    )


def _point(measurement: Measurement, today: date) -> Point:
    return Point(measurement.period, measurement.value, measurement.partial(today))


def _within(points: Iterable[Point], first: date | None, last: date | None) -> Iterable[Point]:
    """The points whose periods touch the days; every point without limits."""
    if first is None and last is None:
        return points
    first = first or date.min
    last = last or date.max
    return (p for p in points if p.period.start <= last and p.period.end >= first)


def _last_year(
    actual: Sequence[Measurement], plan: Sequence[Point], today: date
) -> Iterable[Point]:
    """Last year's whole periods, at the periods measured or planned this year."""
    values = {each.period.start: each for each in actual}  # a date is a faster key than a period
    shown = {each.period.start: each.period for each in actual}
    shown.update((point.period.start, point.period) for point in plan)
    for _, period in sorted(shown.items()):
        earlier = period.a_year_earlier()
        then = values.get(earlier.start) if earlier is not None else None
        if then is not None and not then.partial(today):
            yield Point(period, then.value)


def _plan(
    series: Series,
    cadence: Cadence,
    goal: Goal,
    key_result: KeyResult,
    steps: Sequence[PlanValue],
    counted: Counted,
) -> list[Point]:
    """The plan of each of the KPI's own periods, added up as the KPI adds up."""
    if counted.last is None:
        return []
    measured = []
    for n in range(counted.first.until(counted.last) + 1):
        period = counted.first.shift(n)
        value = _planned(period, series.kpi, goal, key_result, steps, counted)
        if value is not None:
            measured.append(Measurement(period, value))
    add_up = AddUp.LAST if series.kpi.formula else series.kpi.add_up
    planned = Series(replace(series.kpi, add_up=add_up), measured, series.year_start)
    return [Point(each.period, each.value) for each in planned.at(cadence)]


def _planned(
    period: Period,
    kpi: Kpi,
    goal: Goal,
    key_result: KeyResult,
    steps: Sequence[PlanValue],
    counted: Counted,
) -> float | None:
    def plan(day: date) -> float | None:
        return plan_at(
            key_result,
            goal,
            steps,
            day,
            better=kpi.better,
            baseline=counted.baseline,
            start=counted.plan_start,
        )

    value = plan(period.end)
    if value is None or key_result.comparison is not Comparison.TOTAL:
        return value
    return value - (plan(period.start - timedelta(days=1)) or 0.0)
