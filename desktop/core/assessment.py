"""How a key result or goal stands: status with its reason, and the numbers behind it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.core.measurement import Measurement
from desktop.core.message import Message
from desktop.core.period import Period
from desktop.core.record import record

if TYPE_CHECKING:
    from desktop.core.outlook import Outlook


class Status(StrEnum):
    """In order of need: the first that applies to any active key result is the goal's."""

    OFF_TRACK = "off track"
    AT_RISK = "at risk"
    OUTDATED = "outdated"
    TOO_EARLY = "too early to tell"
    NOT_STARTED = "not started"
    ON_TRACK = "on track"
    REACHED = "reached"


@record(frozen=True, slots=True)
class Assessment:
    """One key result against its plan at the date of its newest full measurement.

    ``current`` and ``expected`` are in the terms of the comparison (level, running total, value
    per period); ``progress`` and ``expected_progress`` are fractions of the way from baseline to
    target (a share of periods for hold and band goals); ``gap`` is ``current - expected``;
    ``as_of`` is the end of what the newest full measurement covers.
    """

    status: Status
    reason: Message
    progress: float | None = None
    expected_progress: float | None = None
    current: float | None = None
    expected: float | None = None
    as_of: date | None = None
    newest: Period | None = None
    partial: Measurement | None = None  # the latest unfinished period, kept apart
    name: str = ""  # the key result's title, or its KPI's name
    outlook: Outlook | None = None  # where a forecast could be made

    @property
    def gap(self) -> float | None:
        if self.current is None or self.expected is None:
            return None
        return self.current - self.expected


@record(frozen=True, slots=True)
class GoalAssessment:
    """A goal: the weighted mean of its key results' progress (each clamped to 0-1), and the status
    of the weakest active one, named."""

    status: Status
    reason: Message
    score: float | None = None
    expected_score: float | None = None
    weakest_id: int | None = None  # the key result that decides the status
    as_of: date | None = None
