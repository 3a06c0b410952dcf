"""The one metric that matters now, among the ways to see the KPIs."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.context import AppContext
from desktop.ui.widgets import EmptyState


class FocusPane(QWidget):
    """Invites to choose one while there is none."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._empty = EmptyState(
            "target",
            tr("One number at a time"),
            tr(
                "A company that watches everything moves nothing. Choose the one KPI that matters "
                "most where you are now, and the value at which you go on to the next stage."
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
