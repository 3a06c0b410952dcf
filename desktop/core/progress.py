"""Progress: how much of the way from baseline to target has been covered."""

from __future__ import annotations

import math
from collections.abc import Sequence

from desktop.core.kpi import Better


def progress(
    baseline: float, current: float, target: float, *, better: Better = Better.HIGHER
) -> float:
    """The fraction of the way covered: 1.2 is overshoot, -0.1 regress.

    Lower-is-better needs nothing of its own, since then the target lies below the baseline.
    ``better`` matters only when baseline and target are equal: the goal is then to hold, and one
    value has either held (1.0) or not (0.0); several are the matter of :func:`hold_share`.
    """
    if baseline == target:
        return 1.0 if at_or_beyond(current, target, better) else 0.0
    return (current - baseline) / (target - baseline)


def at_or_beyond(value: float, target: float, better: Better) -> bool:
    """Whether ``value`` is as good as ``target`` or better; sums of floats get their rounding."""
    if math.isclose(value, target, rel_tol=1e-9):
        return True
    return value < target if better is Better.LOWER else value > target


def hold_share(values: Sequence[float], target: float, better: Better) -> float | None:
    """The share of ``values`` at or beyond ``target``; ``None`` of none."""
    return share([at_or_beyond(value, target, better) for value in values])


def inside(value: float, low: float | None, high: float | None) -> bool:
    """Whether ``value`` is inside the band, limits included; ``None`` is no limit."""
    return (low is None or at_or_beyond(value, low, Better.HIGHER)) and (
        high is None or at_or_beyond(value, high, Better.LOWER)
    )


def share(held: Sequence[bool]) -> float | None:
    """The share that is true; ``None`` of none."""
    return sum(held) / len(held) if held else None
