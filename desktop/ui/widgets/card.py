"""A section of a page: a hairline, a heading, and what belongs together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE
from desktop.ui.widgets.hairline import Hairline
from desktop.ui.widgets.text import Caption, Heading


class Card(QWidget):
    """``Card("People", "Who owns goals", aside=button)`` and then ``add(widget)``."""

    def __init__(
        self,
        title: str = "",
        caption: str = "",
        aside: QWidget | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = Heading(title)
        self._caption = Caption(caption)
        for label, text in ((self._title, title), (self._caption, caption)):
            if not text:
                label.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._caption)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        if aside is not None:
            head.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.MEDIUM)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        layout.addWidget(Hairline())
        if title or caption or aside is not None:
            layout.addLayout(head)
        layout.addLayout(self.body)
        if title:
            self.setAccessibleName(title)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put ``widget`` below what is there."""
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout) -> None:
        self.body.addLayout(layout)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
