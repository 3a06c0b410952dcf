"""The season of a KPI around the annual wheel."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.series import Series
from desktop.core.wheel_season import SeasonRing, season_ring

FIRST = Period(Cadence.MONTH, date(2023, 1, 1))
YEAR = Period(Cadence.YEAR, date(2026, 1, 1))
TODAY = date(2026, 1, 10)


def ring(july: float) -> SeasonRing:
    """Of three years that are alike: 1000 a month, and ``july`` more in July."""
    rows = [Measurement(FIRST.shift(n), 1000.0 + (july if n % 12 == 6 else 0.0)) for n in range(36)]
    return season_ring(Series(Kpi(id=1, name="Order"), rows), YEAR, TODAY)


def test_the_highest_month_is_named() -> None:
    shown = ring(600)
    assert shown.highest is not None
    assert shown.highest.period.start == date(2026, 7, 1)
    assert shown.highest.differs.value == pytest.approx(1600 / 1050 - 1, abs=0.01)


@pytest.mark.parametrize("july", [0.0, 0.3])
def test_a_season_too_small_to_be_told_is_none(july: float) -> None:
    shown = ring(july)
    assert shown.parts == ()
    assert shown.said.text == "The years of {kpi} show no season beyond chance."
