"""What is shown while a file is read: which one, how far, and a way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Label, secondary_button

_MEASURE = 460
_STEPS = 1000


class ReadingView(QWidget):
    """``begin(words)``, ``set_progress(fraction)``; ``cancel_wanted`` is sent by the button."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", Text.TITLE, strong=True, wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.button = secondary_button(tr("Cancel"), "x")
        self.button.clicked.connect(self._on_cancel_clicked)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        holder = QWidget()
        holder.setMaximumWidth(_MEASURE)
        column = QVBoxLayout(holder)
        column.setSpacing(SPACE.MEDIUM)
        column.addWidget(self._words)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(holder, _MEASURE)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(middle)
        layout.addStretch(3)

    def begin(self, words: str) -> None:
        """Say what is going on; the end is not known yet."""
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)
        self.button.setEnabled(True)

    def set_progress(self, fraction: float | None) -> None:
        """``None`` when the end is not known."""
        self.bar.setRange(0, 0 if fraction is None else _STEPS)
        if fraction is not None:
            self.bar.setValue(round(fraction * _STEPS))

    def _on_cancel_clicked(self) -> None:
        self.button.setEnabled(False)  # heard; a large file takes a moment to stop
        self.cancel_wanted.emit()
