"""Short ways to goals, KPIs and measurements for the tests of the arithmetic."""

from __future__ import annotations

from datetime import date

from desktop.core.goal import Goal, KeyResult
from desktop.core.key_result_status import assess_key_result
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.series import Series
from desktop.core.unit import Unit, UnitKind

ORDERS = Unit(UnitKind.OWN, "orders")


def goal_of_2026(**more) -> Goal:
    """A goal for the calendar year 2026, unless said otherwise."""
    facts = {
        "id": 1,
        "statement": "More orders",
        "start": date(2026, 1, 1),
        "deadline": date(2026, 12, 31),
    }
    return Goal(**(facts | more))


def open_goal(**more) -> Goal:
    return goal_of_2026(deadline=None, **more)


def result(**more) -> KeyResult:
    return KeyResult(**({"id": 1, "goal_id": 1, "kpi_id": 1} | more))


def monthly(values, *, year=2026, month=1, kpi=None) -> Series:
    """A value a month from the month on; ``None`` leaves one out."""
    kpi = kpi or Kpi(id=1, name="Orders", unit=ORDERS)
    first = Period(Cadence.MONTH, date(year, month, 1))
    return Series(
        kpi,
        [
            Measurement(first.shift(n), float(value))
            for n, value in enumerate(values)
            if value is not None
        ],
    )


def assess(series, *, today, goal=None, **more):
    """The assessment of one key result of ``series``; what is not a key result's is passed on."""
    passed = {
        name: more.pop(name)
        for name in ("plan_values", "look_ahead", "milestones", "year_start")
        if name in more
    }
    return assess_key_result(
        goal=goal or goal_of_2026(),
        key_result=result(**more),
        kpi=series.kpi,
        series=series,
        today=today,
        **passed,
    )
