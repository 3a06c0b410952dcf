"""KPIs: reading, saving, archiving, deleting."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from desktop.core.faults import NotAllowed
from desktop.core.glossary import word_key
from desktop.core.kpi import Kpi
from desktop.core.message import msg
from desktop.services.kpi_checks import check_kpi, formula_users, uses_of, word_fault
from desktop.services.kpi_keys import key_from_name, renamed
from desktop.services.kpi_rows import KpiRow, kpi_rows
from desktop.services.recadence import recadence
from desktop.services.workspace import Workspace
from desktop.store.belongings import forget_kpi
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
    cannot be worked out, a key that is taken, a breakdown in a circle, a name that the glossary
    has as a word of its own.
    """
    everyone = KPIS.all(ws.connection)
    others = [other for other in everyone if other.id != kpi.id]
    before = next((other for other in everyone if other.id == kpi.id), None)
    kpi = _tidied(kpi)
    if not kpi.key:
        kpi = replace(kpi, key=key_from_name(kpi.name, {other.key for other in others}))
    users: list[Kpi] = []
    if before is not None and before.key != kpi.key:
        users = [
            replace(user, formula=renamed(user.formula, before.key, kpi.key))
            for user in formula_users(before.key, others)
        ]
        follows = {user.id: user for user in users}
        others = [follows.get(other.id, other) for other in others]
    check_kpi(ws, kpi, others)
    if _is_called_anew(before, kpi) and (taken := word_fault(ws, kpi.name)) is not None:
        raise NotAllowed(taken)
    label = (
        msg("Add {name}", name=kpi.name) if before is None else msg("Change {name}", name=kpi.name)
    )
    with ws.action(label):
        if before is not None and before.cadence is not kpi.cadence:
            recadence(ws, before, kpi)
        for user in users:
            KPIS.save(ws.connection, user)
        return KPIS.save(ws.connection, kpi)


def _is_called_anew(before: Kpi | None, kpi: Kpi) -> bool:
    """Whether the KPI has its name from now on; what it was called before may stay."""
    if kpi.archived:
        return False
    return before is None or before.archived or word_key(before.name) != word_key(kpi.name)


def _tidied(kpi: Kpi) -> Kpi:
    """Keys in the form in which formulas are read."""
    return replace(
        kpi,
        name=kpi.name.strip(),
        key=unicodedata.normalize("NFKC", kpi.key.strip()),
        formula=kpi.formula.strip(),
    )


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
        forget_kpi(ws.connection, kpi_id)
        KPIS.delete(ws.connection, kpi_id)
