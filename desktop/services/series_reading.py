"""Reading the values of KPIs into series, no more of them than needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desktop.core.formula import formula_series, keys_of
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.series import Series
from desktop.services.workspace import Workspace
from desktop.store.company_table import read_company
from desktop.store.measurements import nth_newest_start, read_between, read_months
from desktop.store.tables import KPIS

# before a goal's start: enough to find a whole period among them
_BEFORE = 3

Read = Callable[[Kpi], list[Measurement]]


class SeriesReader:
    """Series of the company's KPIs at one moment: KPIs, fiscal year and whole series are read
    once."""

    def __init__(self, ws: Workspace) -> None:
        self._connection = ws.connection
        self._year_start = read_company(ws.connection).year_start
        self.kpis = {kpi.id: kpi for kpi in KPIS.all(ws.connection) if kpi.id is not None}
        self._by_key = {kpi.key: kpi for kpi in self.kpis.values()}
        self._whole: dict[Kpi, Series] = {}

    def whole(self, kpi: Kpi) -> Series:
        """Every value."""
        return self._series(kpi, lambda part: read_between(self._connection, part), self._whole)

    def recent(self, kpi: Kpi, count: int, since: date | None = None) -> Series:
        """The values of the ``count`` newest periods; with ``since``, all from that day and the
        few before it as well.

        What it costs does not grow with the years before.
        """
        days = [self._first_of_newest(kpi, count, date.max)]
        if since is not None:
            period = Period.containing(kpi.cadence, since, self._year_start)
            days += [self._begin(kpi, period), self._first_of_newest(kpi, _BEFORE, period.start)]
        first = min((day for day in days if day is not None), default=date.min)
        return self._series(kpi, lambda part: read_between(self._connection, part, first), {})

    def months(self, kpi: Kpi, count: int, today: date) -> Series:
        """The ``count`` newest months of a KPI of days, as a KPI of months."""
        first = Period.containing(Cadence.MONTH, today).shift(-count).start
        monthly = replace(kpi, cadence=Cadence.MONTH)
        if not kpi.formula:
            return Series(monthly, read_months(self._connection, kpi, first), self._year_start)
        days = self._series(kpi, lambda part: read_between(self._connection, part, first), {})
        return Series(monthly, days.at(Cadence.MONTH), self._year_start)

    def _first_of_newest(self, kpi: Kpi, count: int, before: date) -> date | None:
        """The day to read from for the ``count`` newest periods that start before a day."""
        if not kpi.formula:
            return nth_newest_start(self._connection, kpi, count, before)
        newest = [nth_newest_start(self._connection, part, 1, before) for part in self._leaves(kpi)]
        days = [day for day in newest if day is not None]
        if not days:
            return None
        period = Period.containing(kpi.cadence, max(days), self._year_start)
        return self._begin(kpi, period.shift(1 - count))

    def _begin(self, kpi: Kpi, period: Period) -> date:
        """The day to read from: for a formula one period earlier, since a week may begin before
        its month, and since parts must not seem to begin inside the first period."""
        return period.shift(-1).start if kpi.formula else period.start

    def _series(self, kpi: Kpi, read: Read, known: dict[Kpi, Series]) -> Series:
        """``known`` are those that were read alike: a formula may name a KPI in several places."""
        if kpi not in known:
            if kpi.formula:
                parts = {part.key: self._series(part, read, known) for part in self._parts(kpi)}
                known[kpi] = formula_series(kpi, parts, self._year_start)
            else:
                known[kpi] = Series(kpi, read(kpi), self._year_start)
        return known[kpi]

    def _parts(self, kpi: Kpi) -> list[Kpi]:
        return [self._by_key[key] for key in keys_of(kpi.formula) if key in self._by_key]

    def _leaves(self, kpi: Kpi) -> list[Kpi]:
        """The KPIs with values of their own that the formula comes down to."""
        if not kpi.formula:
            return [kpi]
        return [leaf for part in self._parts(kpi) for leaf in self._leaves(part)]
