"""Growth loops, among the ways to see the KPIs."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.context import AppContext
from desktop.ui.widgets import EmptyState


class LoopsPane(QWidget):
    """Invites to choose one while there is none."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._empty = EmptyState(
            "target",
            tr("No growth loops yet"),
            tr(
                "A funnel ends at the bottom: every month you begin again at the top. In a loop the "
                "last step feeds the first, as when customers recommend you, so that growth "
                "builds on itself."
            ),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)

    def refresh(self) -> None:
        """Read the file again."""

    def take_focus(self) -> None:
        """Put the keyboard where one begins."""
        self._empty.take_focus()
