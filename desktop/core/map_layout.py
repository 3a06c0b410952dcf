"""Where the parts of a map stand: a tidy tree from left to right, in any unit of length."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.core.record import record

Point = tuple[float, float]
Contour = dict[int, tuple[float, float]]  # by level: the top and the bottom of a subtree


@record(frozen=True, slots=True)
class Leaf:
    """A node to be placed: what hangs on it, its column, and how high it is."""

    key: str
    below: tuple[str, ...]
    level: int
    height: float


@record(frozen=True, slots=True)
class Spacing:
    """``lane`` is the height kept free for a line that passes a column; ``cousins`` of different
    parents stand further apart than siblings."""

    width: float  # of a node
    column_gap: float
    row_gap: float
    cousins: float
    lane: float


@record(frozen=True, slots=True)
class PlacedNode:
    key: str
    level: int
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@record(frozen=True, slots=True)
class PlacedLink:
    """A line between two nodes; ``points`` cross a gap and run level through a column in turn.
    ``joined`` is a further line to what hangs on several: it is placed under the first."""

    upper: str
    lower: str
    points: tuple[Point, ...]
    joined: bool


@record(frozen=True, slots=True)
class MapLayout:
    width: float
    height: float
    nodes: tuple[PlacedNode, ...]
    links: tuple[PlacedLink, ...]


def place_map(leaves: Sequence[Leaf], spacing: Spacing) -> MapLayout:
    """The layout of Reingold and Tilford, "Tidier Drawings of Trees" (IEEE Transactions on Software
    Engineering 7, 1981), for nodes of several heights: subtrees are moved together until their
    contours touch, and a parent stands at the middle of its first and its last.

    Every line has a lane of its own through the columns that it passes, so that no line crosses a
    node.  What hangs on several is placed once.  Lines back to a column before are left out.
    """
    return _Placing(leaves, spacing).layout()


class _Placing:
    def __init__(self, leaves: Sequence[Leaf], spacing: Spacing) -> None:
        self._spacing = spacing
        self._leaves = {leaf.key: leaf for leaf in leaves}
        self._home: dict[str, str] = {}  # the parent that a node is placed under
        for leaf in leaves:
            for below in self._below(leaf):
                self._home.setdefault(below, leaf.key)
        self._aside: dict[tuple[str, str], float] = {}  # of a line, from its parent's middle

    def layout(self) -> MapLayout:
        tops = [key for key in self._leaves if key not in self._home]
        subtrees = [self._lane(self._grow(key), 0, self._leaves[key].level) for key in tops]
        offsets, contour = self._pack(subtrees, -1)  # tops have no parent in common
        middles: dict[str, float] = {}
        rise = min((top for top, _ in contour.values()), default=0.0)
        for key, offset in zip(tops, offsets, strict=True):
            self._settle(key, offset - rise, middles)
        nodes = tuple(self._placed(leaf, middles[leaf.key]) for leaf in self._leaves.values())
        return MapLayout(
            max((node.x + node.width for node in nodes), default=0.0),
            max((node.y + node.height for node in nodes), default=0.0),
            nodes,
            tuple(self._links(middles)),
        )

    def _below(self, leaf: Leaf) -> list[str]:
        """What hangs on it and stands in a later column, each once."""
        known = [key for key in dict.fromkeys(leaf.below) if key in self._leaves]
        return [key for key in known if self._leaves[key].level > leaf.level]

    def _grow(self, key: str) -> Contour:
        """Place what hangs on a node, from its own middle; the contour of the whole."""
        leaf = self._leaves[key]
        lines: list[str] = []
        subtrees: list[Contour] = []
        for below in self._below(leaf):
            its = self._grow(below) if self._home[below] == key else {}
            its = self._lane(its, leaf.level + 1, self._leaves[below].level)
            if its:  # a line to the next column alone needs no room
                lines.append(below)
                subtrees.append(its)
        offsets, contour = self._pack(subtrees, leaf.level + 1)
        middle = (offsets[0] + offsets[-1]) / 2 if offsets else 0.0
        for below, offset in zip(lines, offsets, strict=True):
            self._aside[key, below] = offset - middle
        moved = {level: (a - middle, b - middle) for level, (a, b) in contour.items()}
        return {leaf.level: (-leaf.height / 2, leaf.height / 2), **moved}

    def _lane(self, contour: Contour, first: int, end: int) -> Contour:
        """The contour with the line to it through the columns between."""
        half = self._spacing.lane / 2
        return {**dict.fromkeys(range(first, end), (-half, half)), **contour}

    def _pack(self, subtrees: Sequence[Contour], level: int) -> tuple[list[float], Contour]:
        """Each as near to those above it as contours allow: where their middles come, and the
        contour of all.  Those in ``level`` are siblings."""
        offsets: list[float] = []
        whole: Contour = {}
        for contour in subtrees:
            offset = max(
                (
                    whole[each][1] + self._gap(each, level) - top
                    for each, (top, _) in contour.items()
                    if each in whole
                ),
                default=0.0,
            )
            for each, (top, bottom) in contour.items():
                above = whole[each][0] if each in whole else top + offset
                whole[each] = (above, bottom + offset)
            offsets.append(offset)
        return offsets, whole

    def _gap(self, level: int, siblings: int) -> float:
        return self._spacing.row_gap if level == siblings else self._spacing.cousins

    def _settle(self, key: str, middle: float, middles: dict[str, float]) -> None:
        middles[key] = middle
        for below in self._below(self._leaves[key]):
            if self._home[below] == key:
                self._settle(below, middle + self._aside[key, below], middles)

    def _x(self, level: int) -> float:
        return level * (self._spacing.width + self._spacing.column_gap)

    def _placed(self, leaf: Leaf, middle: float) -> PlacedNode:
        top = middle - leaf.height / 2
        return PlacedNode(
            leaf.key, leaf.level, self._x(leaf.level), top, self._spacing.width, leaf.height
        )

    def _links(self, middles: Mapping[str, float]) -> list[PlacedLink]:
        found = []
        for key, leaf in self._leaves.items():
            for below in self._below(leaf):
                lower = self._leaves[below]
                points = [(self._x(leaf.level) + self._spacing.width, middles[key])]
                if lower.level > leaf.level + 1:
                    lane = middles[key] + self._aside[key, below]
                    end = self._x(lower.level - 1) + self._spacing.width
                    points += [(self._x(leaf.level + 1), lane), (end, lane)]
                points.append((self._x(lower.level), middles[below]))
                joined = self._home[below] != key
                found.append(PlacedLink(key, below, tuple(points), joined))
        return found
