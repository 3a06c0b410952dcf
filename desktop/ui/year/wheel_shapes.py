"""The shapes of events and marks, on the wheel and in its legend."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.core.wheel import EventKind
from desktop.core.wheel_year import MarkKind
from desktop.ui.theme import Palette

MARK, DOT = 5.5, 2.0  # half of a shape, and a dot's radius


def dress(painter: QPainter, kind: EventKind, tokens: Palette) -> None:
    """The pen and the brush of a kind of event; each is told apart without colour as well."""
    fill, edge = {
        EventKind.CAMPAIGN: (tokens.accent, tokens.accent),
        EventKind.REVIEW: (tokens.actual, tokens.actual),
        EventKind.CHECK_IN: (tokens.ground, tokens.actual),
        EventKind.OTHER: (tokens.last_year, tokens.last_year),
    }[kind]
    painter.setPen(QPen(QColor(edge), 1.2))
    painter.setBrush(QColor(fill))


def paint_mark(
    painter: QPainter,
    kind: MarkKind,
    spot: tuple[float, float],
    size: float,
    tokens: Palette,
    *,
    done: bool,
) -> None:
    """A milestone is a diamond, a goal's end a square, a check-in a dot, all filled when done; the
    end of a period is a line."""
    x, y = spot
    ink = tokens.ink_soft if kind is MarkKind.CHECK_IN else tokens.actual
    painter.setPen(QPen(QColor(ink), 1.0 if kind is MarkKind.CHECK_IN else 1.4))
    painter.setBrush(QColor(ink if done else tokens.raised))
    match kind:
        case MarkKind.MILESTONE:
            tips = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
            painter.drawPolygon(QPolygonF([QPointF(*tip) for tip in tips]))
        case MarkKind.DEADLINE:
            edge = size * 0.86
            painter.drawRect(QRectF(x - edge, y - edge, 2 * edge, 2 * edge))
        case MarkKind.CHECK_IN:
            painter.drawEllipse(QPointF(x, y), size, size)
        case MarkKind.PERIOD_END:
            painter.drawLine(QPointF(x, y - size), QPointF(x, y + size))
