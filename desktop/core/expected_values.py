"""The forecast of a chart's next periods, with its ranges."""

from __future__ import annotations

import math
from datetime import date

from desktop.core.chart_series import Expected
from desktop.core.outlook import ENOUGH, HISTORY, ahead, missing_value
from desktop.core.period import Cadence, Period
from desktop.core.series import Series

# Periods ahead at most: a range that is wider than the chart says nothing more.
_AHEAD = {
    Cadence.DAY: 42,
    Cadence.WEEK: 52,
    Cadence.MONTH: 18,
    Cadence.QUARTER: 8,
    Cadence.YEAR: 3,
}


def expected_values(
    series: Series, cadence: Cadence, until: date, today: date
) -> tuple[Expected, ...]:
    """The periods after the newest whole one up to that of ``until``; none with too little
    history, or when the newest value lies further back than what would be forecast."""
    full = [each for each in series.at(cadence) if not each.partial(today)]
    full = full[-HISTORY[cadence] :]
    if len(full) < ENOUGH:
        return ()
    newest = full[-1].period
    steps = newest.until(Period.containing(cadence, until, series.year_start))
    steps = min(steps, _AHEAD[cadence])
    if steps < 1:
        return ()
    without = missing_value(series.kpi) if cadence is series.kpi.cadence else math.nan
    found = ahead(full, newest, steps, without)
    if not found.enough:
        return ()
    halves, most = found.interval(0.5), found.interval(0.8)
    return tuple(
        Expected(
            newest.shift(n + 1),
            float(found.mean[n]),
            (float(halves[0][n]), float(halves[1][n])),
            (float(most[0][n]), float(most[1][n])),
        )
        for n in range(steps)
    )
