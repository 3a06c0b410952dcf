"""One part of the settings: its name at the left, its fields at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Hairline, Heading

_NAMES = 264
_FIELDS = 620


class Section(QWidget):
    """``add`` puts fields below one another."""

    def __init__(self, title: str, caption: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        left = QWidget()
        left.setFixedWidth(_NAMES)
        names = QVBoxLayout(left)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(SPACE.TIGHT)
        names.addWidget(Heading(title))
        names.addWidget(Caption(caption))
        names.addStretch(1)
        fields = QWidget()
        fields.setMaximumWidth(_FIELDS)
        self.body = QVBoxLayout(fields)
        self.body.setContentsMargins(0, 4, 0, 0)
        self.body.setSpacing(SPACE.MEDIUM)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, SPACE.SMALL)
        layout.setHorizontalSpacing(SPACE.WIDE)
        layout.setVerticalSpacing(SPACE.MEDIUM)
        layout.setColumnStretch(1, 1)
        layout.addWidget(Hairline(), 0, 0, 1, 2)
        layout.addWidget(left, 1, 0)
        beside = QHBoxLayout()
        beside.addWidget(fields, _FIELDS)
        beside.addStretch(1)
        layout.addLayout(beside, 1, 1)

    def add(self, widget: QWidget) -> None:
        self.body.addWidget(widget)
