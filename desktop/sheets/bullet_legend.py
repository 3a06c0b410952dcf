"""What the marks and shades of the bullet graphs mean, once below the table."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.message import Message, msg
from desktop.core.sheet_content import ResultContent
from desktop.sheets.elements import Area, Box, Stroke
from desktop.sheets.marks import PLAN_WIDTH, TARGET_WIDTH
from desktop.sheets.pen import TINY, Pen
from desktop.sheets.type import line_height, width

LEGEND_HEIGHT = line_height(TINY) + 1.6
_MARK = 4.5  # millimetres wide
_APART = 4.0
_SHADES: tuple[Message, ...] = (msg("off track today"), msg("at risk"), msg("on track"))


def draw_legend(pen: Pen, results: Sequence[ResultContent], box: Box) -> None:
    """Bar, target, plan and, where a graph has all three, the shades; as many as have room."""
    bullets = [result.bullet for result in results if result.bullet is not None]
    ink, y = pen.ink, box.y + 1.0
    high = line_height(TINY)
    x = box.x

    def named(text: str, mark: float) -> bool:
        """Write a name after the mark if both have room."""
        nonlocal x
        wide = mark + 1.0 + width(text, TINY)
        if x + wide > box.right:
            return False
        pen.line(text, x + mark + 1.0, y, wide, TINY, ink.soft)
        x += wide + _APART
        return True

    at = x
    if named(pen.say(msg("actual")), _MARK):
        pen.add(Area(Box(at, y + high / 2 - 0.5, _MARK, 1.0), ink.actual))
    at = x
    if any(each.target is not None for each in bullets) and named(pen.say(msg("target")), 1.0):
        pen.add(_upright(at, y, high, ink.text, TARGET_WIDTH))
    at = x
    if any(each.plan is not None for each in bullets) and named(pen.say(msg("plan by now")), 1.0):
        pen.add(_upright(at, y, high, ink.plan, PLAN_WIDTH))
    if any(len(each.bands) == 3 and each.target is not None for each in bullets):
        for shade, word in enumerate(_SHADES):
            at = x
            if named(pen.say(word), _MARK):
                pen.add(Area(Box(at, y + 0.6, _MARK, high - 1.2), ink.bands[shade]))


def _upright(x: float, y: float, high: float, colour: str, thickness: float) -> Stroke:
    return Stroke(((x + 0.5, y + 0.4), (x + 0.5, y + high - 0.4)), colour, thickness)
