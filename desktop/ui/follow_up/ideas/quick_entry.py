"""A line for the next idea: it is typed, and Enter notes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.theme import SPACE
from desktop.ui.widgets import secondary_button

_LONGEST = 200


class QuickEntry(QWidget):
    """``noted`` carries the idea and who said it; the keyboard stays, for the next one."""

    noted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLineEdit()
        self.title.setMaxLength(_LONGEST)
        self.title.setPlaceholderText(tr("Type an idea and press Enter"))
        self.title.setAccessibleName(tr("The idea"))
        self.who = QLineEdit()
        self.who.setPlaceholderText(tr("Who said it"))
        self.who.setAccessibleName(tr("Who said it"))
        for field in (self.title, self.who):
            field.returnPressed.connect(self._on_note_wanted)
        note = secondary_button(tr("Note it"), "plus")
        note.clicked.connect(self._on_note_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.SMALL)
        row.addWidget(self.title, 3)
        row.addWidget(self.who, 1)
        row.addWidget(note)

    def suggest(self, names: Sequence[str]) -> None:
        """Who may have said it; anybody else can be typed."""
        self.who.setCompleter(completer(names))

    def _on_note_wanted(self) -> None:
        if self.title.text().strip():
            self.noted.emit(self.title.text(), self.who.text())
            self.title.clear()
            QTimer.singleShot(0, self.who.clear)  # a suggestion is put in after its Enter
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)


def completer(names: Sequence[str]) -> QCompleter:
    """Suggestions that are found by any part of a name."""
    made = QCompleter(list(names))
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    if (popup := made.popup()) is not None:
        popup.setProperty("floating", True)  # it has no page behind it to show through
    return made
