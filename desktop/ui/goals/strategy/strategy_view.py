"""The strategy map as a picture in which arrows are drawn by mouse and keyboard."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.core.goal_map import NodeKind
from desktop.core.map_walk import Way
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
    lacking,
    shown_bands,
)
from desktop.core.strategy_walk import reading_order, step
from desktop.qtkit.wording import say, tr
from desktop.ui.goals.map.node_item import WIDTH, NodeItem
from desktop.ui.goals.map.walked_picture import EDGE, WalkedPicture
from desktop.ui.goals.strategy.arrow_item import ArrowItem
from desktop.ui.goals.strategy.band_item import ASIDE, BandItem, BandName

_COLUMN_GAP = 26.0
_LEAST_PER_ROW = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StrategyView(WalkedPicture):
    """``arrow_wanted`` carries the keys of cause and effect, ``arrow_picked`` the id of the arrow
    that was clicked, ``drawing_changed`` the node that an arrow is being drawn from, or
    ``None``."""

    arrow_wanted = Signal(str, str)
    arrow_picked = Signal(int)
    drawing_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Strategy map"), parent)
        self.may_draw = True
        self._content: StrategyMap | None = None
        self._layout = StrategyLayout(0, 0, (), (), ())
        self._by_key: dict[str, StrategyNode] = {}
        self._arrows: list[ArrowItem] = []
        self._picked = 0
        self._per_row = 0
        self._from = ""  # the cause that an arrow is being drawn from
        self._pressed: tuple[str, QPoint] | None = None
        self._rubber: ArrowItem | None = None

    # ------------------------------------------------------------------ the picture

    def show_map(self, content: StrategyMap) -> None:
        """Show another map; where the keyboard stood it stays, if that is still there."""
        self._content = content
        self._by_key = {node.key: node for node in content.nodes}
        self._stop_drawing()
        self._pressed, self._rubber = None, None
        self.pictured.clear()
        self.items_by_key = {node.key: NodeItem(node.node, _kind(node)) for node in content.nodes}
        self._per_row = self._fitting()
        self._layout = place_strategy(
            [
                StrategyLeaf(key, BANDS.index(self._by_key[key].perspective), item.height)
                for key, item in self.items_by_key.items()
            ],
            [(arrow.cause, arrow.effect) for arrow in content.arrows],
            shown_bands(content.nodes),
            StrategySpacing(
                width=WIDTH,
                column_gap=_COLUMN_GAP,
                row_gap=34,
                band_gap=18,
                head=32,
                lane=16,
                per_row=self._per_row,
            ),
        )
        for placed in self._layout.nodes:
            item = self.items_by_key[placed.key]
            item.height = placed.height  # all of a row are as high
            item.setPos(placed.x, placed.y)
            self.pictured.addItem(item)
        ids = {(arrow.cause, arrow.effect): arrow.cause_id for arrow in content.arrows}
        self._arrows = [_arrow_item(arrow, ids) for arrow in self._layout.arrows]
        for arrow in self._arrows:
            self.pictured.addItem(arrow)
        whole = self._whole()
        for number, band in enumerate(self._layout.bands):
            ground = self._band(band, whole, shaded=number % 2 == 0)
            self.pictured.addItem(ground)
            self.pictured.addItem(BandName(ground))
        self.pictured.setSceneRect(whole)
        self.stand_in_order()

    @property
    def current_node(self) -> StrategyNode | None:
        """Where the keyboard stands, with its perspective."""
        return None if self.current is None else self._by_key.get(self.current.key)

    def described(self) -> str:
        node = self.current_node
        if node is None:
            return ""
        words = [super().described(), say(band_name(node.perspective)) + "."]
        if self._from and self._from != node.key:
            cause = self._by_key[self._from].node.title
            words.append(tr("Enter draws the arrow from “{cause}” to here.", cause=cause))
        return " ".join(words)

    def pick(self, cause_id: int) -> None:
        """Bring out one arrow; 0 brings out none."""
        self._picked = cause_id
        self.light(self.current.key if self.current is not None else "")

    # ------------------------------------------------------------------ what a picture asks

    def next_to(self, key: str, way: Way) -> str | None:
        return step(self._layout, key, way)

    def in_order(self) -> Sequence[str]:
        return reading_order(self._layout)

    def light(self, key: str) -> None:
        for arrow in self._arrows:
            picked = bool(self._picked) and arrow.cause_id == self._picked
            arrow.set_lit(key in (arrow.cause, arrow.effect), picked=picked)

    # ------------------------------------------------------------------ drawing

    def start_drawing(self) -> None:
        """The next Enter or click on a node draws an arrow from where the keyboard stands."""
        if self.may_draw and self.current is not None:
            self._from = self.current.key
            self.setFocus()
            self.set_current(self._from)
            self.drawing_changed.emit(self._by_key[self._from])

    def _stop_drawing(self) -> None:
        if self._from:
            self._from = ""
            self.drawing_changed.emit(None)

    def _draw(self, cause: str, effect: str) -> None:
        self._stop_drawing()
        if cause != effect:
            self.arrow_wanted.emit(cause, effect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_A and not event.modifiers():
            self.start_drawing()
        elif key == Qt.Key.Key_Escape and self._from:
            self._stop_drawing()
            self.set_current(self._current)
        elif key in _ENTER and self._from and self.current is not None:
            self._draw(self._from, self.current.key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        node = self.node_at(place)
        if node is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pick_by_mouse(0)
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            start, self._pressed = self._from, (node.node.key, place)
            self.set_current(node.node.key)
            if start:
                self._draw(start, node.node.key)
            return
        arrow = self.itemAt(place)
        self._pick_by_mouse(arrow.cause_id if isinstance(arrow, ArrowItem) else 0)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not self.may_draw:
            super().mouseMoveEvent(event)
            return
        place = event.position().toPoint()
        far = (place - self._pressed[1]).manhattanLength()
        if self._rubber is None and far >= QApplication.startDragDistance():
            self._rubber = ArrowItem([(0, 0), (1, 1)])
            self._rubber.setZValue(2)
            self._rubber.set_lit(True)
            self.pictured.addItem(self._rubber)
        if self._rubber is not None:
            start, end = self.items_by_key[self._pressed[0]], self.mapToScene(place)
            self._rubber.set_points([_edge_towards(start, end), (end.x(), end.y())])
            over = self.node_at(place)
            for item in self.items_by_key.values():
                here = over is item or item is start
                item.set_current(here, focused=over is item)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if self._rubber is None or pressed is None:
            super().mouseReleaseEvent(event)
            return
        self.pictured.removeItem(self._rubber)
        self._rubber = None
        self.set_current(pressed[0])
        over = self.node_at(event.position().toPoint())
        if over is not None:
            self._draw(pressed[0], over.node.key)

    def _pick_by_mouse(self, cause_id: int) -> None:
        if cause_id:
            arrow = next(each for each in self._arrows if each.cause_id == cause_id)
            self.set_current(arrow.cause)
        if cause_id != self._picked:
            self.pick(cause_id)
            self.arrow_picked.emit(cause_id)

    # ------------------------------------------------------------------ the room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._content is not None and self._fitting() != self._per_row:
            self.show_map(self._content)

    def _fitting(self) -> int:
        """How many nodes stand beside each other: what fits at full size, and more where the map
        would be a tower otherwise."""
        room = self.viewport().width() - 2 * EDGE - 2 * ASIDE
        fits = int((room + _COLUMN_GAP) // (WIDTH + _COLUMN_GAP))
        return max(_LEAST_PER_ROW, fits, round(math.sqrt(len(self._by_key))))

    def _whole(self) -> QRectF:
        """The map in the middle of bands that fill the view."""
        aside = max((self.viewport().width() - 2 * EDGE - self._layout.width) / 2, ASIDE)
        return QRectF(-aside, 0, self._layout.width + 2 * aside, self._layout.height + 1)

    def _band(self, placed: PlacedBand, whole: QRectF, *, shaded: bool) -> BandItem:
        band = BANDS[placed.number]
        full = any(node.perspective is band for node in self._by_key.values())
        return BandItem(
            QRectF(whole.left(), placed.y, whole.width(), placed.height),
            say(band_name(band)),
            "" if full else say(lacking(band)),
            shaded=shaded,
        )


def _kind(node: StrategyNode) -> str:
    return tr("Goal") if node.node.kind is NodeKind.GOAL else tr("KPI")


def _arrow_item(placed: PlacedArrow, ids: dict[tuple[str, str], int]) -> ArrowItem:
    pair = (placed.cause, placed.effect)
    return ArrowItem(placed.points, *pair, ids[pair])


def _edge_towards(item: NodeItem, end: QPointF) -> tuple[float, float]:
    """The middle of the edge of a node that a point lies beyond."""
    up = end.y() < item.y() + item.height / 2
    return item.x() + WIDTH / 2, item.y() + (0.0 if up else item.height)
