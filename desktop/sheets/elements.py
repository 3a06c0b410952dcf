"""What a laid-out page is made of, in millimetres from its upper left corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.core.assessment import Status


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def overlaps(self, other: Box, slack: float = 0.01) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right - slack
            and other.x < self.right - slack
            and self.y < other.bottom - slack
            and other.y < self.bottom - slack
        )


@dataclass(frozen=True, slots=True)
class Face:
    """A size of type in points (7 at least) and its weight."""

    size: float
    strong: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line; its box is as wide as the text and as high as a line of its face."""

    box: Box
    text: str
    face: Face
    colour: str


@dataclass(frozen=True, slots=True)
class Area:
    """A filled or outlined rectangle; ``dashed`` is for what is not finished."""

    box: Box
    fill: str = ""
    outline: str = ""
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; ``dotted`` is for what was once in force."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 0.2
    dashed: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Hatch:
    """Slanting lines over a rectangle: what is forecast."""

    box: Box
    colour: str
    apart: float = 0.9
    width: float = 0.15

    def lines(self) -> Iterator[tuple[float, float, float, float]]:
        """The lines from below left to above right, cut at the edges."""
        box = self.box
        step = self.apart * 2**0.5  # along an edge
        along = step / 2
        while along < box.width + box.height:
            down, right = min(along, box.height), min(along, box.width)
            yield (
                box.x + along - down,
                box.y + down,
                box.x + right,
                box.y + along - right,
            )
            along += step


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed figure; without ``fill`` it is white inside, without ``outline`` it has no edge."""

    points: tuple[tuple[float, float], ...]
    outline: str
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A round point; hollow ones are white inside."""

    x: float
    y: float
    radius: float
    colour: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle with a white edge on both sides, around what stands out."""

    x: float
    y: float
    radius: float
    colour: str


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a status, in a square box."""

    box: Box
    status: Status
    colour: str


Element = TextLine | Area | Stroke | Hatch | Polygon | Dot | Ring | Shape


@dataclass(slots=True)
class Layout:
    """A page's elements in the order of reading and drawing, and its parts, which do not
    overlap.  ``company`` and ``language`` are whose it is and what it speaks; ``continues`` tells
    that it goes on with the sheet of the page before."""

    width: float
    height: float
    title: str = ""
    company: str = ""
    language: str = "en"
    continues: bool = False
    elements: list[Element] = field(default_factory=list)
    blocks: list[tuple[str, Box]] = field(default_factory=list)

    def add(self, *elements: Element) -> None:
        self.elements.extend(elements)

    def texts(self) -> list[TextLine]:
        """The lines of text in reading order."""
        return [element for element in self.elements if isinstance(element, TextLine)]
