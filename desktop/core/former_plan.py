"""The target log: what a key result's target and plan were before they were changed."""

from __future__ import annotations

from datetime import date

from desktop.core.goal import PlanValue
from desktop.core.record import record


@record(frozen=True, slots=True, kw_only=True)
class FormerPlan:
    """A target with its plan as they were in force until ``until``, the day of the change; the
    oldest is the original.  ``reason`` is why they were changed."""

    id: int | None = None
    key_result_id: int
    until: date
    baseline: float | None = None
    target: float | None = None
    start: date
    deadline: date | None = None
    seasonal: bool = False
    steps: tuple[PlanValue, ...] = ()
    reason: str = ""
