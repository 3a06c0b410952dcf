"""Writing onto a layout: text within its room, hairlines, headings, the mark of a status."""

from __future__ import annotations

from enum import StrEnum

from desktop.core.assessment import Status
from desktop.core.names import name
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Element, Face, Layout, Shape, Stroke, TextLine
from desktop.sheets.ink import Ink
from desktop.sheets.type import line_height, plain, shortened, width, wrapped

BODY = Face(9)
SMALL = Face(8)
SMALL_STRONG = Face(8, strong=True)
TINY = Face(7)
TINY_STRONG = Face(7, strong=True)
HEADING = Face(9, strong=True)

_SHAPE = 0.58  # of the line's height: the edge of a status' shape
_SHAPE_GAP = 1.3


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Pen:
    """Adds elements to a layout in one reader's wording and one ink."""

    def __init__(self, layout: Layout, ink: Ink, wording: Wording) -> None:
        self.layout, self.ink, self.wording = layout, ink, wording
        self.say = wording.say

    def add(self, *elements: Element) -> None:
        self.layout.add(*elements)

    def block(self, name: str, box: Box) -> None:
        """Claim a part of the page."""
        self.layout.blocks.append((name, box))

    def line(
        self,
        text: str,
        x: float,
        y: float,
        room: float,
        face: Face = BODY,
        colour: str = "",
        side: Side = Side.LEFT,
    ) -> float:
        """One line, shortened to its room; where the next line begins."""
        height = line_height(face)
        text = shortened(plain(text), face, room)
        if text:
            wide = width(text, face)
            aside = {Side.LEFT: 0.0, Side.RIGHT: room - wide, Side.CENTRE: (room - wide) / 2}
            box = Box(x + aside[side], y, wide, height)
            self.add(TextLine(box, text, face, colour or self.ink.text))
        return y + height

    def lines(
        self,
        text: str,
        x: float,
        y: float,
        room: float,
        most: int,
        face: Face = BODY,
        colour: str = "",
    ) -> float:
        """At most ``most`` lines; where the next begins."""
        for line in wrapped(text, face, room, most):
            y = self.line(line, x, y, room, face, colour)
        return y

    def rule(self, x: float, y: float, right: float, thickness: float = 0.12) -> None:
        """A hairline."""
        self.add(Stroke(((x, y), (right, y)), self.ink.hairline, thickness))

    def status(self, status: Status, x: float, y: float, room: float, face: Face) -> float:
        """The shape and the word of a status; where the text after it begins."""
        height = line_height(face)
        edge = height * _SHAPE
        colour = self.ink.status(status)
        self.add(Shape(Box(x, y + (height - edge) / 2 + 0.1, edge, edge), status, colour))
        left = x + edge + _SHAPE_GAP
        word = shortened(self.say(name(status)), face, room - edge - _SHAPE_GAP)
        self.line(word, left, y, room, face, colour)
        return left + width(word, face)

    def status_width(self, status: Status, face: Face) -> float:
        """How much room the shape and the word take."""
        return line_height(face) * _SHAPE + _SHAPE_GAP + width(self.say(name(status)), face)
