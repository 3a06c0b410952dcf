"""The thin line that stands where other programs draw a box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import palette


class Hairline(QWidget):
    """A horizontal hairline, or a vertical one; ``strong`` is the ink's own."""

    def __init__(
        self, *, vertical: bool = False, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._strong = strong
        fixed, grow = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        if vertical:
            self.setFixedWidth(1)
            self.setSizePolicy(fixed, grow)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(grow, fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = palette().ink if self._strong else palette().hairline
        QPainter(self).fillRect(self.rect(), QColor(colour))
