"""The models against the recursions of the books, written out as loops."""

from __future__ import annotations

import random

import numpy as np
import pytest

from desktop.core.forecast_models import (
    LEVELS,
    MEMORIES,
    TRENDS,
    convolved,
    evolving,
    memory,
    models,
    smoothing,
)
from tests.core.published_series import AIR, AIR_AHEAD, AIRLINE, OIL, OIL_AHEAD, OIL_LEVEL


def test_the_oil_of_the_textbook():
    effect, inverse = smoothing(0.8339, 0.0, 1.0, len(OIL) + 1)
    shocks = convolved(inverse, np.array(OIL) - OIL_LEVEL, len(OIL))
    ahead = convolved(effect, shocks, len(OIL) + 1)[-1]
    assert OIL_LEVEL + ahead == pytest.approx(OIL_AHEAD, abs=0.005)


def test_the_air_passengers_of_the_textbook():
    effect, inverse = smoothing(0.8, 0.2, 1.0, len(AIR) + 5)
    begun = AIR[0] + (AIR[1] - AIR[0]) * np.arange(1, len(AIR) + 6)
    shocks = convolved(inverse, np.array(AIR) - begun[: len(AIR)], len(AIR))
    ahead = (begun + convolved(effect, shocks, len(AIR) + 5))[len(AIR) :]
    assert ahead == pytest.approx(AIR_AHEAD, abs=0.006)


def test_the_airline_model_of_box_and_jenkins():
    """Box and Jenkins, Time Series Analysis (1976), chapter 9: logarithms of the passengers, with
    0.4 and 0.6 for the shares of a shock that do not last, leave shocks of variance 0.00134."""
    logs = np.log(AIRLINE)
    changes = logs[13:] - logs[12:-1] - logs[1:-12] + logs[:-13]
    begun = np.zeros(len(AIRLINE))
    for n, change in enumerate(changes, start=13):  # what has these changes and begins at zero
        begun[n] = begun[n - 1] + begun[n - 12] - begun[n - 13] + change
    trend, season = smoothing(0.6, 0.0, 1.0, len(begun))[1], evolving(0.4, 12, len(begun))[1]
    shocks = convolved(season, convolved(trend, begun, len(begun)), len(begun))[13:]
    assert (shocks**2).sum() / (len(shocks) - 2) == pytest.approx(0.00134, abs=0.0001)


@pytest.mark.parametrize(("level", "trend", "damping"), [*TRENDS, (0.3, 0.0, 1.0), (0.5, 0.2, 1.0)])
def test_holts_method(level, trend, damping):
    """Level and slope from zero, updated a value at a time."""
    chance = random.Random(1)
    values = [chance.gauss(0, 1) for _ in range(30)]
    at, slope, errors = 0.0, 0.0, []
    for value in values:
        expected = at + damping * slope
        errors.append(value - expected)
        at = expected + level * errors[-1]
        slope = damping * slope + level * trend * errors[-1]
    effect, inverse = smoothing(level, trend, damping, 35)
    shocks = convolved(inverse, np.array(values), 30)
    assert shocks == pytest.approx(errors, abs=1e-9)
    ahead = convolved(effect, shocks, 35)[30:]
    grown = [sum(damping**k for k in range(1, h + 1)) for h in range(1, 6)]
    assert ahead == pytest.approx([at + slope * each for each in grown], abs=1e-9)


def test_an_autoregression():
    effect, inverse = memory(0.7, 4)
    assert effect == pytest.approx([1, 0.7, 0.49, 0.343])
    assert inverse == pytest.approx([1, -0.7, 0, 0])
    assert memory(0.7, 1)[1] == pytest.approx([1])


def test_an_evolving_season_comes_back():
    effect, inverse = evolving(0.2, 4, 10)
    assert effect == pytest.approx([1, 0, 0, 0, 0.2, 0, 0, 0, 0.2, 0])
    assert inverse == pytest.approx([1, 0, 0, 0, -0.2, 0, 0, 0, -0.16, 0])
    assert evolving(0.0, 4, 3)[0] == pytest.approx([1, 0, 0])


@pytest.mark.parametrize(("season", "count"), [(1, 1), (12, 2)])
def test_every_model_undoes_itself(season, count):
    found = models(season, 50)
    assert len(found.effect) == count * (len(LEVELS) + len(TRENDS) + len(MEMORIES))
    unit = np.zeros(50)
    unit[0] = 1
    assert convolved(found.effect, found.inverse, 50) == pytest.approx(
        np.tile(unit, (len(found.effect), 1)), abs=1e-9
    )
