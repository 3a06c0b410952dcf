"""What a KPI has taught, side by side: what is written, and lines to write on below it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.message import Message
from desktop.sheets.elements import Box
from desktop.sheets.pen import BODY, HEADING, Pen
from desktop.sheets.review import LINE
from desktop.sheets.type import line_height, words, wrapped

_GAP = 6.0
_HEAD = line_height(HEADING) + 0.4
_OPEN, _BELOW = 2, 1  # lines to write on: where nothing is written, and below what is

Conclusions = Sequence[tuple[Message, str]]


def conclusions_height(pen: Pen, conclusions: Conclusions, room: float, most: int) -> float:
    """With at most ``most`` lines each, and the fewest lines to write on."""
    return _HEAD + max(
        (_least(text, _width(conclusions, room), most) for _, text in conclusions), default=0.0
    )


def _width(conclusions: Conclusions, room: float) -> float:
    return (room - (len(conclusions) - 1) * _GAP) / len(conclusions)


def _least(text: str, width: float, most: int) -> float:
    if not words(text):
        return _OPEN * LINE
    return len(wrapped(text, BODY, width, most)) * line_height(BODY) + _BELOW * LINE


def draw_conclusions(pen: Pen, conclusions: Conclusions, box: Box, most: int) -> None:
    """As many lines to write on as have room."""
    room = _width(conclusions, box.width)
    for number, (title, text) in enumerate(conclusions):
        x = box.x + number * (room + _GAP)
        pen.line(pen.say(title), x, box.y, room, HEADING)
        y = pen.lines(text, x, box.y + _HEAD, room, most, BODY)
        while y + LINE <= box.bottom + 1e-6:
            y += LINE
            pen.rule(x, y, x + room, 0.2)
    pen.block("conclusions", box)
