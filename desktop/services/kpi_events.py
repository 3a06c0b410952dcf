"""What happened to a KPI: events that explain its chart, and where its limits begin anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.core.faults import NotAllowed
from desktop.core.kpi_event import KpiEvent
from desktop.core.message import msg
from desktop.services.kpis import kpi
from desktop.services.workspace import Workspace
from desktop.store.habit_tables import KPI_EVENTS


def kpi_events(ws: Workspace, kpi_id: int) -> list[KpiEvent]:
    """The events of a KPI by day."""
    return KPI_EVENTS.all(ws.connection, "kpi_id = ?", kpi_id)


def rebasing_days(ws: Workspace, kpi_id: int) -> list[date]:
    """The days from which a KPI's natural limits are made anew."""
    return [event.day for event in kpi_events(ws, kpi_id) if event.rebase]


def save_kpi_event(ws: Workspace, event: KpiEvent) -> KpiEvent:
    """The event with its ``id``.  Raises :class:`NotAllowed` without words: limits are moved for
    a known reason only."""
    event = replace(event, title=" ".join(event.title.split()))
    if not event.title:
        raise NotAllowed(msg("Say in a few words what happened."))
    label = msg("Mark “{event}” on {kpi}", event=event.title, kpi=kpi(ws, event.kpi_id).name)
    with ws.action(label):
        return KPI_EVENTS.save(ws.connection, event)


def delete_kpi_event(ws: Workspace, event_id: int) -> None:
    """Remove the event; nothing when it is gone already."""
    found = KPI_EVENTS.get(ws.connection, event_id)
    if found is not None:
        with ws.action(msg("Delete “{event}”", event=found.title)):
            KPI_EVENTS.delete(ws.connection, event_id)
