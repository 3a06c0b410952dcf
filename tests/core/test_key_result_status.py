"""Key results as people meet them: numbers by hand, status and sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.assessment import Status
from desktop.core.goal import Comparison, GoalState, PlanValue
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message
from desktop.core.outlook import Outlook
from desktop.core.period import Cadence, Period
from desktop.core.series import Series
from desktop.core.unit import Unit, UnitKind
from tests.core.fixtures import ORDERS, assess, goal_of_2026, monthly, open_goal

NOVEMBER = date(2026, 11, 24)
KPI = Kpi(id=1, name="Orders", unit=ORDERS)


def english(message: Message) -> str:
    """The sentence with plain numbers and dates."""

    def plain(value):
        if isinstance(value, Message):
            return english(value)
        if hasattr(value, "unit"):
            number = value.value * (100 if value.unit.kind is UnitKind.PERCENT else 1)
            return f"{number:.{value.decimals}f}{value.unit.symbol and ' '}{value.unit.symbol}"
        return value.start if isinstance(value, Period) else value

    text = message.plural if message.plural and message.count != 1 else message.text
    return text.format(**{name: plain(value) for name, value in message.values.items()})


def test_a_level_is_judged_at_the_day_of_its_newest_full_month():
    series = monthly([310, 320, 330, 340, 350, 360, 365, 370, 378, 382, 900])
    found = assess(series, today=NOVEMBER, baseline=300.0, target=400.0)
    assert found.status is Status.ON_TRACK
    assert (found.current, found.as_of) == (382.0, date(2026, 10, 31))
    assert found.progress == pytest.approx(0.82)
    assert found.expected == pytest.approx(300 + 100 * 304 / 365)
    assert found.expected_progress == pytest.approx(304 / 365)
    assert found.gap == pytest.approx(382 - 383.2877, abs=1e-3)
    assert found.partial.value == 900.0
    assert found.name == "Orders"
    assert english(found.reason) == (
        "382 orders against 383 planned by 2026-10-31; the target is 400 by 2026-12-31."
    )


def test_a_total_counts_from_the_period_that_the_goal_starts_in():
    series = monthly([999, 100, 110, 120], month=1)
    goal = goal_of_2026(start=date(2026, 2, 14), deadline=date(2026, 7, 31))
    found = assess(
        series, goal=goal, today=date(2026, 5, 20), target=700.0, comparison=Comparison.TOTAL
    )
    assert (found.current, found.progress) == (330.0, pytest.approx(330 / 700))
    # 1 February to 30 April are 89 of the 181 days to the end of July.
    assert found.expected == pytest.approx(700 * 89 / 181)
    assert found.status is Status.ON_TRACK
    assert english(found.reason) == (
        "330 orders against 344 planned by 2026-04-30; 124 a month reaches the target, "
        "and the best so far is 120."
    )


def test_a_total_says_what_is_enough():
    found = assess(
        monthly([400.0] * 6), today=date(2026, 7, 20), target=4000.0, comparison=Comparison.TOTAL
    )
    # 1 600 in six months are 266.67 a month.
    assert english(found.reason).endswith("267 a month reaches the target.")


def test_lower_is_better():
    kpi = Kpi(
        id=1, name="Returns", unit=Unit(UnitKind.PERCENT), decimals=1, better=Better.LOWER,
        add_up=AddUp.MEAN,
    )  # fmt: skip
    series = monthly([0.10, 0.09, 0.085], kpi=kpi)
    found = assess(series, today=date(2026, 4, 20), baseline=0.10, target=0.05)
    assert found.progress == pytest.approx(0.3)
    assert found.expected == pytest.approx(0.10 - 0.05 * 90 / 365)
    assert found.status is Status.ON_TRACK
    assert english(found.reason).startswith("8.5 against 8.8 planned by 2026-03-31")


def test_reached_overshot_and_regress():
    reached = assess(monthly([450]), today=date(2026, 2, 3), baseline=300.0, target=400.0)
    assert (reached.status, reached.progress) == (Status.REACHED, 1.5)
    assert english(reached.reason) == "450 orders: the target of 400 is reached."
    worse = assess(monthly([280, 270, 260]), today=date(2026, 4, 3), baseline=300.0, target=400.0)
    assert (worse.status, worse.progress) == (Status.OFF_TRACK, -0.4)


def test_after_the_deadline_the_last_period_decides():
    late = date(2027, 6, 1)
    missed = assess(monthly([390.0] * 14), today=late, baseline=300.0, target=400.0)
    assert missed.status is Status.OFF_TRACK
    assert missed.as_of == date(2026, 12, 31)
    assert english(missed.reason) == "It ended at 390 orders; the target was 400."
    silent = assess(monthly([390.0] * 11), today=late, baseline=300.0, target=400.0)
    assert silent.status is Status.OUTDATED


def test_silence_is_never_green():
    found = assess(monthly([350.0] * 8), today=NOVEMBER, baseline=300.0, target=400.0)
    assert found.status is Status.OUTDATED
    assert found.current == 350.0
    assert english(found.reason) == "The newest value is from 2026-08-01, 3 months old."
    hit = assess(monthly([450.0] * 8), today=NOVEMBER, baseline=300.0, target=400.0)
    assert hit.status is Status.OUTDATED  # a level may have fallen since
    total = assess(monthly([450.0] * 8), today=NOVEMBER, target=400.0, comparison=Comparison.TOTAL)
    assert total.status is Status.REACHED  # a total has not


def test_no_values_yet():
    goal = goal_of_2026(start=date(2026, 11, 1))
    before = monthly([350, 351], month=9)
    early = assess(before, goal=goal, today=NOVEMBER, baseline=300.0, target=400.0)
    assert (early.status, early.current) == (Status.TOO_EARLY, 351.0)
    assert english(early.reason) == "2026-11-01 is the first full period."
    old = monthly([350], month=1)
    assert assess(old, goal=goal, today=NOVEMBER, target=400.0).status is Status.OUTDATED
    none = monthly([])
    for today in (NOVEMBER, date(2026, 12, 26)):
        waited = assess(none, goal=goal, today=today, target=400.0)
        assert waited.status is Status.NOT_STARTED
        assert english(waited.reason) == "There are no values yet. Import a file or type them."


def test_half_a_period_and_then_silence_is_outdated():
    goal = goal_of_2026(start=date(2026, 11, 1))
    kpi = Kpi(id=1, name="Orders", unit=ORDERS)
    half = Measurement(Period(Cadence.MONTH, date(2026, 11, 1)), 200.0, through=date(2026, 11, 12))
    found = assess(Series(kpi, [half]), goal=goal, today=date(2026, 12, 26), target=400.0)
    assert found.status is Status.OUTDATED
    assert english(found.reason) == "There are no values; 2026-11-01 should have been here."


def test_a_twentieth_of_the_time_is_too_early():
    daily = Kpi(id=1, name="Orders", unit=ORDERS, cadence=Cadence.DAY)
    series = Series(daily, [Measurement(Period(Cadence.DAY, date(2026, 1, 1)), 250.0)])
    found = assess(series, today=date(2026, 1, 3), baseline=300.0, target=400.0)
    assert found.status is Status.TOO_EARLY
    assert english(found.reason).startswith("250 orders by 2026-01-01; too little time")


def test_not_started():
    series = monthly([350, 351], month=9)
    draft = assess(series, goal=goal_of_2026(state=GoalState.DRAFT), today=NOVEMBER, target=1.0)
    assert (draft.status, draft.reason.text) == (Status.NOT_STARTED, "The goal is a draft.")
    assert (draft.current, draft.as_of) == (351.0, date(2026, 10, 31))
    future = assess(series, goal=goal_of_2026(start=date(2026, 12, 1)), today=NOVEMBER, target=1.0)
    assert english(future.reason) == "It starts on 2026-12-01."
    assert future.current == 351.0
    aimless = assess(series, today=NOVEMBER)
    assert english(aimless.reason) == "No target is set yet."
    total = assess(
        series, goal=goal_of_2026(state=GoalState.DRAFT), today=NOVEMBER, target=1.0,
        comparison=Comparison.TOTAL,
    )  # fmt: skip
    assert total.current is None


def test_a_baseline_that_nobody_typed_is_the_last_value_before():
    series = monthly([300, 310, 320], year=2025, month=12)
    found = assess(series, today=date(2026, 3, 20), target=400.0)
    assert found.progress == pytest.approx(0.2)
    without = assess(monthly([310, 320]), today=date(2026, 3, 20), target=400.0)
    assert (without.status, without.progress) == (Status.TOO_EARLY, None)
    assert english(without.reason) == "There is no baseline to measure from."


def test_equal_baseline_and_target_is_to_hold():
    series = monthly([100, 99, 101, 100, 102])
    found = assess(series, today=date(2026, 6, 10), baseline=100.0, target=100.0)
    assert (found.status, found.progress, found.expected) == (Status.ON_TRACK, 0.8, 100.0)
    assert english(found.reason) == ("102 orders; at least 100 is the aim, met in 4 of 5 months.")


def test_a_level_that_may_fall_is_held_above_its_target():
    found = assess(monthly([90, 70]), today=date(2026, 3, 10), baseline=100.0, target=80.0)
    assert (found.status, found.progress) == (Status.AT_RISK, 0.5)


def test_every_period_against_the_target_of_its_time():
    steps = [PlanValue(date(2026, 2, 28), 300.0)]
    found = assess(
        monthly([310, 305, 390]),
        today=date(2026, 4, 10),
        target=400.0,
        comparison=Comparison.PER_PERIOD,
        plan_values=steps,
    )
    assert (found.progress, found.expected) == (pytest.approx(2 / 3), 400.0)
    assert found.status is Status.AT_RISK


def test_every_period_of_an_open_goal():
    found = assess(
        monthly([410]), goal=open_goal(), today=date(2026, 2, 10), target=400.0,
        comparison=Comparison.PER_PERIOD,
    )  # fmt: skip
    assert found.status is Status.ON_TRACK
    assert english(found.reason) == "410 orders; at least 400 is the aim."


@pytest.mark.parametrize(
    ("low", "high", "status", "aim"),
    [
        (40.0, 60.0, Status.AT_RISK, "40 to 60"),
        (40.0, None, Status.ON_TRACK, "at least 40"),
        (None, 60.0, Status.AT_RISK, "at most 60"),
    ],
)
def test_bands(low, high, status, aim):
    kpi = replace(KPI, better=Better.BAND, band_low=low, band_high=high)
    found = assess(monthly([50, 45, 61], kpi=kpi), today=date(2026, 4, 10))
    share = 1.0 if high is None else 2 / 3
    assert (found.status, found.progress) == (status, pytest.approx(share))
    assert f"{aim} is the aim" in english(found.reason)


def test_a_band_without_limits_has_no_aim():
    kpi = replace(KPI, better=Better.BAND)
    assert assess(monthly([50], kpi=kpi), today=NOVEMBER).status is Status.NOT_STARTED


COST = Kpi(id=1, name="Ad cost", better=Better.LOWER)


def ceiling(values, *, target=1200.0, goal=None):
    return assess(
        monthly(values, kpi=COST),
        goal=goal,
        today=Period(Cadence.MONTH, date(2026, 1, 1)).shift(len(values)).start + timedelta(days=9),
        target=target,
        comparison=Comparison.TOTAL,
    )


@pytest.mark.parametrize(
    ("values", "status", "kept"),
    [
        ([90.0] * 6, Status.ON_TRACK, 1.0),
        ([100.0] * 5 + [120.0], Status.ON_TRACK, 5 / 6),  # 620 against 595
        ([120.0] * 6, Status.AT_RISK, 1 / 6),  # 720 against 595; 120 against 102 is close
        ([180.0] * 6, Status.OFF_TRACK, 0.0),
        ([300.0] * 5, Status.OFF_TRACK, 0.0),  # above the ceiling already
        ([99.0] * 12, Status.REACHED, 1.0),
        ([101.0] * 12, Status.OFF_TRACK, None),
    ],
)
def test_a_total_that_must_stay_below(values, status, kept):
    found = ceiling(values)
    assert found.status is status
    if kept is not None:
        assert found.progress == pytest.approx(kept)


def test_an_open_ceiling_and_one_of_zero():
    assert ceiling([100.0] * 3, goal=open_goal()).status is Status.ON_TRACK
    reason = english(ceiling([100.0] * 3, goal=open_goal()).reason)
    assert reason == "300 by 2026-03-31; at most 1200 is the aim."
    assert ceiling([0.0] * 3, target=0.0).status is Status.ON_TRACK
    assert ceiling([0.0, 1.0, 0.0], target=0.0).status is Status.OFF_TRACK
    loss = replace(KPI, better=Better.HIGHER)
    floor = assess(
        monthly([-5.0] * 6, kpi=loss), today=date(2026, 7, 9), target=-100.0,
        comparison=Comparison.TOTAL,
    )  # fmt: skip
    assert floor.status is Status.ON_TRACK


def test_a_total_with_a_month_missing_is_not_known():
    found = assess(
        monthly([100, None, 100]), today=date(2026, 4, 9), target=1200.0,
        comparison=Comparison.TOTAL,
    )  # fmt: skip
    assert found.status is Status.OUTDATED
    assert english(found.reason) == "2026-02-01 has no value, so the total is not known."


def test_days_without_business_are_not_missing_from_a_total():
    kpi = replace(KPI, cadence=Cadence.DAY)
    open_days = [date(2026, 1, 1) + timedelta(days=2 * n) for n in range(30)]
    series = Series(kpi, [Measurement(Period(Cadence.DAY, day), 20.0) for day in open_days])
    found = assess(series, today=date(2026, 3, 2), target=3650.0, comparison=Comparison.TOTAL)
    assert found.status is Status.ON_TRACK
    assert found.current == 600.0


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ([310, 320, 330], Status.ON_TRACK),
        ([300, 302, 301], Status.AT_RISK),
        ([300, 280, 270], Status.OFF_TRACK),
        ([310], Status.TOO_EARLY),
        ([310, 420], Status.REACHED),
        ([390, 310, 300, 300], Status.AT_RISK),  # only the latest three count
    ],
)
def test_an_open_level_is_judged_by_its_direction(values, status):
    today = Period(Cadence.MONTH, date(2026, 1, 1)).shift(len(values)).start + timedelta(days=5)
    found = assess(monthly(values), goal=open_goal(), today=today, baseline=300.0, target=400.0)
    assert found.status is status
    assert found.expected is None
    assert found.expected_progress is None


def test_an_open_total_is_judged_by_what_it_adds_lately():
    def found(values):
        return assess(
            monthly(values), goal=open_goal(), today=date(2026, 5, 5), target=1000.0,
            comparison=Comparison.TOTAL,
        )  # fmt: skip

    growing = found([100, 110, 120, 130])
    assert growing.status is Status.ON_TRACK
    assert english(growing.reason) == "460 orders of 1000; lately 120 a month."
    assert found([100, 0, 0, 0]).status is Status.OFF_TRACK
    assert "nothing is added" in english(found([100, 0, 0, 0]).reason)
    assert found([400, 300, 300, 10]).status is Status.REACHED


@pytest.mark.parametrize(
    ("cadence", "rate"),
    [
        (Cadence.DAY, "a day"),
        (Cadence.WEEK, "a week"),
        (Cadence.MONTH, "a month"),
        (Cadence.QUARTER, "a quarter"),
        (Cadence.YEAR, "a year"),
    ],
)
def test_every_cadence_has_its_words(cadence, rate):
    kpi = replace(KPI, cadence=cadence)
    goal = goal_of_2026(start=date(2020, 1, 1), deadline=date(2029, 12, 31))
    first = Period.containing(cadence, date(2020, 1, 1))
    periods = [first.shift(n) for n in range(first.until(Period.containing(cadence, NOVEMBER)))]
    series = Series(kpi, [Measurement(period, 10.0) for period in periods])
    total = assess(
        series, goal=goal, today=NOVEMBER, target=14.5 * len(periods), comparison=Comparison.TOTAL
    )
    assert rate in english(total.reason)
    held = assess(series, goal=goal, today=NOVEMBER, target=10.0, comparison=Comparison.PER_PERIOD)
    assert f"of {len(periods)} {cadence}s" in english(held.reason)


def heading(probability: float):
    """A look ahead that says so."""
    return lambda aim: Outlook(380.0, 350.0, 410.0, probability, 330.0)


def test_a_forecast_decides_where_there_is_one():
    series = monthly([310, 320, 330])
    facts = {"today": date(2026, 4, 9), "baseline": 300.0, "target": 400.0}
    for probability, status in [
        (0.1, Status.OFF_TRACK),
        (0.5, Status.AT_RISK),
        (0.9, Status.ON_TRACK),
    ]:
        found = assess(series, **facts, look_ahead=heading(probability))
        assert found.status is status
        assert found.outlook.probability == probability
    within = ceiling([90.0] * 6)
    assert within.status is Status.ON_TRACK


def test_a_goal_in_a_fiscal_year_of_quarters():
    kpi = replace(KPI, cadence=Cadence.QUARTER)
    quarters = [date(2025, 5, 1), date(2025, 8, 1)]
    series = Series(kpi, [Measurement(Period(Cadence.QUARTER, day), 50.0) for day in quarters], 5)
    goal = goal_of_2026(start=date(2025, 5, 1), deadline=date(2026, 4, 30))
    found = assess(
        series, goal=goal, today=date(2025, 12, 1), target=200.0, comparison=Comparison.TOTAL,
        year_start=5,
    )  # fmt: skip
    assert found.current == 100.0
    assert found.expected == pytest.approx(200 * 184 / 365)  # May to October


LEVELS = st.lists(st.integers(-500, 500), min_size=1, max_size=12)
FIGURE = st.integers(-500, 500).map(float)


@given(LEVELS, FIGURE, FIGURE, st.sampled_from(Comparison), st.booleans())
def test_a_mirrored_key_result_stands_the_same(values, baseline, target, comparison, dated):
    goal = goal_of_2026() if dated else open_goal()
    today = Period(Cadence.MONTH, date(2026, 1, 1)).shift(len(values)).start + timedelta(days=5)
    up = assess(
        monthly(values), goal=goal, today=today, baseline=baseline, target=target,
        comparison=comparison,
    )  # fmt: skip
    lower = replace(KPI, better=Better.LOWER)
    down = assess(
        monthly([-value for value in values], kpi=lower), goal=goal, today=today,
        baseline=-baseline, target=-target, comparison=comparison,
    )  # fmt: skip
    assert down.status is up.status
    assert down.progress == up.progress
    assert down.expected_progress == pytest.approx(up.expected_progress)
