"""On which days the events of the annual wheel take place: once, or every year anew."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from desktop.core.faults import NotAllowed
from desktop.core.message import msg
from desktop.core.record import record
from desktop.core.wheel import WheelEvent

_LAST_YEAR = date.max.year - 1


@record(frozen=True, slots=True)
class Occurrence:
    """An event on the days of one year, from ``start`` to ``end``, both included."""

    event: WheelEvent
    start: date
    end: date


def in_year(day: date, year: int) -> date:
    """The same day of another year; 29 February is the 28th where there is none."""
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def checked_event(event: WheelEvent) -> WheelEvent:
    """The event as it may be saved, its words without blanks around them.

    Raises :class:`NotAllowed` without a title, when it ends before it begins, and for a yearly
    event that would begin again before it ends.
    """
    event = replace(event, title=" ".join(event.title.split()), note=event.note.strip())
    if not event.title:
        raise NotAllowed(msg("An event needs a name."))
    if event.end < event.start:
        raise NotAllowed(msg("The last day is before the first."))
    if event.end.year > _LAST_YEAR:
        raise NotAllowed(msg("The calendar does not go that far."))
    if event.yearly and event.end >= in_year(event.start, event.start.year + 1):
        raise NotAllowed(msg("An event that comes back every year takes less than a year."))
    return event


def occurrences(events: Iterable[WheelEvent], first: date, last: date) -> list[Occurrence]:
    """What takes place from ``first`` to ``last``, also in part, by day."""
    found = [each for event in events for each in _of(event, first, last)]
    return sorted(found, key=lambda each: (each.start, each.end, each.event.id or 0))


def _of(event: WheelEvent, first: date, last: date) -> list[Occurrence]:
    if not event.yearly:
        shown = event.start <= last and event.end >= first
        return [Occurrence(event, event.start, event.end)] if shown else []
    span = event.end.year - event.start.year
    years = range(max(event.start.year, first.year - span), min(last.year, _LAST_YEAR) + 1)
    each = (
        Occurrence(event, in_year(event.start, year), in_year(event.end, year + span))
        for year in years
        if year + span <= date.max.year
    )
    return [found for found in each if found.start <= last and found.end >= first]


def moved(occurrence: Occurrence, start: date, end: date) -> WheelEvent:
    """The event, so that this occurrence of it is from ``start`` to ``end``.

    A yearly event moves with all its years; a day that stays is left as it was typed, so that
    29 February does not become the 28th.  Raises :class:`NotAllowed` where the calendar ends.
    """
    event = occurrence.event
    back = occurrence.start.year - event.start.year
    try:
        first = in_year(start, start.year - back)
        last = in_year(end, end.year - back)
    except ValueError as error:
        raise NotAllowed(msg("The calendar does not go that far.")) from error
    return replace(
        event,
        start=event.start if start == occurrence.start else first,
        end=event.end if end == occurrence.end else last,
    )


def shifted(occurrence: Occurrence, days: int) -> WheelEvent:
    """The event ``days`` later (earlier when negative), as long as it was.

    Raises :class:`NotAllowed` where the calendar ends.
    """
    try:
        start = occurrence.start + timedelta(days=days)
        return moved(occurrence, start, occurrence.end + timedelta(days=days))
    except OverflowError as error:
        raise NotAllowed(msg("The calendar does not go that far.")) from error
