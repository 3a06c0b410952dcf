"""One goal, key result or KPI on the map: its name in full, its status, and one line of facts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.core.goal_map import MapNode, NodeKind
from desktop.qtkit.wording import say
from desktop.ui.theme import Text, font, palette
from desktop.ui.theme.tokens import RADIUS
from desktop.ui.widgets.status_mark import paint_status

WIDTH = 204.0
_ASIDE, _ABOVE = 10.0, 8.0  # between the edge and the words
_STATUS = 20.0  # the height of the status' line
_GAP = 2.0


def broken(text: str, face: QFont, room: float) -> list[str]:
    """The text in lines of at most ``room`` pixels; a word that is longer is broken."""
    layout = QTextLayout(text, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        start = line.textStart()
        lines.append(text[start : start + line.textLength()].strip())
    layout.endLayout()
    return lines


class NodeItem(QGraphicsItem):
    """``height`` is what the words take; ``current`` is where the keyboard stands."""

    def __init__(self, node: MapNode, name: str) -> None:
        super().__init__()
        self.node, self.name = node, name
        self.current = self.focused = False
        room = WIDTH - 2 * _ASIDE
        strong = node.kind is NodeKind.GOAL
        self._faces = (font(Text.BODY, strong=strong), font(Text.SMALL))
        detail = "" if node.detail is None else say(node.detail)
        facts = " · ".join(text for text in (node.owner, detail) if text)
        self._title = broken(node.title, self._faces[0], room)
        self._facts = broken(facts, self._faces[1], room) if facts else []
        self.height = 2 * _ABOVE + self._heights()
        self.setZValue(1)

    def words(self) -> list[str]:
        """What is written, line by line."""
        return [*self._title, *self._facts]

    def set_current(self, current: bool, *, focused: bool) -> None:
        """Whether the keyboard stands here, and whether the map has it."""
        if (current, focused) != (self.current, self.focused):
            self.current, self.focused = current, focused
            self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-2, -2, WIDTH + 4, self.height + 4)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        self._paint_ground(painter)
        tokens = palette()
        y = _ABOVE
        for face, lines, ink in zip(
            self._faces, (self._title, self._facts), (tokens.ink, tokens.ink_soft), strict=True
        ):
            metrics = QFontMetricsF(face)
            for line in lines:
                painter.setFont(face)
                painter.setPen(QColor(ink))
                painter.drawText(QPointF(_ASIDE, y + metrics.ascent()), line)
                y += metrics.height()
            if lines is self._title and self.node.status is not None:
                place = QRectF(_ASIDE, y, WIDTH - 2 * _ASIDE, _STATUS)
                paint_status(painter, place, self.node.status, Text.SMALL)
                y += _STATUS
            y += _GAP

    def _paint_ground(self, painter: QPainter) -> None:
        """Goals stand out by a firm edge, key results by a hairline, KPIs by their ground."""
        tokens = palette()
        kind = self.node.kind
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = tokens.sunken if kind is NodeKind.KPI else tokens.raised
        painter.setBrush(QColor(tokens.selected if self.current else ground))
        edge = tokens.outline if kind is NodeKind.GOAL else tokens.hairline
        pen = QPen(QColor(edge), 1)
        if self.current:
            pen = QPen(QColor(tokens.focus if self.focused else tokens.outline), 2)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(0, 0, WIDTH, self.height), RADIUS, RADIUS)

    def _heights(self) -> float:
        title, facts = (QFontMetricsF(face).height() for face in self._faces)
        status = 0.0 if self.node.status is None else _STATUS
        below = _GAP + facts * len(self._facts) if self._facts else 0.0
        return title * len(self._title) + status + below
