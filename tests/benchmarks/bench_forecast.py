"""Forecasts of the M1 competition and of generated series: error, what the ranges hold, time.

The competition's series lie beside the checkout (``shared/forecasting``); without them only the
generated ones are measured.
"""

from __future__ import annotations

import json
import math
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from desktop.core.forecast import forecast
from tests.benchmarks.result import HEAD, Result

SERIES = Path(__file__).resolve().parents[3] / "shared" / "forecasting" / "m1.jsonl"
SEASONS = {"yearly": 1, "quarterly": 4, "monthly": 12}
THETA = {"yearly": 19.87, "quarterly": 16.28, "monthly": 16.56}  # symmetric MAPE, README there
SECONDS = 2.0  # for a thousand monthly series
EACH = 60  # generated series of a kind
MONTHS, AHEAD = 60, 12

Case = tuple[list[float], list[float]]


def measured(cases: Sequence[Case], season: int) -> tuple[float, float, float, float]:
    """Symmetric MAPE, what the 80 % and 95 % ranges hold, and the 80 % range of the sum."""
    rows = []
    for history, future in cases:
        actual = np.array(future)
        found = forecast(history, season=season, horizon=len(future))
        scale = np.maximum(np.abs(actual) + np.abs(found.mean), 1e-12)
        held = [
            float(np.mean((lower <= actual) & (actual <= upper)))
            for lower, upper in (found.interval(level) for level in (0.8, 0.95))
        ]
        low, high = found.total_interval(0.8)
        error = float(np.mean(200 * np.abs(actual - found.mean) / scale))
        rows.append((error, *held, float(low <= actual.sum() <= high)))
    error, held80, held95, sums = np.mean(rows, axis=0)
    return float(error), float(held80), float(held95), float(sums)


def competition() -> dict[str, list[Case]]:
    found = defaultdict(list)
    for line in SERIES.read_text("utf-8").splitlines():
        series = json.loads(line)
        found[series["period"]].append((series["history"], series["future"]))
    return found


def generated() -> dict[str, list[Case]]:
    """Months of many kinds, from a fixed seed."""
    chance = random.Random(7)
    kinds: dict[str, Callable[[int], list[float]]] = {
        "noise": lambda n: [chance.gauss(100, 10) for _ in range(n)],
        "random walk": lambda n: walk(n, 0.0),
        "random walk with drift": lambda n: walk(n, 2.0),
        "trend": lambda n: [100 + k + chance.gauss(0, 10) for k in range(n)],
        "autoregression": lambda n: memory(n),
        "season": lambda n: seasonal(n, ratios=False),
        "season times growth": lambda n: seasonal(n, ratios=True),
        "heavy tails": lambda n: [
            100 + 10 * chance.gauss(0, 1) / math.sqrt(chance.gammavariate(2, 0.5)) for _ in range(n)
        ],
        "intermittent": lambda n: [
            float(chance.randint(1, 9)) if chance.random() < 0.4 else 0.0 for _ in range(n)
        ],
        "level shift": lambda n: stepped(n),
    }

    def walk(count: int, drift: float) -> list[float]:
        values = [300.0]
        for _ in range(count - 1):
            values.append(values[-1] + drift + chance.gauss(0, 5))
        return values

    def memory(count: int) -> list[float]:
        values = [0.0]
        for _ in range(count - 1):
            values.append(0.7 * values[-1] + chance.gauss(0, 10))
        return [100 + value for value in values]

    def seasonal(count: int, *, ratios: bool) -> list[float]:
        season = [chance.gauss(0, 0.25) for _ in range(12)]
        if not ratios:
            return [200 * (1 + season[n % 12]) + chance.gauss(0, 10) for n in range(count)]
        return [
            200 * math.exp(0.005 * n + season[n % 12] + chance.gauss(0, 0.1)) for n in range(count)
        ]

    def stepped(count: int) -> list[float]:
        at = chance.randint(15, 45)
        return [100 + 60 * (n >= at) + chance.gauss(0, 10) for n in range(count)]

    cases = {}
    for name, make in kinds.items():
        series = [make(MONTHS + AHEAD) for _ in range(EACH)]
        cases[name] = [(values[:MONTHS], values[MONTHS:]) for values in series]
    return cases


def timed(cases: Sequence[Case]) -> Result:
    """A thousand monthly series, 18 months ahead, with their ranges."""
    histories = [history for history, _ in cases]
    histories = (histories * (1000 // len(histories) + 1))[:1000]
    forecast(histories[0], season=12, horizon=18)
    begun = time.perf_counter()
    for history in histories:
        forecast(history, season=12, horizon=18).interval(0.8)
    return Result(
        "1,000 monthly forecasts against two seconds", time.perf_counter() - begun, SECONDS, 1.0
    )


def tell(name: str, figures: tuple[float, float, float, float], beside: str = "") -> None:
    error, held80, held95, sums = figures
    print(f"{name:<44} {error:9.2f} {held80:9.1%} {held95:9.1%} {sums:9.1%} {beside}")


def run() -> bool:
    holds = True
    print(f"{'Forecast':<44} {'sMAPE':>9} {'in 80 %':>9} {'in 95 %':>9} {'sum 80 %':>9}")
    cases = generated()
    if SERIES.is_file():
        series = competition()
        for period, season in SEASONS.items():
            figures = measured(series[period], season)
            holds &= figures[0] < THETA[period]
            tell(f"M1 {period}, {len(series[period])}", figures, f"Theta {THETA[period]:.2f}")
        months = series["monthly"]
    else:
        months = cases["season"]
    for name, each in cases.items():
        tell(f"{name}, {MONTHS} months", measured(each, 12))
    result = timed(months)
    print(HEAD)
    print(result, flush=True)
    return holds and result.holds


if __name__ == "__main__":
    sys.exit(not run())
