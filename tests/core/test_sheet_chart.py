"""Which periods the chart of a sheet shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.chart_series import ChartSeries, Expected, Limits, Point, Standout
from desktop.core.goal import Goal
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.series import Series
from desktop.core.sheet_chart import LEAST, MOST, chart_window, newest_part, within
from desktop.core.unit import Unit

TODAY = date(2026, 7, 10)


def history(cadence: Cadence, count: int, until: date = date(2026, 6, 30)) -> Series:
    """So many periods with a value, the last one with ``until`` in it."""
    last = Period.containing(cadence, until)
    measurements = [Measurement(last.shift(1 - count + n), float(n)) for n in range(count)]
    return Series(Kpi(id=1, name="Orders", cadence=cadence), measurements)


def goal(start: date, deadline: date | None = None) -> Goal:
    return Goal(statement="More", start=start, deadline=deadline)


def test_a_year_of_months_has_history_and_the_way_to_the_deadline() -> None:
    window = chart_window(
        history(Cadence.MONTH, 60), goal(date(2026, 1, 1), date(2026, 12, 31)), TODAY
    )
    assert window.first.start == date(2025, 6, 1)  # thirteen months up to June
    assert window.last.start == date(2026, 12, 1)


def test_days_over_a_year_are_shown_as_months() -> None:
    window = chart_window(
        history(Cadence.DAY, 900), goal(date(2026, 1, 1), date(2026, 12, 31)), TODAY
    )
    assert window.cadence is Cadence.MONTH


def test_days_over_three_weeks_stay_days() -> None:
    window = chart_window(
        history(Cadence.DAY, 900), goal(date(2026, 6, 20), date(2026, 7, 5)), TODAY
    )
    assert window.cadence is Cadence.DAY
    assert window.count >= LEAST


def test_a_short_history_is_shown_finer() -> None:
    """Three weeks of days in a year's goal would be one month."""
    window = chart_window(
        history(Cadence.DAY, 21), goal(date(2026, 6, 1), date(2027, 5, 31)), TODAY
    )
    assert window.cadence is Cadence.DAY


def test_a_history_that_is_shorter_leaves_no_empty_room() -> None:
    window = chart_window(history(Cadence.MONTH, 4), goal(date(2026, 5, 1)), TODAY)
    assert window.first.start == date(2026, 3, 1)


def test_without_values_the_goal_itself_is_shown() -> None:
    window = chart_window(
        history(Cadence.MONTH, 0), goal(date(2026, 5, 1), date(2026, 10, 31)), TODAY
    )
    assert window.last.start == date(2026, 10, 1)


def test_an_open_goal_has_room_for_half_a_year_of_forecast() -> None:
    window = chart_window(history(Cadence.MONTH, 30), goal(date(2025, 1, 1)), TODAY)
    assert (window.first.start, window.last.start) == (date(2025, 1, 1), date(2026, 12, 1))
    short = chart_window(history(Cadence.MONTH, 4), goal(date(2025, 1, 1)), TODAY)
    assert short.last.start == date(2026, 6, 1), "too short to be forecast"


@given(
    cadence=st.sampled_from(list(Cadence)),
    count=st.integers(0, 400),
    start=st.dates(date(2016, 1, 1), date(2026, 7, 1)),
    length=st.none() | st.integers(1, 4000),
)
def test_never_too_many_and_never_too_few(
    cadence: Cadence, count: int, start: date, length: int | None
) -> None:
    series = history(cadence, count)
    deadline = None if length is None else start + timedelta(days=length)
    window = chart_window(series, goal(start, deadline), TODAY)
    assert 1 <= window.count <= MOST
    assert window.cadence.fineness >= cadence.fineness
    shown = [each for each in series.at(window.cadence) if window.first <= each.period]
    assert len(shown) >= min(LEAST, len(series.at(window.cadence)))


@pytest.mark.parametrize("year_start", [1, 5, 9])
def test_quarters_follow_the_fiscal_year(year_start: int) -> None:
    first = Period.containing(Cadence.QUARTER, date(2020, 6, 1), year_start)
    kpi = Kpi(id=1, name="Profit", cadence=Cadence.QUARTER)
    series = Series(kpi, [Measurement(first.shift(n), 1.0) for n in range(24)], year_start)
    window = chart_window(series, goal(date(2026, 2, 1), date(2026, 11, 30)), TODAY)
    assert window.first.start.month % 3 == year_start % 3


def test_a_kpi_by_itself_shows_its_newest_periods_and_what_is_planned_next() -> None:
    months = [Period(Cadence.MONTH, date(2020, 1, 1)).shift(n) for n in range(100)]
    actual = tuple(Point(month, 1.0) for month in months[:78])  # up to June 2026
    plan = tuple(Point(month, 2.0) for month in months[60:])
    chart = newest_part(
        ChartSeries("Orders", Unit(), 0, Cadence.MONTH, actual, plan=plan, last_year=actual)
    )
    assert chart.actual[-1].period.start == date(2026, 6, 1)
    assert chart.plan[-1].period.start == date(2027, 6, 1), "a year ahead"
    first = min(chart.actual[0].period.start, chart.last_year[0].period.start)
    assert first == date(2024, 6, 1), "37 months in all"


def test_a_kpi_without_values_has_nothing_to_cut() -> None:
    empty = ChartSeries("Orders", Unit(), 0, Cadence.MONTH)
    assert newest_part(empty) == empty


def test_what_puts_a_chart_in_context_is_cut_with_it() -> None:
    first = Period(Cadence.MONTH, date(2024, 1, 1))
    months = [first.shift(n) for n in range(60)]
    chart = ChartSeries(
        title="Orders",
        unit=Unit(),
        decimals=0,
        cadence=Cadence.MONTH,
        actual=tuple(Point(month, 1.0) for month in months[:48]),
        limits=tuple(Limits(month, 1.0, 0.0, 2.0, trial=False) for month in months[:48]),
        standouts=tuple(Standout(month, (1,), 1) for month in months[:48]),
        expected=tuple(Expected(month, 1.0, (1.0, 1.0), (1.0, 1.0)) for month in months[48:]),
        original=tuple(Point(month, 1.0) for month in months),
    )
    cut = within(chart, months[40], months[50])
    counts = (cut.actual, cut.limits, cut.standouts, cut.expected, cut.original)
    assert [len(each) for each in counts] == [8, 8, 8, 3, 11]
    newest = newest_part(chart)
    assert newest.expected == chart.expected
    assert len(newest.actual) + len(newest.expected) == MOST
