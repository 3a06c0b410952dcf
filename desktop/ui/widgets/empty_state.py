"""What a page shows while it is empty: what belongs there, and the one next step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE, Text, icon_pixmap, palette
from desktop.ui.widgets.buttons import primary_button, quiet_button
from desktop.ui.widgets.text import Label

_MEASURE = 460


class EmptyState(QWidget):
    """``EmptyState("target", "No goals yet", "A goal is …", "Write the first goal")``; ``acted``
    is sent by the button, ``acted_otherwise`` by the second, quieter one."""

    acted = Signal()
    acted_otherwise = Signal()

    def __init__(
        self,
        icon_name: str,
        title: str,
        text: str,
        button: str = "",
        second_button: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first: QWidget | None = None
        picture = QLabel()
        picture.setFixedSize(40, 40)
        scale = self.devicePixelRatioF()
        picture.setPixmap(icon_pixmap(icon_name, 40, palette().accent, scale))
        heading = Label(title, Text.TITLE, strong=True, wrap=True)
        words = Label(text, soft=True, wrap=True)
        column = QVBoxLayout()
        column.setSpacing(SPACE.SMALL)
        column.addWidget(picture)
        column.addSpacing(SPACE.SMALL)
        column.addWidget(heading)
        column.addWidget(words)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.SMALL)
        if button:
            first = primary_button(button)
            first.clicked.connect(self.acted)
            buttons.addWidget(first)
            self._first = first
        if second_button:
            second = quiet_button(second_button)
            second.clicked.connect(self.acted_otherwise)
            buttons.addWidget(second)
        buttons.addStretch(1)
        column.addSpacing(SPACE.SMALL)
        column.addLayout(buttons)
        holder = QWidget()
        holder.setMaximumWidth(_MEASURE)
        holder.setLayout(column)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(holder, _MEASURE)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(middle)
        layout.addStretch(3)

    def take_focus(self) -> None:
        """Put the keyboard on the one next step, if there is one."""
        if self._first is not None:
            self._first.setFocus()
