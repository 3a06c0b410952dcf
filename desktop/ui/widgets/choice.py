"""A choice from a list that drops down, by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget


class Choice(QComboBox):
    """``Choice([(None, "Nobody"), (3, "Kim")], 3)``: any hashable keys; ``chosen`` carries the key
    when the user chooses.  (The wheel does not change it while a page is scrolled.)"""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]] = (),
        value: object = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys: list[object] = []
        self.setMaxVisibleItems(16)
        self.set_options(options, value)
        self.activated.connect(self._on_activated)

    @property
    def value(self) -> object:
        """The chosen key; ``None`` when there are no options."""
        index = self.currentIndex()
        return self._keys[index] if 0 <= index < len(self._keys) else None

    def set_options(self, options: Sequence[tuple[object, str]], value: object = None) -> None:
        """Replace the list."""
        self.clear()
        self._keys = [key for key, _ in options]
        self.addItems([text for _, text in options])
        self.set_value(value)

    def set_value(self, value: object) -> None:
        """Choose without sending ``chosen``; an unknown key chooses the first."""
        self.setCurrentIndex(self._keys.index(value) if value in self._keys else 0)

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self._keys[index])
