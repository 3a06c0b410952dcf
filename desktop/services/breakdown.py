"""What moved a KPI between two periods, by the KPIs that it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from desktop.core.breakdown import Family, Pair, Part, breakdown
from desktop.core.kpi import Kpi
from desktop.core.period import Cadence, Period
from desktop.core.record import record
from desktop.core.series import Series
from desktop.services.kpis import kpi, kpis
from desktop.services.series_reading import SeriesReader
from desktop.services.workspace import Workspace


class Against(StrEnum):
    """The earlier period that a period is compared with."""

    BEFORE = "before"  # the one before it
    YEAR = "year"  # the same one a year earlier


@record(frozen=True, slots=True)
class BreakdownView:
    """The tree of a KPI between two periods.

    ``tree`` is ``None`` when there are no two periods to compare; ``periods`` are those that can
    be chosen, the newest first.  ``has_parts`` tells a KPI without parts from one without values.
    """

    kpi: Kpi
    cadence: Cadence
    has_parts: bool
    periods: tuple[Period, ...] = ()
    later: Period | None = None
    earlier: Period | None = None
    tree: Part | None = None


def read_breakdown(
    ws: Workspace,
    kpi_id: int,
    *,
    cadence: Cadence | None = None,
    period: Period | None = None,
    against: Against = Against.BEFORE,
) -> BreakdownView:
    """What moved the KPI in ``period``, by default in its newest full one that can be compared.

    ``cadence`` adds the values up; by default it is the KPI's own, but days and weeks are too
    restless to explain and are taken by the month.
    """
    found = kpi(ws, kpi_id)
    cadence = cadence or max(found.cadence, Cadence.MONTH, key=_fineness)
    family = Family.of(kpis(ws, archived=True))
    view = BreakdownView(found, cadence, bool(family.parts_of(found)))
    if not view.has_parts:
        return view
    values = _Values(ws, cadence)
    pairs = _comparable(values.full(found), against)
    if not pairs:
        return view
    later = period if period in pairs else max(pairs)
    earlier = pairs[later]

    def pair(part: Kpi) -> Pair | None:
        return values.pair(part, earlier, later)

    return BreakdownView(
        found,
        cadence,
        has_parts=True,
        periods=tuple(sorted(pairs, reverse=True)),
        later=later,
        earlier=earlier,
        tree=breakdown(found, family, pair),
    )


def _fineness(cadence: Cadence) -> int:
    return cadence.fineness


def _comparable(periods: Sequence[Period], against: Against) -> dict[Period, Period]:
    """Each period that has one to be compared with, and that one."""
    known = set(periods)
    pairs: dict[Period, Period] = {}
    for period in periods:
        earlier = period.shift(-1) if against is Against.BEFORE else period.a_year_earlier()
        if earlier is not None and earlier in known:
            pairs[period] = earlier
    return pairs


class _Values:
    """The values of full periods at one cadence; each KPI is read once."""

    def __init__(self, ws: Workspace, cadence: Cadence) -> None:
        self._reader = SeriesReader(ws)
        self._today = ws.today()
        self._cadence = cadence
        self._known: dict[int | None, dict[Period, float]] = {}

    def full(self, kpi: Kpi) -> list[Period]:
        return list(self._of(kpi))

    def pair(self, kpi: Kpi, earlier: Period, later: Period) -> Pair | None:
        values = self._of(kpi)
        if earlier not in values or later not in values:
            return None
        return values[earlier], values[later]

    def _of(self, kpi: Kpi) -> dict[Period, float]:
        if kpi.id not in self._known:
            series: Series = self._reader.whole(kpi)
            self._known[kpi.id] = {
                each.period: each.value
                for each in series.at(self._cadence)
                if not each.partial(self._today)
            }
        return self._known[kpi.id]
