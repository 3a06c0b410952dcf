"""KPIs taken from the library into the company."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.core.formula import keys_of
from desktop.core.kpi import Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.core.message import msg
from desktop.services.company import company
from desktop.services.kpis import kpis, save_kpi
from desktop.services.workspace import Workspace


def save_ready_kpi(ws: Workspace, kpi: Kpi, library: Sequence[ReadyKpi]) -> Kpi:
    """Save a KPI of the library, and with it those that its formula is made of and the company
    does not have.  One action."""
    by_key = {ready.id: ready for ready in library}
    with ws.action(msg("Add {name}", name=kpi.name)):
        known = {other.key for other in kpis(ws, archived=True)}
        for key in _missing(kpi.formula, known, by_key):
            home = company(ws)
            save_kpi(ws, by_key[key].kpi(language=home.language, currency=home.currency))
        return save_kpi(ws, kpi)


def _missing(formula: str, known: set[str], library: Mapping[str, ReadyKpi]) -> list[str]:
    """The parts to add, each after the parts that it is made of itself."""
    if not formula:
        return []
    parts: list[str] = []
    for key in keys_of(formula):
        if key in library and key not in known:
            parts += [*_missing(library[key].formula, known, library), key]
    return list(dict.fromkeys(parts))
