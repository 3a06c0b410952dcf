"""Numbers rounded for a reader so that what is shown still adds up."""

from __future__ import annotations

import math
from collections.abc import Sequence

_MOST_EXTRA = 2  # decimals beyond those that the KPI is shown with
_CLOSE = 0.01  # of the largest value: a rounding below this is nothing that a reader would miss


def rounded_to_total(values: Sequence[float], total: float, decimals: int) -> list[float]:
    """The values rounded to ``decimals``, none by a whole unit of the last place or more, so that
    they add up to ``total``, which is rounded as well: the largest remainders are rounded up
    (Hamilton's method).  ``values`` add up to about ``total``."""
    scale = 10.0**decimals
    scaled = [value * scale for value in values]
    whole = [math.floor(value) for value in scaled]
    missing = round(total * scale) - sum(whole)
    by_remainder = sorted(range(len(values)), key=lambda place: whole[place] - scaled[place])
    for number in range(abs(missing) if by_remainder else 0):
        step = number if missing > 0 else -1 - number
        whole[by_remainder[step % len(values)]] += 1 if missing > 0 else -1
    return [value / scale for value in whole]


def decimals_to_tell(values: Sequence[float], decimals: int) -> int:
    """``decimals``, or up to two more when rounding would take too much from the values."""
    close = _CLOSE * max((abs(value) for value in values), default=0.0)
    for more in range(_MOST_EXTRA):
        scale = 10.0 ** (decimals + more)
        if all(abs(value - round(value * scale) / scale) <= close for value in values):
            return decimals + more
    return decimals + _MOST_EXTRA
