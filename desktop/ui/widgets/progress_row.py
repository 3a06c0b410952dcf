"""One line of work in a dialog: what is being done, how far, and a way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.theme import SPACE
from desktop.ui.widgets.buttons import quiet_button
from desktop.ui.widgets.text import Caption

_STEPS = 1000


class ProgressRow(QWidget):
    """Hidden until :meth:`begin`; ``cancel_wanted`` is sent by its button."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Caption(wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.button = quiet_button(tr("Cancel"), "x")
        self.button.clicked.connect(self.cancel_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.SMALL)
        row.addWidget(self._words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.button)
        self.hide()

    def begin(self, words: str) -> None:
        """Say what is going on; the end is not known yet."""
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        self.set_progress(None)
        self.show()

    def set_progress(self, fraction: float | None, _: object = None) -> None:
        """``None`` when the end is not known."""
        self.bar.setRange(0, 0 if fraction is None else _STEPS)
        if fraction is not None:
            self.bar.setValue(round(fraction * _STEPS))
