"""Charts for the tests: a few months, and ten years of days."""

from __future__ import annotations

from datetime import date

from desktop.core.chart_series import ChartSeries, Point
from desktop.core.period import Cadence, Period
from desktop.core.unit import Unit, UnitKind

KRONOR = Unit(UnitKind.CURRENCY, "SEK")
FIRST = Period(Cadence.MONTH, date(2024, 7, 1))


def months(count: int = 24, **changes: object) -> ChartSeries:
    """Sales of 100 000 rising by 1 000 a month from July 2024; last year where there was one."""
    actual = tuple(Point(FIRST.shift(n), 100_000 + 1000.0 * n) for n in range(count))
    last_year = tuple(Point(FIRST.shift(n), actual[n - 12].value) for n in range(12, count))
    known = {"actual": actual, "last_year": last_year, "sums": True, **changes}
    return ChartSeries("Sales", KRONOR, 0, Cadence.MONTH, **known)  # type: ignore[arg-type]


def days(count: int = 3650) -> ChartSeries:
    """One visit more every day."""
    first = Period(Cadence.DAY, date(2016, 1, 1))
    actual = tuple(Point(first.shift(n), float(n)) for n in range(count))
    return ChartSeries("Visits", Unit(UnitKind.OWN, "visits"), 0, Cadence.DAY, actual, sums=True)
