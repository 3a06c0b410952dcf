"""The value axis of a chart on paper: round steps, one scale, and its name."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from desktop.core.chart_series import ChartSeries
from desktop.core.unit import Quantity, UnitKind
from desktop.core.wording import Wording
from desktop.sheets.figures import figures
from desktop.sheets.pen import TINY
from desktop.sheets.type import width

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_CLOCK_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200)
_DAY = 86400.0
_MOST = 5  # steps
_AIR = 0.03  # of the range of levels, above and below
_WIDEST = 12.0  # millimetres for a tick's number
_MOST_DECIMALS = 6
_LARGEST, _SMALLEST = 1e300, 1e-300  # beyond these the arithmetic of floats gives out


class ValueScale:
    """``ticks`` from low to high with their ``texts``; ``unit`` belongs to all of them."""

    def __init__(self, series: ChartSeries, values: Iterable[float], wording: Wording) -> None:
        clock = series.unit.kind is UnitKind.DURATION
        self.ticks = round_ticks(values, from_zero=series.sums, clock=clock)
        step = self.ticks[1] - self.ticks[0]
        decimals = _decimals(step * (100 if series.unit.kind is UnitKind.PERCENT else 1))
        quantities = [Quantity(tick, series.unit, decimals) for tick in self.ticks]
        found = figures(quantities, wording, _fit)
        self.texts, self.unit = found.texts, found.unit
        self.width = max(width(text, TINY) for text in self.texts)

    @property
    def low(self) -> float:
        return self.ticks[0]

    @property
    def high(self) -> float:
        return self.ticks[-1]

    def share(self, value: float) -> float:
        """Where a value lies between the lowest (0) and the highest tick (1)."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


def _fit(texts: Sequence[str]) -> bool:
    return len(set(texts)) == len(texts) and max(width(text, TINY) for text in texts) <= _WIDEST


def _decimals(step: float) -> int:
    """The fewest decimals with which the step is written exactly."""
    for decimals in range(_MOST_DECIMALS):
        shown = step * 10**decimals
        if round(shown) > 0 and math.isclose(shown, round(shown), rel_tol=1e-6):
            return decimals
    return _MOST_DECIMALS


def round_ticks(
    values: Iterable[float], *, from_zero: bool, clock: bool = False
) -> tuple[float, ...]:
    """At least two ticks at round steps that hold all the values."""
    known = [min(max(value, -_LARGEST), _LARGEST) for value in values]
    low, high = min(known, default=0.0), max(known, default=1.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if not high - low > max(abs(high) * 1e-9, _SMALLEST):
        aside = abs(high) * 0.1 or 1.0
        low, high = (low, high + aside) if from_zero else (low - aside, high + aside)
    if not from_zero:  # the lowest and the highest do not lie on the frame
        aside = (high - low) * _AIR
        low, high = (0.0 if 0 <= low < aside else low - aside), high + aside
    step = _step((high - low) / _MOST, clock=clock)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(index * step for index in range(first, max(last, first + 1) + 1))


def _step(least: float, *, clock: bool) -> float:
    if clock and least > 0.5:
        known = next((step for step in _CLOCK_STEPS if step >= least), None)
        return float(known) if known is not None else _step(least / _DAY, clock=False) * _DAY
    power = 10.0 ** math.floor(math.log10(least))
    return next(each for each in _STEPS if each * power >= least * (1 - 1e-9)) * power
