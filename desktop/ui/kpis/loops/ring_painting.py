"""Paints a ring: steps with their numbers, arrows, and the conversion on each arrow."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from desktop.core.loop_flow import FlowStep, LoopFlow
from desktop.core.loop_words import ratio_words
from desktop.core.ring_layout import RingLayout
from desktop.qtkit.wording import current, say, tr
from desktop.ui.theme import RADIUS, Palette, Text, font

_ASIDE = 8.0
_HEAD = 9.0  # length of an arrow's head
_SMOOTH = 40  # points to an arrow
_APART = 3.0  # between an arrow and a step
STEP_WIDTH, STEP_HEIGHT = 148.0, 62.0


class RingPainting:
    """One painting of a flow; see :meth:`paint`."""

    def __init__(
        self, painter: QPainter, flow: LoopFlow, layout: RingLayout, tokens: Palette
    ) -> None:
        self._painter, self._flow = painter, flow
        self._layout, self._tokens = layout, tokens

    def paint(self, *, current: int, focused: bool, held: QPointF | None) -> None:
        """``held`` is where the current step is being dragged."""
        for place in range(len(self._flow.links)):
            self._arrow(place, strong=place == current)
        for place in range(len(self._flow.links)):
            self._ratio(place)
        for place, step in enumerate(self._flow.steps):
            middle = QPointF(*self._layout.step(place))
            here = place == current
            self._step(place, step, middle, here=here, focused=here and focused)
        if held is not None and self._flow.steps:
            self._step(current, self._flow.steps[current], held, here=True, focused=focused)

    def _arrow(self, place: int, *, strong: bool) -> None:
        points = [QPointF(*spot) for spot in self._layout.way(place, _SMOOTH, _APART)]
        if len(points) < 2:
            return
        weak = place == self._flow.weakest
        tokens = self._tokens
        ink = QColor(tokens.bad if weak else tokens.accent if strong else tokens.outline)
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        self._painter.setPen(QPen(ink, 2.5 if weak or strong else 1.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)
        end, before = points[-1], points[-2]
        angle = math.atan2(end.y() - before.y(), end.x() - before.x())
        wings = [
            QPointF(
                end.x() - _HEAD * math.cos(angle + turn), end.y() - _HEAD * math.sin(angle + turn)
            )
            for turn in (0.45, -0.45)
        ]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ink)
        self._painter.drawPolygon(QPolygonF([end, *wings]))

    def _ratio(self, place: int) -> None:
        """The newest conversion on its arrow; a dash where none can be shown."""
        link = self._flow.links[place]
        weak = place == self._flow.weakest
        text = "\N{EN DASH}" if link.newest is None else say(ratio_words(link, link.newest[1]))
        if weak:
            text = tr("{ratio}, weakest", ratio=text)
        face = font(Text.BODY, strong=True)
        metrics = QFontMetricsF(face)
        middle = QPointF(*self._layout.link(place))
        width = metrics.horizontalAdvance(text) + 2 * _ASIDE
        box = QRectF(middle.x() - width / 2, middle.y() - 13, width, 26)
        box.moveLeft(min(max(box.left(), 0.0), self._layout.width - width))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._tokens.ground))
        self._painter.drawRect(box)
        self._painter.setFont(face)
        self._painter.setPen(QColor(self._tokens.bad if weak else self._tokens.ink))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _step(
        self, place: int, step: FlowStep, middle: QPointF, *, here: bool, focused: bool
    ) -> None:
        tokens = self._tokens
        box = QRectF(0, 0, STEP_WIDTH, STEP_HEIGHT)
        box.moveCenter(middle)
        edge = tokens.focus if focused else tokens.outline
        self._painter.setPen(QPen(QColor(edge), 2 if here else 1))
        self._painter.setBrush(QColor(tokens.selected if here else tokens.raised))
        self._painter.drawRoundedRect(box, RADIUS, RADIUS)
        inner = box.adjusted(_ASIDE, 5, -_ASIDE, -5)
        names = font(Text.SMALL)
        name = QFontMetricsF(names).elidedText(
            f"{place + 1}. {step.name}", Qt.TextElideMode.ElideRight, inner.width()
        )
        self._painter.setFont(names)
        self._painter.setPen(QColor(tokens.ink))
        top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        self._painter.drawText(inner, top, name)
        value, period = _figures(step)
        self._painter.setFont(font(Text.BODY, strong=True))
        self._painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, value)
        self._painter.setFont(font(Text.CAPTION))
        self._painter.setPen(QColor(tokens.ink_soft))
        bottom = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        self._painter.drawText(inner, bottom, period)


def _figures(step: FlowStep) -> tuple[str, str]:
    """The newest full value and its period, or why there is none."""
    if step.kpi is None:
        return "", tr("No KPI")
    if step.latest is None:
        return "", tr("No values yet")
    wording = current()
    value = wording.quantity(step.kpi.quantity(step.latest.value))
    return value, wording.period(step.latest.period)
