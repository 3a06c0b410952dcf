"""What the shapes on the wheel mean, in a line below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.wheel import EventKind, event_names
from desktop.core.wheel_year import MarkKind, mark_names
from desktop.qtkit.wording import say
from desktop.ui.theme import Text, font, palette
from desktop.ui.year.wheel_shapes import DOT, dress, paint_mark

_HEIGHT = 20
_SWATCH, _GAP, _APART = 18, 6, 20


class WheelLegend(QWidget):
    """Kinds of events first, then what goals bring along; in two lines where one is too narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[tuple[EventKind | MarkKind, str]] = [
            *((kind, say(name)) for kind, name in event_names().items()),
            *((mark, say(name)) for mark, name in mark_names().items()),
        ]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(text for _, text in self._entries))

    def heightForWidth(self, width: int) -> int:
        return _HEIGHT * (1 + max(row for row, *_ in self._places(width)))

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Text.CAPTION))
        metrics = QFontMetricsF(painter.font())
        for (row, x), (kind, text) in zip(self._places(self.width()), self._entries, strict=True):
            y = _HEIGHT * (row + 0.5)
            if isinstance(kind, EventKind):
                dress(painter, kind, tokens)
                painter.drawRect(QRectF(x + 1, y - 4, _SWATCH - 2, 8))
            else:
                size = DOT if kind is MarkKind.CHECK_IN else 4.5
                paint_mark(painter, kind, (x + _SWATCH / 2, y), size, tokens, done=False)
            painter.setPen(QColor(tokens.ink_soft))
            painter.drawText(QPointF(x + _SWATCH + _GAP, y + metrics.capHeight() / 2), text)

    def _places(self, width: int) -> list[tuple[int, float]]:
        """The row and the left edge of each entry."""
        metrics = QFontMetricsF(font(Text.CAPTION))
        found, row, x = [], 0, 0.0
        for _, text in self._entries:
            wide = _SWATCH + _GAP + metrics.horizontalAdvance(text)
            if x > 0 and x + wide > width:
                row, x = row + 1, 0.0
            found.append((row, x))
            x += wide + _APART
        return found
