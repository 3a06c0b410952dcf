"""A history made ready for forecasting: gaps filled, lone outliers tamed, steps levelled."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

LONGEST = 200  # periods looked back on, or four rounds of a longer season
ROUNDS = 4
LEAST = 12  # values, and three rounds of a season, needed to know what is usual
WINDOW = 7  # a value and three neighbours on each side
LONE = 5.0  # so many robust deviations from the neighbours' median make an outlier,
TAMED = 3.0  # which is drawn in to so many
FEW = 0.05  # of the values; when more stand out, that is how the KPI is
BESIDE = 6  # values before and after whose medians must be
JUMP = 4.0  # so many robust deviations apart to make a step,
RARE = 3.0  # with a change between them so many times the usual one,
SUDDEN = 0.6  # so much of it from one period to the next
STEPS = 3
DAYS_A_YEAR = 365
_WEEK = 7
_TO_SIGMA = 1.4826  # median absolute deviation to standard deviation, of normal noise


class History(NamedTuple):
    """``values`` without gaps, of which ``known`` were measured; ``season`` is 1 where the
    history is too short for the season that was asked for; ``year`` is periods a year."""

    values: Array
    known: int
    season: int
    year: int

    @property
    def years(self) -> float:
        return len(self.values) / self.year


def prepare(values: Array, season: int) -> History:
    """``values`` with ``nan`` for gaps, at least one known, as a :class:`History`.

    A lone outlier is drawn in to its neighbours (Hampel's filter), and values before a lasting
    step are lifted to the level after it (an intervention, Box and Tiao 1975); both are judged
    without the season, and the newest value is always kept. Where all values are above zero
    they are judged as ratios.
    """
    values = values[np.flatnonzero(~np.isnan(values))[0] :][-max(LONGEST, ROUNDS * season) :]
    known = int((~np.isnan(values)).sum())
    used = season if known >= 2 * season else 1
    ratios = bool(np.nanmin(values) > 0)
    own = np.log(values) if ratios else values
    swing = _season(own, used)
    calm = _filled(own - swing)
    if known >= max(LEAST, 3 * used if used > 1 else 0):
        calm = _levelled(_tamed(calm))
    own = calm + swing
    year = DAYS_A_YEAR if season == _WEEK else season
    return History(np.exp(own) if ratios else own, known, used, year)


def _season(values: Array, season: int) -> Array:
    """The usual distance of each place in the season from a year's moving average."""
    if season == 1:
        return np.zeros_like(values)
    level = np.convolve(_filled(values), _average(season), mode="valid")
    margin = (len(values) - len(level)) // 2
    places = np.arange(len(values))
    apart = values - np.interp(places, places[margin : margin + len(level)], level)
    rounds = np.full((-(-len(values) // season), season), np.nan)
    rounds.reshape(-1)[: len(values)] = apart
    usual = _medians(rounds)
    return np.resize(usual - usual.mean(), len(values))


def _average(season: int) -> Array:
    """The weights of a centred moving average over one season."""
    if season % 2:
        return np.full(season, 1 / season)
    weights = np.full(season + 1, 1 / season)
    weights[[0, -1]] /= 2
    return weights


def _medians(rounds: Array) -> Array:
    """The median of what is known in each column, 0 where nothing is."""
    ordered = np.sort(rounds, axis=0)  # what is not known comes last
    known = (~np.isnan(rounds)).sum(axis=0)
    columns = np.arange(rounds.shape[1])
    low = ordered[np.maximum(known - 1, 0) // 2, columns]
    high = ordered[np.minimum(known // 2, len(rounds) - 1), columns]
    return np.where(known > 0, (low + high) / 2, 0.0)


def _filled(values: Array) -> Array:
    """Gaps on a straight line between their neighbours."""
    known = np.flatnonzero(~np.isnan(values))
    if len(known) == len(values):
        return values
    return np.interp(np.arange(len(values)), known, values[known])


def _median(values: Array) -> Array:
    """The median along the last axis; sorting a few values is quicker than ``np.median``."""
    ordered = np.sort(values, axis=-1)
    count = values.shape[-1]
    middle: Array = (ordered[..., (count - 1) // 2] + ordered[..., count // 2]) / 2
    return middle


def _around(values: Array, count: int) -> Array:
    """The medians of all windows of ``count`` values."""
    firsts = np.arange(len(values) - count + 1)
    return _median(values[firsts[:, None] + np.arange(count)])


def _apart(values: Array) -> tuple[Array, Array, float]:
    """The median around each value, the distance from it, and the usual distance."""
    beside = np.ones(WINDOW // 2)
    padded = np.concatenate([values[0] * beside, values, values[-1] * beside])
    middle = _around(padded, WINDOW)
    apart = values - middle
    return middle, apart, _TO_SIGMA * float(_median(np.abs(apart)))


def _tamed(values: Array) -> Array:
    middle, apart, usual = _apart(values)
    far = np.abs(apart) > LONE * usual
    far[-1] = False
    lone = far & ~np.append(far[1:], False) & ~np.append(False, far[:-1])
    if usual == 0 or not 0 < lone.mean() <= FEW:
        return values
    return np.where(lone, middle + np.clip(apart, -TAMED * usual, TAMED * usual), values)


def _levelled(values: Array) -> Array:
    for _ in range(STEPS):
        changes = np.diff(values)
        changed = np.abs(changes - _median(changes))
        rare = changed > RARE * _TO_SIGMA * _median(changed)
        if not rare.any():
            break
        usual = _apart(values)[2]
        levels = _around(values, BESIDE)
        steps = levels[BESIDE:] - levels[:-BESIDE] - BESIDE * _slope(values)
        inside = slice(BESIDE - 1, BESIDE - 1 + len(steps))
        clear = (np.abs(steps) > JUMP * usual) & rare[inside]
        sudden = changes[inside] / np.where(clear, steps, np.inf)
        place = int(np.argmax(np.where(sudden > SUDDEN, np.abs(steps), 0.0)))
        if usual == 0 or not sudden[place] > SUDDEN:
            break
        at = place + BESIDE
        values = values + np.where(np.arange(len(values)) < at, steps[place], 0.0)
    return values


def _slope(values: Array) -> float:
    """The median slope over spans so short that a step falls into few of them (Theil 1950)."""
    span = len(values) // 4
    return float(_median(values[span:] - values[:-span])) / span
