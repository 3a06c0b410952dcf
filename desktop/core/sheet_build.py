"""From key results and goals to what a sheet says of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.core.assessment import Assessment
from desktop.core.goal import Goal, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.period import Cadence, Period
from desktop.core.sheet_bullet import bullet
from desktop.core.sheet_content import ResultContent
from desktop.core.unit import Quantity, UnitKind

MONTHS = 12


def result_content(
    key_result: KeyResult,
    kpi: Kpi | None,
    owner: str,
    assessment: Assessment,
    recent: Sequence[float],
) -> ResultContent:
    """One key result as it stands on a sheet."""
    if kpi is None:
        return ResultContent(
            title=key_result.title,
            owner=owner,
            status=assessment.status,
            reason=assessment.reason,
            done=key_result.done_on is not None,
            done_on=key_result.done_on,
        )
    is_band = kpi.better is Better.BAND
    plan = None if is_band else assessment.expected
    gap = None if is_band else assessment.gap
    return ResultContent(
        title=key_result.title or kpi.name,
        owner=owner,
        status=assessment.status,
        reason=assessment.reason,
        period=assessment.newest,
        recent=tuple(recent),
        actual=_quantity(kpi, assessment.current),
        plan=_quantity(kpi, plan),
        target=None if is_band else _quantity(kpi, key_result.target),
        difference=_quantity(kpi, gap, signed=True),
        share=_share(kpi, gap, plan),
        good=_good(kpi, gap),
        bullet=bullet(key_result, kpi, assessment),
    )


def _quantity(kpi: Kpi, value: float | None, *, signed: bool = False) -> Quantity | None:
    """``signed`` is for differences; that of two percentages is in points."""
    return None if value is None else Quantity(value, kpi.unit, kpi.decimals, signed, signed)


def _share(kpi: Kpi, gap: float | None, plan: float | None) -> float | None:
    """A part of the plan, where that means something: not of percentages, nor of a plan at or
    below zero."""
    if gap is None or plan is None or plan <= 0 or kpi.unit.kind is UnitKind.PERCENT:
        return None
    return gap / plan


def _good(kpi: Kpi, gap: float | None) -> bool | None:
    if gap is None or gap == 0:
        return None
    return (gap > 0) is (kpi.better is not Better.LOWER)


def strip_months(goal: Goal, today: date, year_start: int) -> tuple[Period, ...]:
    """The twelve months of the fiscal year that the goal lives in: today's, within its span."""
    day = max(today, goal.start)
    if goal.deadline is not None:
        day = min(day, goal.deadline)
    year = Period.containing(Cadence.YEAR, day, year_start)
    first = Period(Cadence.MONTH, year.start)
    return tuple(first.shift(index) for index in range(MONTHS))
