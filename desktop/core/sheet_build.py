"""From key results and goals to what a sheet says of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.core.assessment import Assessment
from desktop.core.goal import Goal, KeyResult
from desktop.core.kpi import Better, Kpi
from desktop.core.period import Cadence, Period
from desktop.core.sheet_content import BulletContent, ResultContent
from desktop.core.unit import Quantity

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

    def quantity(value: float | None, *, signed: bool = False) -> Quantity | None:
        return None if value is None else Quantity(value, kpi.unit, kpi.decimals, signed, signed)

    gap = assessment.gap
    better_up = kpi.better is not Better.LOWER
    target = None if kpi.better is Better.BAND else key_result.target
    return ResultContent(
        title=key_result.title or kpi.name,
        owner=owner,
        status=assessment.status,
        reason=assessment.reason,
        period=assessment.newest,
        recent=tuple(recent),
        actual=quantity(assessment.current),
        plan=quantity(assessment.expected),
        target=quantity(target),
        difference=quantity(gap, signed=True),
        good=None if gap is None or gap == 0 else (gap > 0) is better_up,
        bullet=_bullet(key_result, assessment) if target is not None else None,
    )


def strip_months(goal: Goal, today: date, year_start: int) -> tuple[Period, ...]:
    """The twelve months of the fiscal year that the goal lives in: today's, within its span."""
    day = max(today, goal.start)
    if goal.deadline is not None:
        day = min(day, goal.deadline)
    year = Period.containing(Cadence.YEAR, day, year_start)
    first = Period(Cadence.MONTH, year.start)
    return tuple(first.shift(index) for index in range(MONTHS))


def _bullet(key_result: KeyResult, assessment: Assessment) -> BulletContent | None:
    """Bars from zero; the bands are three quarters and nine tenths of the way to the target."""
    value, target = assessment.current, key_result.target
    if value is None or target is None:
        return None
    baseline = key_result.baseline or 0.0
    shown = [0.0, value, target, baseline]
    if assessment.expected is not None:
        shown.append(assessment.expected)
    low, high = min(shown), max(shown)
    high = high + (high - low) * 0.08 if high > 0 else 0.0
    way = target - baseline
    bands = sorted(baseline + way * share for share in (0.75, 0.9)) if way else []
    return BulletContent(
        value=value,
        target=target,
        plan=assessment.expected,
        low=low,
        high=high,
        bands=tuple(limit for limit in bands if low < limit < high),
    )
