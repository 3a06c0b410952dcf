"""What the grid shows: the KPIs of one cadence and the values of a stretch of periods."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.services.company import company
from desktop.services.kpis import kpis
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace

MOST_PERIODS = {
    Cadence.DAY: 14,
    Cadence.WEEK: 13,
    Cadence.MONTH: 13,
    Cadence.QUARTER: 9,
    Cadence.YEAR: 6,
}


@dataclass(frozen=True, slots=True)
class GridRow:
    """One KPI and its values in the periods on show."""

    kpi: Kpi
    values: dict[Period, Measurement]

    @property
    def worked_out(self) -> bool:
        """Whether the values come from a formula and can not be typed."""
        return bool(self.kpi.formula)


@dataclass(frozen=True, slots=True)
class GridContent:
    """Rows by name; periods from the oldest to the newest."""

    cadence: Cadence
    periods: tuple[Period, ...]
    rows: tuple[GridRow, ...]

    def newest(self, count: int) -> GridContent:
        """Only the newest ``count`` periods."""
        return replace(self, periods=self.periods[-count:])


def cadences_in_use(ws: Workspace) -> list[Cadence]:
    """The cadences that some KPI has, from the finest."""
    used = {kpi.cadence for kpi in kpis(ws)}
    return [cadence for cadence in Cadence if cadence in used]


def current_period(ws: Workspace, cadence: Cadence, day: date) -> Period:
    """The period with ``day`` in it, by the company's fiscal year."""
    return Period.containing(cadence, day, company(ws).year_start)


def read_content(ws: Workspace, newest: Period) -> GridContent:
    """The KPIs of the cadence of ``newest``, and the periods that end with it."""
    cadence = newest.cadence
    periods = tuple(newest.shift(-back) for back in range(MOST_PERIODS[cadence] - 1, -1, -1))
    reader = SeriesReader(ws)
    rows = []
    for kpi in kpis(ws):
        if kpi.cadence is cadence:
            recent = reader.recent(kpi, len(periods), since=periods[0].start)
            rows.append(GridRow(kpi, {m.period: m for m in recent.at(cadence)}))
    return GridContent(cadence, periods, tuple(rows))
