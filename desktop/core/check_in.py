"""Check-ins: what people believe of a goal, week by week."""

from __future__ import annotations

from datetime import date

from desktop.core.record import record

MOST_CONFIDENCE = 10
MOST_PULSE = 5


@record(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """A check-in on a goal.  ``confidence`` is 0-10; the pulse (``autonomy``, ``competence``,
    ``relatedness``: Self-Determination Theory, Deci and Ryan) 1-5 where the company asks for it."""

    id: int | None = None
    goal_id: int
    day: date
    person_id: int | None = None
    confidence: int | None = None
    comment: str = ""
    stop: str = ""  # what to stop,
    start: str = ""  # to start,
    keep: str = ""  # to go on with,
    more: str = ""  # to do more of,
    less: str = ""  # and less of
    autonomy: int | None = None
    competence: int | None = None
    relatedness: int | None = None
