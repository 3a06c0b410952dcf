"""An After Action Review on one page: what is answered is filled in, what is open has lines."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.message import Message, msg, nmsg
from desktop.core.sheet_review import ReviewSheet
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Face, Layout, Stroke
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.paper import Page
from desktop.sheets.pen import BODY, HEADING, SMALL, TINY, Pen
from desktop.sheets.review import LINE
from desktop.sheets.type import line_height, wrapped

_GAP = 4.0
_COLUMN_GAP = 10.0
_BETWEEN = 0.5  # between two sentences
_LEARNED = 20.0  # millimetres at the bottom for the one sentence
_PULSE_LINES = 3
_FACES = (Face(12), Face(10.5), BODY, SMALL)


def lay_out_review(sheet: ReviewSheet, page: Page, ink: Ink, wording: Wording) -> Layout:
    """At the left what was meant and what happened, at the right why and what next; below them the
    one sentence.  In the largest type in which all of it has room; what has none in the smallest
    is counted at the foot."""
    for face in _FACES:
        layout, left_out = _tried(sheet, page, ink, wording, face)
        if not left_out:
            break
    return layout


def _tried(
    sheet: ReviewSheet, page: Page, ink: Ink, wording: Wording, face: Face
) -> tuple[Layout, int]:
    """The page in a size of type, and how many sentences have no room on it."""
    name = wording.say(msg("After Action Review"))
    layout = Layout(page.width, page.height, name)
    pen = Pen(layout, ink, wording)
    box = page.content
    head = Head(
        company=sheet.company.name,
        title=wording.say(sheet.title),
        message=wording.say(msg("Looking back: what was meant, what happened, why, what next.")),
        as_of=None,
        facts=wording.say(msg("{review}, {day}", review=name, day=sheet.review.day)),
    )
    top = draw_head(pen, head, box) + _GAP
    below = box.bottom - FOOT_HEIGHT - _GAP - _LEARNED
    width = (box.width - _COLUMN_GAP) / 2
    half = (below - top - _GAP) / 2
    review, left_out = sheet.review, 0
    right = box.x + width + _COLUMN_GAP
    pulse = _pulse_height(pen, sheet.pulse)
    meant = _paragraphs(pen, review.meant, sheet.meant)
    tall = min(_height(meant, width, face), half)  # what happened takes the room that is left
    left_out += _part(
        pen, face, msg("What did we mean to happen?"), meant, Box(box.x, top, width, tall)
    )
    rest = Box(box.x, top + tall + _GAP, width, below - top - tall - _GAP)
    happened = _paragraphs(pen, review.happened, sheet.happened)
    left_out += _part(pen, face, msg("What did happen?"), happened, rest)
    high = (below - top - _GAP - pulse) / 2
    why = Box(right, top, width, high)
    left_out += _part(pen, face, msg("Why did it differ?"), _paragraphs(pen, review.why), why)
    following = Box(right, why.bottom + _GAP, width, high)
    left_out += _part(
        pen, face, msg("What do we do next?"), _paragraphs(pen, review.next), following
    )
    if sheet.pulse:
        _draw_pulse(pen, sheet.pulse, Box(right, following.bottom, width, pulse))
    learned = Box(box.x, below + _GAP / 2, box.width, _LEARNED)
    _draw_learned(pen, face, review.learned, learned)
    cut = [nmsg("{n} sentence", "{n} sentences", left_out)] if left_out else []
    draw_foot(pen, msg("Printed {day}", day=sheet.today), cut, box)
    return layout, left_out


def _paragraphs(pen: Pen, text: str, told: Sequence[Message] = ()) -> list[str]:
    """What was written, or else what the data says, below a line that says so."""
    if text:
        return [line for line in text.splitlines() if line.strip()]
    if not told:
        return []
    return [pen.say(msg("From the data:")), *(f"– {pen.say(each)}" for each in told)]


def _height(paragraphs: Sequence[str], room: float, face: Face) -> float:
    lines = [wrapped(each, face, room, 99) for each in paragraphs]
    text = sum(len(each) * line_height(face) + _BETWEEN for each in lines)
    return line_height(HEADING) + max(text, 3 * LINE)


def _part(pen: Pen, face: Face, question: Message, paragraphs: Sequence[str], box: Box) -> int:
    """A question with its answer, or lines to write on; how many sentences have no room."""
    pen.block(question.text, box)
    y = pen.line(pen.say(question), box.x, box.y, box.width, HEADING)
    for place, text in enumerate(paragraphs):
        lines = wrapped(text, face, box.width, 99)
        if y + len(lines) * line_height(face) > box.bottom + 1e-6:
            return len(paragraphs) - place
        for line in lines:
            y = pen.line(line, box.x, y, box.width, face)
        y += _BETWEEN
    if not paragraphs:
        _rules(pen, Box(box.x, y, box.width, box.bottom - y))
    return 0


def _rules(pen: Pen, box: Box) -> None:
    for number in range(1, int(box.height / LINE + 1e-6) + 1):
        at = box.y + number * LINE
        pen.add(Stroke(((box.x, at), (box.right, at)), pen.ink.hairline, 0.2))


def _pulse_height(pen: Pen, pulse: Sequence[Message]) -> float:
    return _GAP + line_height(HEADING) + _PULSE_LINES * line_height(TINY) if pulse else 0.0


def _draw_pulse(pen: Pen, pulse: Sequence[Message], box: Box) -> None:
    y = pen.line(pen.say(msg("How it was to carry it")), box.x, box.y + _GAP, box.width, HEADING)
    for each in pulse[:_PULSE_LINES]:
        y = pen.line(pen.say(each), box.x, y, box.width, TINY)


def _draw_learned(pen: Pen, face: Face, learned: str, box: Box) -> None:
    pen.rule(box.x, box.y, box.right, 0.3)
    y = pen.line(pen.say(msg("What we learned")), box.x, box.y + 1.5, box.width, HEADING)
    if learned:
        pen.lines(learned, box.x, y + 0.5, box.width, 2, face)
    else:
        _rules(pen, Box(box.x, y, box.width, box.bottom - y))
    pen.block("learned", box)
