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

# Oil production in Saudi Arabia 1996-2013, million tonnes (Hyndman and Athanasopoulos,
# Forecasting: Principles and Practice, 2nd edition 2018, section 7.1, table 7.2): with alpha
# 0.8339 and a first level of 446.5868 the forecast of 2014 is 542.68.
OIL = [
    *(445.36, 453.20, 454.41, 422.38, 456.04, 440.39, 425.19, 486.21, 500.43),
    *(521.28, 508.95, 488.89, 509.87, 456.72, 473.82, 525.95, 549.83, 542.34),
]


def test_the_oil_of_the_textbook():
    effect, inverse = smoothing(0.8339, 0.0, 1.0, len(OIL) + 1)
    shocks = convolved(inverse, np.array(OIL) - 446.5868, len(OIL))
    ahead = convolved(effect, shocks, len(OIL) + 1)[-1]
    assert 446.5868 + ahead == pytest.approx(542.68, abs=0.005)


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
