"""The strategy map on one page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise, product

from desktop.core.goal_map import NodeKind
from desktop.core.message import Message, msg, nmsg
from desktop.core.strategy_layout import (
    PlacedArrow,
    PlacedBand,
    StrategyLayout,
    StrategyLeaf,
    StrategySpacing,
    place_strategy,
)
from desktop.core.strategy_map import (
    BANDS,
    StrategyMap,
    StrategyNode,
    band_name,
    shown_bands,
)
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Layout, Polygon, Stroke
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.map_node import SIZES, MapNodePart, NodeSize, level_curve
from desktop.sheets.paper import Page
from desktop.sheets.pen import TINY_STRONG, Pen
from desktop.sheets.type import line_height

_GAP = 2.5
_COLUMN_GAP = 6.0
_NAMES = 24.0  # at the left, for the names of the bands: no arrow passes there
_WIDEST = 62.0  # of a node
_PER_ROW = (4, 5, 6, 7)
_HEAD = 2.2  # length of an arrow's head
_HALF = 0.9  # and half its width


def lay_out_strategy(content: StrategyMap, page: Page, ink: Ink, wording: Wording) -> Layout:
    """Everything, in type as large as fits.  When not even the smallest does (7 points), KPIs
    without an arrow are left out, then other KPIs and goals from the end, counted at the foot."""
    title = wording.say(msg("Strategy map"))
    layout = Layout(page.width, page.height, title)
    pen = Pen(layout, ink, wording)
    box = page.content
    head = Head(
        company=content.company.name,
        title=title,
        message=wording.say(
            msg(
                "What leads to what: from what we learn, up to how we work, what customers get "
                "and what pays"
            )
        ),
        as_of=content.as_of,
    )
    top = draw_head(pen, head, box) + _GAP
    room = Box(box.x, top, box.width, box.bottom - FOOT_HEIGHT - _GAP - top)
    fitted = _Fitted(pen, content, room)
    fitted.draw()
    left_out = _left_out(content, fitted.nodes)
    draw_foot(pen, msg("Printed {day}", day=content.today), left_out, box)
    return layout


class _Fitted:
    """As much of the map as fits into a box, as large as it fits."""

    def __init__(self, pen: Pen, content: StrategyMap, box: Box) -> None:
        self._pen, self._box = pen, box
        self._everything = content
        self._bands = shown_bands(content.nodes)
        ends = {key for arrow in content.arrows for key in (arrow.cause, arrow.effect)}
        order = sorted(content.nodes, key=lambda node: (_is_kpi(node), node.key not in ends))
        if self._place(order, SIZES):
            return
        least, most = 0, len(order)  # so many fit; so many do not
        while most - least > 1:
            middle = (least + most) // 2
            if self._place(order[:middle], SIZES[-1:]):
                least = middle
            else:
                most = middle
        self._place(order[:least], SIZES)

    def _place(self, nodes: Sequence[StrategyNode], sizes: Sequence[NodeSize]) -> bool:
        """Place nodes at the largest of the sizes that has room for them, if one has."""
        kept = {node.key for node in nodes}
        self.nodes = [node for node in self._everything.nodes if node.key in kept]
        self._lines = [
            each for each in self._everything.arrows if {each.cause, each.effect} <= kept
        ]
        return any(self._fits(size, count) for size, count in product(sizes, _PER_ROW))

    def _fits(self, size: NodeSize, per_row: int) -> bool:
        room = self._box.width - _NAMES
        wide = min((room - _COLUMN_GAP * (per_row - 1)) / per_row, _WIDEST)
        self._parts = {
            node.key: MapNodePart(self._pen, node.node, wide, size) for node in self.nodes
        }
        leaves = [
            StrategyLeaf(node.key, BANDS.index(node.perspective), self._parts[node.key].height)
            for node in self.nodes
        ]
        spacing = StrategySpacing(
            width=wide,
            column_gap=_COLUMN_GAP,
            row_gap=max(2.6 * size.row_gap, 4.0),
            band_gap=3.0,
            head=2 * line_height(TINY_STRONG) - 1.8,  # so that an empty band holds its name
            lane=3.2,
            per_row=per_row,
        )
        self._map: StrategyLayout = place_strategy(
            leaves, [(line.cause, line.effect) for line in self._lines], self._bands, spacing
        )
        return self._map.height <= self._box.height and self._map.width <= room

    def draw(self) -> None:
        pen, box = self._pen, self._box
        spare = (box.height - self._map.height) / max(len(self._map.bands), 1)
        lower = min(spare, 8.0)  # what is left makes the bands a little higher
        aside = box.x + _NAMES + (box.width - _NAMES - self._map.width) / 2
        shift = [(placed, box.y + number * lower) for number, placed in enumerate(self._map.bands)]
        for placed, y in shift:
            self._draw_band(placed, y, lower)

        def down(y: float) -> float:
            """How far down the page a height of the map lies."""
            inside = [at for placed, at in shift if placed.y <= y]
            return (inside[-1] if inside else box.y) + y

        for arrow in self._map.arrows:
            pen.add(*self._arrow(arrow, aside, down))
        for node in self._map.nodes:
            part = self._parts[node.key]
            part.height = node.height
            part.draw(aside + node.x, down(node.y))
        pen.block("map", box)

    def _draw_band(self, placed: PlacedBand, y: float, lower: float) -> None:
        pen, box = self._pen, self._box
        top = y + placed.y
        pen.rule(box.x, top, box.right)
        band = BANDS[placed.number]
        name = pen.say(band_name(band))
        pen.lines(name, box.x, top + 0.6, _NAMES - 1.0, 2, TINY_STRONG, pen.ink.soft)
        if placed is self._map.bands[-1]:
            pen.rule(box.x, top + placed.height + lower, box.right)

    def _arrow(
        self, arrow: PlacedArrow, aside: float, down: Callable[[float], float]
    ) -> tuple[Stroke, Polygon]:
        """The line, steep where it leaves and arrives, and its head."""
        points = [(aside + x, down(y)) for x, y in arrow.points]
        x, tip = points[-1]
        neck = tip + (_HEAD if points[-2][1] > tip else -_HEAD)
        way = [*points[:-1], (x, neck)]
        drawn = [way[0]]
        for (x0, y0), (x1, y1) in pairwise(way):
            turned = level_curve((y0, x0), (y1, x1)) if x0 != x1 else [(y1, x1)]
            drawn += [(across, along) for along, across in turned]
        ink = self._pen.ink.soft
        head = ((x, tip), (x - _HALF, neck), (x + _HALF, neck))
        return Stroke(tuple(drawn), ink, 0.25), Polygon(head, ink, ink)


def _is_kpi(node: StrategyNode) -> bool:
    return node.node.kind is NodeKind.KPI


def _left_out(content: StrategyMap, drawn: Sequence[StrategyNode]) -> list[Message]:
    shown = {node.key for node in drawn}
    missing = [node for node in content.nodes if node.key not in shown]
    kpis = sum(_is_kpi(node) for node in missing) + content.unseen
    found: list[Message] = []
    if count := len(missing) - sum(_is_kpi(node) for node in missing):
        found.append(nmsg("{n} goal", "{n} goals", count))
    if kpis:
        found.append(nmsg("{n} KPI", "{n} KPIs", kpis))
    lost = sum(not {arrow.cause, arrow.effect} <= shown for arrow in content.arrows)
    if lost:
        found.append(nmsg("{n} arrow", "{n} arrows", lost))
    return found
