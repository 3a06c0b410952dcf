"""What the marks of a chart mean that no name beside the plot explains."""

from __future__ import annotations

from desktop.core.chart_series import ChartSeries
from desktop.core.message import msg
from desktop.sheets.chart_context import shown_forecast, shown_limits, standing_out
from desktop.sheets.elements import Area, Box, Element, Ring, Stroke
from desktop.sheets.ink import Ink
from desktop.sheets.pen import TINY, Pen
from desktop.sheets.type import line_height, width

_MARKS = {"limits": 5.0, "signal": 2.4, "range": 5.0, "whisker": 1.8}  # millimetres wide
_HIGH = 1.8
_RING = 0.95
_GAP, _APART = 1.0, 3.5


class ChartKey:
    """Natural limits, signals and the ranges of a forecast, as far as the chart has them."""

    def __init__(self, pen: Pen, series: ChartSeries, *, as_bars: bool) -> None:
        self._pen = pen
        self._items: list[tuple[str, str]] = []
        limits = shown_limits(series)
        if limits:
            word = msg("trial limits") if limits[-1].trial else msg("natural limits")
            self._items.append(("limits", pen.say(word)))
        if any(standing_out(series, series.actual)):
            self._items.append(("signal", pen.say(msg("more than noise"))))
        if shown_forecast(series):
            word = msg("80 % range") if as_bars else msg("50 and 80 % range")
            self._items.append(("whisker" if as_bars else "range", pen.say(word)))

    @property
    def _width(self) -> float:
        wide = sum(_MARKS[kind] + _GAP + width(text, TINY) for kind, text in self._items)
        return wide + _APART * (len(self._items) - 1)

    def height(self, room: float) -> float:
        """Nothing where it fits into ``room`` beside the caption, or a line of its own."""
        return line_height(TINY) if self._items and self._width > room else 0.0

    def draw(self, x: float, y: float, room: float) -> None:
        """As many as have room."""
        pen, right = self._pen, x + room
        for kind, text in self._items:
            mark, wide = _MARKS[kind], width(text, TINY)
            if x + mark + _GAP + wide > right + 0.01:
                break
            pen.add(*self._mark(kind, x, y + line_height(TINY) / 2 + 0.1, pen.ink))
            pen.line(text, x + mark + _GAP, y, wide + 0.1, TINY, pen.ink.soft)
            x += mark + _GAP + wide + _APART

    def _mark(self, kind: str, x: float, middle: float, ink: Ink) -> list[Element]:
        top, bottom, right = middle - _HIGH / 2, middle + _HIGH / 2, x + _MARKS[kind]
        if kind == "signal":
            return [Ring((x + right) / 2, middle, _RING, ink.signal)]
        if kind == "limits":
            edges = (
                Stroke(((x, y), (right, y)), ink.soft, 0.15, dashed=True) for y in (top, bottom)
            )
            return [Area(Box(x, top, right - x, _HIGH), ink.room), *edges]
        if kind == "whisker":
            at, cap = (x + right) / 2, 0.7
            return [
                Stroke(((at, top), (at, bottom)), ink.text, 0.3),
                Stroke(((at - cap, top), (at + cap, top)), ink.text, 0.3),
                Stroke(((at - cap, bottom), (at + cap, bottom)), ink.text, 0.3),
            ]
        inner = _HIGH / 2
        return [
            Area(Box(x, top, right - x, _HIGH), ink.fan[0]),
            Area(Box(x, middle - inner / 2, right - x, inner), ink.fan[1]),
        ]
