"""What the newest value of a KPI changed by, and whether that is more than noise."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.kpi import Better, Kpi
from desktop.core.record import record
from desktop.core.signals import behaviour

ENOUGH = 25  # values that limits are made of: two years of months and the one before


@record(frozen=True, slots=True)
class LatestChange:
    """``change`` is in the KPI's unit.  ``signal`` says that it stands out from the KPI's own
    variation; ``good`` whether it is wanted, ``None`` where there is no signal to judge."""

    change: float
    signal: bool
    good: bool | None


def latest_change(kpi: Kpi, values: Sequence[float]) -> LatestChange | None:
    """The last of the values against the one before; ``None`` for fewer than two.

    A signal is a change beyond the range limit, or one by which a rule of the process behaviour
    chart points out the newest value and did not point out the one before: where the level moved
    earlier, a further small change is no news.  Trial limits, of fewer than twelve values, point
    out nothing here.
    """
    if len(values) < 2:
        return None
    known = list(values[-ENOUGH:])
    change = known[-1] - known[-2]
    limits, last = behaviour(known), len(known) - 1
    side = 1 if change > 0 else -1
    now, before = (
        any(signal.side == side for signal in limits.at(each)) for each in (last, last - 1)
    )
    signal = not limits.trial and (last in limits.jumps or (now and not before))
    return LatestChange(change, signal, _good(kpi, known[-1], change) if signal else None)


def _good(kpi: Kpi, value: float, change: float) -> bool:
    if kpi.better is Better.BAND:
        over = kpi.band_high is not None and value > kpi.band_high
        under = kpi.band_low is not None and value < kpi.band_low
        return not over and not under
    return (change > 0) is (kpi.better is Better.HIGHER)
