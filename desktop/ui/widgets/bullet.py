"""The bullet graph after Few: bands of one hue, a bar a third as high, a target three quarters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import palette


class Bullet(QWidget):
    """``Bullet(value=320, target=412, plan=350, high=500, bands=(250, 350))``: ``bands`` are the
    upper limits of the background bands but the last; ``plan`` is a thin mark of what is expected
    now.  The caller writes the numbers beside it."""

    def __init__(
        self,
        value: float | None = None,
        target: float | None = None,
        *,
        plan: float | None = None,
        low: float = 0.0,
        high: float | None = None,
        bands: Sequence[float] = (),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_values(value, target, plan=plan, low=low, high=high, bands=bands)

    def set_values(
        self,
        value: float | None,
        target: float | None,
        *,
        plan: float | None = None,
        low: float = 0.0,
        high: float | None = None,
        bands: Sequence[float] = (),
    ) -> None:
        """Without ``high`` the scale ends a little beyond the largest of what is shown."""
        shown = [known for known in (value, target, plan, *bands) if known is not None]
        self._value, self._target, self._plan = value, target, plan
        self._low = min([low, *shown])
        top = max([*shown, self._low])
        self._high = high if high is not None else top + (top - self._low) * 0.1
        self._bands = tuple(sorted(bands))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 22)

    def _x(self, value: float) -> float:
        span = (self._high - self._low) or 1.0
        return min(max((value - self._low) / span, 0.0), 1.0) * self.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = palette()
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        height = float(self.height())
        shades = [tokens.band_1, tokens.band_2, tokens.band_3][-(len(self._bands) + 1) :]
        start = 0.0
        for limit, shade in zip([*self._bands, self._high], shades, strict=False):
            end = self._x(limit)
            painter.fillRect(QRectF(start, 0, end - start, height), QColor(shade))
            start = end
        if self._value is not None:
            zero = self._x(max(self._low, min(0.0, self._high)))
            left, right = sorted((zero, self._x(self._value)))
            bar = QRectF(left, height / 3, right - left, height / 3)
            painter.fillRect(bar, QColor(tokens.actual))
        if self._plan is not None:
            at = min(self._x(self._plan), self.width() - 1.0)
            painter.fillRect(QRectF(at, height / 4, 1, height / 2), QColor(tokens.plan))
        if self._target is not None:
            at = min(max(self._x(self._target) - 1.5, 0.0), self.width() - 3.0)
            mark = QRectF(at, height / 8, 3, height * 3 / 4)
            painter.fillRect(mark, QColor(tokens.target))
