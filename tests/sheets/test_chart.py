"""The chart on paper: its notation, its scale, its differences."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.chart_series import (
    ChartSeries,
    Effort,
    Expected,
    Limits,
    Occasion,
    Point,
    Standout,
)
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import wording
from desktop.sheets.chart import Chart, drawable
from desktop.sheets.chart_scale import round_ticks
from desktop.sheets.elements import Area, Box, Dot, Element, Hatch, Layout, Polygon, Ring, Stroke
from desktop.sheets.ink import COLOUR, GREY, Ink
from desktop.sheets.pen import Pen
from tests.sheets.contents import full_goal
from tests.sheets.places import check, said

FIRST = Period(Cadence.MONTH, date(2026, 1, 1))
BOX = Box(20.0, 20.0, 110.0, 80.0)


def points(*values: float | None, start: Period = FIRST) -> tuple[Point, ...]:
    return tuple(
        Point(start.shift(index), value) for index, value in enumerate(values) if value is not None
    )


def series(**more) -> ChartSeries:
    facts = {"title": "Orders", "unit": Unit(), "decimals": 0, "cadence": Cadence.MONTH}
    return ChartSeries(**(facts | more))


def drawn(chart: ChartSeries, ink: Ink = COLOUR, *, lower_is_better: bool = False) -> Layout:
    layout = Layout(297, 210)
    Chart(Pen(layout, ink, wording("en")), chart, BOX, lower_is_better=lower_is_better).draw()
    return layout


def areas(layout: Layout, **like: object) -> list[Box]:
    """The boxes of the rectangles that have these looks."""
    return [
        element.box
        for element in layout.elements
        if isinstance(element, Area)
        and all(getattr(element, name) == value for name, value in like.items())
    ]


def test_sums_are_bars_that_stand_on_zero() -> None:
    layout = drawn(series(actual=points(10, 20, -5), sums=True))
    ten, twenty, minus = areas(layout, fill=COLOUR.actual)
    assert ten.bottom == twenty.bottom == minus.y  # the line of zero
    assert twenty.height == pytest.approx(2 * ten.height)
    assert minus.height == pytest.approx(ten.height / 2)


def test_plan_is_outlined_last_year_lighter_and_behind() -> None:
    chart = series(actual=points(10), last_year=points(8), plan=points(12), sums=True)
    layout = drawn(chart)
    (actual,) = areas(layout, fill=COLOUR.actual)
    (last_year,) = areas(layout, fill=COLOUR.last_year)
    (plan,) = areas(layout, outline=COLOUR.plan, fill="")
    assert last_year.x < actual.x < plan.x
    order = [element.box for element in layout.elements if isinstance(element, Area)]
    assert order.index(actual) > max(order.index(last_year), order.index(plan))


def test_an_unfinished_period_is_dashed_and_white() -> None:
    last = Point(FIRST.shift(1), 5.0, partial=True)
    layout = drawn(series(actual=(*points(10), last), sums=True))
    assert len(areas(layout, dashed=True, fill="#FFFFFF", outline=COLOUR.actual)) == 1


def test_levels_are_a_line_with_points_and_gaps() -> None:
    layout = drawn(series(actual=points(10, 12, None, 11, 13)))
    lines = [
        element
        for element in layout.elements
        if isinstance(element, Stroke) and element.colour == COLOUR.actual
    ]
    assert [len(line.points) for line in lines] == [2, 2]
    assert sum(isinstance(element, Dot) for element in layout.elements) == 4


@pytest.mark.parametrize(
    ("lower_is_better", "colour"), [(False, COLOUR.better), (True, COLOUR.worse)]
)
def test_the_differences_from_the_plan_have_the_colour_of_their_meaning(
    lower_is_better: bool, colour: str
) -> None:
    chart = series(actual=points(12, 13, 14), plan=points(11, 12, 13), sums=True)
    assert len(areas(drawn(chart, lower_is_better=lower_is_better), fill=colour)) == 3


def test_differences_are_told_apart_without_colour() -> None:
    chart = series(actual=points(12, 11, 14), plan=points(11, 12, 13), sums=True)
    plot_floor = max(box.bottom for box in areas(drawn(chart, GREY), outline=GREY.plan))
    below = [box for box in areas(drawn(chart, GREY), fill="") if box.y > plot_floor]
    black = [box for box in areas(drawn(chart, GREY), fill=GREY.worse) if box.y > plot_floor]
    assert (len(below), len(black)) == (2, 1)


def test_differences_have_the_scale_of_the_chart() -> None:
    layout = drawn(series(actual=points(12, 13, 14), plan=points(11, 12, 12), sums=True))
    bars = areas(layout, fill=COLOUR.actual)
    differences = areas(layout, fill=COLOUR.better)
    assert bars[0].height / 12 == pytest.approx(differences[0].height / 1)
    assert differences[2].height == pytest.approx(2 * differences[0].height)


def test_the_series_are_named_and_the_axis_has_unit_and_years() -> None:
    chart = series(
        unit=Unit(UnitKind.CURRENCY, "EUR"),
        actual=points(*[1000.0 * n for n in range(1, 15)]),
        last_year=points(900, 900),
        plan=points(1000, 2000),
        target=12_000,
    )
    text = said(drawn(chart))
    for part in (
        "Orders",
        "EUR, by month",
        "Actual",
        "Last year",
        "Plan",
        "Target",
        "2026",
        "2027",
    ):
        assert part in text


def test_a_year_starts_the_names_of_its_months() -> None:
    chart = series(actual=points(*range(1, 26), start=Period(Cadence.MONTH, date(2024, 11, 1))))
    text = said(drawn(chart)).split()
    assert text.count("Jan") == 2
    assert "2025" in text


def of(layout: Layout, kind: type[Element]) -> list[Element]:
    return [element for element in layout.elements if isinstance(element, kind)]


def levels(**more) -> ChartSeries:
    """Three months at 10, 20 and 30, and what comes next."""
    expected = (
        Expected(FIRST.shift(3), 40.0, (35.0, 45.0), (30.0, 50.0)),
        Expected(FIRST.shift(4), 40.0, (30.0, 50.0), (20.0, 60.0)),
    )
    return series(**({"actual": points(10, 20, 30), "expected": expected} | more))


def test_a_forecast_of_levels_is_a_dashed_line_in_two_ranges_that_open_at_the_newest() -> None:
    layout = drawn(levels())
    most, half = of(layout, Polygon)
    assert (most.fill, half.fill) == COLOUR.fan
    newest = of(layout, Dot)[-1]
    assert most.points[0] == half.points[0] == (newest.x, newest.y)
    (line,) = [each for each in of(layout, Stroke) if each.dashed]
    assert line.points[0] == (newest.x, newest.y)
    assert len(line.points) == 3
    assert "Forecast" in said(layout)
    assert "50 and 80 % range" in said(layout)


def test_a_forecast_of_sums_is_hatched_bars_with_their_range() -> None:
    layout = drawn(levels(sums=True))
    first, second = of(layout, Hatch)
    (tallest,) = [box for box in areas(layout, fill=COLOUR.actual) if box.height > 0][-1:]
    assert first.box.height == pytest.approx(second.box.height)
    assert first.box.height / tallest.height == pytest.approx(40 / 30)
    whiskers = [
        each.points
        for each in of(layout, Stroke)
        if each.colour == COLOUR.text and each.points[0][0] == each.points[1][0]
    ]
    lengths = [abs(points[0][1] - points[1][1]) for points in whiskers[-2:]]
    assert lengths[1] == pytest.approx(2 * lengths[0])  # 20 to 60 against 30 to 50


def test_a_range_wider_than_the_rest_is_cut_at_the_edge_of_the_chart() -> None:
    wild = Expected(FIRST.shift(3), 40.0, (0.0, 1e9), (0.0, 1e12))
    layout = drawn(levels(expected=(wild,), sums=True))
    ten, twenty, thirty = areas(layout, fill=COLOUR.actual)
    assert thirty.height > 15.0, "the values are still seen"
    assert twenty.height == pytest.approx(2 * ten.height)


def test_natural_limits_begin_anew_and_signals_have_a_ring() -> None:
    limits = tuple(
        Limits(FIRST.shift(n), 20.0, 5.0, 35.0, trial=False, stretch=n // 2) for n in range(3)
    )
    standouts = (Standout(FIRST.shift(2), (1,), 1),)
    layout = drawn(series(actual=points(10, 20, 30), limits=limits, standouts=standouts))
    assert [each.fill for each in of(layout, Polygon)] == [COLOUR.room] * 2
    assert all(each.outline == "" for each in of(layout, Polygon))
    assert len([each for each in of(layout, Stroke) if each.dashed]) == 2 * 2 + 2  # and the key's
    newest = of(layout, Dot)[-1]
    assert (newest.x, newest.y) in [(ring.x, ring.y) for ring in of(layout, Ring)]
    assert "natural limits" in said(layout)
    assert "more than noise" in said(layout)
    trial = tuple(Limits(FIRST.shift(n), 20.0, 5.0, 35.0, trial=True) for n in range(3))
    assert "trial limits" in said(drawn(series(actual=points(10, 20, 30), limits=trial)))


def test_a_ring_at_the_edge_of_many_periods_covers_no_number() -> None:
    day = Period(Cadence.DAY, date(2025, 1, 1))
    actual = points(*[float(n % 7) for n in range(400)], start=day)
    ends = tuple(Standout(actual[n].period, (1,), 1) for n in (0, -1))
    layout = drawn(series(cadence=Cadence.DAY, actual=actual, standouts=ends))
    assert len(of(layout, Ring)) == 2 + 1  # and the key's
    check(layout)


def test_the_first_plan_and_target_are_dotted_and_named() -> None:
    layout = drawn(
        series(
            actual=points(10, 20),
            plan=points(10, 20, 30),
            target=30,
            original=points(10, 15, 20),
            original_target=20,
        )
    )
    assert len([each for each in of(layout, Stroke) if each.dotted]) == 2
    for name in ("First plan", "First target", "20", "Target", "30"):
        assert name in said(layout)


def test_events_and_activities_stand_above_on_their_days() -> None:
    layout = drawn(
        series(
            actual=points(*range(1, 13)),
            occasions=(
                Occasion(date(2026, 3, 1), "New site", rebase=True),
                Occasion(date(2026, 7, 1), "Fair"),
            ),
            efforts=(
                Effort("Letters", date(2026, 4, 1)),
                Effort("Leaflets", date(2026, 2, 1), date(2026, 5, 31), killed=True),
            ),
        )
    )
    check(layout)
    upright = [
        each
        for each in of(layout, Stroke)
        if each.colour == COLOUR.signal and each.points[0][0] == each.points[1][0]
    ]
    assert sorted((each.points[0][0], each.dotted) for each in upright)[0][1] is False
    assert [each.dotted for each in upright].count(True) == 1
    bars = [
        each for each in of(layout, Stroke) if each.colour == COLOUR.signal and each.width > 0.5
    ]
    assert sorted(each.dashed for each in bars) == [False, True]
    for name in ("New site", "Fair", "Letters", "Leaflets (ended)"):
        assert name in said(layout)


def test_what_has_no_row_is_counted() -> None:
    efforts = tuple(Effort(f"Activity {n}", date(2026, 1, 1)) for n in range(12))
    layout = drawn(series(actual=points(*range(1, 13)), efforts=efforts))
    check(layout)
    shown = said(layout).count("Activity")
    assert 1 <= shown < 12
    assert f"+{12 - shown} more" in said(layout)


def test_everything_at_once_in_grey_has_no_colour_and_covers_nothing() -> None:
    chart = full_goal().chart
    assert chart is not None
    layout = drawn(chart, GREY)
    check(layout)
    for element in layout.elements:
        for colour in (getattr(element, name, "") for name in ("colour", "fill", "outline")):
            assert not colour or len({colour[1:3], colour[3:5], colour[5:7]}) == 1, element


def test_only_values_make_a_chart() -> None:
    assert not drawable(None)
    assert not drawable(series())
    assert not drawable(series(plan=points(1, 2)))
    assert not drawable(series(actual=points(float("nan"))))
    assert drawable(series(actual=points(1)))


@given(
    values=st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=9),
    from_zero=st.booleans(),
    clock=st.booleans(),
)
def test_ticks_are_even_and_hold_all_values(
    values: list[float], from_zero: bool, clock: bool
) -> None:
    ticks = round_ticks(values, from_zero=from_zero, clock=clock)
    steps = [after - before for before, after in pairwise(ticks)]
    assert 1 <= len(steps) <= 8
    assert min(steps) > 0
    assert max(steps) == pytest.approx(min(steps), rel=1e-3)
    slack = steps[0] * 1e-6
    assert ticks[0] <= min(values) + slack
    assert ticks[-1] >= max(values) - slack
    assert not from_zero or 0.0 in ticks


def test_ticks_of_durations_are_round_on_a_clock() -> None:
    assert round_ticks([0, 7200], from_zero=True, clock=True) == (0, 1800, 3600, 5400, 7200)
