"""A section of the editor: its name and purpose at the left, its fields at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.kpi import Kpi
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Caption, FormRow, Label

_ASIDE = 208


class KpiFields(Protocol):
    """Fields that are filled from a KPI and written into one."""

    def fill(self, kpi: Kpi) -> None:
        """Show the values of ``kpi``."""

    def read(self, kpi: Kpi) -> Kpi:
        """``kpi`` with the values of the fields."""

    def wrong(self) -> FormRow | None:
        """Mark what can not be saved; the first such row."""


class Section(QWidget):
    """Subclasses put rows of fields into it, and are :class:`KpiFields`."""

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

    def wrong(self) -> FormRow | None:
        """Nothing, unless a section knows better."""
        return None
