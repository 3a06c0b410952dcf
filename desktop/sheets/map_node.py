"""One goal, key result or KPI of the printed map, and the lines between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from desktop.core.goal_map import MapNode, NodeKind
from desktop.core.map_layout import PlacedLink, Point
from desktop.sheets.elements import Face, Stroke
from desktop.sheets.ink import Ink
from desktop.sheets.pen import Pen
from desktop.sheets.type import line_height, plain, width, wrapped

_ASIDE, _ABOVE, _SLIM = 1.8, 1.0, 0.5  # millimetres between the edge and the words
_STEPS = 12  # of a curve


@dataclass(frozen=True, slots=True)
class NodeSize:
    """How large nodes are written: points of the title and of the facts, lines of the title, and
    whether status and facts have a line each; ``row_gap`` in millimetres.  In a ``slim`` node the
    status stands beside the title, and facts are left out."""

    title: float
    facts: float
    lines: int
    roomy: bool
    row_gap: float
    slim: bool = False


SIZES = (
    NodeSize(11, 9, 4, roomy=True, row_gap=3.0),
    NodeSize(10, 8, 4, roomy=True, row_gap=2.6),
    NodeSize(9, 8, 3, roomy=True, row_gap=2.2),
    NodeSize(8, 7, 3, roomy=True, row_gap=1.8),
    NodeSize(7, 7, 3, roomy=True, row_gap=1.0),
    NodeSize(8, 7, 2, roomy=False, row_gap=1.6),
    NodeSize(7, 7, 2, roomy=False, row_gap=1.4),
    NodeSize(7, 7, 1, roomy=False, row_gap=1.2),
)
SLIM = NodeSize(7, 7, 1, roomy=False, row_gap=0.8, slim=True)


class MapNodePart:
    """A node at one size; ``height`` is what it takes."""

    def __init__(self, pen: Pen, node: MapNode, room: float, size: NodeSize) -> None:
        self._pen, self.node, self._width, self._size = pen, node, room, size
        self._title = Face(size.title, strong=node.kind is NodeKind.GOAL)
        self._facts, self._strong = Face(size.facts), Face(size.facts, strong=True)
        self._room = room - 2 * _ASIDE
        self._above = _SLIM if size.slim else _ABOVE
        self._lines = wrapped(plain(node.title), self._title, self._title_room(), size.lines)
        detail = "" if node.detail is None else pen.say(node.detail)
        both = "  ·  ".join(text for text in (node.owner, detail) if text)
        self._words = [text for text in (both, detail) if text]  # the owner goes where room lacks
        has_status = node.status is not None
        rows = (has_status + bool(self._words)) if size.roomy else (has_status or bool(self._words))
        below = 0.0 if size.slim else int(rows) * line_height(self._facts)
        self.height = 2 * self._above + len(self._lines) * line_height(self._title) + below

    def _title_room(self) -> float:
        status = self.node.status
        if not self._size.slim or status is None:
            return self._room
        return self._room - self._pen.status_width(status, self._strong) - _ASIDE

    def draw(self, x: float, y: float) -> None:
        pen, right, bottom = self._pen, x + self._width, y + self.height
        edge = ((x, y), (right, y), (right, bottom), (x, bottom), (x, y))
        thickness, colour = {
            NodeKind.GOAL: (0.4, pen.ink.text),
            NodeKind.KEY_RESULT: (0.2, pen.ink.soft),
            NodeKind.KPI: (0.2, pen.ink.hairline),
        }[self.node.kind]
        pen.add(Stroke(edge, colour, thickness))
        left, y = x + _ASIDE, y + self._above
        if self._size.slim:
            self._draw_slim(left, y)
            return
        for line in self._lines:
            y = pen.line(line, left, y, self._room, self._title)
        start = left
        if self.node.status is not None:
            start = pen.status(self.node.status, left, y, self._room, self._strong) + 1.6
            if self._size.roomy:
                start, y = left, y + line_height(self._facts)
        room = left + self._room - start
        words = next((text for text in self._words if width(text, self._facts) <= room), "")
        if self._words:
            pen.line(words or self._words[-1], start, y, room, self._facts, pen.ink.soft)

    def _draw_slim(self, left: float, y: float) -> None:
        pen, status, room = self._pen, self.node.status, self._title_room()
        pen.line("".join(self._lines), left, y, room, self._title)
        if status is not None:
            pen.status(status, left + room + _ASIDE, y, self._room - room, self._strong)


def link_stroke(link: PlacedLink, x: float, y: float, ink: Ink) -> Stroke:
    """A line of the map, moved to where the map stands."""
    points = [link.points[0]]
    for start, end in pairwise(link.points):
        points += level_curve(start, end) if start[1] != end[1] else [end]
    moved = tuple((x + each[0], y + each[1]) for each in points)
    return Stroke(moved, ink.soft, 0.2, dashed=link.joined)


def level_curve(start: Point, end: Point) -> list[Point]:
    """A Bézier curve that leaves and arrives level; without its start."""
    half, found = (start[0] + end[0]) / 2, []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        near, middle, far = (1 - t) ** 3, 3 * t * (1 - t), t**3
        x = near * start[0] + middle * half + far * end[0]
        first = near + middle * (1 - t)
        found.append((x, first * start[1] + (1 - first) * end[1]))
    return found
