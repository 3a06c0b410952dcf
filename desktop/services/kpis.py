"""KPIs: reading, saving, archiving, deleting."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.faults import NotAllowed
from desktop.core.kpi import Kpi
from desktop.core.message import msg
from desktop.services.kpi_checks import check_kpi, uses_of
from desktop.services.kpi_keys import key_from_name, renamed
from desktop.services.kpi_rows import KpiRow, kpi_rows
from desktop.services.recadence import recadence
from desktop.services.workspace import Workspace
from desktop.store.measurements import remove_all
from desktop.store.tables import KPIS

__all__ = ["KpiRow", "delete_kpi", "kpi", "kpi_rows", "kpis", "save_kpi"]


def kpis(ws: Workspace, *, archived: bool = False) -> list[Kpi]:
    """The KPIs by name; archived ones only when asked for."""
    return KPIS.all(ws.connection, "TRUE" if archived else "NOT archived")


def kpi(ws: Workspace, kpi_id: int) -> Kpi:
    """Raises :class:`NotAllowed` when there is no such KPI (any more)."""
    found = KPIS.get(ws.connection, kpi_id)
    if found is None:
        raise NotAllowed(msg("This KPI is no longer there."))
    return found


def save_kpi(ws: Workspace, kpi: Kpi) -> Kpi:
    """The KPI with its ``id`` and ``key``.

    A coarser cadence adds the values up; a new key is followed by the formulas that use it.
    Raises :class:`NotAllowed` for what cannot be: a finer cadence with values, a formula that
    cannot be worked out, a key that is taken, a breakdown in a circle.
    """
    everyone = KPIS.all(ws.connection)
    others = [other for other in everyone if other.id != kpi.id]
    before = next((other for other in everyone if other.id == kpi.id), None)
    kpi = replace(kpi, name=kpi.name.strip(), key=kpi.key.strip(), formula=kpi.formula.strip())
    if not kpi.key:
        kpi = replace(kpi, key=key_from_name(kpi.name, {other.key for other in others}))
    if before is not None and before.key != kpi.key:
        others = [
            replace(other, formula=renamed(other.formula, before.key, kpi.key)) for other in others
        ]
    check_kpi(ws, kpi, others, before)
    label = (
        msg("Add {name}", name=kpi.name) if before is None else msg("Change {name}", name=kpi.name)
    )
    with ws.action(label):
        if before is not None and before.cadence is not kpi.cadence:
            recadence(ws, before, kpi)
        for other in others if before is not None and before.key != kpi.key else ():
            KPIS.save(ws.connection, other)
        return KPIS.save(ws.connection, kpi)


def delete_kpi(ws: Workspace, kpi_id: int) -> None:
    """Remove the KPI and its values.  Raises :class:`NotAllowed`, with the names, while key
    results, formulas or the breakdown tree use it."""
    found = kpi(ws, kpi_id)
    uses = uses_of(ws, found)
    if uses:
        raise NotAllowed(
            msg(
                "{kpi} is used by {uses}. Archive it instead, or remove it there first.",
                kpi=found.name,
                uses=", ".join(uses),
            )
        )
    with ws.action(msg("Delete {name}", name=found.name)):
        remove_all(ws.connection, kpi_id)
        KPIS.delete(ws.connection, kpi_id)
