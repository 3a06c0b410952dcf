"""Two KPIs held against each other: by the same whole periods, at the coarser cadence."""

from __future__ import annotations

import math
from datetime import date

import pytest

from desktop.core.cause import Cause
from desktop.core.kpi import AddUp, Kpi
from desktop.core.lead_lag import Sure
from desktop.core.link_history import common_cadence, lag_at, link_history
from desktop.core.period import Cadence, Period
from desktop.core.series import Series
from tests.core.link_fixtures import following, month, series_of

VISITS, ORDERS = Kpi(name="Visits", leading=True), Kpi(name="Orders")


def test_months_are_held_against_months() -> None:
    one, other = following(36, 2)
    leading = series_of(VISITS, month(2023, 1), one)
    lagging = series_of(ORDERS, month(2023, 1), other)
    found = link_history(leading, lagging, 2, date(2026, 1, 1))
    assert found.cadence is Cadence.MONTH
    assert (found.periods[0], found.periods[-1]) == (month(2023, 1), month(2025, 12))
    assert (list(found.leading), list(found.lagging)) == (one, other)
    assert (found.test.periods, found.test.sure) == (36, Sure.HARDLY_CHANCE)


def test_days_become_the_months_of_the_other() -> None:
    daily = Kpi(name="Steps", cadence=Cadence.DAY, add_up=AddUp.SUM)
    days = series_of(daily, Period(Cadence.DAY, date(2025, 1, 1)), [2.0] * 90)  # to 31 March
    months = series_of(ORDERS, month(2025, 1), [5.0, 6.0, 7.0, 8.0])
    assert common_cadence(days, months) is Cadence.MONTH
    found = link_history(days, months, None, date(2025, 5, 1))
    assert found.leading[:3] == (62.0, 56.0, 62.0)
    assert math.isnan(found.leading[3])
    assert found.lagging == (5.0, 6.0, 7.0, 8.0)
    assert found.test.sure is Sure.TOO_LITTLE


def test_an_unfinished_period_is_left_out_and_so_is_what_only_one_has() -> None:
    leading = series_of(VISITS, month(2024, 11), [1.0, 2.0, 3.0, 4.0])
    lagging = series_of(ORDERS, month(2025, 1), [5.0, 6.0])
    found = link_history(leading, lagging, None, date(2025, 2, 10))
    assert found.periods == (month(2025, 1),)
    assert (found.leading, found.lagging) == ((3.0,), (5.0,))


def test_nothing_is_known_of_a_kpi_without_values() -> None:
    found = link_history(Series(VISITS, []), series_of(ORDERS, month(2025, 1), [1.0]), 1, date.max)
    assert (found.periods, found.test.sure) == ((), Sure.TOO_LITTLE)


@pytest.mark.parametrize(
    ("lag", "own", "cadence", "expected"),
    [
        (2, Cadence.MONTH, Cadence.MONTH, 2),
        (2, None, Cadence.MONTH, 2),
        (None, None, Cadence.MONTH, None),
        (2, Cadence.MONTH, Cadence.WEEK, 9),
        (6, Cadence.MONTH, Cadence.QUARTER, 2),
        (1, Cadence.WEEK, Cadence.MONTH, 0),
        (14, Cadence.DAY, Cadence.WEEK, 2),
    ],
)
def test_a_lag_is_told_in_the_periods_that_are_compared(
    lag: int | None, own: Cadence | None, cadence: Cadence, expected: int | None
) -> None:
    assert lag_at(Cause(lag=lag, lag_cadence=own), cadence) == expected
