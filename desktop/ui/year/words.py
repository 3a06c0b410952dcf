"""What the wheel and the list say of events and marks."""

from __future__ import annotations

from datetime import date

from desktop.core.period import Cadence, Period
from desktop.core.wheel_days import Occurrence
from desktop.core.wheel_year import Mark, WheelYear, mark_names
from desktop.qtkit.wording import current, say, tr


def week_of(day: date) -> str:
    """The ISO week of a day, short."""
    return current().period_short(Period.containing(Cadence.WEEK, day))


def weeks(start: date, end: date) -> str:
    """The ISO weeks from one day to another: ``w11``, ``w11–13``."""
    first, last = start.isocalendar(), end.isocalendar()
    if first[:2] == last[:2]:
        return week_of(start)
    return f"{week_of(start)}\N{EN DASH}{last[1]}"


def days(start: date, end: date) -> str:
    """From one day to another, without the year."""
    words = current()
    first = words.period_short(Period(Cadence.DAY, start))
    last = words.period_short(Period(Cadence.DAY, end))
    return first if start == end else f"{first} \N{EN DASH} {last}"


def occurrence_words(each: Occurrence, year: WheelYear) -> str:
    """An event in one sentence: what, where, when, whose."""
    lane = current().value(year.lane(each.event.lane_id).title)
    told = tr(
        "{event}, {lane}: {days}, {weeks}.",
        event=each.event.title,
        lane=lane,
        days=days(each.start, each.end),
        weeks=weeks(each.start, each.end),
    )
    owner = year.owners.get(each.event.owner_id or 0, "")
    parts = [told]
    if owner:
        parts.append(f"{owner}.")
    if each.event.yearly:
        parts.append(tr("Every year."))
    if each.event.note:
        parts.append(each.event.note)
    return " ".join(parts)


def mark_words(mark: Mark) -> str:
    """A mark in one sentence: what kind, what, and when."""
    return tr(
        "{kind}: {title}, {day}.",
        kind=say(mark_names()[mark.kind]),
        title=current().value(mark.title),
        day=mark.day,
    )
