"""Forecasts of the M1 competition and of generated series: error, what the ranges hold, time.

The competition's series lie beside the checkout (``shared/forecasting``); without them only the
generated ones are measured.  Series of one collection end in the same few years, so that one turn
of the economy hits many at once; therefore they are also judged at earlier windows, and months
added up to quarters.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from desktop.core.forecast import forecast
from tests.benchmarks.forecast_series import (
    SEASONS,
    SERIES,
    Case,
    competition,
    earlier,
    generated,
    quarters,
)
from tests.benchmarks.result import HEAD, Result

THETA = {"yearly": 19.87, "quarterly": 16.28, "monthly": 16.56}  # symmetric MAPE, README there
SECONDS = 2.0  # for a thousand monthly series
QUARTERS_AHEAD = 8
HOLD = {0.8: (0.78, 0.82), 0.95: (0.94, 0.96)}  # what the ranges of these levels are to hold


class Figures(NamedTuple):
    """Symmetric MAPE; parts held by the 80 % and 95 % ranges of periods and of their sum; and
    the standard error of the first of these, over series."""

    error: float
    held80: float
    held95: float
    sum80: float
    sum95: float
    unsure: float

    @property
    def holds(self) -> bool:
        held = zip((self.held80, self.held95), HOLD.values(), strict=True)
        return all(low <= round(each, 3) <= high for each, (low, high) in held)


def measured(cases: Sequence[Case], season: int) -> list[tuple[float, ...]]:
    """For each series what :class:`Figures` are the means of."""
    rows = []
    for history, actual in cases:
        found = forecast(list(history), season=season, horizon=len(actual))
        scale = np.maximum(np.abs(actual) + np.abs(found.mean), 1e-12)
        error = float(np.mean(200 * np.abs(actual - found.mean) / scale))
        ranges = [found.interval(level) for level in HOLD]
        sums = [found.total_interval(level) for level in HOLD]
        rows.append(
            (
                error,
                *(float(np.mean((low <= actual) & (actual <= high))) for low, high in ranges),
                *(float(low <= actual.sum() <= high) for low, high in sums),
            )
        )
    return rows


def figures(rows: Sequence[tuple[float, ...]]) -> Figures:
    table = np.array(rows)
    unsure = table[:, 1].std(ddof=1) / len(table) ** 0.5
    return Figures(*(float(mean) for mean in table.mean(axis=0)), float(unsure))


def timed(cases: Sequence[Case]) -> Result:
    """A thousand monthly series, 18 months ahead, with their ranges."""
    histories = [list(case.history) for case in cases]
    histories = (histories * (1000 // len(histories) + 1))[:1000]
    forecast(histories[0], season=12, horizon=18)
    begun = time.perf_counter()
    for history in histories:
        forecast(history, season=12, horizon=18).interval(0.8)
    return Result(
        "1,000 monthly forecasts against two seconds", time.perf_counter() - begun, SECONDS, 1.0
    )


def tell(name: str, found: Figures, beside: str = "") -> None:
    print(
        f"{name:<44} {found.error:8.2f} {found.held80:8.1%} {found.unsure:6.1%} {found.held95:8.1%}"
        f" {found.sum80:8.1%} {found.sum95:8.1%} {beside}"
    )


def judge(series: dict[str, list[Case]]) -> bool:
    """Whether errors are below the Theta method's, and the ranges of months and of all series
    hold what they say; the rest is told as it is."""
    holds, whole = True, []
    for period, season in SEASONS.items():
        rows = measured(series[period], season)
        whole += rows
        found = figures(rows)
        holds &= found.error < THETA[period]
        if period == "monthly":
            holds &= found.holds
        tell(f"M1 {period}, {len(rows)}", found, f"Theta {THETA[period]:.2f}")
    tell(f"M1, all {len(whole)}", figures(whole))
    holds &= figures(whole).holds
    for period, season in SEASONS.items():
        rows = measured(earlier(series[period]), season)
        tell(f"M1 {period}, {len(rows)} earlier windows", figures(rows))
    rows = measured(quarters(series["monthly"], QUARTERS_AHEAD), SEASONS["quarterly"])
    tell(f"M1 months added up to quarters, {len(rows)}", figures(rows))
    return holds


def run() -> bool:
    print(
        f"{'Forecast':<44} {'sMAPE':>8} {'in 80 %':>8} {'± s.e.':>6} {'in 95 %':>8}"
        f" {'sum 80 %':>8} {'sum 95 %':>8}"
    )
    holds, kinds = True, generated()
    months = next(iter(kinds.values()))[1]
    if SERIES.is_file():
        series = competition()
        months = series["monthly"]
        holds = judge(series)
    whole = []
    for name, (season, cases) in kinds.items():
        rows = measured(cases, season)
        whole += rows
        tell(name, figures(rows))
    tell(f"all {len(whole)} generated", figures(whole))
    result = timed(months)
    print(HEAD)
    print(result, flush=True)
    return holds and result.holds


if __name__ == "__main__":
    sys.exit(not run())
