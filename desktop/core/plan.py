"""The plan: the path expected from baseline to target."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from desktop.core.goal import Comparison, Goal, KeyResult, PlanValue
from desktop.core.kpi import Better
from desktop.core.progress import at_or_beyond


def elapsed(start: date, deadline: date, day: date) -> float:
    """The share of the days from ``start`` to ``deadline``, both included, over at the end of
    ``day``; 0 to 1."""
    span = (deadline - start).days + 1
    gone = (day - start).days + 1
    return min(max(gone / span, 0.0), 1.0) if span > 0 else 1.0


def holds(key_result: KeyResult, baseline: float | None, better: Better) -> bool:
    """Whether the goal is to keep what is already so: a level that stands at the target or
    beyond, a total that must stay below a ceiling (every total begins at zero)."""
    if key_result.comparison is Comparison.TOTAL:
        baseline = 0.0
    return (
        key_result.comparison is not Comparison.PER_PERIOD
        and baseline is not None
        and key_result.target is not None
        and at_or_beyond(baseline, key_result.target, better)
    )


def plan_at(
    key_result: KeyResult,
    goal: Goal,
    steps: Sequence[PlanValue],
    day: date,
    *,
    better: Better = Better.HIGHER,
    baseline: float | None = None,
    start: date | None = None,
) -> float | None:
    """What is planned by the end of ``day``, in the terms of the comparison.

    A level goes straight from the baseline, at the goal's start, to the target at its deadline;
    typed steps are corners of that line. A running total does the same from zero, so without
    steps it is proportional to the time gone. A value per period is planned to be the target in
    every period, or the first typed step that is not yet past; so is a level to be held.

    ``baseline`` stands in when the key result has none typed; ``start`` is where the line begins
    when that is not the goal's first day. ``None`` without a target, for a level or a total of
    an open goal (which no calendar judges), and for a level that begins nowhere.
    """
    target = key_result.target
    if key_result.baseline is not None:
        baseline = key_result.baseline
    if key_result.comparison is Comparison.TOTAL:
        baseline = 0.0
    elif key_result.comparison is Comparison.PER_PERIOD or holds(key_result, baseline, better):
        return _in_force(steps, day, target)
    if goal.deadline is None or target is None:
        return None
    return _on_the_line(baseline, target, steps, start or goal.start, goal.deadline, day)


def _in_force(steps: Sequence[PlanValue], day: date, target: float | None) -> float | None:
    coming = [step for step in steps if step.day >= day]
    return min(coming, key=lambda step: step.day).value if coming else target


def _on_the_line(
    baseline: float | None,
    target: float,
    steps: Sequence[PlanValue],
    start: date,
    deadline: date,
    day: date,
) -> float | None:
    corners = {step.day: step.value for step in steps if start <= step.day <= deadline}
    if baseline is not None:
        corners[start - timedelta(days=1)] = baseline
    elif not corners:
        return None
    corners.setdefault(deadline, target)
    days = sorted(corners)
    before = max((corner for corner in days if corner <= day), default=days[0])
    after = min((corner for corner in days if corner >= day), default=days[-1])
    if before == after:
        return corners[before]
    way = (day - before).days / (after - before).days
    return corners[before] + (corners[after] - corners[before]) * way
