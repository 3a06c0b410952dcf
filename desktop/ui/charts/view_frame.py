"""From days and values to pixels of the plot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from desktop.core.period import Cadence
from desktop.ui.charts.tracks import Floats

_N = TypeVar("_N", float, Floats)

DAYS = {
    Cadence.DAY: 1.0,
    Cadence.WEEK: 7.0,
    Cadence.MONTH: 30.44,
    Cadence.QUARTER: 91.3,
    Cadence.YEAR: 365.25,
}


@dataclass(frozen=True, slots=True)
class ViewFrame:
    """What the plot shows: days ``first``-``last``, values ``lowest``-``highest``, its size."""

    cadence: Cadence
    first: float
    last: float
    lowest: float
    highest: float
    width: float
    height: float

    def x(self, days: _N) -> _N:
        return (days - self.first) * (self.width / (self.last - self.first))

    def y(self, values: _N) -> _N:
        return (self.highest - values) * (self.height / (self.highest - self.lowest))

    @property
    def room(self) -> float:
        """Pixels for each period."""
        return DAYS[self.cadence] * self.width / (self.last - self.first)
