"""Small graphics of a key result: the bullet graph, the sparkline, the progress line."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.sheet_content import BulletContent
from desktop.sheets.elements import Area, Box, Dot, Layout, Stroke
from desktop.sheets.ink import Ink


def add_bullet(layout: Layout, box: Box, content: BulletContent, ink: Ink) -> None:
    """The bullet graph after Few: bands of one hue, the bar a third of the height, the target
    marker three quarters; a thin mark for the plan."""
    span = (content.high - content.low) or 1.0

    def x(value: float) -> float:
        return box.x + min(max((value - content.low) / span, 0.0), 1.0) * box.width

    limits = [*content.bands, content.high]
    left = box.x
    for limit, shade in zip(limits, ink.bands[-len(limits) :], strict=False):
        right = x(limit)
        layout.add(Area(Box(left, box.y, right - left, box.height), shade))
        left = right
    zero = x(0.0)
    start, end = sorted((zero, x(content.value)))
    third = box.height / 3
    layout.add(Area(Box(start, box.y + third, end - start, third), ink.actual))
    if content.plan is not None:
        at = x(content.plan)
        layout.add(
            Stroke(((at, box.y + third * 0.6), (at, box.bottom - third * 0.6)), ink.plan, 0.25)
        )
    mark = min(max(x(content.target), box.x + 0.4), box.right - 0.4)
    eighth = box.height / 8
    layout.add(Stroke(((mark, box.y + eighth), (mark, box.bottom - eighth)), ink.text, 0.8))


def add_sparkline(layout: Layout, box: Box, values: Sequence[float], ink: Ink) -> None:
    """The recent periods as a line with its last point."""
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    step = box.width / (len(values) - 1)
    middle = box.y + box.height / 2
    points = tuple(
        (
            box.x + index * step,
            middle if high == low else box.bottom - (value - low) / span * box.height,
        )
        for index, value in enumerate(values)
    )
    layout.add(Stroke(points, ink.soft, 0.25))
    layout.add(Dot(*points[-1], 0.55, ink.actual))


def add_progress(
    layout: Layout, box: Box, score: float, expected: float | None, ink: Ink, colour: str
) -> None:
    """The way from baseline to target, how much of it is done, and where the plan would be."""
    layout.add(Area(box, ink.bands[1]))
    done = min(max(score, 0.0), 1.0) * box.width
    if done:
        layout.add(Area(Box(box.x, box.y, done, box.height), colour))
    if expected is not None:
        at = box.x + min(max(expected, 0.0), 1.0) * box.width
        layout.add(Stroke(((at, box.y - 0.9), (at, box.bottom + 0.9)), ink.plan, 0.45))
