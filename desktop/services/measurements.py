"""Values of KPIs: series, typed values, and what a value has been."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from desktop.core.faults import NotAllowed
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message, msg, nmsg
from desktop.core.period import Period
from desktop.core.series import Series
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.measurements import put, put_typed
from desktop.store.tables import KPIS
from desktop.store.value_history import ValueChange, read_changes

__all__ = ["ValueChange", "history", "save_grid", "save_measurements", "save_values", "series"]

Typed = tuple[int, Period, float | None]


def series(ws: Workspace, kpi_id: int) -> Series:
    """All values of a KPI; those of a formula KPI are worked out from its parts."""
    reader = SeriesReader(ws)
    found = reader.kpis.get(kpi_id)
    if found is None:
        raise NotAllowed(msg("This KPI is no longer there."))
    return reader.whole(found)


def save_values(ws: Workspace, kpi_id: int, values: Mapping[Period, float | None]) -> None:
    """Write typed values; ``None`` empties a period.  One action."""
    save_grid(ws, [(kpi_id, period, value) for period, value in values.items()])


def save_grid(ws: Workspace, values: Sequence[Typed]) -> None:
    """Write typed values of several KPIs as one action.

    Raises :class:`NotAllowed` for a formula KPI and for what is no finite number.
    """
    if not values:
        return
    kpis = {kpi_id: _with_values(ws, kpi_id) for kpi_id in {row[0] for row in values}}
    year_start = read_company(ws.connection).year_start
    for kpi_id, period, value in values:
        _check(kpis[kpi_id], period, value, year_start)
    with ws.action(_label(values, kpis)):
        put_typed(ws.connection, values)


def save_measurements(ws: Workspace, kpi_id: int, rows: Iterable[Measurement]) -> None:
    """Write values with their source (import and cell, the last day that they cover)."""
    kpi = _with_values(ws, kpi_id)
    year_start = read_company(ws.connection).year_start
    rows = list(rows)
    for row in rows:
        _check(kpi, row.period, row.value, year_start)
    with ws.action(_entering(kpi, len(rows))):
        put(ws.connection, kpi_id, rows)


def history(ws: Workspace, kpi_id: int, period: Period) -> list[ValueChange]:
    """What the value of the period has been, newest first: who changed it, when, and how."""
    return read_changes(ws.connection, kpi_id, period)


def _with_values(ws: Workspace, kpi_id: int) -> Kpi:
    """The KPI, which is there and has values of its own."""
    kpi = KPIS.get(ws.connection, kpi_id)
    if kpi is None:
        raise NotAllowed(msg("This KPI is no longer there."))
    if kpi.formula:
        raise NotAllowed(
            msg("{kpi} is worked out from other KPIs; it has no values of its own.", kpi=kpi.name)
        )
    return kpi


def _check(kpi: Kpi, period: Period, value: float | None, year_start: int) -> None:
    if value is not None and not math.isfinite(value):
        raise NotAllowed(msg("A value of {kpi} must be a number.", kpi=kpi.name))
    if period != Period.containing(kpi.cadence, period.start, year_start):
        raise ValueError(f"{period} is not a {kpi.cadence} of this company")


def _label(values: Sequence[Typed], kpis: Mapping[int, Kpi]) -> Message:
    if len(kpis) > 1:
        return nmsg("Enter a value", "Enter {n} values", len(values))
    return _entering(next(iter(kpis.values())), len(values))


def _entering(kpi: Kpi, count: int) -> Message:
    return nmsg("Enter a value of {kpi}", "Enter {n} values of {kpi}", count, kpi=kpi.name)
