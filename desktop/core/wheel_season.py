"""The season of a KPI as a ring around the annual wheel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.core.kpi import Kpi
from desktop.core.message import Message, msg
from desktop.core.period import Cadence, Period
from desktop.core.seasonal import ENOUGH_KNOWN, LEAST_YEARS
from desktop.core.seasonal_plan import season_before
from desktop.core.series import Series
from desktop.core.unit import Quantity, Unit, UnitKind

_FULL = 0.25  # of the year's level: a weaker season is drawn as the weak one that it is
_SMALL = 0.1  # differences below it are told with a decimal
_NONE = 0.0005  # differences below it would be told as 0.0 %


@dataclass(frozen=True, slots=True)
class SeasonPart:
    """How far a period lies above (or below) its year: ``height`` from -1 to 1 of the greatest
    difference (of a quarter, when none is as great), ``differs`` in words."""

    period: Period
    height: float
    differs: Quantity


@dataclass(frozen=True, slots=True)
class SeasonRing:
    """Without ``parts`` there is no season to show, and ``said`` tells why."""

    kpi: Kpi
    said: Message
    parts: tuple[SeasonPart, ...] = ()

    @property
    def highest(self) -> SeasonPart | None:
        """The part furthest above the year."""
        return max(self.parts, key=lambda part: part.height, default=None)


def season_ring(series: Series, year: Period, today: date) -> SeasonRing:
    """The season of the KPI's own years until ``today``, laid around the fiscal year ``year``.

    Days and weeks are shown by their months: the season of a single day is noise.
    """
    kpi = series.kpi
    cadence = max(kpi.cadence, Cadence.MONTH, key=lambda each: each.fineness)
    if cadence is Cadence.YEAR:
        return SeasonRing(kpi, msg("{kpi} has one value a year, and so no season.", kpi=kpi.name))
    if not _enough(series, cadence):
        return SeasonRing(
            kpi,
            msg("Not enough years of {kpi}: a season shows after two whole ones.", kpi=kpi.name),
        )
    now = Period.containing(cadence, today, series.year_start)
    flat = SeasonRing(kpi, msg("The years of {kpi} show no season beyond chance.", kpi=kpi.name))
    season = season_before(series, now.start)
    if season is None:
        return flat
    first = Period.containing(cadence, year.start, series.year_start)
    periods = [first.shift(n) for n in range(cadence.season)]
    usual = 1.0 if season.ratios else 0.0
    apart = [season.at(now.until(period)) - usual for period in periods]
    if max(map(abs, apart)) <= (_NONE if season.ratios else 0.0):
        return flat
    most = max(*map(abs, apart), _FULL if season.ratios else 0.0)
    parts = tuple(
        SeasonPart(period, by / most, _differs(kpi, by, ratio=season.ratios))
        for period, by in zip(periods, apart, strict=True)
    )
    best = max(parts, key=lambda part: part.height)
    said = msg(
        "The season of {kpi}, from its own years: highest in {period} ({differs})",
        kpi=kpi.name,
        period=best.period,
        differs=best.differs,
    )
    return SeasonRing(kpi, said, parts)


def _enough(series: Series, cadence: Cadence) -> bool:
    """Whether two whole years are known well enough."""
    known = [
        each.period for each in series.at(cadence) if each.through is None and not each.incomplete
    ]
    if not known:
        return False
    years = (known[0].until(known[-1]) + 1) // cadence.season
    count = years * cadence.season
    inside = sum(each.until(known[-1]) < count for each in known)
    return years >= LEAST_YEARS and inside >= ENOUGH_KNOWN * count


def _differs(kpi: Kpi, by: float, *, ratio: bool) -> Quantity:
    if ratio:
        decimals = 1 if abs(by) < _SMALL else 0
        return Quantity(by, Unit(UnitKind.PERCENT), decimals, signed=True)
    return kpi.quantity(by, signed=True)
