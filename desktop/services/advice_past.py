"""What targets are held against while they are typed: the past of KPIs, and who owns what."""

from __future__ import annotations

from datetime import date

from desktop.core.kpi import Kpi
from desktop.core.seasonal_plan import season_before
from desktop.core.series import Series
from desktop.services.company import people
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace


class Past:
    """Each KPI's values are read when first asked for, and kept for as long as one editor shows
    one goal."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self.today = ws.today()
        self.owners = {person.id: person.name for person in people(ws)}
        self._series: dict[int | None, Series] = {}

    def series(self, kpi: Kpi) -> Series:
        """All values of a KPI of the file."""
        if kpi.id not in self._series:
            self._series[kpi.id] = SeriesReader(self._ws).whole(kpi)
        return self._series[kpi.id]

    def season(self, kpi: Kpi, start: date) -> bool:
        """Whether the years before ``start`` show a season that a plan could follow."""
        return season_before(self.series(kpi), start) is not None
