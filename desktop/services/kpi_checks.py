"""What a KPI must be to be saved, and what uses it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from desktop.core.faults import NotAllowed
from desktop.core.formula import check, keys_of
from desktop.core.kpi import Better, Kpi
from desktop.core.message import msg
from desktop.core.names import name
from desktop.services.workspace import Workspace
from desktop.store.measurements import has_any
from desktop.store.tables import GOALS, KEY_RESULTS, KPIS


def check_kpi(ws: Workspace, kpi: Kpi, others: Sequence[Kpi], before: Kpi | None) -> None:
    """Raises :class:`NotAllowed` with what is wrong."""
    if not kpi.name:
        raise NotAllowed(msg("A KPI needs a name."))
    if kpi.key in {other.key for other in others}:
        raise NotAllowed(msg("Another KPI is called {key} in formulas.", key=kpi.key))
    for value in (kpi.band_low, kpi.band_high, kpi.capacity):
        if value is not None and not math.isfinite(value):
            raise NotAllowed(
                msg("The limits and the capacity of {kpi} must be numbers.", kpi=kpi.name)
            )
    if kpi.better is Better.BAND and kpi.band_low is None and kpi.band_high is None:
        raise NotAllowed(msg("A band needs a lower or an upper limit."))
    if kpi.band_low is not None and kpi.band_high is not None and kpi.band_low > kpi.band_high:
        raise NotAllowed(msg("The lower limit of the band is above the upper one."))
    _check_tree(kpi, others)
    if kpi.formula and kpi.id is not None and has_any(ws.connection, kpi.id):
        raise NotAllowed(
            msg("{kpi} has values of its own, so it cannot have a formula.", kpi=kpi.name)
        )
    _check_formulas([*others, kpi])


def _check_tree(kpi: Kpi, others: Sequence[Kpi]) -> None:
    parents = {other.id: other.parent_id for other in others}
    above = kpi.parent_id
    while above is not None:
        if above == kpi.id:
            raise NotAllowed(msg("A KPI cannot lie under itself or under its own parts."))
        above = parents.get(above)


def _check_formulas(everyone: Sequence[Kpi]) -> None:
    """All formulas, since another one may use this KPI's key or cadence."""
    by_key = {row.key: row for row in everyone}
    formulas = {row.key: row.formula for row in everyone}
    for row in everyone:
        if not row.formula:
            continue
        wrong = check(row.formula, key=row.key, formulas=formulas)
        if wrong is not None:
            raise NotAllowed(msg("The formula of {kpi}: {reason}", kpi=row.name, reason=wrong))
        for part in (by_key[key] for key in keys_of(row.formula)):
            if part.cadence.fineness > row.cadence.fineness:
                raise NotAllowed(
                    msg(
                        "{kpi} (“{cadence}”) cannot be worked out from {part} (“{coarser}”), "
                        "which has longer periods.",
                        kpi=row.name,
                        cadence=name(row.cadence),
                        part=part.name,
                        coarser=name(part.cadence),
                    )
                )


def formula_users(key: str, others: Sequence[Kpi]) -> list[Kpi]:
    return [other for other in others if other.formula and key in keys_of(other.formula)]


def uses_of(ws: Workspace, kpi: Kpi) -> list[str]:
    """The names of the goals, formula KPIs and parts that need the KPI."""
    everyone = KPIS.all(ws.connection)
    goal_ids = {row.goal_id for row in KEY_RESULTS.all(ws.connection, "kpi_id = ?", kpi.id)}
    goals = [goal.statement for goal in GOALS.all(ws.connection) if goal.id in goal_ids]
    formulas = [other.name for other in formula_users(kpi.key, everyone)]
    parts = [other.name for other in everyone if other.parent_id == kpi.id]
    return [f"“{used}”" for used in (*goals, *formulas, *parts)]
