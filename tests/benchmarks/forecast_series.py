"""Series to judge forecasts by: a competition's, its earlier years, and generated ones."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

SERIES = Path(__file__).resolve().parents[3] / "shared" / "forecasting" / "m1.jsonl"
SEASONS = {"yearly": 1, "quarterly": 4, "monthly": 12}
EARLIER = 3  # windows before the one that the competition held back
LEAST_HISTORY = 8
QUARTER = 3
EACH = 60  # generated series of a kind


class Case(NamedTuple):
    history: Array
    future: Array


def competition() -> dict[str, list[Case]]:
    """The M1 competition (Makridakis et al. 1982), by how often a series was measured."""
    found = defaultdict(list)
    for line in SERIES.read_text("utf-8").splitlines():
        series = json.loads(line)
        found[series["period"]].append(
            Case(np.array(series["history"]), np.array(series["future"]))
        )
    return found


def earlier(cases: list[Case]) -> list[Case]:
    """The same series as they stood one, two and three horizons ago: what was held back then is
    known by now, and is another stretch of time than the one all series end with."""
    found = []
    for history, future in cases:
        ahead = len(future)
        for back in range(1, EARLIER + 1):
            cut = len(history) - back * ahead
            if cut >= max(LEAST_HISTORY, ahead):
                found.append(Case(history[:cut], history[cut : cut + ahead]))
    return found


def quarters(cases: list[Case], ahead: int) -> list[Case]:
    """Monthly series added up to quarters, the last ``ahead`` of them held back."""
    found = []
    for case in cases:
        months = np.concatenate(case)
        whole = months[len(months) % QUARTER :].reshape(-1, QUARTER).sum(axis=1)
        if len(whole) >= ahead + LEAST_HISTORY:
            found.append(Case(whole[:-ahead], whole[-ahead:]))
    return found


def generated() -> dict[str, tuple[int, list[Case]]]:
    """Many kinds of KPI by name, with their seasons, from a fixed seed."""
    chance = np.random.default_rng(7)
    kinds = {
        **_months(chance),
        **_short(chance),
        **_other_cadences(chance),
    }
    found = {}
    for name, (season, known, ahead, make) in kinds.items():
        series = [make(known + ahead) for _ in range(EACH)]
        found[name] = (season, [Case(values[:known], values[known:]) for values in series])
    return found


Kind = tuple[int, int, int, Callable[[int], Array]]  # season, known, ahead, how


def _months(chance: np.random.Generator) -> dict[str, Kind]:
    gauss = chance.normal

    def walk(count: int, drift: float = 0.0) -> Array:
        return 300 + np.cumsum(gauss(drift, 5, count))

    def memory(count: int) -> Array:
        values = np.zeros(count + 50)
        for n in range(1, len(values)):
            values[n] = 0.7 * values[n - 1] + gauss(0, 10)
        return values[50:]

    def additive(count: int) -> Array:
        return 200 * (1 + np.resize(gauss(0, 0.25, 12), count)) + gauss(0, 10, count)

    def growing(count: int) -> Array:
        return _growing(chance, count, 12, 0.25, 0.1)

    def evolving(count: int) -> Array:
        season, level, values = gauss(0, 40, 12), 200.0, np.empty(count)
        for n in range(count):
            season[n % 12] += gauss(0, 6)
            level += gauss(0, 2)
            values[n] = level + season[n % 12] + gauss(0, 8)
        return values

    def stepped(count: int, first: int, last: int) -> Array:
        return 100 + 60 * (np.arange(count) >= chance.integers(first, last)) + gauss(0, 10, count)

    def spiked(count: int) -> Array:
        hit = chance.random(count) < 0.04
        hit[-12:] = False
        return 100 + gauss(0, 8, count) + hit * gauss(0, 80, count)

    def holed(count: int) -> Array:
        values, hit = additive(count), chance.random(count) < 0.2
        hit[-13:] = False
        return np.where(hit, np.nan, values)

    def intermittent(count: int) -> Array:
        some = chance.integers(1, 10, count).astype(float)
        return np.where(chance.random(count) < 0.4, some, 0.0)

    return {
        "noise, 60 months": (12, 60, 12, lambda n: gauss(100, 10, n)),
        "random walk, 60 months": (12, 60, 12, walk),
        "random walk with drift, 60 months": (12, 60, 12, lambda n: walk(n, 2.0)),
        "trend, 60 months": (12, 60, 12, lambda n: 100 + np.arange(n) + gauss(0, 10, n)),
        "autoregression, 60 months": (12, 60, 12, lambda n: 100 + memory(n)),
        "below zero, 60 months": (12, 60, 12, lambda n: memory(n) - 20),
        "season, 60 months": (12, 60, 12, additive),
        "season times growth, 60 months": (12, 60, 12, growing),
        "season times growth, 26 months": (12, 26, 12, growing),
        "evolving season, 60 months": (12, 60, 12, evolving),
        "heavy tails, 60 months": (12, 60, 12, lambda n: 100 + 10 * chance.standard_t(3, n)),
        "lognormal, 60 months": (12, 60, 12, lambda n: 100 * np.exp(gauss(0, 0.5, n))),
        "intermittent, 60 months": (12, 60, 12, intermittent),
        "small counts, 60 months": (12, 60, 12, lambda n: chance.poisson(3, n).astype(float)),
        "level shift, 60 months": (12, 60, 12, lambda n: stepped(n, 15, 45)),
        "late level shift, 60 months": (12, 60, 12, lambda n: stepped(n, 53, 58)),
        "lone outliers, 60 months": (12, 60, 12, spiked),
        "season with gaps, 60 months": (12, 60, 12, holed),
    }


def _growing(
    chance: np.random.Generator, count: int, season: int, swing: float, noise: float
) -> Array:
    factors = np.resize(chance.normal(0, swing, season), count)
    return 200 * np.exp(factors + np.arange(count) * 0.06 / season + chance.normal(0, noise, count))


def _short(chance: np.random.Generator) -> dict[str, Kind]:
    def noise(count: int) -> Array:
        return chance.normal(100, 10, count)

    def walk(count: int) -> Array:
        return 300 + np.cumsum(chance.normal(0, 5, count))

    return {
        f"{name}, {known} months": (12, known, 6, make)
        for known in (4, 6, 8, 12)
        for name, make in (("noise", noise), ("random walk", walk))
    }


def _other_cadences(chance: np.random.Generator) -> dict[str, Kind]:
    def days(count: int) -> Array:
        level, shocks = np.empty(count), chance.normal(0, 6, count)
        at = 100.0
        for n in range(count):
            level[n] = at + shocks[n]
            at += 0.1 * shocks[n]
        return level * np.resize(chance.uniform(0.5, 1.4, 7), count)

    def days_of_years(count: int) -> Array:
        angle = 2 * np.pi * np.arange(count) / 365 + chance.uniform(0, 6)
        return days(count) * (1 + 0.25 * np.sin(angle))

    def weeks(count: int) -> Array:
        angle = 2 * np.pi * np.arange(count) / 52 + chance.uniform(0, 6)
        return 200 * np.exp(0.3 * np.sin(angle) + chance.normal(0, 0.1, count))

    def quarter(count: int) -> Array:
        return _growing(chance, count, 4, 0.2, 0.08)

    def walking_quarter(count: int) -> Array:
        walk = 300 + np.cumsum(chance.normal(2, 5, count))
        return walk + np.resize(chance.normal(0, 15, 4), count)

    def growth(count: int) -> Array:
        return 100 * np.exp(np.cumsum(chance.normal(0.05, 0.08, count)))

    return {
        "weekdays, 60 days": (7, 60, 14, days),
        "weekdays, 120 days": (7, 120, 28, days),
        "weekdays and year, 800 days": (365, 800, 60, days_of_years),
        "season, 160 weeks": (52, 160, 26, weeks),
        "season times growth, 24 quarters": (4, 24, 8, quarter),
        "season on a random walk, 32 quarters": (4, 32, 8, walking_quarter),
        "noise, 8 years": (1, 8, 4, lambda n: chance.normal(100, 10, n)),
        "growth, 10 years": (1, 10, 4, growth),
        "growth, 20 years": (1, 20, 6, growth),
    }
