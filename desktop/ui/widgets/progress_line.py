"""Progress from baseline to target as one line, with where the plan expects it to be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import palette

_THICK = 6


class ProgressLine(QWidget):
    """``ProgressLine(0.4, expected=0.5)``: fractions of the way.  Above 1 the line is rescaled and
    the target is marked; below 0 nothing is filled.  The caller writes the number beside it."""

    def __init__(
        self,
        progress: float | None = None,
        expected: float | None = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._colour = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_progress(progress, expected)

    def set_progress(
        self, progress: float | None, expected: float | None = None, colour: str = ""
    ) -> None:
        """``colour`` is a token for the filled part; by default the ink."""
        self._progress = progress
        self._expected = expected
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        progress = max(0.0, self._progress or 0.0)
        whole = max(1.0, progress)
        top = (self.height() - _THICK) / 2
        painter.setBrush(QColor(tokens.band_2))
        painter.drawRoundedRect(QRectF(0, top, self.width() / whole, _THICK), 1, 1)
        painter.setBrush(QColor(self._colour or tokens.ink))
        painter.drawRoundedRect(QRectF(0, top, self.width() * progress / whole, _THICK), 1, 1)
        if progress > 1:  # where the target was passed
            painter.setBrush(QColor(tokens.ground))
            painter.drawRect(QRectF(self.width() / whole - 1, top, 2, _THICK))
        if self._expected is not None:
            at = min(max(self._expected, 0.0), whole) / whole * self.width()
            at = min(max(at, 1.0), self.width() - 1.0)
            painter.setBrush(QColor(tokens.plan))
            painter.drawRect(QRectF(at - 1, top - 5, 2, _THICK + 10))
