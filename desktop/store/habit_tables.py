"""The tables of following up: check-ins, activities, ideas, reviews, events, the annual wheel."""

from __future__ import annotations

import json
from datetime import date

from desktop.core.activity import Activity, Verdict
from desktop.core.assessment import Status
from desktop.core.check_in import CheckIn
from desktop.core.idea import Answer, Idea
from desktop.core.kpi_event import KpiEvent
from desktop.core.review import Review
from desktop.core.wheel import EventKind, Lane, LaneKind, WheelEvent
from desktop.store.table import Table, day, member


def _seen(text: str) -> tuple[tuple[int, date], ...]:
    return tuple((kpi_id, date.fromisoformat(through)) for kpi_id, through in json.loads(text))


CHECK_INS = Table(
    "check_in",
    CheckIn,
    {"day": day, "status": member(Status), "seen": _seen},
    order="day, id",
)

ACTIVITIES = Table(
    "activity",
    Activity,
    {"start": day, "end": day, "due": day, "decided_on": day, "verdict": member(Verdict)},
    order="goal_id, position, id",
)

IDEAS = Table(
    "idea", Idea, {"day": day, "answered_on": day, "answer": member(Answer)}, order="day, id"
)

REVIEWS = Table(
    "review", Review, {"period_start": day, "period_end": day, "day": day}, order="day, id"
)

KPI_EVENTS = Table("kpi_event", KpiEvent, {"day": day, "rebase": bool}, order="day, id")

LANES = Table("wheel_lane", Lane, {"kind": member(LaneKind)}, order="position, id")

WHEEL_EVENTS = Table(
    "wheel_event",
    WheelEvent,
    {"kind": member(EventKind), "start": day, "end": day, "yearly": bool},
    order="start, id",
)
