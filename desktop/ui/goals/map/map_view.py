"""The map as a picture that can be moved, enlarged, and walked by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from desktop.core.goal_map import GoalMap, MapNode, column_names, kind_name, levels
from desktop.core.map_layout import Leaf, MapLayout, Spacing, place_map
from desktop.core.map_walk import Way, neighbour, reading_order
from desktop.qtkit.wording import say, tr
from desktop.ui.goals.map.link_item import LinkItem
from desktop.ui.goals.map.node_item import WIDTH, NodeItem
from desktop.ui.theme import Text, font, palette
from desktop.ui.widgets import status_word

_SPACING = Spacing(width=WIDTH, column_gap=36, row_gap=12, cousins=20, lane=18)
_HEADS = 32.0  # height of the columns' names
_EDGE = 12.0
_BAR = 16  # room for a scroll bar
_STEP = 1.2
_LEAST, _MOST = 0.25, 2.5
_READABLE = 0.75  # a map that would be smaller than this begins at full size
_WAYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}


class MapView(QGraphicsView):
    """``opened`` carries the node that Enter or a double click asks for, ``current_changed`` the
    one where the keyboard stands."""

    opened = Signal(object)
    current_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self._layout = MapLayout(0, 0, (), ())
        self._items: dict[str, NodeItem] = {}
        self._links: list[LinkItem] = []
        self._current = ""
        self.setAccessibleName(tr("Goal map"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def show_map(self, content: GoalMap) -> None:
        """Show another map; where the keyboard stood it stays, if that is still there."""
        level = levels(content.nodes)
        self._scene.clear()
        self._items = {
            node.key: NodeItem(node, say(kind_name(node, level[node.key])))
            for node in content.nodes
        }
        leaves = [
            Leaf(key, item.node.below, level[key], item.height) for key, item in self._items.items()
        ]
        self._layout = place_map(leaves, _SPACING)
        for placed in self._layout.nodes:
            item = self._items[placed.key]
            item.setPos(placed.x, placed.y)
            self._scene.addItem(item)
        self._links = [LinkItem(link) for link in self._layout.links]
        for link in self._links:
            self._scene.addItem(link)
        for number, name in enumerate(column_names(content.nodes, level)):
            head = self._scene.addSimpleText(say(name), font(Text.SMALL))
            head.setBrush(QColor(palette().ink_soft))
            head.setPos(number * (WIDTH + _SPACING.column_gap), -_HEADS)
        whole = QRectF(0, -_HEADS, self._layout.width, self._layout.height + _HEADS)
        self._scene.setSceneRect(whole.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE))
        order = reading_order(self._layout)
        self.set_current(
            self._current if self._current in self._items else order[0] if order else ""
        )

    @property
    def current(self) -> MapNode | None:
        """Where the keyboard stands."""
        item = self._items.get(self._current)
        return None if item is None else item.node

    def set_current(self, key: str) -> None:
        """Stand on a node, and bring it and its lines out."""
        self._current = key
        for item in self._items.values():
            item.set_current(item.node.key == key, focused=self.hasFocus())
        for line in self._links:
            line.set_lit(key in (line.link.upper, line.link.lower))
        self.setAccessibleDescription(self.described())
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.current_changed.emit(self.current)

    def described(self) -> str:
        """Where the keyboard stands, in words."""
        item = self._items.get(self._current)
        if item is None:
            return ""
        node = item.node
        status = "" if node.status is None else status_word(node.status)
        detail = "" if node.detail is None else say(node.detail)
        facts = [text for text in (status, node.owner, detail) if text]
        return f"{item.name}: {node.title}. " + ", ".join(facts)

    def zoom(self, factor: float) -> None:
        """Enlarge, within limits."""
        scale = self.transform().m11()
        factor = min(max(scale * factor, _LEAST), _MOST) / scale
        self.scale(factor, factor)

    def enlarge(self) -> None:
        self.zoom(_STEP)

    def reduce(self) -> None:
        self.zoom(1 / _STEP)

    def fit(self) -> None:
        """The whole map, but no larger than at full size."""
        room, whole = self.viewport().size(), self._scene.sceneRect()
        if whole.width() > 0 and whole.height() > 0:
            scale = min(room.width() / whole.width(), room.height() / whole.height(), 1.0)
            self.resetTransform()
            self.zoom(scale)

    def begin(self) -> None:
        """As wide as there is room for where that can be read, otherwise at full size; where the
        keyboard stands is in sight."""
        whole = max(self._scene.sceneRect().width(), 1.0)
        scale = min((self.viewport().width() - _BAR) / whole, 1.0)
        self.resetTransform()
        if scale >= _READABLE:
            self.zoom(scale)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setValue(bar.minimum())
        if self._current:
            self.ensureVisible(self._items[self._current], 24, 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WAYS and self._current:
            following = neighbour(self._layout, self._current, _WAYS[key])
            if following is not None:
                self._go(following)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._current:
            order = reading_order(self._layout)
            self._go(order[0] if key == Qt.Key.Key_Home else order[-1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.enlarge()
        elif key == Qt.Key.Key_Minus:
            self.reduce()
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self._node_at(event.position().toPoint())
        if item is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.set_current(item.node.key)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self._node_at(event.position().toPoint())
        if item is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(item.node)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.set_current(self._current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_current(self._current)

    def _go(self, key: str) -> None:
        self.set_current(key)
        self.ensureVisible(self._items[key], 24, 24)

    def _node_at(self, place: QPoint) -> NodeItem | None:
        found = self.itemAt(place)
        return found if isinstance(found, NodeItem) else None
