"""Giving a KPI another cadence when it has values already."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.faults import NotAllowed
from desktop.core.kpi import Kpi
from desktop.core.message import msg
from desktop.core.names import name
from desktop.core.series import Series
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.measurements import has_any, put, read_between, remove_all


def recadence(ws: Workspace, before: Kpi, after: Kpi) -> None:
    """Add the values up to the coarser cadence of ``after``, in the way that it adds up.

    A longer period that lacks some of its parts gets no value, since it would pass for a whole
    one; the newest keeps the day that it goes through.  Raises :class:`NotAllowed` for a finer
    cadence: a month's value cannot be divided among its days.
    """
    if before.id is None or not has_any(ws.connection, before.id):
        return
    if after.cadence.fineness < before.cadence.fineness:
        raise NotAllowed(
            msg(
                "The cadence of {kpi} cannot change from “{old}” to “{new}”: its values cannot be "
                "divided among shorter periods. Make a new KPI for those.",
                kpi=before.name,
                old=name(before.cadence),
                new=name(after.cadence),
            )
        )
    year_start = read_company(ws.connection).year_start
    added_by = replace(before, add_up=after.add_up)
    series = Series(added_by, read_between(ws.connection, before), year_start)
    remove_all(ws.connection, before.id)
    put(ws.connection, before.id, [row for row in series.at(after.cadence) if not row.incomplete])
