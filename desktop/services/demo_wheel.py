"""The sample company's annual wheel: what comes back every year, and what is planned once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from desktop.core.wheel import EventKind, LaneKind, WheelEvent
from desktop.services.demo_words import DemoWords
from desktop.services.wheel import lanes, save_event
from desktop.services.workspace import Workspace
from desktop.store.table import id_of


class _Planned(NamedTuple):
    name: str
    lane: LaneKind
    kind: EventKind
    start: tuple[int, int]  # month and day
    days: int
    yearly: bool = True


_EVENTS = (
    _Planned("wheel_spring", LaneKind.MARKETING, EventKind.CAMPAIGN, (3, 9), 19),
    _Planned("wheel_summer", LaneKind.MARKETING, EventKind.CAMPAIGN, (6, 1), 26),
    _Planned("wheel_autumn", LaneKind.MARKETING, EventKind.CAMPAIGN, (9, 7), 40),
    _Planned("wheel_black", LaneKind.MARKETING, EventKind.CAMPAIGN, (11, 23), 7),
    _Planned("wheel_christmas", LaneKind.MARKETING, EventKind.CAMPAIGN, (11, 16), 35),
    _Planned("wheel_fair", LaneKind.SALES, EventKind.OTHER, (8, 24), 5),
    _Planned("wheel_shops", LaneKind.SALES, EventKind.OTHER, (2, 2), 33),
    _Planned("wheel_review", LaneKind.SALES, EventKind.REVIEW, (1, 13), 1, yearly=False),
    _Planned("wheel_review", LaneKind.SALES, EventKind.REVIEW, (4, 14), 1, yearly=False),
    _Planned("wheel_review", LaneKind.SALES, EventKind.REVIEW, (7, 14), 1, yearly=False),
    _Planned("wheel_review", LaneKind.SALES, EventKind.REVIEW, (10, 13), 1, yearly=False),
    _Planned("wheel_goals", LaneKind.SALES, EventKind.OTHER, (11, 2), 19),
    _Planned("wheel_survey", LaneKind.SUPPORT, EventKind.OTHER, (5, 4), 12),
    _Planned("wheel_returns", LaneKind.SUPPORT, EventKind.OTHER, (12, 27), 20),
    _Planned("wheel_everyone", LaneKind.SUPPORT, EventKind.CHECK_IN, (2, 16), 1, yearly=False),
    _Planned("wheel_everyone", LaneKind.SUPPORT, EventKind.CHECK_IN, (9, 14), 1, yearly=False),
)


def add_wheel(ws: Workspace, words: DemoWords) -> None:
    """What comes back since the year before last; what is planned once, this calendar year."""
    by_kind = {lane.kind: id_of(lane) for lane in lanes(ws)}
    year = ws.today().year
    for each in _EVENTS:
        start = date(year - 2 if each.yearly else year, *each.start)
        save_event(
            ws,
            WheelEvent(
                lane_id=by_kind[each.lane],
                title=words(each.name),
                kind=each.kind,
                start=start,
                end=start + timedelta(days=each.days - 1),
                yearly=each.yearly,
            ),
        )
