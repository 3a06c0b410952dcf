"""After Action Reviews: what was meant, what happened, why, and what next."""

from __future__ import annotations

from datetime import date

from desktop.core.record import record

TEXTS = ("meant", "happened", "why", "next", "learned")


@record(frozen=True, slots=True, kw_only=True)
class Review:
    """A review of a goal, or of a period (``period_start`` to ``period_end``, both included).
    ``learned`` is the one sentence that is shown when the next goal on the same KPI is set.

    The four questions are those of the After Action Review (U.S. Army, TC 25-20, 1993)."""

    id: int | None = None
    goal_id: int | None = None
    period_start: date | None = None
    period_end: date | None = None
    day: date
    meant: str = ""
    happened: str = ""
    why: str = ""
    next: str = ""
    learned: str = ""
