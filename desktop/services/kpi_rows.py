"""The list of KPIs: each with its newest value, its freshness and its recent past."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.message import Message
from desktop.core.staleness import outdated
from desktop.services.recent_values import RECENT, recent_values
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace
from desktop.store.tables import KEY_RESULTS, PEOPLE

# read beyond those that are shown, since the newest periods may be unfinished
_READ = RECENT + 3


@dataclass(frozen=True, slots=True)
class KpiRow:
    """A KPI in a list.  ``latest`` is the newest full period, ``partial`` a later unfinished one;
    ``recent`` are values of full periods up to ``latest``; ``goals`` counts the goals that use
    it."""

    kpi: Kpi
    latest: Measurement | None
    partial: Measurement | None
    outdated: Message | None
    recent: tuple[float, ...]
    owner: str
    goals: int


def kpi_rows(ws: Workspace, *, archived: bool = False) -> list[KpiRow]:
    """By name; what it costs does not grow with the years of history."""
    today = ws.today()
    reader = SeriesReader(ws)
    owners = {person.id: person.name for person in PEOPLE.all(ws.connection)}
    goals: dict[int | None, set[int]] = {}
    for key_result in KEY_RESULTS.all(ws.connection, "kpi_id IS NOT NULL"):
        goals.setdefault(key_result.kpi_id, set()).add(key_result.goal_id)
    rows = []
    for kpi in reader.kpis.values():
        if kpi.archived and not archived:
            continue
        series = reader.recent(kpi, _READ)
        latest = series.latest_full(today)
        silence = outdated(kpi, None if latest is None else latest.period, today)
        rows.append(
            KpiRow(
                kpi=kpi,
                latest=latest,
                partial=series.latest_partial(today),
                outdated=None if silence is None else silence.message,
                recent=recent_values(series, today),
                owner=owners.get(kpi.owner_id, ""),
                goals=len(goals.get(kpi.id, ())),
            )
        )
    return rows
