"""What the newest value of a KPI changed by, and whether that is more than noise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop.core.kpi import Better, Kpi
from desktop.core.natural_limits import natural_limits
from desktop.core.record import record
from desktop.core.series import Series


@record(frozen=True, slots=True)
class LatestChange:
    """``change`` is in the KPI's unit.  ``signal`` says that it stands out from the KPI's own
    variation; ``good`` whether it is wanted, ``None`` where there is no signal to judge."""

    change: float
    signal: bool
    good: bool | None


def latest_change(series: Series, changes: Iterable[date], today: date) -> LatestChange | None:
    """The newest whole period against the one before; ``None`` without both.

    A signal is a change by which the newest value stands out from the natural limits on the side
    that it went to, and the one before did not: where the level moved earlier, a further small
    change is no news.  Trial limits, of fewer than twelve values, point out nothing here, nor
    does a season or a growth that goes on.  ``changes`` are the days of explained changes.
    """
    full = series.full(today)
    if len(full) < 2 or full[-2].period.shift(1) != full[-1].period:
        return None
    change = full[-1].value - full[-2].value
    side = 1 if change > 0 else -1
    limits, standouts = natural_limits(series, series.kpi.cadence, changes, today)
    told = {each.period for each in standouts if each.side == side}
    trial = not limits or limits[-1].trial
    signal = not trial and full[-1].period in told and full[-2].period not in told
    good = _good(series.kpi, full[-1].value, change) if signal else None
    return LatestChange(change, signal, good)


def _good(kpi: Kpi, value: float, change: float) -> bool:
    if kpi.better is Better.BAND:
        over = kpi.band_high is not None and value > kpi.band_high
        under = kpi.band_low is not None and value < kpi.band_low
        return not over and not under
    return (change > 0) is (kpi.better is Better.HIGHER)
