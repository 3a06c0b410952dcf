"""The models that a forecast averages over, each by how a shock lives on."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Spectrum = npt.NDArray[np.complex128]

# A coarse grid over the space of parameters stands in for its integral.
LEVELS = (0.0, 0.1, 0.2, 0.35, 0.55, 0.8, 1.0)  # how much of a shock stays in the level
TRENDS = (  # level, trend and damping: from a calm trend to a lively one
    (0.2, 0.1, 0.9),
    (0.5, 0.1, 0.9),
    (0.5, 0.4, 0.9),
    (0.9, 0.4, 0.9),
    (0.9, 0.1, 0.97),
)
MEMORIES = (0.4, 0.7, 0.9)  # how much of a shock is left a period later
BLOCK = 64  # histories differ in length, so lags are worked out in blocks
SEASONS = (0.0, 0.15)  # how much of a shock comes back a season later: fixed, evolving


class Models(NamedTuple):
    """A row for each model, a column for each lag from 0.

    ``effect`` is what a shock of one adds so many periods later; ``inverse`` turns values into
    shocks; ``lasting`` is ``effect`` without what comes back with the season.
    """

    effect: Array
    inverse: Array
    lasting: Array


def models(season: int, lags: int) -> Models:
    """All of the models; with ``season`` 1 those without one."""
    known = _models(season, -(-lags // BLOCK) * BLOCK)
    return Models(*(each[:, :lags] for each in known))


@lru_cache(maxsize=8)
def _models(season: int, lags: int) -> Models:
    trends = [
        *(smoothing(level, 0.0, 1.0, lags) for level in LEVELS),
        *(smoothing(*trend, lags) for trend in TRENDS),
        *(memory(left, lags) for left in MEMORIES),
    ]
    lasting = np.array([effect for effect, _ in trends])
    inverse = np.array([inverse for _, inverse in trends])
    rounds = [evolving(share, season, lags) for share in (SEASONS if season > 1 else (0.0,))]
    return Models(
        np.concatenate([convolved(lasting, effect, lags) for effect, _ in rounds]),
        np.concatenate([convolved(inverse, back, lags) for _, back in rounds]),
        np.concatenate([lasting for _ in rounds]),
    )


def convolved(first: Array, second: Array, count: int) -> Array:
    """The first ``count`` values of the convolution along the last axis."""
    size = transform_size(first.shape[-1] + second.shape[-1])
    return filtered(np.fft.rfft(first, size), second, size, count)


def filtered(spectrum: Spectrum, values: Array, size: int, count: int) -> Array:
    """The same with the transform of the first, of ``size``, at hand."""
    return np.fft.irfft(spectrum * np.fft.rfft(values, size), size)[..., :count]


@lru_cache(maxsize=256)
def transform_size(size: int) -> int:
    """The next size whose Fourier transform is quick: no prime factor above five."""
    rest = size
    for prime in (2, 3, 5):
        while rest % prime == 0:
            rest //= prime
    return size if rest == 1 else transform_size(size + 1)


def smoothing(level: float, trend: float, damping: float, lags: int) -> tuple[Array, Array]:
    """ETS(A,Ad,N) of Hyndman et al. (2008), table 2.1; without ``trend`` ETS(A,N,N)."""
    lag = np.arange(lags)
    effect = level * (1 + trend * (np.cumsum(damping**lag) - 1))
    effect[0] = 1.0
    inverse = np.empty(lags)
    at, slope = 0.0, 0.0
    for k in range(lags):
        shock = (k == 0) - (at + damping * slope)
        inverse[k] = shock
        at += damping * slope + level * shock
        slope = damping * slope + level * trend * shock
    return effect, inverse


def memory(left: float, lags: int) -> tuple[Array, Array]:
    """A first-order autoregression."""
    inverse = np.zeros(lags)
    inverse[:2] = (1.0, -left)[:lags]
    return left ** np.arange(lags, dtype=float), inverse


def evolving(share: float, season: int, lags: int) -> tuple[Array, Array]:
    """The seasonal factor of the airline model (Box and Jenkins 1970):
    ``(1 - (1 - share) B^s) / (1 - B^s)``; with no share, a season that stays as it is."""
    effect, inverse = np.zeros(lags), np.zeros(lags)
    effect[0] = inverse[0] = 1.0
    if share:
        effect[season::season] = share
        rounds = np.arange(len(inverse[season::season]))
        inverse[season::season] = -share * (1 - share) ** rounds
    return effect, inverse
