"""Checking a company file: whether it is whole, and whether what it says can be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal
from desktop.core.kpi import Kpi
from desktop.core.message import Message, msg, nmsg
from desktop.core.period import Cadence, Period
from desktop.services.company import company
from desktop.services.goal_checks import check_goal
from desktop.services.kpi_checks import check_kpi
from desktop.services.workspace import Workspace
from desktop.store.integrity import database_faults, is_newer
from desktop.store.measurements import read_between
from desktop.store.tables import GOALS, KPIS


def check(path: Path) -> list[Message]:
    """What is wrong with the file, each in a sentence; empty when all is well.

    Nothing is changed and no lock is taken.  Raises :class:`FileFault` when the path is not a
    company file.
    """
    faults = database_faults(path)
    if faults:
        return faults
    with Workspace.open(path, read_only=True) as ws:
        return [] if is_newer(ws.connection) else list(_rule_faults(ws))


def _rule_faults(ws: Workspace) -> Iterator[Message]:
    kpis = KPIS.all(ws.connection)
    year_start = company(ws).year_start
    for kpi in kpis:
        yield from _kpi_faults(ws, kpi, kpis, year_start)
    for goal in GOALS.all(ws.connection):
        yield from _goal_faults(ws, goal)


def _kpi_faults(ws: Workspace, kpi: Kpi, kpis: list[Kpi], year_start: int) -> Iterator[Message]:
    try:
        check_kpi(ws, kpi, [other for other in kpis if other.id != kpi.id])
    except NotAllowed as fault:
        yield fault.message
    if kpi.cadence is Cadence.DAY:
        return
    count = sum(
        row.period != Period.containing(kpi.cadence, row.period.start, year_start)
        for row in read_between(ws.connection, kpi)
    )
    if count:
        yield nmsg(
            "{n} value of {kpi} is not of a period of its cadence.",
            "{n} values of {kpi} are not of periods of its cadence.",
            count,
            kpi=kpi.name,
        )


def _goal_faults(ws: Workspace, goal: Goal) -> Iterator[Message]:
    try:
        check_goal(ws, goal)
    except NotAllowed as fault:
        yield msg("“{goal}”: {reason}", goal=goal.statement, reason=fault.message)
