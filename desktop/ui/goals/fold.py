"""What most people need not see: a line that opens to more fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme import SPACE, icon, palette
from desktop.ui.widgets import quiet_button


class Fold(QWidget):
    """``Fold("Ambition, state and parent goal")`` and then ``add(widget)``; closed at first."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = quiet_button(title, "chevron-right")
        self._button.setCheckable(True)
        self._button.toggled.connect(self._show)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, SPACE.SMALL, 0, 0)
        self.body.setSpacing(SPACE.MEDIUM)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._content)
        self._show(False)

    @property
    def is_open(self) -> bool:
        return self._button.isChecked()

    def set_title(self, title: str) -> None:
        self._button.setText(f" {title.replace('&', '&&')}")
        self._button.setAccessibleName(title)

    def set_open(self, is_open: bool) -> None:
        self._button.setChecked(is_open)

    def _show(self, is_open: bool) -> None:
        name = "chevron-down" if is_open else "chevron-right"
        self._button.setIcon(icon(name, colour=palette().accent))
        self._content.setVisible(is_open)
