"""What of a forecast depends only on the length of the history, not on its values."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from desktop.core.forecast_models import Spectrum, convolved, models, transform_size

Array = npt.NDArray[np.float64]

DRIFT = 1.0  # prior scale of a steady drift a period, in shocks
SWINGS = (0.7, 3.0)  # prior scales of the season, in shocks: weak, strong
HARMONICS = 6  # all of a year of months; the smooth part of a year of weeks
WEEK = 7
YEAR_OF_DAYS = 350  # from this season on, days have a week as well
_NONE = 1e9  # the penalty that leaves a term out
_FREE = 1e-8


class Design(NamedTuple):
    """Arrays by model (m), by which terms it has (s), period (n or h) and term (k).

    ``inverse`` and ``effects`` are Fourier transforms, of ``size``, of what turns values into
    shocks and back. The terms are level, drift and the waves of the season. ``filtered``
    (m, n, k) is what the terms look like in shocks; ``ahead`` (m, h, k) what a term adds to the
    forecast; ``root`` (m, s, k, k) a factor of the covariance of the terms, in shocks squared;
    ``prior`` (m, s) the part of the log likelihood that no value changes.
    """

    size: int
    inverse: Spectrum
    effects: Spectrum
    effect: Array
    lasting: Array
    filtered: Array
    ahead: Array
    root: Array
    prior: Array


@lru_cache(maxsize=96)  # half a megabyte each for months
def design(count: int, season: int, horizon: int) -> Design:
    """For ``count`` values and a forecast of ``horizon`` periods."""
    effect, inverse, lasting = models(season, count + horizon)
    terms = _terms(count, season, horizon)
    inverse = inverse[:, :count]
    columns = terms[:count].T
    filtered = convolved(inverse[:, None], columns[None], count)  # m, k, n
    carried = convolved(effect[:, None], filtered, count + horizon)[..., count:]
    ahead = (terms[count:].T[None] - carried).transpose(0, 2, 1)
    penalties = _penalties(terms.shape[1])
    gram = filtered @ filtered.transpose(0, 2, 1)
    precision = gram[:, None] + penalties[:, :, None] * np.eye(terms.shape[1])
    factor = np.linalg.cholesky(precision)
    volume = np.log(np.diagonal(factor, axis1=2, axis2=3)).sum(axis=2)
    root = np.swapaxes(np.linalg.inv(factor), 2, 3)
    size = transform_size(2 * count + horizon)
    return Design(
        size,
        np.fft.rfft(inverse, size),
        np.fft.rfft(effect, size),
        effect,
        lasting,
        filtered.transpose(0, 2, 1),
        ahead,
        root,
        np.log(penalties[:, 1:]).sum(axis=1) / 2 - volume,
    )


def _terms(count: int, season: int, horizon: int) -> Array:
    """One, the distance from the newest value, and waves of mean square one."""
    time = np.arange(count + horizon, dtype=float)
    columns = [np.ones_like(time), time - (count - 1)]
    lengths = [season, WEEK] if season >= YEAR_OF_DAYS else [season]
    for length in lengths:
        for harmonic in range(1, min(length // 2, HARMONICS) + 1):
            angle = 2 * np.pi * harmonic * time / length
            if 2 * harmonic == length:
                columns.append(np.cos(angle))
            else:
                columns += [np.sqrt(2) * np.cos(angle), np.sqrt(2) * np.sin(angle)]
    return np.array(columns).T


def _penalties(terms: int) -> Array:
    """With and without drift, each with every strength of the season: ridge priors."""
    rows = []
    for drift in (_NONE, DRIFT**-2):
        for swing in (_NONE, *(scale**-2 for scale in SWINGS)) if terms > 2 else (_NONE,):
            rows.append([_FREE, drift, *[swing] * (terms - 2)])
    return np.array(rows)
