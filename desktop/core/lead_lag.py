"""Whether one history leads another: how strongly, how long before, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.core.period import Cadence
from desktop.core.prewhitening import Innovations, innovations
from desktop.core.record import record

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

LEAST = 16  # periods in which both have a value
LEAST_MONTHS = 24  # with fewer a season cannot be told from a link
HARDLY = 0.05  # chance below which a link is taken for more than that
PERHAPS = 0.30  # and above which there is nothing to see
LOOKED_AHEAD = {
    Cadence.DAY: 28,
    Cadence.WEEK: 13,
    Cadence.MONTH: 6,
    Cadence.QUARTER: 4,
    Cadence.YEAR: 2,
}
"""Lags that are looked at, in periods, besides the one that is expected."""
_SHUFFLES = 999
_LEAST_PAIRS = 10
_NO_SIZE = 1e-9  # of sums of squares of innovations, which are about one each


class Sure(StrEnum):
    """What a history says of a link."""

    HARDLY_CHANCE = "hardly chance"
    COULD_BE_CHANCE = "could be chance"
    NOTHING = "nothing to see"
    TOO_LITTLE = "too little history"
    FLAT = "flat"  # one of the two does not vary, so that nothing can follow


@record(frozen=True, slots=True)
class LagStrength:
    """How what is new in one history goes with what is new in the other ``lag`` periods later.

    ``strength`` is their correlation, -1 to 1; ``chance`` the probability that somewhere among
    the lags looked at one as strong is found where there is no link at all.
    """

    lag: int
    strength: float
    chance: float

    @property
    def sure(self) -> Sure:
        if self.chance <= HARDLY:
            return Sure.HARDLY_CHANCE
        return Sure.COULD_BE_CHANCE if self.chance <= PERHAPS else Sure.NOTHING


@record(frozen=True, slots=True)
class LeadLag:
    """``sure`` speaks of the expected lag, without one of the best; ``periods`` is how many have
    a value in both.  ``lags`` are those looked at, none where there is too little history."""

    sure: Sure
    periods: int
    expected: int | None = None
    lags: tuple[LagStrength, ...] = ()

    @property
    def best(self) -> LagStrength | None:
        """The strongest."""
        return max(self.lags, key=lambda each: abs(each.strength), default=None)

    @property
    def told(self) -> LagStrength | None:
        """The one that ``sure`` speaks of."""
        if self.expected is None:
            return self.best
        return next((each for each in self.lags if each.lag == self.expected), None)

    @property
    def better_lag(self) -> LagStrength | None:
        """Another lag than the expected one that the history shows, hardly by chance."""
        best = self.best
        if best is None or best.lag == self.expected or best.sure is not Sure.HARDLY_CHANCE:
            return None
        return best


def least_periods(cadence: Cadence) -> int:
    """How many periods a link can be tested on at all."""
    return LEAST_MONTHS if cadence is Cadence.MONTH else LEAST


def lead_lag(
    leading: Sequence[float],
    lagging: Sequence[float],
    cadence: Cadence,
    *,
    expected: int | None = None,
) -> LeadLag:
    """Test whether ``leading`` moves before ``lagging``: values of the same periods, oldest first,
    ``nan`` for gaps.

    Both are prewhitened by a model of their own, so that two that grow, or share a season, do not
    seem linked (Haugh, "Checking the independence of two covariance-stationary time series: a
    univariate residual cross-correlation approach", J. Am. Stat. Assoc. 71, 1976).  How strong the
    strongest of all lags gets without a link is told by shuffles of the one (Westfall and Young,
    *Resampling-Based Multiple Testing*, 1993: the step with the largest statistic), with trend and
    season taken out of each shuffle as they were of the history.  So ``chance`` counts for all
    lags looked at, and choosing the best of them makes nothing surer than it is.
    """
    import numpy as np

    one, other = np.asarray(leading, dtype=float), np.asarray(lagging, dtype=float)
    if one.shape != other.shape:
        raise ValueError("both histories are of the same periods")
    periods = int((np.isfinite(one) & np.isfinite(other)).sum())
    if periods < least_periods(cadence) + (expected or 0):
        return LeadLag(Sure.TOO_LITTLE, periods, expected)
    new, then = innovations(one, cadence), innovations(other, cadence)
    if new is None or then is None:
        return LeadLag(Sure.FLAT, periods, expected)
    most = min(LOOKED_AHEAD[cadence], periods // 4)
    lags = sorted({*range(most + 1), *([] if expected is None else [expected])})
    rows = np.vstack([new.values, _shuffles(new)])
    found = _correlations(rows, then.values, lags)
    if not found or (expected is not None and expected not in found):
        return LeadLag(Sure.TOO_LITTLE, periods, expected)
    strongest = np.max(np.abs([each[1:] for each in found.values()]), axis=0)
    tested = tuple(
        LagStrength(lag, float(each[0]), _chance(strongest, abs(float(each[0]))))
        for lag, each in found.items()
    )
    result = LeadLag(Sure.NOTHING, periods, expected, tested)
    told = result.told
    return LeadLag(told.sure if told is not None else Sure.NOTHING, periods, expected, tested)


def _chance(strongest: Array, strength: float) -> float:
    """The history itself counts as one of its shuffles, so that no chance is zero."""
    return (1 + int((strongest >= strength - 1e-12).sum())) / (1 + len(strongest))


def _shuffles(new: Innovations) -> Array:
    """The same each time, so that the same history always says the same."""
    import numpy as np

    random = np.random.default_rng(20260101)
    known = np.isfinite(new.values)
    own = np.tile(new.values[known], (_SHUFFLES, 1))
    mixed = random.permuted(own, axis=1)
    base, _ = np.linalg.qr(_independent(new.fixed[known]))
    rows = np.full((_SHUFFLES, len(new.values)), np.nan)
    rows[:, known] = mixed - (mixed @ base) @ base.T
    return rows


def _independent(columns: Array) -> Array:
    """Without the columns that gaps have left empty."""
    kept: Array = columns[:, (columns != 0).any(axis=0)]
    return kept


def _correlations(rows: Array, then: Array, lags: Sequence[int]) -> dict[int, Array]:
    """Pearson's correlation of each row with ``then``, by how many places later; without the lags
    that have too few pairs.  By sums, so that all rows and lags are one product of matrices."""
    import numpy as np

    first = np.isfinite(rows[0]).astype(float)
    one = np.nan_to_num(rows)
    other = np.column_stack([_earlier(then, lag) for lag in lags])
    both = np.isfinite(other).astype(float)
    other = np.nan_to_num(other)
    counts = first @ both
    wide = np.maximum(counts, 1)
    sums, later = one @ both, first @ other
    shared = one @ other - sums * later / wide
    squares = (one**2) @ both - sums**2 / wide
    size = np.sqrt(np.maximum(squares * (first @ other**2 - later**2 / wide), 0.0))
    found = np.divide(shared, size, out=np.zeros_like(shared), where=size > _NO_SIZE)
    return {
        lag: found[:, number] for number, lag in enumerate(lags) if counts[number] >= _LEAST_PAIRS
    }


def _earlier(then: Array, lag: int) -> Array:
    """Each value at the place where a leading one would tell of it."""
    import numpy as np

    moved = np.full(len(then), np.nan)
    moved[: max(len(then) - lag, 0)] = then[lag:]
    return moved
