"""Rows below each other that scroll, no wider than the eye can follow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme import SPACE
from desktop.ui.widgets.page_frame import READING_WIDTH
from desktop.ui.widgets.scroller import Scroller


class RowScroller(Scroller):
    """The rows are changed as a whole."""

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
