"""On which days events take place: once or every year, 29 February and the turn of the year."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.faults import NotAllowed
from desktop.core.wheel import WheelEvent
from desktop.core.wheel_days import Occurrence, checked_event, moved, occurrences, shifted


def event(start: date, end: date | None = None, *, yearly: bool = False) -> WheelEvent:
    return WheelEvent(id=1, lane_id=1, title="Mässa", start=start, end=end or start, yearly=yearly)


def days(found: list[Occurrence]) -> list[tuple[date, date]]:
    return [(each.start, each.end) for each in found]


def test_an_event_takes_place_once() -> None:
    fair = event(date(2026, 3, 2), date(2026, 3, 6))
    assert days(occurrences([fair], date(2026, 1, 1), date(2026, 12, 31))) == [
        (date(2026, 3, 2), date(2026, 3, 6))
    ]
    assert not occurrences([fair], date(2027, 1, 1), date(2027, 12, 31))


def test_a_yearly_event_comes_back_from_its_first_year_on() -> None:
    fair = event(date(2026, 3, 2), date(2026, 3, 6), yearly=True)
    assert not occurrences([fair], date(2025, 1, 1), date(2025, 12, 31))
    assert days(occurrences([fair], date(2031, 1, 1), date(2031, 12, 31))) == [
        (date(2031, 3, 2), date(2031, 3, 6))
    ]


def test_29_february_is_the_28th_where_there_is_none() -> None:
    leap = event(date(2024, 2, 29), yearly=True)
    found = {
        year: days(occurrences([leap], date(year, 1, 1), date(year, 12, 31)))
        for year in (2025, 2028)
    }
    assert found[2025] == [(date(2025, 2, 28), date(2025, 2, 28))]
    assert found[2028] == [(date(2028, 2, 29), date(2028, 2, 29))]


def test_over_new_year_it_is_in_both_years() -> None:
    sale = event(date(2025, 12, 27), date(2026, 1, 10), yearly=True)
    assert days(occurrences([sale], date(2026, 1, 1), date(2026, 12, 31))) == [
        (date(2025, 12, 27), date(2026, 1, 10)),
        (date(2026, 12, 27), date(2027, 1, 10)),
    ]


def test_moving_one_occurrence_moves_all_years() -> None:
    leap = event(date(2024, 2, 29), date(2024, 3, 3), yearly=True)
    (in_2026,) = occurrences([leap], date(2026, 1, 1), date(2026, 12, 31))
    later = shifted(in_2026, 7)
    assert (later.start, later.end) == (date(2024, 3, 7), date(2024, 3, 10))
    longer = moved(in_2026, in_2026.start, date(2026, 3, 8))
    assert (longer.start, longer.end) == (date(2024, 2, 29), date(2024, 3, 8))  # kept as typed


def test_what_cannot_be_is_refused() -> None:
    for wrong in (
        event(date(2026, 3, 2), date(2026, 3, 1)),
        event(date(2026, 3, 2), date(2027, 3, 2), yearly=True),
        WheelEvent(lane_id=1, title="  ", start=date(2026, 1, 1), end=date(2026, 1, 1)),
        event(date(9999, 1, 1)),
    ):
        with pytest.raises(NotAllowed):
            checked_event(wrong)
    early = Occurrence(event(date(1, 1, 2)), date(1, 1, 2), date(1, 1, 2))
    with pytest.raises(NotAllowed):
        shifted(early, -7)
    yearly = event(date(1, 1, 2), yearly=True)
    with pytest.raises(NotAllowed):
        shifted(Occurrence(yearly, date(2, 1, 2), date(2, 1, 2)), -7)


@given(
    start=st.dates(date(2000, 1, 1), date(2050, 12, 31)),
    length=st.integers(0, 360),
    by=st.integers(-800, 800),
)
def test_there_and_back(start: date, length: int, by: int) -> None:
    once = event(start, start + timedelta(length))
    there = shifted(Occurrence(once, once.start, once.end), by)
    assert there.end - there.start == timedelta(length)
    assert shifted(Occurrence(there, there.start, there.end), -by) == once


@given(start=st.dates(date(2000, 1, 1), date(2050, 12, 31)), length=st.integers(0, 360))
def test_every_year_has_its_own_occurrence(start: date, length: int) -> None:
    yearly = event(start, start + timedelta(length), yearly=True)
    found = occurrences([yearly], start, date(start.year + 9, 12, 31))
    assert [each.start.year for each in found] == list(range(start.year, start.year + 10))
    assert all(each.start <= each.end for each in found)
    assert all(a.end < b.start for a, b in pairwise(found))
