"""One fiscal year of the annual wheel: events, what goals bring along, and a season."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.core.company import Company
from desktop.core.message import Message, msg
from desktop.core.period import Cadence, Period
from desktop.core.wheel import Lane, event_names
from desktop.core.wheel_days import Occurrence
from desktop.core.wheel_season import SeasonRing


class MarkKind(StrEnum):
    """What goals and following up put on the wheel by themselves."""

    MILESTONE = "milestone"
    DEADLINE = "deadline"
    PERIOD_END = "period end"
    CHECK_IN = "check-in"


@dataclass(frozen=True, slots=True)
class Mark:
    """One day that matters; ``done`` of a milestone that was reached and a check-in that was made,
    ``goal_id`` where it is about one goal."""

    kind: MarkKind
    day: date
    title: Message | str
    done: bool = False
    goal_id: int | None = None

    @property
    def named(self) -> bool:
        """Whether its words stand beside the wheel; check-ins and ends of periods are too many."""
        return self.kind in (MarkKind.MILESTONE, MarkKind.DEADLINE)


def mark_names() -> dict[MarkKind, Message]:
    """What the kinds of marks are called."""
    return {
        MarkKind.MILESTONE: msg("Milestone"),
        MarkKind.DEADLINE: msg("A goal ends"),
        MarkKind.PERIOD_END: msg("Review due"),
        MarkKind.CHECK_IN: msg("Check-in"),
    }


@dataclass(frozen=True, slots=True)
class WheelYear:
    """``year`` is the fiscal year; ``owners`` are names by the id of a person or team."""

    company: Company
    today: date
    year: Period
    lanes: tuple[Lane, ...]
    occurrences: tuple[Occurrence, ...]
    marks: tuple[Mark, ...] = ()
    season: SeasonRing | None = None
    owners: Mapping[int, str] = field(default_factory=dict)

    def lane(self, lane_id: int) -> Lane:
        """A lane by its id."""
        return next(each for each in self.lanes if each.id == lane_id)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the year as a list: an event (``occurrence``) or something that goals bring along
    (``mark``).  ``lane`` is ``None`` for a mark."""

    start: date
    end: date
    title: Message | str
    kind: Message
    lane: Lane | None = None
    occurrence: Occurrence | None = None
    mark: Mark | None = None
    owner: str = ""

    @property
    def month(self) -> Period:
        """The month that it begins in."""
        return Period.containing(Cadence.MONTH, self.start)

    @property
    def week(self) -> Period:
        """The ISO week that it begins in."""
        return Period.containing(Cadence.WEEK, self.start)


def entries(year: WheelYear) -> list[Entry]:
    """Everything on the wheel, by day."""
    found = [
        Entry(
            each.start,
            each.end,
            each.event.title,
            event_names()[each.event.kind],
            lane=year.lane(each.event.lane_id),
            occurrence=each,
            owner=year.owners.get(each.event.owner_id or 0, ""),
        )
        for each in year.occurrences
    ]
    found += [
        Entry(each.day, each.day, each.title, mark_names()[each.kind], mark=each)
        for each in year.marks
    ]
    return sorted(found, key=lambda each: (each.start, each.end))
