"""What the chart shows, as data."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.core.chart_build import chart_series
from desktop.core.formula import formula_series
from desktop.core.goal import Comparison, PlanValue
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.series import Series
from tests.core.fixtures import ORDERS, goal_of_2026, monthly, open_goal, result

KPI = Kpi(id=1, name="Orders", unit=ORDERS)
TODAY = date(2026, 4, 15)


def values(points):
    return {point.period.start: point.value for point in points}


def test_actual_and_last_year():
    series = monthly(range(1, 17), year=2025, month=1)
    chart = chart_series(series, cadence=Cadence.MONTH, today=TODAY)
    assert (chart.title, chart.unit, chart.cadence, chart.sums) == (
        "Orders",
        ORDERS,
        Cadence.MONTH,
        True,
    )
    assert len(chart.actual) == 16
    assert [point.partial for point in chart.actual[-2:]] == [False, True]
    assert values(chart.last_year) == {
        date(2026, 1, 1): 1.0,
        date(2026, 2, 1): 2.0,
        date(2026, 3, 1): 3.0,
        date(2026, 4, 1): 4.0,
    }
    assert (chart.plan, chart.target, chart.target_day, chart.band) == ((), None, None, None)


def test_week_53_is_compared_with_nothing_and_shifts_nothing():
    kpi = replace(KPI, cadence=Cadence.WEEK)
    first = Period.containing(Cadence.WEEK, date(2019, 12, 30))
    weeks = [Measurement(first.shift(n), float(n + 1)) for n in range(53 + 52)]
    chart = chart_series(Series(kpi, weeks), cadence=Cadence.WEEK, today=date(2022, 2, 1))
    shown = {point.period.iso_week: point.value for point in chart.last_year}
    assert shown == {(2021, week): float(week) for week in range(1, 53)}


def test_a_leap_day_is_compared_with_nothing():
    kpi = replace(KPI, cadence=Cadence.DAY)
    days = [date(2023, 2, 27) + timedelta(days=n) for n in range(370)]
    series = Series(kpi, [Measurement(Period(Cadence.DAY, day), 1.0) for day in days])
    shown = values(chart_series(series, cadence=Cadence.DAY, today=TODAY).last_year)
    assert date(2024, 2, 28) in shown
    assert date(2024, 2, 29) not in shown
    assert date(2024, 3, 1) in shown


def test_the_window_of_days_cuts_every_line():
    series = monthly(range(1, 17), year=2025, month=1)
    chart = chart_series(
        series,
        cadence=Cadence.MONTH,
        first=date(2026, 2, 10),
        last=date(2026, 3, 1),
        goal=goal_of_2026(),
        key_result=result(baseline=10.0, target=20.0),
        today=TODAY,
    )
    february_and_march = [date(2026, 2, 1), date(2026, 3, 1)]
    for line in (chart.actual, chart.last_year, chart.plan):
        assert list(values(line)) == february_and_march
    since = chart_series(series, cadence=Cadence.MONTH, first=date(2026, 4, 30), today=TODAY)
    assert list(values(since.actual)) == [date(2026, 4, 1)]
    until = chart_series(series, cadence=Cadence.MONTH, last=date(2025, 1, 1), today=TODAY)
    assert list(values(until.actual)) == [date(2025, 1, 1)]


def test_a_levels_plan_runs_to_the_deadline_with_last_year_beside_it():
    chart = chart_series(
        monthly([290.0] * 12 + [310.0] * 3, year=2025, month=1),
        cadence=Cadence.MONTH,
        goal=goal_of_2026(),
        key_result=result(baseline=300.0, target=400.0),
        today=TODAY,
    )
    assert len(chart.plan) == 12
    assert values(chart.plan)[date(2026, 1, 1)] == pytest.approx(300 + 100 * 31 / 365)
    assert chart.plan[-1].value == 400.0
    assert (chart.target, chart.target_day) == (400.0, date(2026, 12, 31))
    assert len(chart.last_year) == 12  # also for the months still to come


def test_a_totals_plan_is_what_each_period_should_add():
    key_result = result(target=3650.0, comparison=Comparison.TOTAL)
    facts = {"goal": goal_of_2026(), "key_result": key_result, "today": TODAY}
    chart = chart_series(monthly([300.0] * 3), cadence=Cadence.MONTH, **facts)
    assert values(chart.plan)[date(2026, 2, 1)] == pytest.approx(280.0)
    assert sum(point.value for point in chart.plan) == pytest.approx(3650.0)
    assert chart.target is None
    quarterly = chart_series(monthly([300.0] * 3), cadence=Cadence.QUARTER, **facts)
    assert [point.value for point in quarterly.plan] == pytest.approx([900, 910, 920, 920])


def test_typed_steps_show():
    steps = [PlanValue(date(2026, 6, 30), 350.0)]
    chart = chart_series(
        monthly([300.0] * 3),
        cadence=Cadence.MONTH,
        goal=goal_of_2026(),
        key_result=result(target=400.0, comparison=Comparison.PER_PERIOD),
        plan_values=steps,
        today=TODAY,
    )
    assert [point.value for point in chart.plan] == [350.0] * 6 + [400.0] * 6


@pytest.mark.parametrize(
    ("add_up", "plan", "target"),
    [(AddUp.SUM, 1200.0, None), (AddUp.MEAN, 400.0, 400.0), (AddUp.LAST, 400.0, 400.0)],
)
def test_a_longer_period_adds_the_plan_up_and_keeps_the_target_only_on_its_scale(
    add_up, plan, target
):
    chart = chart_series(
        monthly([300.0] * 3, kpi=replace(KPI, add_up=add_up)),
        cadence=Cadence.QUARTER,
        goal=goal_of_2026(),
        key_result=result(target=400.0, comparison=Comparison.PER_PERIOD),
        today=TODAY,
    )
    assert [point.value for point in chart.plan] == [plan] * 4
    assert chart.target == target


def test_a_formulas_plan_is_no_sum():
    parts = {"a": monthly([2.0] * 3), "b": monthly([4.0] * 3)}
    kpi = Kpi(id=1, name="Rate", formula="a / b")
    chart = chart_series(
        formula_series(kpi, parts),
        cadence=Cadence.QUARTER,
        goal=goal_of_2026(),
        key_result=result(target=0.6, comparison=Comparison.PER_PERIOD),
        today=TODAY,
    )
    assert [point.value for point in chart.actual] == [0.5]
    assert [point.value for point in chart.plan] == [0.6] * 4
    assert (chart.target, chart.sums) == (0.6, False)


def test_an_open_goal_has_a_target_and_no_plan():
    chart = chart_series(
        monthly([300.0] * 3),
        cadence=Cadence.MONTH,
        goal=open_goal(),
        key_result=result(baseline=300.0, target=400.0),
        today=TODAY,
    )
    assert (chart.plan, chart.target, chart.target_day) == ((), 400.0, None)


def test_a_level_that_begins_nowhere_has_no_plan():
    chart = chart_series(
        monthly([300.0] * 3),
        cadence=Cadence.MONTH,
        goal=goal_of_2026(),
        key_result=result(target=400.0),
        today=TODAY,
    )
    assert (chart.plan, chart.target) == ((), 400.0)


def test_a_band_is_shown_on_its_own_scale():
    kpi = replace(KPI, better=Better.BAND, band_low=1.0, band_high=2.0)
    facts = {"goal": goal_of_2026(), "key_result": result(target=5.0), "today": TODAY}
    month = chart_series(monthly([1.5] * 3, kpi=kpi), cadence=Cadence.MONTH, **facts)
    assert (month.band, month.target, month.plan) == ((1.0, 2.0), None, ())
    quarter = chart_series(monthly([1.5] * 3, kpi=kpi), cadence=Cadence.QUARTER, **facts)
    assert quarter.band is None


def test_ten_years_of_days_take_milliseconds():
    kpi = replace(KPI, cadence=Cadence.DAY)
    days = [date(2016, 1, 1) + timedelta(days=n) for n in range(3653)]
    measurements = [Measurement(Period(Cadence.DAY, day), 1.0) for day in days]

    def seconds(cadence):
        begun = time.perf_counter()
        chart_series(Series(kpi, measurements), cadence=cadence, today=TODAY)
        return time.perf_counter() - begun

    assert min(seconds(Cadence.MONTH) for _ in range(5)) < 0.02
    assert min(seconds(Cadence.DAY) for _ in range(5)) < 0.1
