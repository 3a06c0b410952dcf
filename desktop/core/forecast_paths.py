"""Equally likely courses of the time ahead, the same at every call."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from desktop.core.forecast_fit import Fit
from desktop.core.forecast_history import History

Array = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

COUNT = 1000
SEED = 1982
TURN = 0.5  # how much of a lasting shock's size the trend of a year may turn in a year,
SEEN = 15.0  # the less so the more years are seen; after so many half the variance


class _Draws(NamedTuple):
    """Standard normal numbers, by course: of each period's shock, of each term, and of the size
    of the shocks; and ``slopes``, the level after each period when its trend takes such turns."""

    shocks: Array
    slopes: Array
    terms: Array
    size: Array


def simulate(fits: Sequence[Fit], history: History, horizon: int) -> Array:
    """``COUNT`` courses of ``horizon`` periods, each from one model, drawn by its weight, with
    the uncertainty of its terms and future shocks.

    No history of a few years shows how trends turn in the long run, so a slowly turning trend
    is added to what each model says: shocks that last also turn the trend, as an integrated
    random walk over years (Harvey, *Forecasting, Structural Time Series Models and the Kalman
    Filter*, 1989, section 2.3).  Without it ranges of yearly series hold far too little
    (Makridakis, Hibon, Lusk and Belhadjali, "Confidence intervals", Int. J. Forecasting 3, 1987).
    """
    weights = np.concatenate([each.weights.reshape(-1) for each in fits])
    bounds = np.cumsum(weights) / weights.sum()
    chosen = np.searchsorted(bounds, (np.arange(COUNT) + 0.5) / COUNT).clip(0, len(weights) - 1)
    draws = _draws(horizon, fits[0].told.terms.shape[2])
    size = fits[0].weights.size
    parts = []
    for place, each in enumerate(fits):
        rows = np.flatnonzero(chosen // size == place)
        if len(rows):
            parts.append(_courses(each, chosen[rows] % size, rows, draws, history))
    return np.concatenate(parts)


def _courses(fit: Fit, chosen: Places, rows: Places, draws: _Draws, history: History) -> Array:
    """The courses of these ``rows``, whose models ``chosen`` are in ascending order."""
    told, design = fit.told, fit.told.design
    model, which = np.unravel_index(chosen, fit.weights.shape)
    horizon = told.means.shape[2]
    steps = np.arange(horizon)
    lags = steps[None, :] - steps[:, None]  # from a shock's period to later ones
    later, lags = lags >= 0, np.maximum(lags, 0)
    terms = (design.root[model, which] @ draws.terms[rows][:, :, None])[..., 0]
    drawn = np.hstack([draws.shocks[rows], terms])
    moving = np.empty((drawn.shape[1], horizon))
    turn = TURN * (SEEN / (SEEN + history.years)) ** 0.5 / history.year
    noise = turn * design.lasting[model, 1 : horizon + 1] * draws.slopes[rows]
    used, firsts = np.unique(model, return_index=True)
    for each, first, end in zip(used, firsts, [*firsts[1:], len(model)], strict=True):
        np.multiply(design.effect[each].take(lags), later, out=moving[:horizon])
        moving[horizon:] = design.ahead[each].T
        noise[first:end] += drawn[first:end] @ moving
    noise *= (fit.sigma[model, which] * _spread(draws.size[rows], fit.freedom))[:, None]
    return told.scale.own(told.means[model, which] + noise)


def _spread(normal: Array, freedom: float) -> Array:
    """What makes normal numbers t distributed: one over the root of chi-square over its degrees
    of freedom, by the cube root of Wilson and Hilferty (1931)."""
    part = 2 / (9 * freedom)
    wide: Array = np.maximum(1 - part + normal * np.sqrt(part), 0.2) ** -1.5
    return wide


@lru_cache(maxsize=16)
def _draws(horizon: int, terms: int) -> _Draws:
    """A Latin hypercube (McKay, Beckman and Conover 1979): every column has the quantiles of the
    normal distribution, each once, so that ranges are smooth."""
    normal = NormalDist()
    column = np.array([normal.inv_cdf((n + 0.5) / COUNT) for n in range(COUNT)])
    source = np.random.default_rng(SEED)
    width = 2 * horizon + terms + 1
    table = source.permuted(np.tile(column, (width, 1)), axis=1).T
    return _Draws(
        table[:, :horizon],
        table[:, horizon : 2 * horizon].cumsum(axis=1).cumsum(axis=1),
        table[:, 2 * horizon : -1],
        table[:, -1],
    )
