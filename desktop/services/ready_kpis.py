"""KPIs taken from the library into the company."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.core.formula import keys_of
from desktop.core.kpi import Kpi
from desktop.core.kpi_library import ReadyKpi
from desktop.core.message import msg, nmsg
from desktop.services.company import company
from desktop.services.kpi_keys import renamed
from desktop.services.kpis import kpis, save_kpi
from desktop.services.workspace import Workspace


def taken(ws: Workspace, library: Sequence[ReadyKpi]) -> dict[str, Kpi]:
    """The company's KPIs that are the library's, by its ``id``: they have its key, or else its
    name in the company's language.  Archived ones count."""
    everyone = kpis(ws, archived=True)
    by_key = {kpi.key: kpi for kpi in everyone}
    by_name = {kpi.name.casefold(): kpi for kpi in everyone}
    language = company(ws).language
    found: dict[str, Kpi] = {}
    for ready in library:
        kpi = by_key.get(ready.id) or by_name.get(ready.names[language].casefold())
        if kpi is not None:
            found[ready.id] = kpi
    return found


def save_ready_kpi(ws: Workspace, kpi: Kpi, library: Sequence[ReadyKpi]) -> Kpi:
    """Save a KPI of the library, and with it those that its formula is made of and the company
    does not have.  One action."""
    kpi, parts = with_parts(ws, kpi, library)
    with ws.action(msg("Add {name}", name=kpi.name)):
        for part in parts:
            save_kpi(ws, part)
        return save_kpi(ws, kpi)


def with_parts(ws: Workspace, kpi: Kpi, library: Sequence[ReadyKpi]) -> tuple[Kpi, list[Kpi]]:
    """The KPI with its formula over the keys that its parts have in this company, and the parts
    that the company does not have, in the order in which they can be saved."""
    by_key = {ready.id: ready for ready in library}
    known = taken(ws, library)
    home = company(ws)
    parts = [
        by_key[key].kpi(language=home.language, currency=home.currency)
        for key in _parts(kpi.formula, by_key)
        if key not in known
    ]
    return _over(kpi, known), [_over(part, known) for part in parts]


def save_ready_kpis(
    ws: Workspace, chosen: Sequence[ReadyKpi], library: Sequence[ReadyKpi]
) -> list[Kpi]:
    """Save those of ``chosen`` that the company does not have, and return them.  One action."""
    home = company(ws)
    missing = missing_of(ws, chosen, library)
    label = nmsg("Add {n} KPI", "Add {n} KPIs", len(missing))
    saved: list[Kpi] = []
    with ws.action(label):
        for ready in missing:
            known = taken(ws, library).get(ready.id)  # it may have come as a part of another
            kpi = ready.kpi(language=home.language, currency=home.currency)
            saved.append(known or save_ready_kpi(ws, kpi, library))
    return saved


def missing_of(
    ws: Workspace, chosen: Sequence[ReadyKpi], library: Sequence[ReadyKpi]
) -> list[ReadyKpi]:
    """Those of ``chosen`` that the company does not have."""
    known = taken(ws, library)
    return [ready for ready in chosen if ready.id not in known]


def _parts(formula: str, library: Mapping[str, ReadyKpi]) -> list[str]:
    """What a formula is made of, each part after the parts that it is made of itself."""
    if not formula:
        return []
    parts: list[str] = []
    for key in keys_of(formula):
        if key in library:
            parts += [*_parts(library[key].formula, library), key]
    return list(dict.fromkeys(parts))


def _over(kpi: Kpi, known: Mapping[str, Kpi]) -> Kpi:
    """The KPI with a formula over the company's keys for what the library calls otherwise."""
    formula = kpi.formula
    for key in keys_of(formula) if formula else ():
        if key in known and known[key].key != key:
            formula = renamed(formula, key, known[key].key)
    return replace(kpi, formula=formula)
