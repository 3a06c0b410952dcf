"""Moments worth a stop: a milestone or a goal is reached, or a goal has ended."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from desktop.core.record import record
from desktop.core.unit import Quantity


class MomentKind(StrEnum):
    MILESTONE = "milestone"
    GOAL = "goal"
    ENDED = "ended"  # closed without being reached


@record(frozen=True, slots=True)
class Moment:
    """What is reached or over.  ``key`` tells it from any other of the file; ``value`` is what was
    measured and ``day`` when, where they are known; ``review`` whether the goal may be looked back
    on now."""

    kind: MomentKind
    key: str
    goal_id: int
    title: str
    kpi: str = ""
    value: Quantity | None = None
    day: date | None = None
    review: bool = False
