"""What is new in each value of a history: its trend, season and its own past taken out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.core.period import Cadence
from desktop.core.record import record

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_YEAR_OF_WEEKS = 365.25 / 7
_HARMONICS = 3  # of a year of weeks, whose 52 places no history can tell apart
_BENT = (30, 90)  # values from which the line may bend once, and twice
_EACH_YEAR = 1.5  # standard deviations by which a week stands apart every year: Christmas, a sale
_PER_LAG = 12  # values for each of the own past values that are looked at
_MOST_LAGS = {Cadence.DAY: 8, Cadence.WEEK: 5}
_FEW_LAGS = 3
_OUTLIER = 3.0  # standard deviations that one value may count for
_LEAST_LOCAL = 0.3  # of the usual noise: below that a time is not judged to be quieter
_PASSES = 5  # of drawing outliers nearer
_TO_SIGMA = 1.4826  # from the median absolute deviation of normal noise


@record(frozen=True, slots=True)
class Innovations:
    """``values`` has a ``nan`` where there is none; ``fixed`` are the columns of trend and season
    that were taken out, one row a value."""

    values: Array
    fixed: Array


def innovations(values: Sequence[float] | Array, cadence: Cadence) -> Innovations | None:
    """What each value adds to what its trend, its season and the values before it let expect.

    The residuals of an autoregression around a line (bent where there are values enough) and the
    places of the year (of the week for days; for weeks three waves, and the weeks that stand apart
    every year), its order chosen by Akaike's criterion.  Where all values are
    above zero their logarithms are taken, so that a season may grow with its level.  One value
    counts for three standard deviations at most.  ``nan`` marks a gap.  ``None`` when there is
    nothing new: too few values, or values that do not vary.

    Source: Box and Jenkins, *Time Series Analysis: Forecasting and Control* (1970), ch. 11:
    two series may only be compared once they are prewhitened.
    """
    import numpy as np

    known = np.asarray(values, dtype=float)
    if not np.isfinite(known).any():
        return None
    if np.nanmin(known) > 0:
        known = np.log(known)
    fixed = _fixed(len(known), cadence)
    if cadence is Cadence.WEEK:
        fixed = np.column_stack([fixed, *_weeks_apart(known, fixed)])
    known = _tamed(known, fixed)
    most = min(_MOST_LAGS.get(cadence, _FEW_LAGS), int(np.isfinite(known).sum()) // _PER_LAG)
    past = np.column_stack([_shifted(known, lag) for lag in range(most + 1)])
    rows = _known(past)
    best: tuple[float, int] | None = None
    for order in range(most + 1):
        rest = _rest(known, fixed, past[:, 1 : order + 1], rows)
        if rest is None:
            break
        score = rows.sum() * math.log(max(float(np.mean(rest[rows] ** 2)), 1e-300)) + 2 * order
        if best is None or score < best[0]:
            best = (score, order)
    if best is None:
        return None
    own = past[:, 1 : best[1] + 1]
    rest = _rest(known, fixed, own, _known(past[:, : best[1] + 1]))
    spread = 0.0 if rest is None else float(np.nanstd(rest))
    if rest is None or spread <= 1e-9 * max(float(np.nanmax(np.abs(known))), 1e-9):
        return None
    return Innovations(_reined(rest, fixed), fixed)


def _fixed(count: int, cadence: Cadence) -> Array:
    """A line, and the season as far as ``count`` values can show one."""
    import numpy as np

    place = np.arange(count)
    middle = (place - (count - 1) / 2) / max(count, 1)
    bends = sum(count >= least for least in _BENT)
    columns = [np.ones(count), *(middle**power for power in range(1, 2 + bends))]
    season = cadence.season
    if cadence is Cadence.WEEK:
        if count >= season:
            for wave in range(1, _HARMONICS + 1):
                turn = 2 * math.pi * wave * place / _YEAR_OF_WEEKS
                columns += [np.sin(turn), np.cos(turn)]
    elif season > 1:
        columns += [(place % season == each).astype(float) for each in range(1, season)]
    return np.column_stack(columns)


def _tamed(values: Array, fixed: Array) -> Array:
    """With what lies far off drawn nearer, so that one odd value does not bend line and season
    for all the others."""
    import numpy as np

    tamed = values
    for _ in range(_PASSES):
        rest = _rest(tamed, fixed, np.empty((len(values), 0)), np.isfinite(values))
        if rest is None or (usual := _spread(rest)) == 0:
            break
        tamed = tamed - rest + np.clip(rest, -_OUTLIER * usual, _OUTLIER * usual)
    return tamed


def _weeks_apart(values: Array, fixed: Array) -> list[Array]:
    """A column for each week of the year that lies off the waves the same way every year."""
    import numpy as np

    season = Cadence.WEEK.season
    rest = _rest(values, fixed, np.empty((len(values), 0)), np.isfinite(values))
    if rest is None:
        return []
    spread = _spread(rest)
    columns = []
    for place in range(season):
        years = rest[place::season]
        years = years[np.isfinite(years)]
        if len(years) > 1 and (
            years.min() > _EACH_YEAR * spread or years.max() < -_EACH_YEAR * spread
        ):
            columns.append((np.arange(len(values)) % season == place).astype(float))
    return columns


def _shifted(values: Array, lag: int) -> Array:
    import numpy as np

    moved = np.full(len(values), np.nan)
    moved[lag:] = values[: len(values) - lag]
    return moved


def _known(past: Array) -> NDArray[np.bool_]:
    """The rows without a gap."""
    import numpy as np

    return np.asarray(np.isfinite(past).all(axis=1), dtype=bool)


def _rest(values: Array, fixed: Array, past: Array, rows: NDArray[np.bool_]) -> Array | None:
    """The residuals in ``rows``; ``None`` when the columns could explain any values."""
    import numpy as np

    design = np.column_stack([fixed, past])
    if rows.sum() < design.shape[1] + 2:
        return None
    found, *_ = np.linalg.lstsq(design[rows], values[rows], rcond=None)
    rest = np.full(len(values), np.nan)
    rest[rows] = values[rows] - design[rows] @ found
    return rest


def _reined(rest: Array, fixed: Array) -> Array:
    """In units of what is usual at that time, since noise may grow or shrink with the level, and
    no value beyond what it may count for."""
    import numpy as np

    usual = _spread(rest)
    if usual == 0:
        return rest
    known = np.isfinite(rest)
    line = fixed[:, : 3 if len(rest) >= _BENT[0] else 2]
    sizes = np.minimum(np.abs(rest[known]), _OUTLIER * usual)
    found, *_ = np.linalg.lstsq(line[known], sizes, rcond=None)
    local = np.maximum(line @ found, _LEAST_LOCAL * sizes.mean()) / sizes.mean() * usual
    reined: Array = np.clip(rest / local, -_OUTLIER, _OUTLIER)
    return reined


def _spread(rest: Array) -> float:
    """The standard deviation without what stands apart."""
    import numpy as np

    return _TO_SIGMA * float(np.nanmedian(np.abs(rest - np.nanmedian(rest))))
