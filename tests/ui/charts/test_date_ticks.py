"""Which dates the time axis names, by how much room there is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.period import Cadence, Period
from desktop.qtkit.wording import wording
from desktop.ui.charts.date_ticks import DateTicks, date_ticks


def ticks(
    first: date, last: date, width: float, cadence: Cadence, language: str = "en"
) -> DateTicks:
    anchor = Period.containing(cadence, first)
    return date_ticks(
        first.toordinal(), last.toordinal(), width, cadence, anchor, wording(language)
    )


def fine(found: DateTicks) -> list[str]:
    return [label.text for label in found.fine]


def coarse(found: DateTicks) -> list[str]:
    return [label.text for label in found.coarse]


YEAR = (date(2025, 1, 1), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("sv", ["jan.", "feb.", "mars", "apr.", "maj", "juni"]),
        ("da", ["jan.", "feb.", "mar.", "apr.", "maj", "jun."]),
        ("en", ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]),
    ],
)
def test_months_are_named_in_the_readers_language(language: str, names: list[str]) -> None:
    found = ticks(*YEAR, 900, Cadence.MONTH, language)
    assert fine(found)[:6] == names
    assert coarse(found) == ["2025"]


def test_with_less_room_only_the_first_months_of_quarters_are_named() -> None:
    assert fine(ticks(*YEAR, 300, Cadence.MONTH)) == ["Jan", "Apr", "Jul", "Oct"]


def test_with_little_room_only_years_are_named_and_there_is_one_row() -> None:
    found = ticks(date(2016, 1, 1), date(2026, 1, 1), 900, Cadence.DAY)
    assert fine(found) == [str(year) for year in range(2016, 2026)]
    assert found.coarse == ()


def test_with_very_little_room_every_fifth_year_is_named() -> None:
    assert fine(ticks(date(2000, 1, 1), date(2026, 1, 1), 400, Cadence.MONTH)) == [
        "2000", "2005", "2010", "2015", "2020", "2025",
    ]  # fmt: skip


def test_days_stand_over_their_month() -> None:
    found = ticks(date(2026, 2, 26), date(2026, 3, 3), 600, Cadence.DAY)
    assert fine(found) == ["26", "27", "28", "1", "2"]
    assert coarse(found) == ["February 2026", "March 2026"]


def test_weeks_are_numbered_as_iso_does() -> None:
    found = ticks(date(2026, 12, 21), date(2027, 1, 18), 300, Cadence.WEEK)
    assert fine(found) == ["w52", "w53", "w1", "w2"]


def test_quarters_of_a_calendar_year_have_numbers() -> None:
    found = ticks(*YEAR, 500, Cadence.QUARTER)
    assert fine(found) == ["Q1", "Q2", "Q3", "Q4"]


def test_quarters_of_another_fiscal_year_have_months() -> None:
    anchor = Period(Cadence.QUARTER, date(2025, 2, 1))
    found = date_ticks(
        date(2025, 2, 1).toordinal(),
        date(2025, 8, 1).toordinal(),
        500,
        Cadence.QUARTER,
        anchor,
        wording("en"),
    )
    assert fine(found) == ["Feb\u2013Apr", "May\u2013Jul"]


def test_fiscal_years_keep_their_own_names() -> None:
    anchor = Period(Cadence.YEAR, date(2024, 9, 1))
    first, last = date(2024, 9, 1).toordinal(), date(2026, 8, 31).toordinal()
    found = date_ticks(first, last, 400, Cadence.YEAR, anchor, wording("sv"))
    assert fine(found) == ["2024/25", "2025/26"]


def test_an_axis_without_room_names_nothing() -> None:
    assert ticks(*YEAR, 0, Cadence.MONTH) == DateTicks(())


@given(
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.integers(1, 20_000),
    st.integers(60, 2000),
    st.sampled_from(list(Cadence)),
)
def test_labels_are_in_order_and_few_enough_to_be_read(
    first: date, days: int, width: int, cadence: Cadence
) -> None:
    found = ticks(first, first + timedelta(days=days), width, cadence)
    starts = [label.first for label in found.fine]
    assert starts == sorted(set(starts))
    assert len(starts) <= width / 26 + 2
