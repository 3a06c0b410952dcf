"""One key result on the goal sheet: its status, numbers, bullet graph and recent past."""

from __future__ import annotations

from desktop.core.message import msg
from desktop.core.names import name
from desktop.core.sheet_content import ResultContent
from desktop.core.unit import Quantity
from desktop.sheets.elements import Box, Face
from desktop.sheets.ink import Ink
from desktop.sheets.marks import add_bullet, add_sparkline
from desktop.sheets.pen import BODY, LABEL, SMALL, TINY, Pen
from desktop.sheets.type import line_height, width

_ROOMY = 26.0  # millimetres of height from which the larger faces are used
_TITLES = (Face(13, strong=True), Face(10.5, strong=True), Face(9, strong=True))
_NUMBERS = (Face(12), Face(10.5), BODY, SMALL, TINY)
_BULLET = 5.2
_SPARK = 30.0


def add_result(pen: Pen, result: ResultContent, box: Box, *, with_reason: bool) -> None:
    """As much as the height allows: title and status; the numbers; bullet graph and sparkline;
    owner; the reason in a sentence."""
    pen.block(f"result {result.title[:20]}", box)
    y = _head(pen, result, box)
    if result.done is not None:
        pen.line(_done(pen, result), box.x, y, box.width, SMALL, pen.ink.soft)
        return
    y = _numbers(pen, result, box, y + 0.2)
    if box.bottom - y < 2.6:
        return
    y = _graphs(pen, result, box, y)
    if result.owner and box.bottom - y >= line_height(TINY):
        owner = pen.wording.say(msg("Owner: {owner}", owner=result.owner))
        y = pen.line(owner, box.x, y, box.width, TINY, pen.ink.soft)
    lines = int((box.bottom - y) / line_height(SMALL))
    if lines and with_reason:
        pen.lines(pen.wording.say(result.reason), box.x, y, box.width, min(lines, 2), SMALL)


def _head(pen: Pen, result: ResultContent, box: Box) -> float:
    word = pen.wording.say(name(result.status))
    status_width = width(word, LABEL) + 5.5
    face = _TITLES[0 if box.height >= _ROOMY else 1 if box.height >= _ROOMY / 2 else 2]
    pen.line(result.title, box.x, box.y, box.width - status_width - 2, face)
    pen.status(result.status, word, box.right - status_width, box.y + 0.3, LABEL)
    return box.y + line_height(face)


def _done(pen: Pen, result: ResultContent) -> str:
    if result.done_on is not None:
        text = pen.wording.say(msg("done on {day}", day=result.done_on))
    else:
        text = pen.wording.say(msg("not done yet"))
    return f"{text}  ·  {result.owner}" if result.owner else text


def _numbers(pen: Pen, result: ResultContent, box: Box, y: float) -> float:
    """Actual, plan, difference and target side by side, each under its small name."""
    say, ink = pen.wording.say, pen.ink
    now = pen.wording.period(result.period) if result.period else say(msg("Actual"))
    columns: list[tuple[str, Quantity | None, str]] = [
        (now, result.actual, ink.text),
        (say(msg("Plan")), result.plan, ink.text),
        (say(msg("Difference")), result.difference, _difference_colour(result, ink)),
        (say(msg("Target")), result.target, ink.text),
    ]
    shown = [(title, value, colour) for title, value, colour in columns if value is not None]
    if not shown:
        return pen.lines(say(result.reason), box.x, y, box.width, 1, SMALL, ink.soft)
    room = box.width / len(columns) - 1.5
    texts = [pen.wording.quantity(value) for _, value, _ in shown]
    faces = _NUMBERS if box.height >= _ROOMY else _NUMBERS[2:]
    widest = max(texts, key=len)
    face = next((each for each in faces if width(widest, each) <= room), TINY)
    for index, ((title, _, colour), text) in enumerate(zip(shown, texts, strict=True)):
        x = box.x + index * (room + 1.5)
        pen.line(title, x, y, room, TINY, ink.soft)
        pen.line(text, x, y + line_height(TINY), room, face, colour)
    return y + line_height(TINY) + line_height(face)


def _difference_colour(result: ResultContent, ink: Ink) -> str:
    if result.good is None:
        return ink.text
    return ink.good if result.good else ink.bad


def _graphs(pen: Pen, result: ResultContent, box: Box, y: float) -> float:
    spark = _SPARK if len(result.recent) > 1 else 0.0
    high = min(box.bottom - y - 0.6, _BULLET)
    if result.bullet is not None:
        room = box.width - spark - (4 if spark else 0)
        add_bullet(pen.layout, Box(box.x, y + 0.6, room, high), result.bullet, pen.ink)
    if spark:
        place = Box(box.right - spark, y + 0.8, spark - 1, max(high - 0.4, 1.0))
        add_sparkline(pen.layout, place, result.recent, pen.ink)
    return y + high + 1.0
