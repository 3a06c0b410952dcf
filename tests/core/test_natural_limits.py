"""Natural limits on a chart, by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from desktop.core.kpi import AddUp, Kpi
from desktop.core.measurement import Measurement
from desktop.core.natural_limits import natural_limits
from desktop.core.period import Cadence, Period
from desktop.core.series import Series

TODAY = date(2030, 1, 1)
MONTHLY = Kpi(name="Orders", add_up=AddUp.SUM)


def months(values: Sequence[float], kpi: Kpi = MONTHLY) -> Series:
    first = Period(Cadence.MONTH, date(2024, 1, 1))
    return Series(kpi, [Measurement(first.shift(n), value) for n, value in enumerate(values)])


def test_mean_and_moving_range() -> None:
    """Mean 12, moving ranges 4 3 1 2 2 4: their mean 16/6, times 2.66 is 7.09."""
    limits, standouts = natural_limits(
        months([10, 14, 11, 12, 10, 12, 16][:6]), Cadence.MONTH, (), TODAY
    )
    centre, spread = 69 / 6, 2.66 * 12 / 5
    assert [each.centre for each in limits] == pytest.approx([centre] * 6)
    assert limits[0].upper == pytest.approx(centre + spread)
    assert limits[0].lower == pytest.approx(centre - spread)
    assert limits[0].trial
    assert standouts == ()


def test_five_values_have_none() -> None:
    assert natural_limits(months([1, 2, 3, 4, 5]), Cadence.MONTH, (), TODAY) == ((), ())


def test_a_count_has_no_limit_below_zero() -> None:
    limits, _ = natural_limits(months([0, 9, 1, 8, 0, 9]), Cadence.MONTH, (), TODAY)
    assert {each.lower for each in limits} == {0.0}
    below, _ = natural_limits(months([0, 9, -1, 8, 0, 9]), Cadence.MONTH, (), TODAY)
    assert below[0].lower < 0


def test_a_value_outside_stands_out() -> None:
    series = months([*([10, 14] * 5), 10, 30])
    _, standouts = natural_limits(series, Cadence.MONTH, (), TODAY)
    assert [(each.period.start, each.rules, each.side) for each in standouts] == [
        (date(2024, 12, 1), (1,), 1)
    ]


def test_the_season_is_no_signal() -> None:
    """July is half of every other month, every year."""
    year = [100, 102, 98, 101, 99, 100, 50, 101, 99, 100, 102, 98]
    limits, standouts = natural_limits(months(year * 4), Cadence.MONTH, (), TODAY)
    assert standouts == ()
    july = next(each for each in limits if each.period.start.month == 7)
    assert july.centre == pytest.approx(50, rel=0.03)
    bad = [*(year * 3), *year[:6], 100, *year[7:]]  # a July like other months
    _, found = natural_limits(months(bad), Cadence.MONTH, (), TODAY)
    assert (found[-1].period.start, found[-1].side) == (date(2027, 7, 1), 1)


def test_an_explained_change_begins_new_limits() -> None:
    series = months([10, 11, 10, 11, 10, 11, 30, 31, 30, 31, 30, 31])
    for day in (date(2024, 7, 1), date(2024, 7, 10), date(2024, 6, 20)):
        limits, standouts = natural_limits(series, Cadence.MONTH, [day], TODAY)
        assert [each.centre for each in limits] == pytest.approx([10.5] * 6 + [30.5] * 6)
        assert standouts == ()


def test_what_is_not_whole_is_left_out() -> None:
    series = months([10, 11, 10, 11, 10, 11, 3])
    limits, _ = natural_limits(series, Cadence.MONTH, (), date(2024, 7, 9))
    assert limits[-1].period.start == date(2024, 6, 1)


def test_steady_growth_is_no_signal_but_its_end_is() -> None:
    noise = [0.0, 2, -1, 1, -2, 0, 1, -1, 2, 0, -2, 1]
    growing = [100 + 10 * n + noise[n % 12] for n in range(16)]
    limits, standouts = natural_limits(months(growing), Cadence.MONTH, (), TODAY)
    assert standouts == ()
    assert limits[15].centre - limits[0].centre == pytest.approx(150, abs=6)
    _, found = natural_limits(months([*growing, 232.0]), Cadence.MONTH, (), TODAY)
    assert (found[-1].period.start, found[-1].side) == (date(2025, 5, 1), -1)


def test_a_step_is_no_growth() -> None:
    noise = [0.0, 2, -1, 1, -2, 0, 1, -1, 2, 0, -2, 1]
    stepped = [100 + (40 if n >= 10 else 0) + noise[n % 12] for n in range(20)]
    limits, standouts = natural_limits(months(stepped), Cadence.MONTH, (), TODAY)
    assert len({each.centre for each in limits}) == 1
    assert {each.side for each in standouts} == {-1, 1}
