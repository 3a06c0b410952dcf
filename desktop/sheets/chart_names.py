"""The names of the series at the right of a chart, so that no legend is needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from desktop.core.chart_series import ChartSeries
from desktop.core.message import Message, msg
from desktop.core.unit import Quantity
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Face
from desktop.sheets.figures import figures
from desktop.sheets.pen import TINY, TINY_STRONG, Pen
from desktop.sheets.type import line_height, width

_WIDEST = 24.0  # millimetres
_ASIDE = 1.4  # from the plot


class Named(IntEnum):
    """What has a name; where not all have room, the last ones go first."""

    ACTUAL = 0
    TARGET = 1
    FORECAST = 2
    PLAN = 3
    FIRST_TARGET = 4
    FIRST_PLAN = 5
    BAND = 6
    LAST_YEAR = 7


@dataclass(frozen=True, slots=True)
class _Name:
    lines: tuple[str, ...]
    face: Face
    colour: str
    middle: float

    @property
    def height(self) -> float:
        return line_height(TINY) * len(self.lines)


_NAMES: Mapping[Named, Message] = {
    Named.ACTUAL: msg("Actual"),
    Named.LAST_YEAR: msg("Last year"),
    Named.PLAN: msg("Plan"),
    Named.TARGET: msg("Target"),
    Named.BAND: msg("Band"),
    Named.FORECAST: msg("Forecast"),
    Named.FIRST_PLAN: msg("First plan"),
    Named.FIRST_TARGET: msg("First target"),
}
_STRONG = (Named.ACTUAL, Named.TARGET)


def names_width(pen: Pen, series: ChartSeries, shown: Iterable[Named]) -> float:
    """How much room the names need to the right of the plot."""
    lines = [line for each in shown for line in _lines(each, series, pen.wording)]
    return min(max(width(line, TINY_STRONG) for line in lines), _WIDEST)


def name_lines(
    pen: Pen, series: ChartSeries, middles: Mapping[Named, float], plot: Box, right: float
) -> None:
    """Write the names, each as near as can be to its height in ``middles``."""
    colours = {
        Named.ACTUAL: pen.ink.text,
        Named.TARGET: pen.ink.plan,
        Named.PLAN: pen.ink.plan,
        Named.FIRST_TARGET: pen.ink.plan,
        Named.FIRST_PLAN: pen.ink.plan,
    }
    names = []
    room = plot.height + line_height(TINY)
    for each in sorted(middles):
        lines = _lines(each, series, pen.wording)
        face = TINY_STRONG if each in _STRONG else TINY
        name = _Name(lines, face, colours.get(each, pen.ink.soft), middles[each])
        if name.height <= room + 1e-6:
            room -= name.height
            names.append(name)
    x = plot.right + _ASIDE
    for name in _spread(names, plot):
        y = name.middle - name.height / 2
        face = name.face
        for line in name.lines:
            y = pen.line(line, x, y, right - x, face, name.colour)
            face = TINY


def _lines(named: Named, series: ChartSeries, wording: Wording) -> tuple[str, ...]:
    title = wording.say(_NAMES[named])
    if named is Named.FIRST_TARGET and series.original_target is not None:
        return (title, *_amounts(series, [series.original_target], wording))
    if named is Named.TARGET and series.target is not None:
        if series.target_name is not None:
            title = wording.say(series.target_name)
        return (title, *_amounts(series, [series.target], wording))
    if named is Named.BAND and series.band is not None:
        low, high = series.band
        texts = _amounts(series, [limit for limit in (low, high) if limit is not None], wording)
        if low is not None and high is not None:
            return (title, "–".join(texts))
        if low is not None:
            return (title, wording.say(msg("from {low}", low=texts[0])))
        return (title, wording.say(msg("to {high}", high=texts[0])) if texts else title)
    return (title,)


def _amounts(series: ChartSeries, values: list[float], wording: Wording) -> tuple[str, ...]:
    quantities = [Quantity(value, series.unit, series.decimals) for value in values]
    room = _WIDEST / max(len(values), 1) - 1.0

    def fits(texts: Sequence[str]) -> bool:
        return all(width(text, TINY) <= room for text in texts)

    return figures(quantities, wording, fits).texts


def _spread(names: Sequence[_Name], plot: Box) -> list[_Name]:
    """From top to bottom, moved as little as needed so that none covers another."""
    placed: list[_Name] = []
    floor = plot.y - line_height(TINY) / 2
    for name in sorted(names, key=lambda name: name.middle):
        middle = max(name.middle, floor + name.height / 2)
        placed.append(replace(name, middle=middle))
        floor = middle + name.height / 2
    ceiling = plot.bottom + line_height(TINY) / 2
    for index in range(len(placed) - 1, -1, -1):
        name = placed[index]
        middle = min(name.middle, ceiling - name.height / 2)
        placed[index] = replace(name, middle=middle)
        ceiling = middle - name.height / 2
    return placed
