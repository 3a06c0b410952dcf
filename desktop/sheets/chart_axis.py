"""The periods below a chart: short names at even distances, and the years below those."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.period import Cadence, Period
from desktop.sheets.elements import Box, Stroke
from desktop.sheets.pen import TINY, Pen
from desktop.sheets.type import line_height, width

_STEPS = {
    Cadence.DAY: (1, 7, 14, 28, 91, 182, 365, 730),
    Cadence.WEEK: (1, 2, 4, 13, 26, 52, 104),
    Cadence.MONTH: (1, 2, 3, 6, 12, 24, 60),
    Cadence.QUARTER: (1, 2, 4, 8, 20),
    Cadence.YEAR: (1, 2, 5, 10),
}
_NAMED_WITH_YEAR = (Cadence.QUARTER, Cadence.YEAR)
_APART = 1.2  # millimetres between two names
_BELOW = line_height(TINY) / 2 + 0.1  # from the plot: the lowest value's number ends there
_STROKE = 0.7


def axis_height(cadence: Cadence) -> float:
    """The room that the names take below the plot."""
    lines = 1 if cadence in _NAMED_WITH_YEAR else 2
    return _BELOW + lines * line_height(TINY)


def draw_periods(
    pen: Pen, periods: Sequence[Period], plot: Box, left: float, right: float
) -> float:
    """Write the names, none further out than ``left`` and ``right``; where they end."""
    cadence = periods[0].cadence
    room = plot.width / len(periods)
    texts = [pen.wording.period_short(period) for period in periods]
    widest = max(width(text, TINY) for text in texts) + _APART
    steps = _STEPS[cadence]
    step = next((each for each in steps if each * room >= widest), steps[-1])
    anchor = _anchor(periods, step)
    y = plot.bottom + _BELOW
    free = left
    for index in range(anchor % step, len(texts), step):
        wide = width(texts[index], TINY)
        x = plot.x + (index + 0.5) * room - wide / 2
        if x >= free and x + wide <= right:
            pen.line(texts[index], x, y, wide + 0.1, TINY, pen.ink.soft)
            free = x + wide + _APART
    if cadence in _NAMED_WITH_YEAR:
        return y + line_height(TINY)
    return _draw_years(pen, periods, plot, y + line_height(TINY))


def _anchor(periods: Sequence[Period], step: int) -> int:
    """The index at which names begin: for months, January where names are further apart."""
    if periods[0].cadence is Cadence.MONTH and step > 1:
        return (1 - periods[0].start.month) % 12
    return 0


def _draw_years(pen: Pen, periods: Sequence[Period], plot: Box, y: float) -> float:
    """Each year below its first period, with a fine stroke where it begins."""
    room = plot.width / len(periods)
    free = plot.x
    year = None
    for index, period in enumerate(periods):
        this = period.iso_week[0] if period.cadence is Cadence.WEEK else period.start.year
        if this == year:
            continue
        year = this
        x = plot.x + index * room
        text = str(this)
        wide = width(text, TINY)
        if index:
            pen.add(Stroke(((x, plot.bottom), (x, plot.bottom + _STROKE)), pen.ink.soft, 0.15))
        if x >= free and x + wide <= plot.right + 2.0:
            pen.line(text, x + 0.2, y, wide + 0.1, TINY, pen.ink.soft)
            free = x + wide + 2 * _APART
    return y + line_height(TINY)
