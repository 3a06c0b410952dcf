"""The annual wheel: lanes of events around the fiscal year."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from desktop.core.message import Message, msg
from desktop.core.record import record


class LaneKind(StrEnum):
    """The lanes that every company has; others are its own."""

    MARKETING = "marketing"
    SALES = "sales"
    SUPPORT = "support"


class EventKind(StrEnum):
    CAMPAIGN = "campaign"
    REVIEW = "review"
    CHECK_IN = "check-in"
    OTHER = "other"


@record(frozen=True, slots=True, kw_only=True)
class Lane:
    """A lane; one of a ``kind`` is called by it unless it has a name."""

    id: int | None = None
    kind: LaneKind | None = None
    name: str = ""
    position: int = 0

    @property
    def title(self) -> Message | str:
        """What it is called."""
        return self.name if self.name or self.kind is None else lane_names()[self.kind]


@record(frozen=True, slots=True, kw_only=True)
class WheelEvent:
    """An event from ``start`` to ``end``, both included; one that is ``yearly`` comes back on the
    same days of every year from then on."""

    id: int | None = None
    lane_id: int
    title: str
    kind: EventKind = EventKind.CAMPAIGN
    start: date
    end: date
    yearly: bool = False
    owner_id: int | None = None
    note: str = ""


def lane_names() -> dict[LaneKind, Message]:
    """What the lanes that every company has are called."""
    return {
        LaneKind.MARKETING: msg("Marketing"),
        LaneKind.SALES: msg("Sales"),
        LaneKind.SUPPORT: msg("Customer service"),
    }


def event_names() -> dict[EventKind, Message]:
    """What the kinds of events are called."""
    return {
        EventKind.CAMPAIGN: msg("Campaign"),
        EventKind.REVIEW: msg("Review"),
        EventKind.CHECK_IN: msg("Check-in"),
        EventKind.OTHER: msg("Other event"),
    }
