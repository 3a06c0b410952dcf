"""Rows below each other that scroll, no wider than the eye can follow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE
from desktop.ui.widgets.page_frame import READING_WIDTH


class ReadingColumn(QScrollArea):
    """The keyboard goes to what is in it, never to the scroller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_rows(self, rows: Sequence[QWidget]) -> None:
        """Show other rows; the scroll bar stays where it is."""
        bar = self.verticalScrollBar()
        place = bar.value()
        content = QWidget()
        content.setMaximumWidth(READING_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        column.setSpacing(SPACE.LARGE)
        for row in rows:
            column.addWidget(row)
        column.addStretch(1)
        self.setWidget(content)  # the one before goes
        bar.setValue(place)
