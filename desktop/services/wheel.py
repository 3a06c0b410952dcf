"""The annual wheel: its lanes and events, kept; each change one action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.core.faults import NotAllowed
from desktop.core.message import Message, msg, nmsg
from desktop.core.wheel import Lane, WheelEvent
from desktop.core.wheel_days import Occurrence, checked_event, moved, shifted
from desktop.services.workspace import Workspace
from desktop.store.habit_tables import LANES, WHEEL_EVENTS
from desktop.store.table import id_of

MOST_LANES = 6  # more rings are too thin to be read


def lanes(ws: Workspace) -> list[Lane]:
    """From the edge of the wheel inwards."""
    return LANES.all(ws.connection)


def lane(ws: Workspace, lane_id: int) -> Lane:
    """Raises :class:`NotAllowed` when it is no longer there."""
    found = LANES.get(ws.connection, lane_id)
    if found is None:
        raise NotAllowed(msg("This lane is no longer there."))
    return found


def events(ws: Workspace) -> list[WheelEvent]:
    """All events, by the first day."""
    return WHEEL_EVENTS.all(ws.connection)


def event(ws: Workspace, event_id: int) -> WheelEvent:
    """Raises :class:`NotAllowed` when it is no longer there."""
    found = WHEEL_EVENTS.get(ws.connection, event_id)
    if found is None:
        raise NotAllowed(msg("This event is no longer there."))
    return found


# ---------------------------------------------------------------------- lanes


def add_lane(ws: Workspace, name: str) -> Lane:
    """A lane of the company's own, innermost.  Raises :class:`NotAllowed` without a name, for one
    that another lane has, and when there are :data:`MOST_LANES`."""
    known = lanes(ws)
    if len(known) >= MOST_LANES:
        raise NotAllowed(msg("The wheel has {n} lanes at most.", n=MOST_LANES))
    made = Lane(name=_checked_name(name, known), position=len(known))
    if not made.name:
        raise NotAllowed(msg("A lane needs a name."))
    with ws.action(msg("Add the lane “{name}”", name=made.name)):
        saved = LANES.save(ws.connection, made)
        _number(ws, [*known, saved])
    return lane(ws, id_of(saved))


def rename_lane(ws: Workspace, lane_id: int, name: str) -> Lane:
    """Another name; without one, a lane that every company has goes by its own again.

    Raises :class:`NotAllowed` for a name that another lane has, and for an own lane without one.
    """
    found = lane(ws, lane_id)
    others = [each for each in lanes(ws) if each.id != lane_id]
    renamed = replace(found, name=_checked_name(name, others))
    if not renamed.name and renamed.kind is None:
        raise NotAllowed(msg("A lane needs a name."))
    with ws.action(msg("Rename the lane “{name}”", name=found.title)):
        return LANES.save(ws.connection, renamed)


def move_lane(ws: Workspace, lane_id: int, place: int) -> None:
    """Put a lane at another place, 0 being the outermost."""
    found = lane(ws, lane_id)
    order = [each for each in lanes(ws) if each.id != lane_id]
    order.insert(min(max(place, 0), len(order)), found)
    with ws.action(msg("Move the lane “{name}”", name=found.title)):
        _number(ws, order)


def delete_lane(ws: Workspace, lane_id: int, *, with_events: bool = False) -> None:
    """Remove a lane.  Raises :class:`NotAllowed` when it has events (unless ``with_events``, after
    the user has been told), and for the last lane."""
    found = lane(ws, lane_id)
    if len(lanes(ws)) == 1:
        raise NotAllowed(msg("The wheel needs a lane."))
    inside = events_in(ws, lane_id)
    if inside and not with_events:
        raise NotAllowed(
            nmsg(
                "There is {n} event in this lane.",
                "There are {n} events in this lane.",
                len(inside),
            )
        )
    with ws.action(msg("Remove the lane “{name}”", name=found.title)):
        for each in inside:
            WHEEL_EVENTS.delete(ws.connection, id_of(each))
        LANES.delete(ws.connection, lane_id)


def events_in(ws: Workspace, lane_id: int) -> list[WheelEvent]:
    """The events of one lane, in all years."""
    return WHEEL_EVENTS.all(ws.connection, "lane_id = ?", lane_id)


# ---------------------------------------------------------------------- events


def save_event(ws: Workspace, changed: WheelEvent) -> WheelEvent:
    """The event with its ``id``.  Raises :class:`NotAllowed` when it, or its lane, is no longer
    there, and for what :func:`checked_event` refuses."""
    changed = checked_event(changed)
    lane(ws, changed.lane_id)
    if changed.id is not None:
        event(ws, changed.id)
    with ws.action(_label(changed)):
        return WHEEL_EVENTS.save(ws.connection, changed)


def move_event(
    ws: Workspace, occurrence: Occurrence, days: int, lane_id: int | None = None
) -> WheelEvent:
    """Move one occurrence by days, and into another lane if told; a yearly event moves in all its
    years.  Raises :class:`NotAllowed` as :func:`save_event` does."""
    changed = shifted(_now(ws, occurrence), days)
    return save_event(ws, changed if lane_id is None else replace(changed, lane_id=lane_id))


def stretch_event(ws: Workspace, occurrence: Occurrence, start: date, end: date) -> WheelEvent:
    """Let one occurrence begin and end on other days, as :func:`move_event` does."""
    return save_event(ws, moved(_now(ws, occurrence), start, end))


def delete_event(ws: Workspace, event_id: int) -> None:
    """Remove an event, a yearly one from all its years; nothing when it is gone already."""
    found = WHEEL_EVENTS.get(ws.connection, event_id)
    if found is not None:
        with ws.action(msg("Delete the event “{event}”", event=found.title)):
            WHEEL_EVENTS.delete(ws.connection, event_id)


def _now(ws: Workspace, occurrence: Occurrence) -> Occurrence:
    """The occurrence with the event as the file has it."""
    return replace(occurrence, event=event(ws, id_of(occurrence.event)))


def _label(changed: WheelEvent) -> Message:
    if changed.id is None:
        return msg("Add the event “{event}”", event=changed.title)
    return msg("Change the event “{event}”", event=changed.title)


def _checked_name(name: str, others: list[Lane]) -> str:
    name = " ".join(name.split())
    if name and name.casefold() in {each.name.casefold() for each in others}:
        raise NotAllowed(msg("There is a lane “{name}” already.", name=name))
    return name


def _number(ws: Workspace, order: list[Lane]) -> None:
    """Number the lanes anew; what stands already is left alone."""
    for place, each in enumerate(order):
        if each.position != place:
            LANES.save(ws.connection, replace(each, position=place))
