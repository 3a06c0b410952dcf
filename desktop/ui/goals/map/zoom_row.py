"""The line above a map: the whole of it, smaller, larger, and what else can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.goals.map.walked_picture import WalkedPicture
from desktop.ui.theme import SPACE
from desktop.ui.widgets import quiet_button


def zoom_row(view: WalkedPicture, *beside: QWidget, at_end: QWidget) -> QHBoxLayout:
    """The buttons have the keys of the picture as their tooltips."""
    row = QHBoxLayout()
    row.setSpacing(SPACE.SMALL)
    for words, key, slot in (
        (tr("Whole map"), "0", view.fit),
        (tr("Smaller"), "\N{MINUS SIGN}", view.reduce),
        (tr("Larger"), "+", view.enlarge),
    ):
        button = quiet_button(words)
        button.setToolTip(key)
        button.clicked.connect(slot)
        row.addWidget(button)
    for widget in beside:
        row.addWidget(widget)
    row.addStretch(1)
    row.addWidget(at_end)
    return row
