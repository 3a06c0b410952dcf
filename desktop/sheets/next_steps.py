"""What is tried, by whom and until when, with lines to write on for what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.message import Message, msg
from desktop.core.period import Cadence, Period
from desktop.core.sheet_content import ActivityContent
from desktop.sheets.elements import Box, Stroke
from desktop.sheets.pen import BODY, HEADING, SMALL, TINY, Pen, Side
from desktop.sheets.review import LINE
from desktop.sheets.type import BASELINE, line_height, width

_LEAST, FEW_STEPS, _MOST = 2, 3, 7  # lines
MOST_ACTIVITIES = 5
_ROW = 5.2  # millimetres of an activity
_HEAD = line_height(HEADING)
_GAP = 4.0
_COLUMNS: tuple[tuple[Message, float], ...] = (
    (msg("What we will try"), 0.62),
    (msg("Who"), 0.2),
    (msg("Until when"), 0.18),
)


def steps_height(lines: int, activities: int = 0) -> float:
    """The height with so many activities, and lines to write on below them."""
    return _HEAD + activities * _ROW + lines * LINE if lines or activities else 0.0


def draw_next_steps(
    pen: Pen, activities: Sequence[ActivityContent], box: Box, gap: float
) -> tuple[float, int]:
    """Draw below a gap as many activities as have room, five at most, and lines to write on in
    what is left (without activities none rather than a single one); where they end, and how many
    activities are shown."""
    room = box.height - gap - _HEAD
    shown = activities[: max(min(int(room / _ROW + 1e-6), MOST_ACTIVITIES), 0)]
    lines = int((room - len(shown) * _ROW) / LINE + 1e-6)
    lines = max(min(lines, _MOST - len(shown)), 0)
    if not shown and lines < _LEAST:
        return box.y, 0
    top = box.y + gap
    height = steps_height(lines, len(shown))
    for index, (title, x, wide) in enumerate(_columns(box)):
        face = TINY if index else HEADING
        y = top + (_HEAD - line_height(face)) * BASELINE  # one baseline
        pen.line(pen.say(title), x, y, wide, face, pen.ink.soft if index else "")
        for row, activity in enumerate(shown):
            _cell(pen, activity, index, x, top + _HEAD + row * _ROW, wide)
        rules = [top + _HEAD + (row + 1) * _ROW for row in range(len(shown))]
        rules += [top + height - line * LINE for line in reversed(range(lines))]
        for y in rules:
            pen.add(Stroke(((x, y), (x + wide, y)), pen.ink.hairline, 0.2))
    pen.block("next steps", Box(box.x, top, box.width, height))
    return top + height, len(shown)


def _columns(box: Box) -> list[tuple[Message, float, float]]:
    """Title, left edge and width of each column."""
    net = box.width - _GAP * (len(_COLUMNS) - 1)
    found = []
    x = box.x
    for title, share in _COLUMNS:
        found.append((title, x, share * net))
        x += share * net + _GAP
    return found


def _cell(
    pen: Pen, activity: ActivityContent, index: int, x: float, top: float, room: float
) -> None:
    face = SMALL if index else BODY
    text = (activity.title, activity.who, _until(pen, activity, room))[index]
    y = top + _ROW - 0.5 - line_height(BODY) + (line_height(BODY) - line_height(face)) * BASELINE
    pen.line(text, x, y, room, face, pen.ink.soft if index else "", Side.LEFT)


def _until(pen: Pen, activity: ActivityContent, room: float) -> str:
    """The day, without its year where that has no room."""
    if activity.until is None:
        return ""
    day = pen.wording.day(activity.until)
    if width(day, SMALL) <= room:
        return day
    return pen.wording.period_short(Period(Cadence.DAY, activity.until))
