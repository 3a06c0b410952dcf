"""The goal map on one page."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.core.goal_map import GoalMap, MapNode, NodeKind, column_names, levels
from desktop.core.map_layout import Leaf, MapLayout, Spacing, place_map
from desktop.core.message import Message, msg, nmsg
from desktop.core.wording import Wording
from desktop.sheets.elements import Box, Layout
from desktop.sheets.foot import FOOT_HEIGHT, draw_foot
from desktop.sheets.head import Head, draw_head
from desktop.sheets.ink import Ink
from desktop.sheets.map_node import SIZES, SLIM, MapNodePart, NodeSize, link_stroke
from desktop.sheets.paper import Page
from desktop.sheets.pen import TINY, Pen
from desktop.sheets.type import line_height

_GAP = 2.5
_HEADS = line_height(TINY) + 1.2
_COLUMN_GAP = 11.0
_NARROWEST, _WIDEST = 34.0, 74.0  # of a column


def lay_out_map(content: GoalMap, page: Page, ink: Ink, wording: Wording) -> Layout:
    """Everything, in type as large as fits; the smallest (7 points) has a line for each node, with
    its title and status.  When not even that fits, the last column is left out, then the one
    before it; of goals alone, those at the end.  What is left out is counted at the foot."""
    title = wording.say(msg("Goal map"))
    layout = Layout(page.width, page.height, title)
    pen = Pen(layout, ink, wording)
    box = page.content
    head = Head(
        company=content.company.name,
        title=title,
        message=wording.say(msg("How our goals, key results and KPIs hang together")),
        as_of=content.as_of,
        facts=wording.say(_unused(content.unused)) if content.unused else "",
    )
    top = draw_head(pen, head, box) + _GAP
    room = Box(box.x, top, box.width, box.bottom - FOOT_HEIGHT - _GAP - top)
    drawn: Sequence[MapNode] = ()
    if content.nodes:
        fitted = _Fitted(pen, content.nodes, room)
        fitted.draw()
        drawn = fitted.nodes
    left_out = _left_out(content.nodes, drawn)
    draw_foot(pen, msg("Printed {day}", day=content.today), left_out, box)
    return layout


class _Fitted:
    """As much of the map as fits into a box, as large as it fits."""

    def __init__(self, pen: Pen, nodes: Sequence[MapNode], box: Box) -> None:
        self._pen, self._box = pen, box
        self._level = levels(nodes)
        for last in range(max(self._level.values()), -1, -1):
            self.nodes = [node for node in nodes if self._level[node.key] <= last]
            if any(self._fits(size) for size in (*SIZES, SLIM)):
                return
        while not self._fits(SLIM) and len(self.nodes) > 1:
            self.nodes = self.nodes[:-1]

    def _fits(self, size: NodeSize) -> bool:
        """Place the nodes at one size; whether they have room."""
        count = max(self._level[node.key] for node in self.nodes) + 1
        width = (self._box.width - _COLUMN_GAP * (count - 1)) / count
        if width < _NARROWEST and count > 1:
            return False
        width = min(width, _WIDEST)
        self._parts = {node.key: MapNodePart(self._pen, node, width, size) for node in self.nodes}
        spacing = Spacing(width, _COLUMN_GAP, size.row_gap, 1.6 * size.row_gap, 1.4 * size.row_gap)
        leaves = [
            Leaf(key, part.node.below, self._level[key], part.height)
            for key, part in self._parts.items()
        ]
        self._map: MapLayout = place_map(leaves, spacing)
        self._width = width
        return self._map.height <= self._box.height - _HEADS

    def draw(self) -> None:
        pen, box = self._pen, self._box
        for number, name in enumerate(column_names(self.nodes, self._level)):
            x = box.x + number * (self._width + _COLUMN_GAP)
            pen.line(pen.say(name), x, box.y, self._width, TINY, pen.ink.soft)
        top = box.y + _HEADS
        for link in self._map.links:
            pen.add(link_stroke(link, box.x, top, pen.ink))
        for placed in self._map.nodes:
            self._parts[placed.key].draw(box.x + placed.x, top + placed.y)
        pen.block("map", box)


def _unused(count: int) -> Message:
    return nmsg(
        "{n} KPI is not on the map, since no goal leads to it.",
        "{n} KPIs are not on the map, since no goal leads to them.",
        count,
    )


def _left_out(nodes: Sequence[MapNode], drawn: Sequence[MapNode]) -> list[Message]:
    shown = {node.key for node in drawn}
    missing = [node.kind for node in nodes if node.key not in shown]
    found: list[Message] = []
    if count := missing.count(NodeKind.GOAL):
        found.append(nmsg("{n} goal", "{n} goals", count))
    if count := missing.count(NodeKind.KEY_RESULT):
        found.append(nmsg("{n} key result", "{n} key results", count))
    if count := missing.count(NodeKind.KPI):
        found.append(nmsg("{n} KPI", "{n} KPIs", count))
    return found
