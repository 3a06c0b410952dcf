"""The steps of a longer task, and where one is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import Text, font, palette

_DOT = 22
_GAP = 8
_LINE = 28


class Stepper(QWidget):
    """``Stepper(["File", "Columns", "Preview"])`` and ``set_current(1)``: done steps are ticked,
    the current one is strong, and the steps after it soft."""

    def __init__(self, steps: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_current(0)

    @property
    def current(self) -> int:
        return self._current

    def set_current(self, index: int) -> None:
        self._current = index
        if 0 <= index < len(self._steps):
            place = f"{index + 1}/{len(self._steps)}"
            self.setAccessibleName(f"{place} {self._steps[index]}")
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font(Text.SMALL, strong=True))
        words = sum(metrics.horizontalAdvance(step) for step in self._steps)
        between = (len(self._steps) - 1) * (_LINE + 2 * _GAP)
        return QSize(round(words + len(self._steps) * (_DOT + _GAP) + between) + 4, _DOT + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(_DOT * len(self._steps), _DOT + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 1.0, self.height() / 2
        for index, step in enumerate(self._steps):
            if index:
                painter.setPen(QPen(QColor(palette().outline), 1))
                painter.drawLine(
                    round(x + _GAP), round(middle), round(x + _GAP + _LINE), round(middle)
                )
                x += _LINE + 2 * _GAP
            x = self._paint_step(painter, x, middle, index, step)

    def _paint_step(
        self, painter: QPainter, x: float, middle: float, index: int, step: str
    ) -> float:
        tokens = palette()
        here, done = index == self._current, index < self._current
        dot = QRectF(x, middle - _DOT / 2, _DOT, _DOT)
        painter.setPen(QPen(QColor(tokens.accent if here or done else tokens.outline), 1.5))
        painter.setBrush(QColor(tokens.accent) if here else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        words = font(Text.SMALL, strong=here)
        painter.setFont(font(Text.SMALL, strong=True))
        ink = tokens.on_accent if here else tokens.accent if done else tokens.ink_soft
        painter.setPen(QColor(ink))
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, "\u2713" if done else str(index + 1))
        painter.setFont(words)
        painter.setPen(QColor(tokens.ink if here or done else tokens.ink_soft))
        width = QFontMetricsF(words).horizontalAdvance(step)
        place = QRectF(x + _DOT + _GAP, 0, width + 2, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, step)
        return x + _DOT + _GAP + width
