"""A picture of nodes that can be moved, enlarged, and walked by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from desktop.core.goal_map import MapNode
from desktop.core.map_walk import Way
from desktop.qtkit.wording import say
from desktop.ui.goals.map.node_item import NodeItem
from desktop.ui.widgets import status_word

EDGE = 12.0
_BAR = 16  # room for a scroll bar
_STEP = 1.2
_LEAST, _MOST = 0.25, 2.5
_READABLE = 0.75  # a picture that would be smaller than this begins at full size
_WAYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}


class WalkedPicture(QGraphicsView):
    """Subclasses place the nodes and say which is next to which.  ``opened`` carries the node
    that Enter or a double click asks for, ``current_changed`` the one where the keyboard
    stands."""

    opened = Signal(object)
    current_changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictured = QGraphicsScene(self)
        self.setScene(self.pictured)
        self.items_by_key: dict[str, NodeItem] = {}
        self._current = ""
        self._begun = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    # ------------------------------------------------------------------ what a subclass knows

    def next_to(self, key: str, way: Way) -> str | None:
        """The node that a step leads to; ``None`` at the edge, which here is everywhere."""
        return None

    def in_order(self) -> Sequence[str]:
        """The keys of all nodes in the order of reading: here that in which they came."""
        return list(self.items_by_key)

    def light(self, key: str) -> None:
        """Bring out the lines of a node, where the picture has any."""

    def stand_in_order(self) -> None:
        """Once the nodes are placed: where the keyboard stood it stays, if that is still there."""
        order = self.in_order()
        known = self._current in self.items_by_key
        self.set_current(self._current if known else order[0] if order else "")

    @property
    def current(self) -> MapNode | None:
        """Where the keyboard stands."""
        item = self.items_by_key.get(self._current)
        return None if item is None else item.node

    def set_current(self, key: str) -> None:
        """Stand on a node, and bring it and its lines out."""
        self._current = key
        for item in self.items_by_key.values():
            item.set_current(item.node.key == key, focused=self.hasFocus())
        self.light(key)
        self.setAccessibleDescription(self.described())
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.current_changed.emit(self.current)

    def described(self) -> str:
        """Where the keyboard stands, in words."""
        item = self.items_by_key.get(self._current)
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
        """The whole picture, but no larger than at full size."""
        room, whole = self.viewport().size(), self.pictured.sceneRect()
        if whole.width() > 0 and whole.height() > 0:
            scale = min(room.width() / whole.width(), room.height() / whole.height(), 1.0)
            self.resetTransform()
            self.scale(scale, scale)  # however small

    def begin(self) -> None:
        """As wide as there is room for where that can be read, otherwise at full size; where the
        keyboard stands is in sight."""
        whole = max(self.pictured.sceneRect().width(), 1.0)
        scale = min((self.viewport().width() - _BAR) / whole, 1.0)
        self.resetTransform()
        if scale >= _READABLE:
            self.zoom(scale)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setValue(bar.minimum())
        if self._current:
            self.ensureVisible(self.items_by_key[self._current], 24, 24)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self.begin)  # once it knows its room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WAYS and self._current:
            following = self.next_to(self._current, _WAYS[key])
            if following is not None:
                self.go(following)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._current:
            order = self.in_order()
            self.go(order[0] if key == Qt.Key.Key_Home else order[-1])
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
        item = self.node_at(event.position().toPoint())
        if item is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.set_current(item.node.key)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.node_at(event.position().toPoint())
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

    def go(self, key: str) -> None:
        """Stand on a node and have it in sight."""
        self.set_current(key)
        self.ensureVisible(self.items_by_key[key], 24, 24)

    def node_at(self, place: QPoint) -> NodeItem | None:
        """The node under a place of the viewport."""
        found = self.itemAt(place)
        return found if isinstance(found, NodeItem) else None
