"""A section of the editor: its name and purpose at the left, its fields at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.kpi import Kpi
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Caption, FormRow, Label

_ASIDE = 208


class Section(QWidget):
    """Fills its fields from a KPI and writes them into one."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        aside = QVBoxLayout()
        aside.setSpacing(SPACE.TIGHT)
        aside.addWidget(Label(title, Text.BODY, strong=True, wrap=True))
        aside.addWidget(Caption(text))
        aside.addStretch(1)
        holder = QWidget()
        holder.setFixedWidth(_ASIDE)
        holder.setLayout(aside)
        aside.setContentsMargins(0, 0, 0, 0)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(SPACE.MEDIUM)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.LARGE)
        layout.addWidget(holder)
        layout.addLayout(self.fields, 1)

    def add(self, *rows: QWidget, stretches: Sequence[int] = ()) -> None:
        """Put fields side by side below what is there."""
        line = QHBoxLayout()
        line.setSpacing(SPACE.MEDIUM)
        for number, row in enumerate(rows):
            line.addWidget(row, stretches[number] if stretches else 1)
        self.fields.addLayout(line)

    def fill(self, kpi: Kpi) -> None:
        """Show the values of ``kpi``."""
        raise NotImplementedError

    def read(self, kpi: Kpi) -> Kpi:
        """``kpi`` with the values of the fields."""
        raise NotImplementedError

    def wrong(self) -> FormRow | None:
        """Mark what can not be saved; the first such row."""
        return None
