"""The forecast of a KPI from its own history: mean, ranges, and the probability of a target."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # numpy is loaded with the first forecast, never before the first paint
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float64]

LEAST = 4  # known values; fewer say too little about how much a KPI varies


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """The periods after a history, in the KPI's own unit.

    ``paths`` has a thousand equally likely courses (one a row), the same at every call. All else
    is read off them, so what is said of a sum carries the right correlation between periods.
    ``mean`` has the expected value of each period, as the mean of the middle half of the courses,
    so that no far-fetched one draws it away. ``enough`` is false when the history has fewer than
    four known values: the mean is then the latest value, every range is without limits, and every
    probability is one half, which nothing should be built on.
    """

    mean: Array
    paths: Array
    enough: bool = True

    def interval(self, level: float) -> tuple[Array, Array]:
        """Lower and upper limits between which each period falls with probability ``level``.

        Raises ``ValueError`` unless ``level`` lies between 0 and 1.
        """
        return self._limits(self.paths, level)

    @property
    def total(self) -> float:
        """The expected sum of all the periods."""
        return float(_middle(self.paths.sum(axis=1, keepdims=True))[0])

    def total_interval(self, level: float) -> tuple[float, float]:
        """The same for the sum of all the periods."""
        lower, upper = self._limits(self.paths.sum(axis=1, keepdims=True), level)
        return float(lower[0]), float(upper[0])

    def probability(self, target: float, *, better: str = "higher", total: bool = False) -> float:
        """How likely the last period is at least ``target``, or at most, with ``better="lower"``;
        with ``total`` the sum of all the periods.

        Nothing is certain from a history: the answer stays between 0.001 and 0.999. Raises
        ``ValueError`` for another ``better``, and for a target that is no number.
        """
        if better not in ("higher", "lower"):
            raise ValueError(f"better is 'higher' or 'lower', not {better!r}")
        if math.isnan(target):
            raise ValueError("a target is a number")
        if not self.enough:
            return 0.5
        ends = self.paths.sum(axis=1) if total else self.paths[:, -1]
        slack = 1e-9 * max(abs(target), 1e-300)
        met = ends >= target - slack if better == "higher" else ends <= target + slack
        return min(max(float(met.mean()), 0.001), 0.999)

    def _limits(self, values: Array, level: float) -> tuple[Array, Array]:
        import numpy as np

        if not 0 < level < 1:
            raise ValueError(f"a level lies between 0 and 1, not at {level}")
        if not self.enough:
            unknown = np.full(values.shape[1], np.inf)
            return -unknown, unknown
        ordered = np.sort(values, axis=0)
        places = np.arange(len(ordered)) / (len(ordered) - 1)
        tail = (1 - level) / 2
        low, high = (
            np.array([np.interp(at, places, column) for column in ordered.T])
            for at in (tail, 1 - tail)
        )
        return low, high


def forecast(values: Sequence[float], *, season: int, horizon: int) -> Forecast:
    """Forecast the ``horizon`` periods after ``values``, oldest first and without jumps in time.

    ``season`` is the number of periods a year, or a week for days: 12, 4, 52, 7; 1 is none. A
    season is considered from two full rounds on, and used as far as the values bear it out; with
    365 the days of the week are considered too. ``nan`` marks a period without a value, also at
    the end. A history that never went below zero is forecast not to; one that never changed is
    forecast to stay.

    The method averages over exponential smoothing models (level; level with drift, of which the
    Theta method is a case; damped and local trends; autoregression; each with a fixed or an
    evolving season, of the values and of their logarithms), weighted by how well each predicted
    the history one period ahead:

    - Hyndman, Koehler, Ord and Snyder, *Forecasting with Exponential Smoothing* (2008): the
      models in their innovations form, ranges by simulation;
    - Hyndman and Billah, "Unmasking the Theta method", Int. J. Forecasting 19 (2003);
    - Hoeting, Madigan, Raftery and Volinsky, "Bayesian model averaging", Statistical Science 14
      (1999), tempered as Grünwald and van Ommen, Bayesian Analysis 12 (2017), propose where
      none of the models is the true one: the more values, the slower the evidence grows;
    - Chatfield, "Calculating interval forecasts", J. Business & Economic Statistics 11 (1993):
      why ranges of one chosen model are too narrow.

    Raises ``ValueError`` for a season or horizon below one, and for infinite values.
    """
    import numpy as np

    from desktop.core.forecast_fit import fit
    from desktop.core.forecast_history import prepare
    from desktop.core.forecast_paths import simulate

    if season < 1 or horizon < 1:
        raise ValueError("season and horizon are at least one period")
    history = np.asarray(values, dtype=float).reshape(-1)
    if np.isinf(history).any():
        raise ValueError("a history holds finite values, and nan for gaps")
    places = np.flatnonzero(~np.isnan(history))
    known = history[places]
    if len(known) < LEAST or np.ptp(known) == 0:
        flat = np.full(horizon, known[-1] if len(known) else np.nan)
        return Forecast(flat, np.tile(flat, (2, 1)), enough=len(known) >= LEAST)
    size = float(np.abs(known).max())
    silent = len(history) - 1 - int(places[-1])  # periods since the latest value
    ready = prepare(history[: len(history) - silent] / size, season)
    ahead = silent + horizon
    paths = simulate(fit(ready, ahead), ready, ahead)[:, silent:] * size
    if known.min() >= 0:
        paths = np.maximum(paths, 0.0)
    return Forecast(_middle(paths), paths)


def _middle(courses: Array) -> Array:
    """The interquartile mean of each column."""
    import numpy as np

    quarter = len(courses) // 4
    ordered = np.sort(courses, axis=0)
    middle: Array = ordered[quarter : len(courses) - quarter].mean(axis=0)
    return middle
