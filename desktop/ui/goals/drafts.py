"""What the goal editor holds while it is being edited, and what it begins with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.core.goal import Comparison, Goal, KeyResult, Milestone, PlanValue
from desktop.core.kpi import Better, Kpi
from desktop.core.sitting import Ask


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """A goal with all its parts; ``plans`` are typed steps by key result id, ``answers`` those to
    questions of the guide.

    Key results that are not in the file yet have negative ids, by which milestones and plans
    refer to them.
    """

    goal: Goal
    key_results: tuple[KeyResult, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    plans: tuple[tuple[int, tuple[PlanValue, ...]], ...] = ()
    answers: Mapping[Ask, str] = field(default_factory=dict)


def usual_comparison(kpi: Kpi, *, dated: bool) -> Comparison:
    """What is most often meant: an amount is collected until the deadline, a rate is a level."""
    if kpi.better is Better.BAND:
        return Comparison.PER_PERIOD
    if kpi.sums and dated:
        return Comparison.TOTAL
    return Comparison.LEVEL
