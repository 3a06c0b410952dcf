"""The foot of a sheet: which sheet it is, when it was printed, and what had no room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.core.goal_code import goal_code
from desktop.core.message import Message, msg
from desktop.sheets.elements import Box
from desktop.sheets.pen import TINY, Pen, Side
from desktop.sheets.type import line_height, width

FOOT_HEIGHT = line_height(TINY)
_APART = 5.0


def goal_identity(goal_id: int, day: date) -> Message:
    """Which goal it is: by the code that finds it in the app."""
    return msg("{code} in Sikte, printed {day}", code=goal_code(goal_id), day=day)


def goal_facts(facts: Sequence[str], goal_id: int) -> str:
    """What is said of a goal in a line, with its code at the end where it has one."""
    return "  ·  ".join([*facts, *([goal_code(goal_id)] if goal_id else [])])


def draw_foot(
    pen: Pen,
    identity: Message,
    left_out: Sequence[Message],
    box: Box,
    *,
    page: Message | None = None,
) -> None:
    """Draw the foot at the bottom of ``box``; ``left_out`` are counts of what is not shown, and
    ``page`` which page it is, where there are several."""
    y = box.bottom - FOOT_HEIGHT
    third, right = box.width / 3, box.right
    pen.line(pen.say(identity), box.x, y, third, TINY, pen.ink.soft)
    if page is not None:
        text = pen.say(page)
        pen.line(text, box.x + third, y, 2 * third, TINY, pen.ink.soft, Side.RIGHT)
        right -= width(text, TINY) + _APART
    if left_out:
        what = ", ".join(pen.say(each) for each in left_out)
        text = pen.say(msg("Not shown here, but in the app: {what}", what=what))
        x = box.x + third
        pen.line(text, x, y, right - x, TINY, pen.ink.text, Side.RIGHT)
    pen.block("foot", Box(box.x, y, box.width, FOOT_HEIGHT))
