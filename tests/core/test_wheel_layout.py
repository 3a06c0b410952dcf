"""The geometry of the annual wheel: days and angles, rings, arcs and labels."""

from __future__ import annotations

import math
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.company import Company
from desktop.core.period import Cadence, Period
from desktop.core.wheel import Lane, WheelEvent
from desktop.core.wheel_days import occurrences
from desktop.core.wheel_dial import Dial
from desktop.core.wheel_labels import Wish, place_labels
from desktop.core.wheel_layout import WheelLayout, WheelSizes
from desktop.core.wheel_year import Mark, MarkKind, WheelYear

SIZES = WheelSizes(
    words=140,
    aside=18,
    line=18,
    weeks=18,
    months=20,
    season=34,
    name=16,
    ticks=8,
    least=8,
    thickest=22,
)
year_starts = st.builds(date, st.integers(1990, 2060), st.integers(1, 12), st.just(1))


def fiscal(start: date) -> Period:
    return Period(Cadence.YEAR, start)


def wheel(
    start: date, events: list[tuple[int, int, int]], marks: list[int], lanes: int = 3
) -> WheelYear:
    """Events as lane, first day of the year and length; marks as days of the year."""
    year = fiscal(start)
    made = [
        WheelEvent(
            id=n,
            lane_id=lane % lanes,
            title=f"E{n}",
            start=start + timedelta(first),
            end=start + timedelta(first + length),
        )
        for n, (lane, first, length) in enumerate(events)
    ]
    return WheelYear(
        company=Company(name="AB"),
        today=start,
        year=year,
        lanes=tuple(Lane(id=n, name=f"L{n}") for n in range(lanes)),
        occurrences=tuple(occurrences(made, year.start, year.end)),
        marks=tuple(Mark(MarkKind.MILESTONE, start + timedelta(day), "M") for day in marks),
    )


def test_the_year_begins_at_the_top_and_goes_clockwise() -> None:
    dial = Dial(fiscal(date(2027, 1, 1)), 100, 100)
    assert dial.spot(dial.angle(date(2027, 1, 1)), 50) == pytest.approx((100, 50))
    quarter = dial.spot(dial.angle(date(2027, 4, 2)), 50)  # day 91 of 365
    assert quarter.x > 149
    assert abs(quarter.y - 100) < 1
    assert dial.end_angle(date(2027, 12, 31)) == pytest.approx(2 * math.pi)


def test_weeks_and_months_of_a_broken_fiscal_year() -> None:
    dial = Dial(fiscal(date(2026, 7, 1)), 0, 0)
    assert [month.start.month for month in dial.months()] == [7, 8, 9, 10, 11, 12, *range(1, 7)]
    weeks = [week.iso_week for week in dial.weeks()]
    assert weeks[0] == (2026, 27)  # Monday 29 June 2026
    assert (2026, 53) in weeks  # 2026 has 53 weeks
    assert weeks[-1] == (2027, 26)


@given(start=year_starts, into=st.integers(0, 364))
def test_days_become_angles_and_days_again(start: date, into: int) -> None:
    dial = Dial(fiscal(start), 3.5, -2)
    day = start + timedelta(into)
    begin, end = dial.angle(day), dial.end_angle(day)
    assert dial.day(begin) == dial.day((begin + end) / 2) == day
    for share in (0.001, 0.5, 0.999):
        angle, radius = dial.polar(*dial.spot(begin + (end - begin) * share, 80))
        assert dial.day(angle) == day
        assert radius == pytest.approx(80)


events = st.lists(
    st.tuples(st.integers(0, 5), st.integers(-40, 364), st.integers(0, 400)), max_size=25
)


@settings(max_examples=60, deadline=None)
@given(
    start=year_starts,
    events=events,
    marks=st.lists(st.integers(0, 364), max_size=12),
    lanes=st.integers(1, 6),
    width=st.integers(560, 1800),
    height=st.integers(320, 1000),
)
def test_nothing_overlaps_and_all_is_inside(
    start: date,
    events: list[tuple[int, int, int]],
    marks: list[int],
    lanes: int,
    width: int,
    height: int,
) -> None:
    year = wheel(start, events, marks, lanes)
    layout = WheelLayout(year, width, height, SIZES)
    assert len(layout.arcs) == len(year.occurrences) + len(marks)
    for arc in layout.arcs:
        assert 0 <= arc.begin < arc.end <= 2 * math.pi + 1e-9
        assert layout.hole <= arc.ring.inner < arc.ring.outer <= layout.season.inner
    for a, b in combinations(layout.arcs, 2):
        apart_in = a.ring.outer <= b.ring.inner + 1e-9 or b.ring.outer <= a.ring.inner + 1e-9
        assert apart_in or a.end <= b.begin + 1e-9 or b.end <= a.begin + 1e-9
    for place, arc in enumerate(layout.arcs):
        found = layout.arc_at(*layout.dial.spot(arc.middle, arc.ring.middle))
        assert found == place
    for outer, inner in pairwise(layout.lanes):
        assert outer.whole.inner == pytest.approx(inner.whole.outer)
    assert 2 * layout.radius <= min(height, width) + 1e-9
    assert layout.column >= SIZES.words - 1e-9
    assert len(layout.labels) + layout.hidden == len(layout.arcs)
    for right in (True, False):
        column = sorted(label.y for label in layout.labels if label.right == right)
        assert all(b - a >= SIZES.line - 1e-6 for a, b in pairwise(column))
        assert all(-1e-6 <= y <= height - SIZES.line + 1e-6 for y in column)


def test_an_arc_lies_in_its_lane_and_covers_its_days() -> None:
    year = wheel(date(2026, 1, 1), [(1, 31, 27)], [])  # the whole of February
    layout = WheelLayout(year, 900, 560, SIZES)
    (arc,) = layout.arcs
    lane, day = layout.lane_at(*layout.dial.spot(arc.middle, arc.ring.middle)) or (None, None)
    assert lane is layout.lanes[2]  # the goals come first
    assert day == date(2026, 2, 15)
    assert layout.dial.day(arc.begin) == date(2026, 2, 1)
    assert arc.end == pytest.approx(layout.dial.angle(date(2026, 3, 1)))


def test_what_overlaps_in_a_lane_gets_sub_rings() -> None:
    year = wheel(date(2026, 1, 1), [(0, 0, 60), (0, 30, 60), (0, 100, 20)], [])
    first, second, third = sorted(WheelLayout(year, 900, 560, SIZES).arcs, key=lambda a: a.begin)
    assert second.ring.outer <= first.ring.inner
    assert third.ring == first.ring  # free again


def test_labels_without_room_are_counted_and_the_weightiest_stay() -> None:
    wishes = [Wish(n, 0.1 + n * 0.01, weight=n) for n in range(10)]
    found = place_labels(wishes, middle=50, radius=40, top=0, bottom=100, line=20)
    assert sorted(label.key for label in found) == [5, 6, 7, 8, 9]


def test_a_label_stands_at_its_own_height_where_it_can() -> None:
    (label,) = place_labels(
        [Wish(0, math.pi / 2)], middle=50, radius=40, top=0, bottom=100, line=10
    )
    assert (label.key, label.right) == (0, True)
    assert label.y == pytest.approx(45)
