"""What a week is held against, and what the scorecard says of the newest."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.kpi import Better, Kpi
from desktop.core.period import Cadence, Period
from desktop.core.sheet_weekly import WeekAim, last_weeks, week_aim, weekly_message, weekly_row
from desktop.core.unit import Quantity, Unit
from desktop.qtkit.wording import wording

MONDAY = date(2026, 7, 6)


def test_thirteen_weeks_that_are_over() -> None:
    weeks = last_weeks(date(2026, 7, 10))  # a Friday
    assert len(weeks) == 13
    assert weeks[-1] == Period(Cadence.WEEK, date(2026, 6, 29))
    assert weeks[0] == Period(Cadence.WEEK, date(2026, 4, 6))
    assert last_weeks(MONDAY)[-1].end == date(2026, 7, 5)


@pytest.mark.parametrize(
    ("better", "value", "hit"),
    [
        (Better.HIGHER, 100.0, True),
        (Better.HIGHER, 99.9, False),
        (Better.LOWER, 100.0, True),
        (Better.LOWER, 100.1, False),
    ],
)
def test_exactly_the_goal_is_a_hit(better: Better, value: float, hit: bool) -> None:
    aim = week_aim(Kpi(name="Buns", better=better), 100.0)
    assert aim is not None
    assert aim.hit(value) is hit


@pytest.mark.parametrize(("value", "hit"), [(2.9, False), (3.0, True), (5.0, True), (5.1, False)])
def test_a_band_holds_whatever_is_planned(value: float, hit: bool) -> None:
    aim = week_aim(Kpi(name="Stock", better=Better.BAND, band_low=3.0, band_high=5.0), 4.0)
    assert aim == WeekAim(3.0, 5.0)
    assert aim.hit(value) is hit


def test_without_a_plan_there_is_no_verdict() -> None:
    assert week_aim(Kpi(name="Buns"), None) is None
    assert week_aim(Kpi(name="Stock", better=Better.BAND), None) is None


def test_a_week_that_is_not_whole_has_a_value_and_no_verdict() -> None:
    aims = [WeekAim(low=10.0), WeekAim(low=12.0), None, WeekAim(low=11.0)]
    row = weekly_row(
        Kpi(name="Buns"), "Eva", "", [(10, True), (10, True), (9, True), (3, False)], aims
    )
    assert [cell.hit for cell in row.cells] == [True, False, None, None]
    assert (row.hits, row.judged) == (1, 2)
    assert row.low == Quantity(11.0, Unit())
    assert row.high is None


def test_the_newest_week_with_verdicts_is_told() -> None:
    weeks = last_weeks(MONDAY)[-2:]
    rows = [
        weekly_row(Kpi(name="A"), "", "", [(1, True), None], [WeekAim(low=1.0), WeekAim(low=1.0)]),
        weekly_row(Kpi(name="B"), "", "", [(1, True), None], [WeekAim(low=2.0), None]),
    ]
    said = wording("en").say(weekly_message(weeks, rows))
    assert said == "In week 26, 2026, 1 of 2 measures with a goal hit it."


def test_what_is_lacking_is_said() -> None:
    weeks = last_weeks(MONDAY)[-1:]
    row = weekly_row(Kpi(name="A"), "", "", [(1, True)], [None])
    assert "No week has a goal yet" in wording("en").say(weekly_message(weeks, [row]))
    assert "No KPI" in wording("en").say(weekly_message(weeks, []))
