"""A KPI before and since an activity, held against what it varies anyway."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date

from desktop.core.activity import Activity
from desktop.core.chart_series import Limits, Standout
from desktop.core.measurement import Measurement
from desktop.core.natural_limits import natural_limits
from desktop.core.record import record
from desktop.core.series import Series

FEW = 3  # periods since the start; with fewer it is too early unless something stands out
_BEFORE = 12  # periods that the mean before rests on at most
_FLAT = 1e-6  # how much the centre moves, as a part of the limits' width, before it is a season


@record(frozen=True, slots=True)
class BeforeAfter:
    """The whole periods before an activity began and since.

    ``before`` and ``after`` count them; the one in which it began is in neither.  The means are
    those of the values as they are; ``standouts`` are the signals since the start, found with the
    KPI's own season and growth taken into account (``moves``: it has one, so that the means alone
    would mislead).  ``known`` says whether there are natural limits at all, and ``trial`` that
    they rest on few values.
    """

    before: int
    after: int
    mean_before: float | None
    mean_after: float | None
    standouts: tuple[Standout, ...] = ()
    known: bool = False
    trial: bool = False
    moves: bool = False

    @property
    def change(self) -> float | None:
        """From the mean before to the mean since."""
        if self.mean_before is None or self.mean_after is None:
            return None
        return self.mean_after - self.mean_before

    @property
    def too_early(self) -> bool:
        """Whether nothing can be told yet: no period has passed, or few and all as usual."""
        return self.after == 0 or (self.after < FEW and not self.standouts)

    @property
    def side(self) -> int:
        """The side of the newest signal since the start; 0 without one."""
        return self.standouts[-1].side if self.standouts else 0


def before_after(
    activity: Activity, series: Series, changes: Iterable[date], today: date
) -> BeforeAfter:
    """The activity's KPI before its start and since, until it was decided on.

    ``changes`` are the days of explained lasting changes of the KPI: the mean before begins after
    the latest of those that came before the activity.  Nothing here says what caused what.
    """
    changes = sorted(changes)
    until = activity.decided_on or today
    full = series.full(today)
    since = max((day for day in changes if day < activity.start), default=date.min)
    before = [
        each for each in full if each.period.end < activity.start and each.period.start >= since
    ][-_BEFORE:]
    after = [
        each for each in full if each.period.start >= activity.start and each.period.end <= until
    ]
    limits, standouts = natural_limits(series, series.kpi.cadence, changes, today)
    periods = {each.period for each in after}
    inside = [each for each in limits if each.period in periods]
    return BeforeAfter(
        len(before),
        len(after),
        _mean(before),
        _mean(after),
        tuple(each for each in standouts if each.period in periods),
        known=bool(inside),
        trial=any(each.trial for each in inside),
        moves=_moves(limits),
    )


def _mean(measurements: Sequence[Measurement]) -> float | None:
    if not measurements:
        return None
    return math.fsum(each.value for each in measurements) / len(measurements)


def _moves(limits: Sequence[Limits]) -> bool:
    """Whether the centre of any stretch follows a season or a growth."""
    for stretch in {each.stretch for each in limits}:
        own = [each for each in limits if each.stretch == stretch]
        centres = [each.centre for each in own]
        width = max(each.upper - each.lower for each in own)
        if max(centres) - min(centres) > _FLAT * max(width, abs(centres[0])):
            return True
    return False
