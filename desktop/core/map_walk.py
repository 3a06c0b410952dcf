"""Walking through a map by the arrow keys."""

from __future__ import annotations

from enum import StrEnum

from desktop.core.map_layout import MapLayout, PlacedNode


class Way(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


def neighbour(layout: MapLayout, key: str, way: Way) -> str | None:
    """The node that a step leads to: left to what it hangs on, right to what hangs on it (the
    nearest in height), up and down within the column.  ``None`` at the edge."""
    nodes = {node.key: node for node in layout.nodes}
    here = nodes[key]
    if way in (Way.UP, Way.DOWN):
        column = sorted((node for node in layout.nodes if node.level == here.level), key=_height)
        place = column.index(here) + (1 if way is Way.DOWN else -1)
        return column[place].key if 0 <= place < len(column) else None
    if way is Way.LEFT:  # the line that it was placed by comes first
        above = [link for link in layout.links if link.lower == key]
        return min(above, key=lambda link: link.joined).upper if above else None
    below = [nodes[link.lower] for link in layout.links if link.upper == key]
    return min(below, key=lambda node: abs(node.middle - here.middle)).key if below else None


def reading_order(layout: MapLayout) -> list[str]:
    """All nodes column by column, from top to bottom."""
    return [node.key for node in sorted(layout.nodes, key=lambda node: (node.level, node.middle))]


def _height(node: PlacedNode) -> float:
    return node.middle
