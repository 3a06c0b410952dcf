"""Where key results are heading: what counts, what is too little, and the words for it."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from desktop.core.assessment import Status
from desktop.core.goal import Comparison
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.measurement import Measurement
from desktop.core.outlook import outlook
from desktop.core.period import Cadence, Period
from desktop.core.series import Series
from tests.core.fixtures import ORDERS, assess, goal_of_2026, monthly
from tests.core.test_key_result_status import english

KPI = Kpi(id=1, name="Orders", unit=ORDERS)
TODAY = date(2026, 9, 10)  # August is the newest full month
SEASON = [60, 70, 90, 110, 130, 150, 140, 120, 100, 90, 70, 70]  # a year of 1,200


def two_years_and(part: int, kpi: Kpi = KPI, seed: int = 1) -> Series:
    """Two years of the season with a little noise, and so many months of 2026."""
    chance = random.Random(seed)
    months = [*SEASON, *SEASON, *SEASON[:part]]
    return monthly([value + chance.gauss(0, 3) for value in months], year=2024, kpi=kpi)


def look(series: Series, today: date = TODAY):
    """A look ahead over the whole of a series."""

    def read(cadence: Cadence) -> Series:
        kpi = replace(series.kpi, cadence=cadence)
        return Series(kpi, series.at(cadence), series.year_start)

    return lambda aim: outlook(aim, read, today)


def ahead(series: Series, today: date = TODAY, **more):
    return assess(series, today=today, look_ahead=look(series, today), **more)


def test_a_good_season_does_not_hide_the_quiet_one_that_follows():
    """Eight months of the season are 870 of 1,200, and the last four bring 330: linear pace wants
    860 for a target of 1,290, which will not be met."""
    series = two_years_and(8)
    found = ahead(series, target=1200.0, comparison=Comparison.TOTAL)
    assert found.outlook.landing == pytest.approx(1200, abs=25)
    assert found.outlook.low < found.current + 330 < found.outlook.high
    assert found.outlook.best == max(each.value for each in series.measurements)
    assert ahead(series, target=1120.0, comparison=Comparison.TOTAL).status is Status.ON_TRACK
    high = ahead(series, target=1290.0, comparison=Comparison.TOTAL)
    assert high.status is Status.OFF_TRACK
    assert assess(series, today=TODAY, target=1290.0, comparison=Comparison.TOTAL).status is (
        Status.ON_TRACK
    )


def test_early_in_a_late_season_nobody_is_alarmed():
    """Three months of the season are 220: a straight plan wants 300."""
    series = two_years_and(3)
    facts = {"today": date(2026, 4, 9), "target": 1150.0, "comparison": Comparison.TOTAL}
    assert ahead(series, **facts).status is Status.ON_TRACK
    assert assess(series, **facts).status is not Status.ON_TRACK


def test_the_sentence_says_what_it_takes_and_the_best_ever():
    series = two_years_and(8)
    total = sum(each.value for each in series.measurements[24:])
    found = ahead(series, target=2000.0, comparison=Comparison.TOTAL)
    said = english(found.reason)
    assert said.startswith(f"{total:.0f} orders by 2026-08-31, heading for ")
    assert "the chance of reaching 2000 is 1. It takes " in said  # in percent
    best = max(each.value for each in series.measurements)
    assert said.endswith(f"a month; the best ever was {best:.0f}.")


def test_a_level():
    chance = random.Random(2)
    series = monthly([100 + 5 * n + chance.gauss(0, 2) for n in range(32)], year=2024)
    found = ahead(series, baseline=200.0, target=270.0)
    assert found.outlook.landing == pytest.approx(100 + 5 * 35, abs=8)
    assert found.status is Status.ON_TRACK
    assert "heading for" in english(found.reason)
    less = replace(KPI, better=Better.LOWER)
    falling = monthly([-each.value for each in series.measurements], year=2024, kpi=less)
    lower = ahead(falling, baseline=-200.0, target=-270.0)
    assert lower.outlook.probability == pytest.approx(found.outlook.probability, abs=0.06)
    assert lower.outlook.best == -found.outlook.best


def test_a_total_that_must_stay_below_its_limit():
    costs = replace(KPI, better=Better.LOWER)
    series = two_years_and(8, costs)
    within = ahead(series, target=1300.0, comparison=Comparison.TOTAL)
    assert within.status is Status.ON_TRACK
    assert "heading for" in english(within.reason)
    assert ahead(series, target=1120.0, comparison=Comparison.TOTAL).status is Status.OFF_TRACK
    passed = ahead(series, target=800.0, comparison=Comparison.TOTAL)
    assert (passed.status, passed.outlook) == (Status.OFF_TRACK, None)
    assert "pace" not in english(passed.reason)


def test_every_period():
    series = monthly([100 + (n % 3) for n in range(32)], year=2024)
    safe = ahead(series, target=90.0, comparison=Comparison.PER_PERIOD)
    assert (safe.status, safe.outlook.landing) == (Status.ON_TRACK, 1.0)
    assert english(safe.reason).endswith(
        "met in 8 of 8 months. The chance that four of five hold is 99."
    )
    never = ahead(series, target=120.0, comparison=Comparison.PER_PERIOD)
    assert (never.status, never.outlook.landing) == (Status.OFF_TRACK, 0.0)


@pytest.mark.parametrize(
    ("low", "high", "status"),
    [
        (90.0, 110.0, Status.ON_TRACK),
        (None, 110.0, Status.ON_TRACK),
        (90.0, None, Status.ON_TRACK),
        (110.0, None, Status.OFF_TRACK),
    ],
)
def test_a_band(low, high, status):
    kpi = replace(KPI, better=Better.BAND, band_low=low, band_high=high)
    series = monthly([100 + (n % 3) for n in range(32)], year=2024, kpi=kpi)
    assert ahead(series).status is status


def test_few_periods_are_judged_by_pace_and_it_is_said():
    series = monthly([100, 101, 99, 100, 102])
    june = date(2026, 6, 9)
    for comparison, target in [(Comparison.TOTAL, 1200.0), (Comparison.PER_PERIOD, 90.0)]:
        found = ahead(series, june, target=target, comparison=comparison)
        assert found.outlook is None
        assert found.status is Status.ON_TRACK
        assert english(found.reason).endswith(
            "Judged by pace: history is too short for a forecast."
        )


def test_nothing_is_said_of_forecasts_where_no_forecast_is_wanted():
    series = two_years_and(8)
    open_goal = ahead(series, goal=goal_of_2026(deadline=None), baseline=0.0, target=500.0)
    over = ahead(series, goal=goal_of_2026(deadline=date(2026, 8, 31)), target=2000.0, baseline=0.0)
    reached = ahead(series, target=50.0, baseline=10.0)
    for found in (open_goal, over, reached):
        assert found.outlook is None
        assert "pace" not in english(found.reason)


def days(count: int, first: date, kpi: Kpi, closed: tuple[int, ...] = ()) -> Series:
    chance = random.Random(3)
    start = Period(Cadence.DAY, first)
    return Series(
        kpi,
        [
            Measurement(start.shift(n), 10 + chance.gauss(0, 1))
            for n in range(count)
            if n % 7 not in closed
        ],
    )


def test_days_far_ahead_are_summed_by_months_and_parts_of_months():
    """Two years and half of 2026 of ten a day: 3,650 in the year."""
    series = days(365 * 2 + 1 + 195, date(2024, 1, 1), replace(KPI, cadence=Cadence.DAY))
    today = date(2026, 7, 16)
    found = ahead(series, today, target=3600.0, comparison=Comparison.TOTAL)
    assert found.outlook.landing == pytest.approx(3650, abs=30)
    short = goal_of_2026(deadline=date(2026, 10, 10))  # 282 days
    part = ahead(series, today, goal=short, target=2900.0, comparison=Comparison.TOTAL)
    assert part.outlook.landing == pytest.approx(2830, abs=30)


def test_days_near_the_end_are_days_and_days_without_a_value_bring_nothing():
    kpi = replace(KPI, cadence=Cadence.DAY)
    series = days(365, date(2026, 1, 1), kpi, closed=(5, 6))
    series = Series(kpi, series.measurements[:240])  # 48 weeks of five days
    newest = series.measurements[-1].period
    left = newest.until(Period(Cadence.DAY, date(2026, 12, 31)))
    assert left < 45
    today = newest.shift(1).start
    sofar = sum(each.value for each in series.measurements)
    found = ahead(series, today, target=2600.0, comparison=Comparison.TOTAL)
    assert found.outlook.landing - sofar == pytest.approx(left * 50 / 7, rel=0.12)


def test_the_level_of_days_far_ahead_is_that_of_its_month():
    kpi = replace(KPI, cadence=Cadence.DAY, add_up=AddUp.MEAN)
    series = days(365 * 2 + 195, date(2024, 1, 1), kpi)
    found = ahead(series, date(2026, 7, 16), baseline=9.0, target=12.0)
    assert found.outlook.landing == pytest.approx(10, abs=0.5)
    assert found.status is Status.OFF_TRACK
