"""Checking a company file: whether it is whole, and whether what it says can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.core.cause import Cause
from desktop.core.faults import NotAllowed
from desktop.core.goal import Goal
from desktop.core.kpi import Kpi
from desktop.core.message import Message, msg, nmsg
from desktop.core.period import Cadence, Period
from desktop.core.strategy_map import cause_key, effect_key, leads_to
from desktop.services.company import company
from desktop.services.goal_checks import check_goal
from desktop.services.kpi_checks import check_kpi
from desktop.services.workspace import Workspace
from desktop.store.former_plans import all_former_plans
from desktop.store.habit_tables import CHECK_INS
from desktop.store.integrity import database_faults, is_newer
from desktop.store.measurements import read_between
from desktop.store.strategy_tables import CAUSES
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
    yield from _unreadable(ws)
    yield from _circle(CAUSES.all(ws.connection))


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


def _unreadable(ws: Workspace) -> Iterator[Message]:
    """Cells that hold a list of another shape than ours, which the tables cannot refuse."""
    for table, read in (
        ("check_in", lambda: CHECK_INS.all(ws.connection)),
        ("former_plan", lambda: all_former_plans(ws.connection)),
    ):
        try:
            read()
        except (TypeError, ValueError):
            yield msg("A row of {table} cannot be read.", table=table)


def _circle(arrows: Sequence[Cause]) -> Iterator[Message]:
    """Said once: all the arrows of a circle would say the same."""
    for arrow in arrows:
        others = [each for each in arrows if each is not arrow]
        if leads_to(others, effect_key(arrow), cause_key(arrow)):
            yield msg("The arrows of the strategy map go round in a circle.")
            return
