"""Writing onto a layout: text within its room, rules, headings."""

from __future__ import annotations

from desktop.core.assessment import Status
from desktop.core.wording import Wording
from desktop.sheets.elements import Area, Box, Face, Layout, Shape, Side, Stroke, TextLine
from desktop.sheets.ink import Ink
from desktop.sheets.type import line_height, shortened, width, wrapped

BODY = Face(9.5)
SMALL = Face(8)
TINY = Face(7)
LABEL = Face(8, strong=True)


class Pen:
    """Adds elements to a layout in one reader's wording and one ink."""

    def __init__(self, layout: Layout, ink: Ink, wording: Wording) -> None:
        self.layout, self.ink, self.wording = layout, ink, wording

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
        text = shortened(text, face, room)
        if text:
            box = Box(x, y, room, height)
            self.layout.add(TextLine(box, text, face, colour or self.ink.text, side))
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

    def label(self, text: str, x: float, y: float, room: float) -> float:
        """The small heading of a part."""
        return self.line(text, x, y, room, LABEL, self.ink.soft) + 0.6

    def rule(self, x: float, y: float, right: float, thickness: float = 0.15) -> None:
        """A hairline."""
        self.layout.add(Stroke(((x, y), (right, y)), self.ink.hairline, thickness))

    def area(self, box: Box, fill: str = "", outline: str = "", *, dashed: bool = False) -> None:
        self.layout.add(Area(box, fill, outline, dashed))

    def status(self, status: Status, word: str, x: float, y: float, face: Face) -> float:
        """The shape and the word of a status; where the text after it begins."""
        height = line_height(face)
        edge = height * 0.62
        colour = self.ink.status(status)
        self.layout.add(Shape(Box(x, y + (height - edge) / 2, edge, edge), status, colour))
        left = x + edge + 1.4
        room = width(word, face) + 0.2
        self.line(word, left, y, room, face, colour)
        return left + room

    def block(self, name: str, box: Box) -> None:
        """Claim a part of the page, for the test that no two overlap."""
        self.layout.blocks.append((name, box))
