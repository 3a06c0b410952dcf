"""A view of the goals as rows below each other, with a line about all of them above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE
from desktop.ui.widgets import Label

_READING_WIDTH = 1240


class ScrollingRows(QWidget):
    """``message`` says how they stand together; ``head`` is the line that it stands in."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.message = Label("", soft=True, wrap=True)
        self.head = QHBoxLayout()
        self.head.setSpacing(SPACE.MEDIUM)
        self.head.addWidget(self.message, 1)
        self._scroller = QScrollArea()
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setWidgetResizable(True)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addLayout(self.head)
        layout.addWidget(self._scroller, 1)

    def take_focus(self) -> None:
        """Put the keyboard on the first row that can be opened."""
        for widget in self._scroller.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocus()
                return

    def set_rows(self, rows: Sequence[QWidget]) -> None:
        """Show other rows; the scroll bar stays where it is."""
        bar = self._scroller.verticalScrollBar()
        place = bar.value()
        content = QWidget()
        content.setMaximumWidth(_READING_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        column.setSpacing(SPACE.LARGE)
        for row in rows:
            column.addWidget(row)
        column.addStretch(1)
        self._scroller.setWidget(content)  # the one before goes
        bar.setValue(place)
