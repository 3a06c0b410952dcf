"""Activities as hypotheses: if we do this, that KPI moves by so much by then, because …"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from desktop.core.record import record


class Verdict(StrEnum):
    """What was decided of an activity."""

    OPEN = "open"
    KEPT = "kept"
    KILLED = "killed"


@record(frozen=True, slots=True, kw_only=True)
class Activity:
    """If ``title``, then the KPI moves by ``effect`` (in its unit, signed) by ``due``, because
    ``because``.  It runs from ``start`` to ``end`` (still going on without one); on ``due`` it is
    asked whether to keep or kill it."""

    id: int | None = None
    goal_id: int
    kpi_id: int | None = None
    title: str
    because: str = ""
    effect: float | None = None
    start: date
    end: date | None = None
    due: date | None = None
    owner_id: int | None = None
    cost: float | None = None  # in the company's currency
    verdict: Verdict = Verdict.OPEN
    decided_on: date | None = None
    conclusion: str = ""
    position: int = 0
