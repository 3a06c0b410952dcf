"""Goals, their key results and the milestones on the way."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from desktop.core.kpi import Perspective
from desktop.core.record import record


class GoalState(StrEnum):
    DRAFT = "draft"
    ACTIVE = "active"
    REACHED = "reached"
    MISSED = "missed"
    DROPPED = "dropped"


class Comparison(StrEnum):
    """What a key result holds against its target."""

    LEVEL = "level"  # the latest value
    TOTAL = "total"  # the sum since the goal's start
    PER_PERIOD = "per period"  # every period's value


@record(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal; dated when it has a ``deadline``, open when it has none."""

    id: int | None = None
    statement: str
    why: str = ""
    not_doing: str = ""  # what we do not do, so that the goal has room
    owner_id: int | None = None
    start: date
    deadline: date | None = None
    state: GoalState = GoalState.ACTIVE
    parent_id: int | None = None
    aspirational: bool = False
    position: int = 0  # order among its siblings
    perspective: Perspective | None = None  # of the scorecard


@record(frozen=True, slots=True, kw_only=True)
class KeyResult:
    """A number (``kpi_id``, ``baseline``, ``target``) or, with no KPI, a milestone result.

    ``done_on`` belongs to the second kind.  ``original_target`` is the first target when it was
    changed later.  For a band KPI baseline and target are ignored.
    """

    id: int | None = None
    goal_id: int
    kpi_id: int | None = None
    title: str = ""  # required for a milestone result; otherwise the KPI's name stands in
    baseline: float | None = None
    target: float | None = None
    original_target: float | None = None
    comparison: Comparison = Comparison.LEVEL
    weight: float = 1.0
    owner_id: int | None = None
    done_on: date | None = None
    position: int = 0
    seasonal: bool = False  # the plan has the shape of the KPI's own past years


@record(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A step on the way of a goal: a date and, with ``key_result_id``, a value to have reached."""

    id: int | None = None
    goal_id: int
    key_result_id: int | None = None
    title: str
    due: date
    value: float | None = None
    done_on: date | None = None


@record(frozen=True, slots=True)
class PlanValue:
    """A typed or imported step of a key result's plan: what is expected by the end of ``day``.

    In the terms of the key result's comparison: level, running total, or the period's value.
    """

    day: date
    value: float
