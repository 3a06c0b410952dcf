"""Small graphics of a key result or goal: bullet graph, sparkline, progress line."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from desktop.core.sheet_content import BulletContent
from desktop.sheets.elements import Area, Box, Dot, Element, Stroke
from desktop.sheets.ink import Ink

TARGET_WIDTH = 0.7
PLAN_WIDTH = 0.25
_END = 0.5  # radius of a sparkline's last point


class BulletScale:
    """Where the values of a bullet graph lie between the left and the right edge of a box."""

    def __init__(self, content: BulletContent, box: Box) -> None:
        self._low, self._box = content.low, box
        self._span = (content.high - content.low) or 1.0

    def x(self, value: float) -> float:
        share = min(max((value - self._low) / self._span, 0.0), 1.0)
        return self._box.x + share * self._box.width

    def mark(self, value: float, thickness: float) -> float:
        """The same for a mark that must not stick out."""
        half = thickness / 2
        return min(max(self.x(value), self._box.x + half), self._box.right - half)


def bullet_elements(box: Box, content: BulletContent, ink: Ink) -> list[Element]:
    """After Few: bands of one hue, the bar a third of the height, the target marker three
    quarters; a thin mark, half as high, for the plan."""
    scale = BulletScale(content, box)
    drawn: list[Element] = []
    left = box.x
    for band in content.bands:
        right = scale.x(band.limit)
        if right > left:
            drawn.append(Area(Box(left, box.y, right - left, box.height), ink.bands[band.shade]))
        left = max(left, right)
    start, end = sorted((scale.x(0.0), scale.x(content.value)))
    third = box.height / 3
    drawn.append(Area(Box(start, box.y + third, end - start, third), ink.actual))
    if content.plan is not None:
        drawn.append(_upright(scale.mark(content.plan, PLAN_WIDTH), box, 0.5, ink.plan, PLAN_WIDTH))
    if content.target is not None:
        at = scale.mark(content.target, TARGET_WIDTH)
        drawn.append(_upright(at, box, 0.75, ink.text, TARGET_WIDTH))
    return drawn


def _upright(x: float, box: Box, share: float, colour: str, thickness: float) -> Stroke:
    aside = box.height * (1 - share) / 2
    return Stroke(((x, box.y + aside), (x, box.bottom - aside)), colour, thickness)


def sparkline_elements(box: Box, values: Sequence[float], ink: Ink) -> list[Element]:
    """The recent periods as a line with its last point; nothing for fewer than two."""
    shown = [value for value in values if isfinite(value)]
    if len(shown) < 2:
        return []
    low, high = min(shown), max(shown)
    area = Box(box.x, box.y + _END, box.width - 2 * _END, box.height - 2 * _END)
    step = area.width / (len(shown) - 1)

    def y(value: float) -> float:
        if high == low:
            return area.y + area.height / 2
        return area.bottom - (value / (high - low) - low / (high - low)) * area.height

    points = tuple((area.x + index * step, y(value)) for index, value in enumerate(shown))
    return [Stroke(points, ink.soft, 0.25), Dot(*points[-1], _END, ink.actual)]


def progress_elements(
    box: Box, score: float, expected: float | None, ink: Ink, colour: str
) -> list[Element]:
    """How much of the way is covered, with a mark for how much was planned."""
    covered = min(max(score, 0.0), 1.0) * box.width
    drawn: list[Element] = [Area(box, ink.bands[2])]
    if covered > 0:
        drawn.append(Area(Box(box.x, box.y, covered, box.height), colour))
    if expected is not None:
        x = box.x + min(max(expected, 0.0), 1.0) * box.width
        x = min(max(x, box.x + 0.25), box.right - 0.25)
        over = box.height * 0.3
        drawn.append(Stroke(((x, box.y - over), (x, box.bottom + over)), ink.text, 0.45))
    return drawn
