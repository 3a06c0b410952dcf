"""A line across the page that says what is the matter and offers what helps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.ui.theme import SPACE, icon_pixmap, palette
from desktop.ui.widgets.buttons import icon_button, quiet_button
from desktop.ui.widgets.text import Label

_ICONS = {"info": "info", "good": "circle-check", "risk": "triangle-alert", "bad": "circle-alert"}


class Banner(QWidget):
    """``Banner("This file is read-only.", "info", action="Save a copy")``; ``kind`` is ``info``,
    ``good``, ``risk`` or ``bad``.  ``close_name`` gives it a close button with that name."""

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str,
        kind: str = "info",
        action: str = "",
        close_name: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tokens = palette()
        self._colour, self._ground = {
            "good": (tokens.good, tokens.good_ground),
            "risk": (tokens.risk, tokens.risk_ground),
            "bad": (tokens.bad, tokens.bad_ground),
        }.get(kind, (tokens.accent, tokens.selected))
        picture = QLabel()
        picture.setPixmap(
            icon_pixmap(_ICONS.get(kind, "info"), 18, self._colour, self.devicePixelRatioF())
        )
        self._text = Label(text, wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE.MEDIUM, SPACE.SMALL, SPACE.SMALL, SPACE.SMALL)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text, 1)
        if action:
            button = quiet_button(action)
            button.clicked.connect(self.acted)
            layout.addWidget(button)
        if close_name:
            close = icon_button("x", close_name)
            close.clicked.connect(self._on_close_clicked)
            layout.addWidget(close)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        return self._text.text()

    def set_text(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._ground))
        painter.fillRect(0, 0, 3, self.height(), QColor(self._colour))

    def _on_close_clicked(self) -> None:
        self.hide()
        self.closed.emit()
