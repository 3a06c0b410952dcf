"""Where the parts of a strategy map stand: rows in bands, few crossings, in any unit of length."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from desktop.core.band_rows import Edge, Slot, rows_of_bands
from desktop.core.map_layout import PlacedNode, Point
from desktop.core.record import record
from desktop.core.row_order import order_rows, spread_rows

_PORTS = 0.6  # the share of a node's width that arrows begin and end on


@record(frozen=True, slots=True)
class StrategyLeaf:
    """A node to be placed: the number of its band, from the top, and how high it is."""

    key: str
    band: int
    height: float


@record(frozen=True, slots=True)
class StrategySpacing:
    """``lane`` is the width kept free for an arrow that passes a row; ``head`` the height of a
    band's name, ``band_gap`` the distance of its edges from what is in it."""

    width: float  # of a node
    column_gap: float
    row_gap: float
    band_gap: float
    head: float
    lane: float
    per_row: int


@record(frozen=True, slots=True)
class PlacedBand:
    """``number`` is what the leaves call it; bands lie from edge to edge."""

    number: int
    y: float
    height: float


@record(frozen=True, slots=True)
class PlacedArrow:
    """From the edge of the cause to that of the effect; ``points`` cross a gap and run straight
    through a row in turn."""

    cause: str
    effect: str
    points: tuple[Point, ...]


@record(frozen=True, slots=True)
class StrategyLayout:
    """``level`` of a node is its row, from the top."""

    width: float
    height: float
    bands: tuple[PlacedBand, ...]
    nodes: tuple[PlacedNode, ...]
    arrows: tuple[PlacedArrow, ...]


def place_strategy(
    leaves: Sequence[StrategyLeaf],
    edges: Sequence[Edge],
    bands: Sequence[int],
    spacing: StrategySpacing,
) -> StrategyLayout:
    """Every band of ``bands`` from the top, empty ones too.

    The layered drawing of Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of
    Hierarchical System Structures" (IEEE Transactions on Systems, Man and Cybernetics 11, 1981):
    within a band effects stand over their causes, arrows that pass a row get a lane of their own,
    and rows are put in the order of the middle of their neighbours for as long as that leaves
    fewer crossings.  ``edges`` are pairs of cause and effect; those that lead to unknown keys are
    left out.
    """
    known = {leaf.key for leaf in leaves}
    lines = [edge for edge in dict.fromkeys(edges) if known.issuperset(edge) and edge[0] != edge[1]]
    rows = rows_of_bands(leaves, lines, bands, spacing.per_row)
    ordered = order_rows(rows.slots, rows.segments)
    return _Placing(leaves, lines, rows.band_of_row, ordered, spacing, bands).layout()


class _Placing:
    def __init__(
        self,
        leaves: Sequence[StrategyLeaf],
        lines: Sequence[Edge],
        band_of_row: Sequence[int],
        rows: Sequence[Sequence[Slot]],
        spacing: StrategySpacing,
        bands: Sequence[int],
    ) -> None:
        self._leaves = {leaf.key: leaf for leaf in leaves}
        self._lines, self._rows, self._spacing = lines, rows, spacing
        self._bands, self._band_of_row = bands, band_of_row
        self._row = {slot: number for number, row in enumerate(rows) for slot in row}
        segments = [pair for line in lines for pair in self._segments(line)]
        self._middle = spread_rows(
            rows, segments, width=self._width, gap=spacing.column_gap, lane_gap=spacing.lane / 2
        )

    def _width(self, slot: Slot) -> float:
        return self._spacing.width if slot.line is None else 0.0

    def _way(self, line: Edge) -> list[Slot]:
        """The slots of a line from its cause to its effect."""
        start, end = Slot(line[0]), Slot(line[1])
        step = 1 if self._row[start] < self._row[end] else -1
        between = range(self._row[start] + step, self._row[end], step)
        return [start, *(Slot(str(number), line) for number in between), end]

    def _segments(self, line: Edge) -> list[tuple[Slot, Slot]]:
        way = self._way(line)
        return list(pairwise(way))

    def layout(self) -> StrategyLayout:
        tops, heights, bands, whole = self._heights()
        self._tops, self._row_heights = tops, heights
        nodes = tuple(
            PlacedNode(
                slot.key,
                number,
                self._middle[slot] - self._spacing.width / 2,
                tops[number],
                self._spacing.width,
                heights[number],
            )
            for number, row in enumerate(self._rows)
            for slot in row
            if slot.line is None
        )
        width = max((node.x + node.width for node in nodes), default=0.0)
        return StrategyLayout(width, whole, bands, nodes, tuple(self._arrows()))

    def _heights(self) -> tuple[list[float], list[float], tuple[PlacedBand, ...], float]:
        """The top and the height of each row, and the bands; a row is as high as its highest."""
        spacing, y = self._spacing, 0.0
        tops, heights, bands = [0.0] * len(self._rows), [0.0] * len(self._rows), []
        for band in self._bands:
            start, y = y, y + spacing.head
            numbers = [n for n, each in enumerate(self._band_of_row) if each == band]
            for number in numbers:
                of_nodes = [slot for slot in self._rows[number] if slot.line is None]
                heights[number] = max(self._leaves[slot.key].height for slot in of_nodes)
                tops[number] = y
                y += heights[number] + spacing.row_gap
            y += spacing.band_gap - (spacing.row_gap if numbers else 0.0)
            bands.append(PlacedBand(band, start, y - start))
        return tops, heights, tuple(bands), y

    def _arrows(self) -> list[PlacedArrow]:
        leaving, coming = self._ports(start=True), self._ports(start=False)
        found = []
        for line in self._lines:
            way = self._way(line)
            rows = [self._row[slot] for slot in way]
            up = rows[0] > rows[-1]
            points = [self._edge(leaving[line], rows[0], top=up)]
            for slot, row in zip(way[1:-1], rows[1:-1], strict=True):
                x = self._middle[slot]
                points += [self._edge(x, row, top=not up), self._edge(x, row, top=up)]
            points.append(self._edge(coming[line], rows[-1], top=not up))
            found.append(PlacedArrow(line[0], line[1], tuple(points)))
        return found

    def _edge(self, x: float, row: int, *, top: bool) -> Point:
        return x, self._tops[row] + (0.0 if top else self._row_heights[row])

    def _ports(self, *, start: bool) -> dict[Edge, float]:
        """Where on its cause's or effect's edge each line ends: side by side in the order of where
        they come from."""
        at: dict[tuple[str, bool], list[tuple[float, Edge]]] = {}
        for line in self._lines:
            way = self._way(line) if start else self._way(line)[::-1]
            above = self._row[way[1]] < self._row[way[0]]
            at.setdefault((way[0].key, above), []).append((self._middle[way[1]], line))
        found: dict[Edge, float] = {}
        for (key, _), lines in at.items():
            middle, room = self._middle[Slot(key)], _PORTS * self._spacing.width
            step = min(room / len(lines), self._spacing.lane)
            for number, (_, line) in enumerate(sorted(lines)):
                found[line] = middle + (number - (len(lines) - 1) / 2) * step
        return found
