"""What a sheet says beside the numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.chart_series import ChartSeries, Limits, Point, Standout
from desktop.core.former_plan import FormerPlan
from desktop.core.goal import Comparison, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message
from desktop.core.outlook import Outlook
from desktop.core.period import Cadence, Period
from desktop.core.sheet_notes import changed_words, forecast_words, noise_words
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import wording

ORDERS = Kpi(id=1, name="Orders", unit=Unit(UnitKind.OWN, "orders"))
ROW = KeyResult(id=1, goal_id=1, kpi_id=1, baseline=100.0, target=200.0)
OUTLOOK = Outlook(landing=187.31, low=171.4, high=203.6, probability=0.234, best=190.0)
FIRST = Period(Cadence.MONTH, date(2026, 1, 1))


def said(message: Message | None) -> str:
    assert message is not None
    return wording("en").say(message).replace("\N{NO-BREAK SPACE}", " ")


def test_the_range_is_no_finer_than_a_tenth_of_its_power_of_ten() -> None:
    """A range of 32: steps of 1."""
    words = said(forecast_words(ROW, ORDERS, OUTLOOK, said=False))
    assert words == "80 % likely between 171 and 204 orders."
    wide = replace(OUTLOOK, low=120.0, high=1534.0)  # a range of 1 414: steps of 100
    assert "between 100 and 1,500 orders" in said(forecast_words(ROW, ORDERS, wide, said=False))


def test_the_chance_is_told_where_the_reason_is_not() -> None:
    words = said(forecast_words(ROW, ORDERS, OUTLOOK, said=True))
    assert words.endswith("204 orders; the chance of reaching 200 is 23%.")


@pytest.mark.parametrize(
    ("row", "kpi"),
    [
        (replace(ROW, comparison=Comparison.PER_PERIOD), ORDERS),
        (replace(ROW, target=100.0), ORDERS),  # held
        (ROW, replace(ORDERS, better=Better.BAND, band_low=1.0)),
        (replace(ROW, target=None), ORDERS),
    ],
)
def test_what_is_judged_period_by_period_lands_on_no_value(row: KeyResult, kpi: Kpi) -> None:
    assert forecast_words(row, kpi, OUTLOOK, said=True) is None
    assert forecast_words(ROW, ORDERS, None, said=True) is None


def former(target: float, until: date, reason: str = "") -> FormerPlan:
    return FormerPlan(
        key_result_id=1, until=until, target=target, start=date(2026, 1, 1), reason=reason
    )


def test_a_changed_target_names_the_first_with_day_and_reason() -> None:
    once = [former(250.0, date(2026, 6, 1), "a shop less.")]
    assert said(changed_words(once, ROW, ORDERS)) == (
        "First target 250 orders, changed 1 June 2026: a shop less."
    )
    twice = [*once, former(180.0, date(2026, 8, 3))]
    assert said(changed_words(twice, ROW, ORDERS)) == (
        "First target 250 orders, changed 2 times, last 3 August 2026."
    )


def test_a_changed_plan_is_told_and_nothing_where_nothing_changed() -> None:
    same = [former(200.0, date(2026, 6, 1), "We begin later")]
    assert said(changed_words(same, ROW, ORDERS)) == "Plan changed 1 June 2026: We begin later."
    assert changed_words([], ROW, ORDERS) is None


def chart(*standouts: Standout, trial: bool = False, count: int = 12) -> ChartSeries:
    """A year at 20, between 10 and 30, and a thirteenth month that is not over."""
    periods = [FIRST.shift(n) for n in range(count)]
    points = [*(Point(period, 20.0) for period in periods), Point(FIRST.shift(count), 3.0, True)]
    return ChartSeries(
        title="Orders",
        unit=ORDERS.unit,
        decimals=0,
        cadence=Cadence.MONTH,
        actual=tuple(points),
        limits=tuple(Limits(period, 20.0, 10.0, 30.0, trial) for period in periods),
        standouts=standouts,
    )


def test_a_value_within_the_limits_is_no_real_change() -> None:
    assert said(noise_words(chart())) == (
        "No real change: December 2026 lies within the natural limits, 10 to 30 orders."
    )
    assert "trial limits" in said(noise_words(chart(trial=True)))


@pytest.mark.parametrize(
    ("rules", "side", "words"),
    [
        ((1, 2), 1, "20 orders in November 2026 is above the natural limit of 30 orders."),
        ((1,), -1, "20 orders in November 2026 is below the natural limit of 10 orders."),
        ((2,), 1, "three of four by November 2026 near the upper limit."),
        ((2, 3), -1, "three of four by November 2026 near the lower limit."),
        ((3,), 1, "eight in a row by November 2026 above the centre."),
        ((3,), -1, "eight in a row by November 2026 below the centre."),
    ],
)
def test_a_signal_of_the_last_three_periods_is_news(
    rules: tuple[int, ...], side: int, words: str
) -> None:
    signal = Standout(FIRST.shift(10), rules, side)
    assert said(noise_words(chart(signal))) == f"A real change: {words}"


def test_an_old_signal_is_no_news_and_without_limits_nothing_is_said() -> None:
    assert said(noise_words(chart(Standout(FIRST.shift(8), (1,), 1)))).startswith("No real change")
    assert noise_words(replace(chart(), limits=())) is None
    assert noise_words(replace(chart(), actual=())) is None
