"""Key results as a sheet shows them."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.core.assessment import Assessment, Status
from desktop.core.kpi import Better, Kpi
from desktop.core.message import Message
from desktop.core.sheet_build import result_content, strip_months
from desktop.core.sheet_content import ResultContent
from desktop.core.unit import Quantity, Unit, UnitKind
from tests.core.fixtures import goal_of_2026, open_goal, result

SEK = Unit(UnitKind.CURRENCY, "SEK")


def content(kpi: Kpi, current: float, expected: float | None, **more) -> ResultContent:
    found = Assessment(Status.ON_TRACK, Message("So."), current=current, expected=expected)
    return result_content(result(**({"target": 100.0} | more)), kpi, "Kim", found, (1.0, 2.0))


def test_the_difference_is_actual_less_plan_with_its_share() -> None:
    shown = content(Kpi(name="Sales", unit=SEK), 90.0, 120.0)
    assert shown.difference == Quantity(-30.0, SEK, 0, signed=True, points=True)
    assert (shown.share, shown.good) == (-0.25, False)
    assert (shown.title, shown.owner, shown.recent) == ("Sales", "Kim", (1.0, 2.0))


@pytest.mark.parametrize(
    ("better", "current", "good"),
    [
        (Better.HIGHER, 130.0, True),
        (Better.HIGHER, 110.0, False),
        (Better.LOWER, 110.0, True),
        (Better.LOWER, 130.0, False),
        (Better.LOWER, 120.0, None),
    ],
)
def test_good_depends_on_the_direction(better: Better, current: float, good: bool | None) -> None:
    assert content(Kpi(name="K", better=better), current, 120.0).good is good


def test_percentages_and_plans_at_zero_have_no_share() -> None:
    percent = Kpi(name="Rate", unit=Unit(UnitKind.PERCENT), decimals=1)
    assert content(percent, 0.03, 0.02).share is None
    assert content(Kpi(name="Net"), 5.0, 0.0).share is None
    assert content(Kpi(name="Net"), 5.0, -10.0).share is None


def test_a_band_has_no_target_plan_or_difference() -> None:
    kpi = Kpi(name="Stock", better=Better.BAND, band_low=4.0, band_high=8.0)
    shown = content(kpi, 5.0, None)
    assert (shown.target, shown.plan, shown.difference) == (None, None, None)
    assert shown.bullet is not None


def test_a_milestone_result_is_done_or_not() -> None:
    found = Assessment(Status.REACHED, Message("Done."))
    day = date(2026, 3, 1)
    shown = result_content(result(title="Shelf", done_on=day, kpi_id=None), None, "", found, ())
    assert (shown.title, shown.done, shown.done_on, shown.actual) == ("Shelf", True, day, None)


@pytest.mark.parametrize(
    ("today", "year_start", "first"),
    [
        (date(2026, 7, 10), 1, date(2026, 1, 1)),
        (date(2026, 7, 10), 5, date(2026, 5, 1)),
        (date(2026, 3, 10), 5, date(2025, 5, 1)),
        (date(2029, 3, 10), 1, date(2026, 1, 1)),  # long over: the goal's own year
        (date(2025, 3, 10), 1, date(2026, 1, 1)),  # not begun
    ],
)
def test_the_strip_is_the_fiscal_year_that_the_goal_lives_in(
    today: date, year_start: int, first: date
) -> None:
    months = strip_months(goal_of_2026(), today, year_start)
    assert (months[0].start, len(months)) == (first, 12)


def test_the_strip_of_an_open_goal_follows_today() -> None:
    assert strip_months(open_goal(), date(2031, 2, 3), 1)[0].start == date(2031, 1, 1)
