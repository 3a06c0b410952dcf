"""A budget as a plan: values by period become the steps of a key result."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop.core.goal import Comparison, PlanValue
from desktop.core.period import Period
from desktop.core.record import record


@record(frozen=True, slots=True)
class Budget:
    """Planned values by period, oldest first, from a column of a file or from a KPI that holds
    them."""

    name: str
    values: tuple[tuple[Period, float], ...]


def budget_steps(
    values: Iterable[tuple[Period, float]], comparison: Comparison, start: date, deadline: date
) -> tuple[PlanValue, ...]:
    """The steps at the ends of the periods that touch the days from ``start`` to ``deadline``.

    A total has the running sum of the budget, anything else the values themselves.
    """
    steps: list[PlanValue] = []
    total = 0.0
    for period, value in sorted(values):
        if period.end < start or period.start > deadline:
            continue
        total += value
        step = total if comparison is Comparison.TOTAL else value
        steps.append(PlanValue(min(period.end, deadline), step))
    return tuple(steps)
