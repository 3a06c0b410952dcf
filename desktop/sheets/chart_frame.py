"""Where periods, days and values lie in the plot of a chart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from desktop.core.period import Period
from desktop.sheets.chart_scale import ValueScale
from desktop.sheets.elements import Box


class ChartFrame:
    """The plot in millimetres, each period in a place of equal width."""

    def __init__(self, plot: Box, periods: Sequence[Period], scale: ValueScale) -> None:
        self.plot, self.periods, self._scale = plot, periods, scale
        self.first, self.last = periods[0], periods[-1]
        self._starts = [period.start for period in periods]

    @property
    def room(self) -> float:
        """The width of a period."""
        return self.plot.width / len(self.periods)

    def slot(self, period: Period) -> float:
        """The middle of a period."""
        return self.plot.x + (self.first.until(period) + 0.5) * self.room

    def x(self, day: date) -> float:
        """Where a day begins, kept within the plot."""
        index = bisect_right(self._starts, day) - 1
        if index < 0:
            return self.plot.x
        period = self.periods[index]
        gone = min((day - period.start).days / period.days, 1.0)
        return self.plot.x + (index + gone) * self.room

    def y(self, value: float) -> float:
        """The height of a value, kept within the plot."""
        return self.plot.bottom - self._scale.share(value) * self.plot.height

    def holds(self, value: float) -> bool:
        """Whether the value lies on the scale."""
        return self._scale.low <= value <= self._scale.high

    def shows(self, period: Period) -> bool:
        """Whether the period is one of the chart's."""
        return self.first.start <= period.start <= self.last.start
