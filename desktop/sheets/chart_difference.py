"""The differences from the plan below a chart, on the chart's own scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.core.chart_series import Point
from desktop.core.message import msg
from desktop.core.period import Period
from desktop.sheets.chart_scale import ValueScale
from desktop.sheets.elements import Area, Box, Stroke
from desktop.sheets.pen import TINY, Pen
from desktop.sheets.type import line_height, width

_WORDS = (msg("Difference"), msg("from the plan"))
_LEAST = 3  # differences; fewer are seen in the chart itself
_HIGHEST = 0.45  # of the plot; larger differences are seen in the chart itself
_ABOVE = 1.2  # millimetres from the names of the periods
_LOWEST = 2 * line_height(TINY)  # for the words beside them


class Differences:
    """Bars up or down from the plan: green and red say whether that is good; in black-and-white
    good ones are white and bad ones black."""

    def __init__(
        self,
        actual: Sequence[Point],
        plan: Sequence[Point],
        scale: ValueScale,
        lower_is_better: bool,
    ) -> None:
        planned = {point.period: point.value for point in plan}
        self._lower_is_better = lower_is_better
        self._values = [
            (point.period, point.value - planned[point.period])
            for point in actual
            if not point.partial and point.period in planned
        ]
        span = scale.high - scale.low
        self._up = max((max(value, 0.0) / span for _, value in self._values), default=0.0)
        self._down = max((max(-value, 0.0) / span for _, value in self._values), default=0.0)
        share = self._up + self._down
        self._shown = len(self._values) >= _LEAST and 0 < share <= _HIGHEST
        self._span = span

    def names_width(self, pen: Pen) -> float:
        """How much room the words beside the bars need."""
        if not self._shown:
            return 0.0
        return max(width(pen.say(word), TINY) for word in _WORDS)

    def plot_height(self, height: float) -> float:
        """What is left for the plot when both share ``height`` on one scale."""
        if not self._shown:
            return height
        rest = height - _ABOVE
        plot = rest / (1 + self._up + self._down)
        return min(plot, rest - _LOWEST)

    def draw(
        self,
        pen: Pen,
        plot: Box,
        top: float,
        right: float,
        slot: Callable[[Period], float],
        bar: float,
    ) -> None:
        """``slot`` gives the middle of a period, ``bar`` the width of a bar."""
        if not self._shown:
            return
        top += _ABOVE
        height = (self._up + self._down) * plot.height
        zero = top + max(_LOWEST - height, 0.0) / 2 + self._up * plot.height
        for period, value in self._values:
            long = abs(value) / self._span * plot.height
            good = (value < 0) is self._lower_is_better
            fill = pen.ink.better if good else pen.ink.worse
            edge = pen.ink.good if good else pen.ink.bad
            box = Box(slot(period) - bar / 2, zero - long if value > 0 else zero, bar, long)
            if value:
                pen.add(Area(box, fill, "" if fill else edge))
        pen.add(Stroke(((plot.x, zero), (plot.right, zero)), pen.ink.text, 0.2))
        x, y = plot.right + 1.4, zero - line_height(TINY)
        y = min(max(y, top), top + max(height, _LOWEST) - _LOWEST)
        for word in _WORDS:
            y = pen.line(pen.say(word), x, y, right - x, TINY, pen.ink.soft)
