"""Series as arrays: what is visible, and long lines made short without losing a peak."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.chart_series import Point
from desktop.ui.charts.tracks import Tracks, thinned
from tests.ui.charts.charted import FIRST, days, months


def test_each_value_stands_over_its_own_days() -> None:
    tracks = Tracks.of(months(2))
    july, august = date(2024, 7, 1).toordinal(), date(2024, 8, 1).toordinal()
    assert tracks.actual.left.tolist() == [july, august]
    assert tracks.actual.right.tolist() == [august, date(2024, 9, 1).toordinal()]
    assert tracks.middle_of(july) == july + 15.5


def test_the_extent_reaches_to_the_plan_and_the_target_day() -> None:
    series = months(3, plan=(Point(FIRST.shift(5), 1.0),))
    assert Tracks.of(series).extent(None) == (
        date(2024, 7, 1).toordinal(),
        date(2025, 1, 1).toordinal(),
    )
    later = date(2025, 6, 30)
    assert Tracks.of(series).extent(later) == (
        date(2024, 7, 1).toordinal(),
        later.toordinal() + 1,
    )
    assert Tracks.of(replace(series, actual=(), last_year=(), plan=())).extent(later) is None


def test_the_range_is_of_what_is_visible() -> None:
    tracks = Tracks.of(months(24))
    first, last = date(2024, 9, 1).toordinal(), date(2024, 11, 1).toordinal()
    assert tracks.range_of_values(first, last) == (102_000, 103_000)
    assert tracks.range_of_values(last, first) is None


def test_the_newest_full_period_is_not_the_one_that_is_unfinished() -> None:
    unfinished = replace(months(3).actual[-1], partial=True)
    tracks = Tracks.of(months(3, actual=(*months(2).actual, unfinished)))
    assert tracks.actual.newest_full == 1
    alone = Tracks.of(months(1, actual=(replace(months(1).actual[0], partial=True),)))
    assert alone.actual.newest_full == 0
    assert Tracks.of(months(0)).actual.newest_full is None


def test_a_short_line_stays_as_it_is() -> None:
    x, y = np.arange(100.0), np.arange(100.0)
    assert thinned(x, y, 800)[1] is y


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=300, max_size=3000),
    st.integers(10, 120),
)
def test_a_thinned_line_keeps_the_lowest_and_highest_of_every_pixel(
    values: list[float], width: int
) -> None:
    x = np.linspace(0, width, len(values))
    y = np.array(values)
    thin_x, thin_y = thinned(x, y, width)
    assert len(thin_x) <= 2 * (width + 1)
    for pixel in range(width):
        here, there = np.floor(x) == pixel, np.floor(thin_x) == pixel
        assert y[here].min() == thin_y[there].min()
        assert y[here].max() == thin_y[there].max()


def test_ten_years_of_days_are_found_by_day() -> None:
    tracks = Tracks.of(days())
    left = float(date(2020, 2, 29).toordinal())
    assert tracks.values_on(left) == [(date(2020, 2, 29) - date(2016, 1, 1)).days]
    assert tracks.values_on(left + 0.5) == []
