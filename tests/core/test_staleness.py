"""How long silence is allowed, on either side of its last day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.core.staleness import Outdated, expected_by, outdated

KPI = Kpi(name="KPI")


@pytest.mark.parametrize(
    ("cadence", "newest", "last_day"),
    [
        (Cadence.DAY, date(2026, 11, 20), date(2026, 11, 24)),  # the 21st and three days
        (Cadence.WEEK, date(2026, 11, 2), date(2026, 11, 25)),  # Sunday the 15th and ten
        (Cadence.MONTH, date(2026, 9, 1), date(2026, 11, 25)),  # 31 October and 25
        (Cadence.QUARTER, date(2026, 4, 1), date(2026, 11, 14)),  # 30 September and 45
        (Cadence.YEAR, date(2024, 1, 1), date(2026, 4, 30)),  # 31 December and 120
    ],
)
def test_the_next_period_may_take_its_time(cadence, newest, last_day):
    period = Period(cadence, newest)
    kpi = replace(KPI, cadence=cadence)
    assert expected_by(period.shift(1)) == last_day
    assert outdated(kpi, period, last_day) is None
    found = outdated(kpi, period, last_day + timedelta(days=1))
    assert found == Outdated(period, (last_day - period.end).days + 1, last_day)


def test_a_kpi_without_values_and_an_archived_one_are_not_outdated():
    assert outdated(KPI, None, date(2026, 11, 24)) is None
    old = Period(Cadence.MONTH, date(2020, 1, 1))
    assert outdated(replace(KPI, archived=True), old, date(2026, 11, 24)) is None


@pytest.mark.parametrize(
    ("today", "text", "count"),
    [
        (date(2026, 3, 26), "{n} day", 54),
        (date(2026, 7, 1), "{n} month", 5),
        (date(2030, 1, 31), "{n} year", 4),
    ],
)
def test_how_long_is_said_in_fitting_units(today, text, count):
    newest = Period(Cadence.MONTH, date(2026, 1, 1))
    message = outdated(KPI, newest, today).message
    assert message.values["period"] == newest
    ago = message.values["ago"]
    assert (ago.text, ago.count) == (text, count)
