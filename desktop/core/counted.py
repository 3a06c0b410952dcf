"""What a key result counts of its KPI's measurements."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from desktop.core.goal import Comparison, Goal, KeyResult
from desktop.core.kpi import Kpi
from desktop.core.measurement import Measurement
from desktop.core.period import Cadence, Period
from desktop.core.record import record
from desktop.core.series import Series, missing_periods


@record(frozen=True, slots=True)
class Counted:
    """The full measurements inside a goal, oldest first, with ``values`` in the comparison's
    terms: levels, running totals, or period values.

    The period that the goal starts in counts, as does the one that it ends in: ``first`` and
    ``last``. ``missing`` are the periods before the newest that a total lacks.
    """

    first: Period
    last: Period | None
    measurements: tuple[Measurement, ...]
    values: tuple[float, ...]
    baseline: float | None
    plan_start: date
    before: Measurement | None  # the newest full measurement from before the goal
    partial: Measurement | None
    missing: tuple[Period, ...] = ()

    @property
    def newest(self) -> Measurement | None:
        return self.measurements[-1] if self.measurements else None

    @property
    def finished(self) -> bool:
        """Whether the newest full measurement is the goal's last."""
        return self.newest is not None and self.newest.period == self.last

    @property
    def periods_left(self) -> int:
        """How many periods after the newest full one a dated goal still has."""
        return self.newest.period.until(self.last) if self.newest and self.last else 0


def count(
    goal: Goal, key_result: KeyResult, kpi: Kpi, series: Series, today: date, year_start: int
) -> Counted:
    """Pick what counts.

    A baseline that is not typed is the newest full value from before the goal; for a total it is
    always zero, since a total begins with the goal.
    """
    first = Period.containing(kpi.cadence, goal.start, year_start)
    last = (
        Period.containing(kpi.cadence, goal.deadline, year_start)
        if goal.deadline is not None
        else None
    )
    full = series.full(today)
    inside = tuple(
        each
        for each in full
        if each.period.start >= first.start and (last is None or each.period.start <= last.start)
    )
    before = next((each for each in reversed(full) if each.period.start < first.start), None)
    is_total = key_result.comparison is Comparison.TOTAL
    return Counted(
        first=first,
        last=last,
        measurements=inside,
        values=_running(inside) if is_total else tuple(each.value for each in inside),
        baseline=baseline_of(key_result, before),
        plan_start=first.start if is_total else goal.start,
        before=before,
        partial=series.latest_partial(today),
        missing=tuple(missing_periods(inside, first))
        if is_total and kpi.cadence is not Cadence.DAY
        else (),
    )


def baseline_of(key_result: KeyResult, before: Measurement | None) -> float | None:
    """Where the key result begins; ``None`` for a level that nobody has typed or measured."""
    if key_result.comparison is Comparison.TOTAL:
        return 0.0
    if key_result.baseline is not None:
        return key_result.baseline
    return before.value if before is not None else None


def recent_mean(values: Sequence[float], count: int = 3) -> float:
    """The mean of the latest values, so that one good or bad period decides nothing."""
    latest = values[-count:]
    return math.fsum(latest) / len(latest)


def _running(measurements: Sequence[Measurement]) -> tuple[float, ...]:
    return tuple(accumulate(each.value for each in measurements))
