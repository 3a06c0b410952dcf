"""Lines to write on below the key results: what is to be tried, by whom, until when."""

from __future__ import annotations

from desktop.core.message import Message, msg
from desktop.sheets.elements import Box, Stroke
from desktop.sheets.pen import HEADING, TINY, Pen
from desktop.sheets.review import LINE
from desktop.sheets.type import BASELINE, line_height

_LEAST, FEW_STEPS, _MOST = 2, 3, 7  # lines
_HEAD = line_height(HEADING)
_GAP = 4.0
_COLUMNS: tuple[tuple[Message, float], ...] = (
    (msg("What we will try"), 0.62),
    (msg("Who"), 0.2),
    (msg("Until when"), 0.18),
)


def steps_height(lines: int) -> float:
    """The height with so many lines."""
    return _HEAD + lines * LINE


def draw_next_steps(pen: Pen, box: Box, gap: float) -> float:
    """Draw as many lines as have room below a gap, none rather than a single one; where they
    end."""
    lines = min(int((box.height - gap - _HEAD) / LINE + 1e-6), _MOST)
    if lines < _LEAST:
        return box.y
    top = box.y + gap
    net = box.width - _GAP * (len(_COLUMNS) - 1)
    x = box.x
    for index, (title, share) in enumerate(_COLUMNS):
        room = share * net
        face = TINY if index else HEADING
        y = top + (_HEAD - line_height(face)) * BASELINE  # one baseline
        pen.line(pen.say(title), x, y, room, face, pen.ink.soft if index else "")
        for line in range(1, lines + 1):
            y = top + _HEAD + line * LINE
            pen.add(Stroke(((x, y), (x + room, y)), pen.ink.hairline, 0.2))
        x += room + _GAP
    pen.block("next steps", Box(box.x, top, box.width, steps_height(lines)))
    return top + steps_height(lines)
