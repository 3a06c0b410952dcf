"""The head of what is shown of a KPI: its name, the choice of view, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Heading, SegmentedControl


class KpiView(StrEnum):
    """What is shown of the selected KPI."""

    CHART = "chart"
    CARD = "card"
    BREAKDOWN = "breakdown"
    LINKS = "links"


def view_choice() -> SegmentedControl:
    """The choice of view; each view has one in its own head."""
    return SegmentedControl(
        [
            (KpiView.CHART, tr("Chart")),
            (KpiView.CARD, tr("Card")),
            (KpiView.BREAKDOWN, tr("What moved it")),
            (KpiView.LINKS, tr("Links")),
        ],
        name=tr("View"),
    )


class PaneHead(QWidget):
    """The name at the left, ``widgets`` at the right, as above the chart."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._title = Heading()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(self._title, 1)
        for widget in widgets:
            layout.addWidget(widget)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
