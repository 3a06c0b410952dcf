"""The map as a picture that can be moved, enlarged, and walked by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desktop.core.goal_map import GoalMap, column_names, kind_name, levels
from desktop.core.map_layout import Leaf, MapLayout, Spacing, place_map
from desktop.core.map_walk import Way, neighbour, reading_order
from desktop.qtkit.wording import say, tr
from desktop.ui.goals.map.link_item import LinkItem
from desktop.ui.goals.map.node_item import WIDTH, NodeItem
from desktop.ui.goals.map.walked_picture import EDGE, WalkedPicture
from desktop.ui.theme import Text, font, palette

_SPACING = Spacing(width=WIDTH, column_gap=36, row_gap=12, cousins=20, lane=18)
_HEADS = 32.0  # height of the columns' names


class MapView(WalkedPicture):
    """The goal map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Goal map"), parent)
        self._layout = MapLayout(0, 0, (), ())
        self._links: list[LinkItem] = []

    def show_map(self, content: GoalMap) -> None:
        """Show another map; where the keyboard stood it stays, if that is still there."""
        level = levels(content.nodes)
        self.pictured.clear()
        self.items_by_key = {
            node.key: NodeItem(node, say(kind_name(node, level[node.key])))
            for node in content.nodes
        }
        leaves = [
            Leaf(key, item.node.below, level[key], item.height)
            for key, item in self.items_by_key.items()
        ]
        self._layout = place_map(leaves, _SPACING)
        for placed in self._layout.nodes:
            item = self.items_by_key[placed.key]
            item.setPos(placed.x, placed.y)
            self.pictured.addItem(item)
        self._links = [LinkItem(link) for link in self._layout.links]
        for link in self._links:
            self.pictured.addItem(link)
        for number, name in enumerate(column_names(content.nodes, level)):
            head = self.pictured.addSimpleText(say(name), font(Text.SMALL))
            head.setBrush(QColor(palette().ink_soft))
            head.setPos(number * (WIDTH + _SPACING.column_gap), -_HEADS)
        whole = QRectF(0, -_HEADS, self._layout.width, self._layout.height + _HEADS)
        self.pictured.setSceneRect(whole.adjusted(-EDGE, -EDGE, EDGE, EDGE))
        self.stand_in_order()

    def next_to(self, key: str, way: Way) -> str | None:
        return neighbour(self._layout, key, way)

    def in_order(self) -> Sequence[str]:
        return reading_order(self._layout)

    def light(self, key: str) -> None:
        for line in self._links:
            line.set_lit(key in (line.link.upper, line.link.lower))
