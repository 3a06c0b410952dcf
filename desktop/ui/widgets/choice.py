"""A choice from a list that drops down, by key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

Key = TypeVar("Key")

_WITHIN = 4  # pixels that Qt leaves beside the words


class Choice(QComboBox, Generic[Key]):
    """``Choice([(None, "Nobody"), (3, "Kim")], 3)``: any keys; ``chosen`` carries the key when the
    user chooses.  (The wheel does not change it while a page is scrolled.)"""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[Key, str]] = (),
        value: Key | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys: list[Key] = []
        self.setMaxVisibleItems(16)
        self.set_options(options, value)
        self.activated.connect(self._on_activated)

    @property
    def value(self) -> Key:
        """The chosen key; raises :class:`IndexError` when there are no options."""
        return self._keys[max(self.currentIndex(), 0)]

    def set_options(self, options: Sequence[tuple[Key, str]], value: Key | None = None) -> None:
        """Replace the list."""
        self.clear()
        self._keys = [key for key, _ in options]
        self.addItems([text for _, text in options])
        self.set_value(value)

    def set_value(self, value: Key | None) -> None:
        """Choose without sending ``chosen``; an unknown key chooses the first."""
        at = [index for index, key in enumerate(self._keys) if key == value]
        self.setCurrentIndex(at[0] if at else 0)

    def sizeHint(self) -> QSize:
        """As Qt reckons, and what it leaves beside the words: the longest has room."""
        return super().sizeHint() + QSize(_WITHIN, 0)

    def paintEvent(self, e: QPaintEvent) -> None:
        """As Qt does, but words that have no room end in three dots, not in half a letter."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        control = QStyle.ComplexControl.CC_ComboBox
        part = QStyle.SubControl.SC_ComboBoxEditField
        painter.drawComplexControl(control, option)
        room = self.style().subControlRect(control, option, part, self).width() - _WITHIN
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        option.currentText = words
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self._keys[index])
