"""A view of the goals as rows below each other, with a line about all of them above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE
from desktop.ui.widgets import Label
from desktop.ui.widgets.row_scroller import RowScroller


class ScrollingRows(QWidget):
    """``message`` says how they stand together; ``head`` is the line that it stands in."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.message = Label("", soft=True, wrap=True)
        self.head = QHBoxLayout()
        self.head.setSpacing(SPACE.MEDIUM)
        self.head.addWidget(self.message, 1)
        self._rows = RowScroller()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addLayout(self.head)
        layout.addWidget(self._rows, 1)

    def take_focus(self) -> None:
        """Put the keyboard on the first row that can be opened."""
        for widget in self._rows.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocus()
                return

    def set_rows(self, rows: Sequence[QWidget]) -> None:
        """Show other rows; the scroll bar stays where it is."""
        self._rows.set_rows(rows)
