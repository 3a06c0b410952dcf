"""Lines to write on at the next review: stop, start, continue, and what was learned."""

from __future__ import annotations

from desktop.core.message import Message, msg
from desktop.sheets.elements import Box, Stroke
from desktop.sheets.pen import HEADING, Pen
from desktop.sheets.type import line_height

LINE = 6.8  # millimetres between lines to write on
LEAST, MOST, MOST_WITHOUT_CHART = 2, 4, 7  # lines
_GAP = 7.0
_PROMPTS: tuple[Message, ...] = (
    msg("Stop doing"),
    msg("Start doing"),
    msg("Keep doing"),
    msg("What have we learned?"),
)


def review_height(lines: int) -> float:
    """The height with so many lines in each column."""
    return line_height(HEADING) + lines * LINE


def lines_in(height: float) -> int:
    """How many lines have room."""
    return min(max(int((height - line_height(HEADING)) / LINE + 1e-6), LEAST), MOST_WITHOUT_CHART)


def draw_review(pen: Pen, box: Box) -> None:
    """Four columns with a prompt each."""
    room = (box.width - (len(_PROMPTS) - 1) * _GAP) / len(_PROMPTS)
    for index, prompt in enumerate(_PROMPTS):
        x = box.x + index * (room + _GAP)
        y = pen.line(pen.say(prompt), x, box.y, room, HEADING)
        for line in range(1, lines_in(box.height) + 1):
            at = y + line * LINE
            pen.add(Stroke(((x, at), (x + room, at)), pen.ink.hairline, 0.2))
    pen.block("review", box)
