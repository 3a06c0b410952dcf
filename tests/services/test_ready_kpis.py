"""Ready KPIs in the company."""

from __future__ import annotations

from desktop.core.kpi_library import read_library
from desktop.core.resources import resource
from desktop.services.kpis import kpis
from desktop.services.ready_kpis import save_ready_kpi
from desktop.services.workspace import Workspace

LIBRARY = read_library(resource("library"))
BY_ID = {ready.id: ready for ready in LIBRARY}


def keys(ws: Workspace) -> set[str]:
    return {kpi.key for kpi in kpis(ws)}


def test_a_ready_kpi_is_saved_as_it_is(ws: Workspace) -> None:
    saved = save_ready_kpi(ws, BY_ID["sales"].kpi(language="da", currency="DKK"), LIBRARY)
    assert (saved.id is not None, saved.name, saved.unit.symbol) == (True, "Omsætning", "DKK")
    assert keys(ws) == {"sales"}


def test_a_formula_brings_its_parts_in_one_step(ws: Workspace) -> None:
    save_ready_kpi(ws, BY_ID["orders"].kpi(language="sv", currency="SEK"), LIBRARY)
    save_ready_kpi(ws, BY_ID["conversion_rate"].kpi(language="sv", currency="SEK"), LIBRARY)
    assert keys(ws) == {"orders", "visits", "conversion_rate"}
    ws.undo()
    assert keys(ws) == {"orders"}
