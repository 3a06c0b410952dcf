"""The thin line that stands where other programs draw a box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget


class Hairline(QWidget):
    """A horizontal hairline, or a vertical one; ``strong`` is the ink's own."""

    def __init__(
        self, *, vertical: bool = False, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        fixed, grow = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        if vertical:
            self.setFixedWidth(1)
            self.setSizePolicy(fixed, grow)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(grow, fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        roles = QPalette.ColorRole
        self.setBackgroundRole(roles.WindowText if strong else roles.Mid)
        self.setAutoFillBackground(True)  # a page has a dozen: Qt paints them by itself
