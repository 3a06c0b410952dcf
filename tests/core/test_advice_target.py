"""What is said of a target while it is typed: growth, best, realistic range, and when nothing."""

from __future__ import annotations

import math
from datetime import date

import pytest

from desktop.core.advice_target import TargetCheck, TypedTarget, check_target
from desktop.core.goal import Comparison
from desktop.core.kpi import AddUp, Better, Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message
from desktop.core.period import Cadence, Period
from desktop.core.series import Series
from desktop.core.unit import Unit, UnitKind
from desktop.qtkit.wording import LanguageWording

TODAY = date(2026, 7, 15)
END = date(2026, 12, 31)
STOCK = Kpi(id=1, name="Readers", add_up=AddUp.LAST, unit=Unit(UnitKind.OWN, "readers"))
ORDERS = Kpi(id=2, name="Orders")


def monthly(kpi: Kpi, *values: float, last: date = date(2026, 6, 1)) -> Series:
    """A value a month up to June 2026; ``nan`` leaves one out."""
    newest = Period(Cadence.MONTH, last)
    return Series(
        kpi,
        [
            Measurement(newest.shift(n + 1 - len(values)), value)
            for n, value in enumerate(values)
            if not math.isnan(value)
        ],
    )


def judged(
    series: Series,
    target: float,
    comparison: Comparison = Comparison.LEVEL,
    *,
    start: date = date(2026, 7, 1),
    deadline: date | None = END,
) -> TargetCheck | None:
    typed = TypedTarget(
        kpi=series.kpi, comparison=comparison, target=target, start=start, deadline=deadline
    )
    return check_target(typed, series, TODAY)


def english(message: Message | None) -> str:
    assert message is not None
    return LanguageWording("en").say(message).replace("\u00a0", " ")


def sentence(*args, **more) -> str:
    found = judged(*args, **more)
    assert found is not None
    return english(found.sentence)


# Two percent a month for seven months: own growth is +2.0 %, from 100 to 112.6.
GROWING = monthly(STOCK, *(100 * 1.02**n for n in range(7)))


@pytest.mark.parametrize(
    ("growth", "verdict", "needed"),
    [
        (0.01, "Within reach", "+1.0%"),
        (0.02, "Within reach", "+2.0%"),
        (0.03, "A realistic stretch", "+3.0%"),
        (0.05, "Demanding", "+5.0%"),
        (0.10, "Not supported by history", "+10.0%"),
    ],
)
def test_the_growth_that_it_takes_over_the_six_months_left(
    growth: float, verdict: str, needed: str
) -> None:
    """The example of the method: 5 % lately, 25 % is too far; here by its own thresholds."""
    target = GROWING.measurements[-1].value * (1 + growth) ** 6
    words = sentence(GROWING, target)
    assert words.startswith(f"{verdict}: it takes {needed} a month against +2.0% lately; ")
    # 112.6 x 1.02^6 = 126.8 and 112.6 x 1.032^6 = 136.0
    assert words.endswith("the best so far is 113 readers, 127 to 136 readers is realistic.")


def test_a_target_behind_the_newest_value_takes_nothing() -> None:
    assert sentence(GROWING, 110.0).startswith("Within reach: it takes no growth; ")


def test_a_kpi_that_shrinks_is_not_brought_up_by_going_on() -> None:
    falling = monthly(STOCK, *(100 * 0.98**n for n in range(7)))
    words = sentence(falling, 120.0)
    assert words.startswith("Not supported by history: it takes +5.2% a month against −2.0% lately")


def test_lower_is_better_needs_less() -> None:
    days = Kpi(id=1, name="Days", add_up=AddUp.MEAN, better=Better.LOWER, decimals=1)
    falling = monthly(days, *(10 * 0.98**n for n in range(7)))
    words = sentence(falling, falling.measurements[-1].value * 0.97**6)
    assert words.startswith("A realistic stretch: it takes −3.0% a month against −2.0% lately; ")
    # best is the lowest: 10 x 0.98^6 = 8.9; on to 7.8 and 7.3, said from the lower
    assert "the best so far is 8.9, 7.3 to 7.8 is realistic" in words


def test_below_zero_growth_is_in_the_unit_itself() -> None:
    profit = Kpi(id=1, name="Margin", add_up=AddUp.MEAN, unit=Unit(UnitKind.PERCENT))
    words = sentence(monthly(profit, *(-0.06 + 0.01 * n for n in range(7))), 0.06)
    assert words.startswith("Within reach: it takes +1.0 pp a month against +1.0 pp lately; ")


def test_with_a_year_before_growth_is_on_that_year() -> None:
    """Each month a tenth above the same month a year before; the target is 15 % above it."""
    season = [100.0, 80.0, 120.0, 150.0, 90.0, 110.0, 100.0, 130.0, 160.0, 140.0, 90.0, 70.0]
    values = [*season, *(1.1 * value for value in season)]
    december = values[-7] * 1.15
    words = sentence(monthly(STOCK, *values), december)
    assert words.startswith(
        "A realistic stretch: it takes +15.0% on the year before, against +10.0% lately; "
    )


def test_below_zero_with_seasons_growth_is_in_the_unit_and_a_year() -> None:
    profit = Kpi(id=1, name="Result", add_up=AddUp.MEAN)
    values = [-10.0] * 12 + [-7.0] * 12
    words = sentence(monthly(profit, *values), -4.0)
    assert words.startswith("Within reach: it takes +3.0 on the year before, against +3.0 lately; ")


def test_days_have_weeks_for_seasons() -> None:
    daily = Kpi(id=3, name="Visits", cadence=Cadence.DAY)
    first = Period(Cadence.DAY, date(2026, 5, 20))
    week = [10.0, 12.0, 14.0, 13.0, 15.0, 5.0, 4.0]
    values = [week[n % 7] * 1.1 ** (n // 7) for n in range(56)]
    series = Series(daily, [Measurement(first.shift(n), value) for n, value in enumerate(values)])
    assert " a week against +10.0% lately" in sentence(series, 40.0, deadline=date(2026, 7, 31))


def test_small_growth_is_told_with_a_decimal_more() -> None:
    slow = monthly(STOCK, *(1000 * 1.001**n for n in range(7)))
    target = slow.measurements[-1].value * 1.002**6
    assert "it takes +0.20% a month against +0.10% lately" in sentence(slow, target)


class TestTotal:
    def test_before_it_begins_all_of_it_is_ahead(self) -> None:
        """Six months of 100; 120 in each of six more is 720."""
        found = judged(monthly(ORDERS, *[100.0] * 6), 720.0, Comparison.TOTAL)
        assert found is not None
        words = english(found.sentence)
        assert "left" not in words
        assert "the best in as long a time is 600" in words
        assert found.picture.target == pytest.approx(120.0)
        assert found.picture.best == pytest.approx(100.0)

    def test_what_is_there_already_is_taken_off(self) -> None:
        """Since January 600 of 1,320: 720 in the six months left, as above."""
        series = monthly(ORDERS, *[100.0] * 12)
        found = judged(series, 1320.0, Comparison.TOTAL, start=date(2026, 1, 1))
        assert found is not None
        assert "720 is left, the best in as long a time is 600" in english(found.sentence)
        assert found.picture.target == pytest.approx(120.0)

    def test_a_goal_that_begins_later_has_its_own_months(self) -> None:
        start, end = date(2026, 10, 1), date(2026, 12, 31)
        series = monthly(ORDERS, *[100.0] * 6)
        found = judged(series, 360.0, Comparison.TOTAL, start=start, deadline=end)
        assert found is not None
        assert found.picture.target == pytest.approx(120.0)
        assert "the best in as long a time is 300" in english(found.sentence)

    def test_a_total_that_is_reached_needs_no_judgement(self) -> None:
        series = monthly(ORDERS, *[100.0] * 12)
        assert judged(series, 600.0, Comparison.TOTAL, start=date(2026, 1, 1)) is None

    def test_a_fiscal_year_of_days_is_looked_at_by_the_month(self) -> None:
        daily = Kpi(id=3, name="Visits", cadence=Cadence.DAY)
        first = Period(Cadence.DAY, date(2026, 1, 1))
        series = Series(daily, [Measurement(first.shift(n), 10.0) for n in range(195)])
        found = judged(series, 1830.0 + 5000.0, Comparison.TOTAL, start=date(2026, 1, 1))
        assert found is not None
        words = english(found.sentence)
        assert "5,020 is left" in words  # January to June are 181 days
        assert " a month " in words
        assert found.picture.values[0] == 310.0


def test_days_against_a_daily_target_are_a_months_mean() -> None:
    daily = Kpi(id=3, name="Visits", cadence=Cadence.DAY)
    first = Period(Cadence.DAY, date(2026, 1, 1))
    series = Series(daily, [Measurement(first.shift(n), 10.0) for n in range(195)])
    found = judged(series, 11.0, Comparison.PER_PERIOD)
    assert found is not None
    assert found.picture.values == pytest.approx((10.0,) * 6)


def test_few_days_are_days() -> None:
    daily = Kpi(id=3, name="Visits", cadence=Cadence.DAY)
    first = Period(Cadence.DAY, date(2026, 7, 6))
    series = Series(daily, [Measurement(first.shift(n), 10.0 + n) for n in range(9)])
    assert " a day " in sentence(series, 60.0, deadline=date(2026, 7, 31))


def test_every_period_begins_with_the_first() -> None:
    """In each month from July: one month to get there; from October, four."""
    words = sentence(GROWING, 112.6 * 1.04, Comparison.PER_PERIOD)
    assert "it takes +4.0% a month" in words
    later = sentence(GROWING, 112.6 * 1.04**4, Comparison.PER_PERIOD, start=date(2026, 10, 1))
    assert "it takes +4.0% a month" in later


def test_an_open_goal_is_held_against_the_best() -> None:
    beyond = judged(GROWING, 150.0, deadline=None)
    assert beyond is not None
    assert english(beyond.sentence) == "Beyond the best so far, 113 readers."
    assert beyond.chance is None
    before = monthly(STOCK, 100, 160, 120)
    assert sentence(before, 150.0, deadline=None) == (
        "It has been reached before: best so far 160 readers."
    )
    fewer = Kpi(id=1, name="Days", add_up=AddUp.MEAN, better=Better.LOWER)
    assert sentence(monthly(fewer, 9, 5, 7), 4.0, deadline=None) == "Beyond the best so far, 5."
    assert judged(monthly(ORDERS, 1.0, 2.0), 9.0, Comparison.TOTAL, deadline=None) is None


@pytest.mark.parametrize(
    ("series", "deadline"),
    [
        (Series(STOCK, []), END),
        (GROWING, date(2026, 6, 30)),  # the values have come as far
        (monthly(Kpi(id=1, name="T", better=Better.BAND, band_low=1.0), 1.0, 2.0, 3.0), END),
        (monthly(STOCK, 100.0, last=date(2026, 7, 1)), END),  # a month that is not over
    ],
)
def test_with_nothing_to_hold_it_against_nothing_is_said(series: Series, deadline: date) -> None:
    assert judged(series, 120.0, deadline=deadline) is None


def test_one_value_is_too_little_history() -> None:
    found = judged(monthly(STOCK, 100.0), 120.0)
    assert found is not None
    assert english(found.sentence) == (
        "Too little history to say whether it can be reached; the best so far is 100 readers."
    )
    assert found.chance is None


@pytest.mark.parametrize(
    ("last", "is_judged"),
    [(date(2026, 5, 1), True), (date(2026, 4, 1), False), (date(2025, 6, 1), False)],
)
def test_by_a_past_that_ended_long_ago_nothing_is_judged(last: date, is_judged: bool) -> None:
    """June's value may take until 25 July; May's was due on 25 June."""
    values = (100 * 1.02**n for n in range(24))
    found = judged(monthly(STOCK, *values, last=last), 200.0)
    assert found is not None
    assert ("lately" in english(found.sentence)) is is_judged
    assert (found.chance is not None) is is_judged
    assert (found.picture.realistic is not None) is is_judged
    if last.year == 2025:
        assert english(found.sentence) == (
            "The newest value is from June 2025, 12 months old. With newer values it can be said "
            "whether the target can be reached."
        )


def test_what_the_forecast_gives_it_is_said_within_its_limits() -> None:
    noisy = monthly(STOCK, *(100.0 + (n * 7) % 5 for n in range(36)))
    for target, words in ((400.0, "less than 1%"), (20.0, "more than 99%")):
        found = judged(noisy, target)
        assert found is not None
        assert english(found.chance) == f"The forecast gives it {words}."
    found = judged(noisy, 102.0)
    assert found is not None
    assert english(found.chance).startswith("The forecast gives it ")


def test_a_history_shorter_than_the_way_ahead_has_no_best_of_that_length() -> None:
    words = sentence(monthly(ORDERS, 100.0, 100.0), 720.0, Comparison.TOTAL)
    assert words == "Not supported by history: it takes +5.2% a month against 0.0% lately."


def test_gaps_are_no_zeros() -> None:
    gap = monthly(STOCK, 100.0, math.nan, 104.0, 106.0)
    found = judged(gap, 120.0)
    assert found is not None
    assert found.picture.values == (100.0, 104.0, 106.0)
