"""A scrolling column of parts, in some of which stand rows that the arrow keys go through."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme import SPACE
from desktop.ui.widgets.keyboard_row import KeyboardRow
from desktop.ui.widgets.scroller import Scroller


class RowList(Scroller):
    """``begin()``, then ``add`` parts and ``add_row`` rows, then ``finish()``: the keyboard comes
    back to the row of the same thing, or the one in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rows: list[KeyboardRow] = []
        self._keys: list[int] = []
        self._held: tuple[int, int] | None = None  # place and key of the row with the keyboard
        self._column = QVBoxLayout()

    def begin(self) -> None:
        """Empty it."""
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, SPACE.MEDIUM, 0)
        self._column.setSpacing(SPACE.SMALL)
        at = next((n for n, row in enumerate(self.rows) if _has_keyboard(row)), None)
        self._held = None if at is None else (at, self._keys[at])
        self.rows, self._keys = [], []
        self._top = self.verticalScrollBar().value()
        self._content = content

    def add(self, widget: QWidget) -> None:
        """Put a part below what is there."""
        self._column.addWidget(widget)

    def add_row(self, row: KeyboardRow, key: int) -> None:
        """Put a row below what is there; ``key`` says which thing it shows."""
        row.left.connect(self._on_row_left)
        self.rows.append(row)
        self._keys.append(key)
        self._column.addWidget(row)

    def finish(self) -> None:
        """Show what was added."""
        self._column.addStretch(1)
        self.setWidget(self._content)  # the one before goes
        self._content.show()
        self.verticalScrollBar().setValue(self._top)
        if self._held is not None:
            place, key = self._held
            self.take_focus(self._keys.index(key) if key in self._keys else place)

    def focus_key(self, key: int) -> bool:
        """Put the keyboard on the row of a thing; whether there is one."""
        if key not in self._keys:
            return False
        self.take_focus(self._keys.index(key))
        return True

    def show_key(self, key: int) -> None:
        """Bring the row of a thing into view; the keyboard stays where it is."""
        if key in self._keys:
            self.ensureWidgetVisible(self.rows[self._keys.index(key)], 0, SPACE.LARGE)

    def take_focus(self, at: int = 0) -> None:
        """Put the keyboard on a row, or on the last one when there are fewer."""
        if self.rows:
            row = self.rows[min(max(at, 0), len(self.rows) - 1)]
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(row, 0, SPACE.LARGE)

    def _on_row_left(self, step: int) -> None:
        at = next((n for n, row in enumerate(self.rows) if row.hasFocus()), 0)
        self.take_focus(at + step)


def _has_keyboard(row: QWidget) -> bool:
    inside = row.window().focusWidget()
    return inside is not None and (inside is row or row.isAncestorOf(inside))
