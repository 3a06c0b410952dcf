"""The head of a sheet: whose it is, what it is about, what the numbers mean, as of when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.core.assessment import Status
from desktop.core.message import msg
from desktop.core.unit import Quantity, Unit, UnitKind
from desktop.sheets.elements import Box, Face
from desktop.sheets.figures import figures
from desktop.sheets.marks import progress_elements
from desktop.sheets.pen import SMALL, SMALL_STRONG, Pen, Side
from desktop.sheets.type import BASELINE, largest, line_height, width, wrapped

_TITLES = (Face(23, strong=True), Face(19, strong=True), Face(15, strong=True))
_STATUS = Face(11.5, strong=True)
_MESSAGE = Face(11.5)
_LINES = 2  # of the message
_SCORE = Face(30)
_FIGURES = (_SCORE, Face(24), Face(19), Face(15))
_SCORE_ROOM = 50.0
_BELOW_RUNNING = 1.2
_GAP = 8.0  # between the words and the score
_PERCENT = Unit(UnitKind.PERCENT)


@dataclass(frozen=True, slots=True)
class Head:
    """``message`` is at most two lines: ``shorter``, if there is one, stands for it where it would
    take more.  ``facts`` are one line; ``score`` is the share of the way gone, and ``figure`` a
    value (with the words below it) where there is no way; ``tally`` counts statuses where there is
    no one status."""

    company: str
    title: str
    message: str
    as_of: date | None
    facts: str = ""
    status: Status | None = None
    score: float | None = None
    expected: float | None = None
    tally: tuple[tuple[Status, int], ...] = ()
    shorter: str = ""
    figure: tuple[Quantity, str] | None = None


def draw_head(pen: Pen, head: Head, box: Box) -> float:
    """Draw the head into the top of ``box``; where it ends."""
    y = _running_line(pen, head, box)
    aside = head.score is not None or head.figure is not None
    room = box.width - (_SCORE_ROOM + _GAP if aside else 0.0)
    bottom = y
    face, lines = largest(head.title, _TITLES, room)
    for line in lines:
        bottom = pen.line(line, box.x, bottom, room, face)
    bottom = _message(pen, head, Box(box.x, bottom + 0.8, room, 0.0))
    if head.facts:
        bottom = pen.line(head.facts, box.x, bottom + 0.5, room, SMALL, pen.ink.soft)
    if head.tally:
        bottom = _tally(pen, head.tally, Box(box.x, bottom + 1.0, room, 0.0))
    if head.score is not None:
        bottom = max(bottom, _score(pen, head, Box(box.right - _SCORE_ROOM, y, _SCORE_ROOM, 0.0)))
    elif head.figure is not None:
        place = Box(box.right - _SCORE_ROOM, y, _SCORE_ROOM, 0.0)
        bottom = max(bottom, _figure(pen, *head.figure, place))
    bottom += 2.0
    pen.rule(box.x, bottom, box.right, 0.3)
    pen.block("head", Box(box.x, box.y, box.width, bottom - box.y))
    return bottom


def draw_running_head(
    pen: Pen, company: str, title: str, aside: str, box: Box, height: float
) -> None:
    """The head of a page that goes on from another, as high as told: whose and what it is, and at
    the right what stands on it."""
    third = box.width / 3
    pen.line(company, box.x, box.y, third, SMALL_STRONG, pen.ink.soft)
    pen.line(title, box.x + third, box.y, third, SMALL_STRONG, "", Side.CENTRE)
    pen.line(aside, box.right - third, box.y, third, SMALL_STRONG, "", Side.RIGHT)
    pen.rule(box.x, box.y + height, box.right, 0.3)
    pen.block("head", Box(box.x, box.y, box.width, height))


def _running_line(pen: Pen, head: Head, box: Box) -> float:
    half = box.width / 2
    y = pen.line(head.company, box.x, box.y, half, SMALL_STRONG, pen.ink.soft)
    if head.as_of is not None:
        text = pen.say(msg("Data as of {day}", day=head.as_of))
        pen.line(text, box.x + half, box.y, half, SMALL_STRONG, pen.ink.text, Side.RIGHT)
    return y + _BELOW_RUNNING


def _message(pen: Pen, head: Head, box: Box) -> float:
    """The status as shape and word, and what the numbers mean beside it."""
    x, least = box.x, box.y
    if head.status is not None:
        x = pen.status(head.status, box.x, box.y, box.width, _STATUS) + 3.0
        least += line_height(_STATUS)  # also when there are no words beside it
    room = box.right - x
    fits = len(wrapped(head.message, _MESSAGE, room, _LINES + 1)) <= _LINES
    words = head.message if fits or not head.shorter else head.shorter
    return max(pen.lines(words, x, box.y, room, _LINES, _MESSAGE), least)


def _tally(pen: Pen, tally: Sequence[tuple[Status, int]], box: Box) -> float:
    """How many goals there are of each status."""
    x = box.x
    for status, count in tally:
        number = pen.wording.number(count)
        wide = width(number, SMALL_STRONG)
        if x + wide + 1.2 + pen.status_width(status, SMALL_STRONG) > box.right:
            break
        pen.line(number, x, box.y, wide + 0.1, SMALL_STRONG, pen.ink.status(status))
        x = pen.status(status, x + wide + 1.2, box.y, box.width, SMALL_STRONG) + 6.0
    return box.y + line_height(SMALL_STRONG)


def _score(pen: Pen, head: Head, box: Box) -> float:
    """How much of the way is gone, large, with a mark for what was planned."""
    score = head.score or 0.0
    text = pen.wording.quantity(Quantity(score, _PERCENT))
    y = pen.line(text, box.x, box.y - _BELOW_RUNNING, box.width, _SCORE, side=Side.RIGHT) + 0.7
    bar = Box(box.x, y, box.width, 2.0)
    colour = pen.ink.text if head.status is None else pen.ink.status(head.status)
    pen.add(*progress_elements(bar, score, head.expected, pen.ink, colour))
    if head.expected is None:
        words = pen.say(msg("of the way"))
    else:
        words = pen.say(msg("of the way, {share} planned", share=Quantity(head.expected, _PERCENT)))
    return pen.line(words, box.x, bar.bottom + 1.0, box.width, SMALL, pen.ink.soft, Side.RIGHT)


def _figure(pen: Pen, value: Quantity, words: str, box: Box) -> float:
    """A value as large as fits, in full rather than scaled, with its unit and period below it."""

    def fit(texts: Sequence[str], *, face: Face) -> bool:
        return all(width(text, face) <= box.width for text in texts)

    for face in _FIGURES:
        found = figures([value], pen.wording, partial(fit, face=face))
        if found.full and fit(found.texts, face=face):
            break
    above = _BELOW_RUNNING - (line_height(_SCORE) - line_height(face)) * BASELINE
    y = box.y - above
    pen.line(found.texts[0], box.x, y, box.width, face, side=Side.RIGHT)
    below = ", ".join(part for part in (found.unit, words) if part)
    y = box.y - _BELOW_RUNNING + line_height(_SCORE)
    return pen.line(below, box.x, y, box.width, SMALL, pen.ink.soft, Side.RIGHT)
