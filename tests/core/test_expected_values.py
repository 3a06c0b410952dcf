"""The forecast on a chart: of which periods, and that it is the forecast of the history."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.expected_values import expected_values
from desktop.core.forecast import forecast
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.series import Series

FIRST = Period(Cadence.MONTH, date(2025, 1, 1))
VALUES = [10.0, 12, 11, 13, 12, 14, 13, 15, 14, 16, 15, 17]
SERIES = Series(
    Kpi(name="Orders"), [Measurement(FIRST.shift(n), each) for n, each in enumerate(VALUES)]
)
TODAY = date(2026, 1, 10)


def test_from_the_newest_to_the_deadline() -> None:
    found = expected_values(SERIES, Cadence.MONTH, date(2026, 4, 15), TODAY)
    assert [each.period.start.month for each in found] == [1, 2, 3, 4]
    oracle = forecast(VALUES, season=12, horizon=4)
    assert [each.value for each in found] == pytest.approx(list(oracle.mean))
    low, high = oracle.interval(0.8)
    assert [each.most for each in found] == [
        (pytest.approx(a), pytest.approx(b)) for a, b in zip(low, high, strict=True)
    ]
    assert all(each.most[0] <= each.half[0] <= each.half[1] <= each.most[1] for each in found)


def test_a_longer_cadence_is_forecast_from_its_own_periods() -> None:
    found = expected_values(SERIES, Cadence.QUARTER, date(2026, 12, 31), TODAY)
    assert found == ()  # four quarters are too little history


def test_none_for_a_deadline_that_is_past_or_too_little_history() -> None:
    assert expected_values(SERIES, Cadence.MONTH, date(2025, 12, 31), TODAY) == ()
    short = Series(SERIES.kpi, SERIES.measurements[:5])
    assert expected_values(short, Cadence.MONTH, date(2026, 4, 15), TODAY) == ()


def test_never_further_than_what_still_says_something() -> None:
    assert len(expected_values(SERIES, Cadence.MONTH, date(2040, 1, 1), TODAY)) == 18
