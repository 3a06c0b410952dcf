"""When the line in the sand may be reached, from the KPI's own history."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.kpi import Better
from desktop.core.message import Message, msg
from desktop.core.outlook import HISTORY
from desktop.core.period import Cadence, Period
from desktop.core.record import record

LEAST = 12  # full periods; from fewer, nothing is said of when
HOLD = 3  # periods in a row that make a course reach the line; one would be noise
_AHEAD = {
    Cadence.DAY: 60,
    Cadence.WEEK: 52,
    Cadence.MONTH: 24,
    Cadence.QUARTER: 8,
    Cadence.YEAR: 5,
}


@record(frozen=True, slots=True)
class Reaching:
    """When the line is reached and held: between ``early`` and ``late`` in four courses of five,
    around ``middle``.  ``None`` is later than the ``horizon`` that was looked ahead."""

    early: Period | None
    middle: Period | None
    late: Period | None
    horizon: Period


def reaching(
    values: Sequence[float], newest: Period, line: float, better: Better = Better.HIGHER
) -> Reaching | None:
    """When the KPI is expected to reach ``line``: the first of three periods in a row on it or
    past it, over the equally likely courses of its forecast.  ``nan`` marks a period without a
    value.  ``None`` with fewer than twelve values: too little history.

    It looks no further ahead than the history is long, and two years of months at most.
    """
    from desktop.core.forecast import forecast  # loads numpy

    values = list(values)[-HISTORY[newest.cadence] :]
    known = sum(value == value for value in values)  # nan differs from itself
    if known < LEAST:
        return None
    steps = min(_AHEAD[newest.cadence], known)
    ahead = forecast(values, season=newest.cadence.season, horizon=steps)
    paths = ahead.paths if better is not Better.LOWER else -ahead.paths
    aim = line if better is not Better.LOWER else -line
    past = paths >= aim - 1e-9 * max(abs(aim), 1e-300)
    held = past[:, : steps - HOLD + 1].copy()
    for later in range(1, HOLD):
        held &= past[:, later : steps - HOLD + 1 + later]
    firsts = sorted(
        int(row.argmax()) if row.any() else steps for row in held
    )  # ``steps``: not within sight

    def at(share: float) -> Period | None:
        step = firsts[round(share * (len(firsts) - 1))]
        return None if step >= steps else newest.shift(step + 1)

    return Reaching(at(0.1), at(0.5), at(0.9), newest.shift(steps))


def reaching_words(when: Reaching | None) -> Message:
    """When the line may be reached, with its range."""
    if when is None:
        return msg("When the line may be reached is told after {n} full periods.", n=LEAST)
    if when.early is None:
        return msg(
            "As it goes now the line is not in sight by {period}: fewer than one course in ten "
            "reaches it and stays past it.",
            period=when.horizon,
        )
    if when.late is None:
        return msg(
            "As it goes now the line is reached in {early} at the earliest, and perhaps not by "
            "{period}.",
            early=when.early,
            period=when.horizon,
        )
    if when.early == when.late:
        return msg("As it goes now the line is reached and held from {early}.", early=when.early)
    return msg(
        "As it goes now the line is reached and held from some time between {early} and {late} "
        "(four courses in five).",
        early=when.early,
        late=when.late,
    )
