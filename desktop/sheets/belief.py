"""What people believe of a goal: ten points, apart from the numbers and beside them."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.message import msg
from desktop.core.sheet_content import Belief
from desktop.sheets.elements import Box, Dot
from desktop.sheets.pen import HEADING, SMALL, SMALL_STRONG, Pen
from desktop.sheets.type import BASELINE, line_height, width, words, wrapped

_MOST = 10
_RADIUS, _APART = 0.8, 2.3  # millimetres: of a point, and from one to the next
_ASIDE = 3.0
_BELOW_HEADING = 0.6
_LINES = 2  # of what was said


class BeliefLine:
    """Measures itself first: ``height`` is what it takes in ``room`` millimetres."""

    def __init__(self, pen: Pen, belief: Belief, room: float) -> None:
        self._pen, self._belief, self._room = pen, belief, room
        text = " ".join(words(belief.comment))
        quoted = pen.say(msg("“{words}”", words=text)) if text else ""
        self._said = wrapped(quoted, SMALL, room, _LINES)
        self.height = line_height(HEADING) + len(self._said) * line_height(SMALL)
        self.height += _BELOW_HEADING if self._said else 0.0

    def without_words(self) -> BeliefLine:
        """The same without what was said."""
        return BeliefLine(self._pen, replace(self._belief, comment=""), self._room)

    def draw(self, x: float, y: float) -> float:
        """Draw it; where it ends."""
        pen, belief = self._pen, self._belief
        heading = pen.say(msg("Confidence"))
        pen.line(heading, x, y, self._room, HEADING)
        at = x + min(width(heading, HEADING), self._room) + _ASIDE + _RADIUS
        middle = y + line_height(HEADING) * 0.55
        for number in range(_MOST):
            full = number < belief.confidence
            pen.add(Dot(at + number * _APART, middle, _RADIUS, pen.ink.text, hollow=not full))
        at += _MOST * _APART + _ASIDE - _APART + _RADIUS
        of_ten = pen.say(msg("{n} of {total}", n=belief.confidence, total=_MOST))
        aside = (line_height(HEADING) - line_height(SMALL)) * BASELINE
        right = x + self._room
        pen.line(of_ten, at, y + aside, right - at, SMALL_STRONG)
        at += width(of_ten, SMALL_STRONG) + 2.0
        when = pen.wording.day(belief.day)
        who = pen.say(msg("{who}, {when}", who=belief.who, when=when)) if belief.who else when
        pen.line(who, at, y + aside, max(right - at, 0.0), SMALL, pen.ink.soft)
        end = y + line_height(HEADING) + (_BELOW_HEADING if self._said else 0.0)
        for line in self._said:
            end = pen.line(line, x, end, self._room, SMALL)
        pen.block("confidence", Box(x, y, self._room, self.height))
        return end
