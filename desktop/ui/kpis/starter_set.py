"""The ten ready KPIs to begin with, as one choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.kpi import Phase
from desktop.core.kpi_library import ReadyKpi
from desktop.core.names import name
from desktop.qtkit.wording import ntr, say, tr
from desktop.ui.theme import SPACE, Text, palette
from desktop.ui.widgets import Label, secondary_button

_ALL = 10


class StarterSet(QWidget):
    """``starters`` is the whole set, ``missing`` what the company does not have of it; ``wanted``
    carries those, when the user takes them."""

    wanted = Signal(object)

    def __init__(
        self, starters: Sequence[ReadyKpi], missing: Sequence[ReadyKpi], language: str
    ) -> None:
        super().__init__()
        self._missing, self._ground = missing, palette().sunken
        title = tr("Ten to begin with")
        words = QVBoxLayout()
        words.setSpacing(SPACE.TIGHT)
        words.addWidget(Label(title, strong=True))
        words.addLayout(_phases(starters, language))
        self.button = secondary_button(_take(len(missing), len(starters)), "plus")
        self.button.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE.MEDIUM, SPACE.SMALL, SPACE.MEDIUM, SPACE.SMALL)
        layout.setSpacing(SPACE.LARGE)
        layout.addLayout(words, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(title)

    def _on_clicked(self) -> None:
        self.wanted.emit(self._missing)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._ground))


def _take(missing: int, everything: int) -> str:
    if missing == everything == _ALL:
        return tr("Take these ten")
    return ntr("Take the one that is missing", "Take the {n} that are missing", missing)


def _phases(starters: Sequence[ReadyKpi], language: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE.MEDIUM)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    for row, phase in enumerate(Phase):
        names = [ready.names[language] for ready in starters if ready.phase is phase]
        grid.addWidget(Label(say(name(phase)), Text.SMALL, soft=True), row, 0)
        grid.addWidget(Label(" · ".join(names), Text.SMALL, wrap=True), row, 1)
    return grid
