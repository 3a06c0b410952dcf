"""The line above the library: what is searched for, and which KPIs are shown."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.core.kpi import Function, Perspective, Phase
from desktop.core.kpi_library import ReadyKpi
from desktop.core.names import name
from desktop.core.ready_kpi_search import search
from desktop.qtkit.wording import say, tr
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Choice

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchField(QLineEdit):
    """``move_pressed`` carries the key that would move in the list below, while one types."""

    move_pressed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self.move_pressed.emit(event.key())
        else:
            super().keyPressEvent(event)


class LibraryFilter(QWidget):
    """``filter_changed`` says that other KPIs pass."""

    filter_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.search.setPlaceholderText(tr("Search the library"))
        self.search.setAccessibleName(tr("Search the library"))
        self.search.setAccessibleDescription(tr("In Swedish, Danish or English"))
        self.search.setClearButtonEnabled(True)
        self.phase = _choice(tr("All phases"), Phase, tr("Phase"))
        self.perspective = _choice(tr("All perspectives"), Perspective, tr("Perspective"))
        self.kind: Choice[bool | None] = Choice(
            [(None, tr("All kinds")), (True, tr("Leading")), (False, tr("Lagging"))], None
        )
        self.kind.setAccessibleName(tr("Kind"))
        self.function = _choice(tr("All functions"), Function, tr("Function"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(self.search, 1)
        self.search.textChanged.connect(self.filter_changed)
        for choice in (self.phase, self.kind, self.perspective, self.function):
            layout.addWidget(choice)
            choice.chosen.connect(self.filter_changed)

    def passed(self, library: Sequence[ReadyKpi]) -> list[ReadyKpi]:
        """The ready KPIs to show, the best first."""
        phase, perspective = self.phase.value, self.perspective.value
        kind, function = self.kind.value, self.function.value
        return search(
            (
                ready
                for ready in library
                if phase in (None, ready.phase)
                and kind in (None, ready.leading)
                and perspective in (None, ready.perspective)
                and function in (None, ready.function)
            ),
            self.search.text(),
        )


def _choice(everything: str, kind: type[StrEnum], title: str) -> Choice[StrEnum | None]:
    options = [(member, say(name(member))) for member in kind]
    made: Choice[StrEnum | None] = Choice([(None, everything), *options], None)
    made.setAccessibleName(title)
    return made
