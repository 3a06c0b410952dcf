"""What could stand on the wheel: reviews, check-ins, campaigns, each to be taken or left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.core.message import Message, msg
from desktop.core.period import Cadence, Period, add_months
from desktop.core.wheel import EventKind, LaneKind
from desktop.core.wheel_year import WheelYear

_NEAR = timedelta(days=10)  # an event of the same kind this near is the one that is suggested
_BEFORE_SEASON = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An event for the lane ``lane`` (the first when that is gone), and ``why``."""

    title: Message
    why: Message
    kind: EventKind
    lane: LaneKind
    start: date
    end: date


def suggestions(year: WheelYear) -> list[Suggestion]:
    """Those of this year that are not on the wheel yet and not over, by day."""
    found = [
        each
        for each in _all(year)
        if each.end >= year.today and each.start in year.year and not _there(each, year)
    ]
    return sorted(found, key=lambda each: each.start)


def _all(year: WheelYear) -> Iterator[Suggestion]:
    yield from _reviews(year.year)
    yield from _check_ins(year.year)
    yield _campaign(year)
    spring = _monday(add_months(year.year.start, 4))
    yield Suggestion(
        msg("Customer survey"),
        msg(
            "Ask the same questions in the same weeks every year, and the answers can be compared."
        ),
        EventKind.OTHER,
        LaneKind.SUPPORT,
        spring,
        spring + timedelta(days=11),
    )
    plan = _monday(add_months(year.year.start, 10))
    yield Suggestion(
        msg("Set the goals of next year"),
        msg("Three short sittings, so that goals, KPIs and activities are not mixed."),
        EventKind.OTHER,
        LaneKind.SALES,
        plan,
        plan + timedelta(days=18),
    )


def _reviews(year: Period) -> Iterator[Suggestion]:
    """In the second week of each quarter, of the quarter before."""
    first = Period(Cadence.QUARTER, year.start)
    for number in range(4):
        day = _monday(first.shift(number).start) + timedelta(days=7)
        yield Suggestion(
            msg("Quarterly review, {quarter}", quarter=first.shift(number - 1)),
            msg("What was meant, what happened, why, and what next, while it is fresh."),
            EventKind.REVIEW,
            LaneKind.SALES,
            day,
            day,
        )


def _check_ins(year: Period) -> Iterator[Suggestion]:
    """In the middle of each half year."""
    for months in (3, 9):
        day = _monday(add_months(year.start, months)) + timedelta(days=14)
        yield Suggestion(
            msg("Check-in with everyone"),
            msg("Half an hour together: how sure are we of our goals, and what do we stop?"),
            EventKind.CHECK_IN,
            LaneKind.MARKETING,
            day,
            day,
        )


def _campaign(year: WheelYear) -> Suggestion:
    """Before the best period of the season on show; otherwise a month from now."""
    best = None if year.season is None else year.season.highest
    if best is None or year.season is None:
        start = _monday(max(year.today, year.year.start) + timedelta(days=28))
        why = msg("One campaign with a goal of its own says more than many without.")
    else:
        start = _monday(best.period.start) - _BEFORE_SEASON
        why = msg(
            "{kpi} is at its highest in {period}; people decide before.",
            kpi=year.season.kpi.name,
            period=best.period,
        )
    end = start + timedelta(days=25)
    return Suggestion(msg("Campaign"), why, EventKind.CAMPAIGN, LaneKind.MARKETING, start, end)


def _monday(day: date) -> date:
    """The first Monday from a day on."""
    return day + timedelta(days=-day.weekday() % 7)


def _there(each: Suggestion, year: WheelYear) -> bool:
    return any(
        known.event.kind is each.kind
        and known.start <= each.end + _NEAR
        and known.end >= each.start - _NEAR
        for known in year.occurrences
    )
