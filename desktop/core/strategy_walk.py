"""Walking through a strategy map by the arrow keys."""

from __future__ import annotations

from desktop.core.map_layout import PlacedNode
from desktop.core.map_walk import Way
from desktop.core.strategy_layout import StrategyLayout


def step(layout: StrategyLayout, key: str, way: Way) -> str | None:
    """The node that a step leads to: left and right within the row; up to an effect and down to a
    cause in the next row that has nodes, or else to what stands nearest there.  ``None`` at the
    edge."""
    nodes = {node.key: node for node in layout.nodes}
    here = nodes[key]
    if way in (Way.LEFT, Way.RIGHT):
        row = sorted((node for node in layout.nodes if node.level == here.level), key=_left)
        place = row.index(here) + (1 if way is Way.RIGHT else -1)
        return row[place].key if 0 <= place < len(row) else None
    beyond = [node for node in layout.nodes if _is_beyond(node, here, way)]
    if not beyond:
        return None
    levels = [node.level for node in beyond]
    level = max(levels) if way is Way.UP else min(levels)
    row = [node for node in beyond if node.level == level]
    joined = _joined(layout, key)
    return min(row, key=lambda node: (node.key not in joined, abs(node.x - here.x))).key


def reading_order(layout: StrategyLayout) -> list[str]:
    """All nodes row by row, from left to right."""
    return [node.key for node in sorted(layout.nodes, key=lambda node: (node.level, node.x))]


def _is_beyond(node: PlacedNode, here: PlacedNode, way: Way) -> bool:
    return node.level < here.level if way is Way.UP else node.level > here.level


def _joined(layout: StrategyLayout, key: str) -> set[str]:
    ends = [{arrow.cause, arrow.effect} for arrow in layout.arrows]
    return {each for pair in ends if key in pair for each in pair}


def _left(node: PlacedNode) -> float:
    return node.x
