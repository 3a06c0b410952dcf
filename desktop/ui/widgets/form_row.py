"""A field with its label above and a hint or an error below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme import Text, palette
from desktop.ui.widgets.text import Caption, Label


class FormRow(QWidget):
    """``FormRow("Name", QLineEdit(), hint="As people know it")``; the label is the field's
    accessible name."""

    def __init__(
        self, label: str, field: QWidget, hint: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._hint = hint
        self._label = Label(label, Text.SMALL, strong=True, wrap=True)
        self._label.setBuddy(field)
        field.setAccessibleName(label)
        self._below = Caption(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(field)
        layout.addWidget(self._below)
        self._below.setVisible(bool(hint))  # not before it has a parent: it would be a window
        grows = bool(field.sizePolicy().expandingDirections() & Qt.Orientation.Vertical)
        if not grows:  # rows side by side keep their labels on one line
            layout.addStretch(1)

    def set_error(self, text: str) -> None:
        """Say below the field what is wrong with it; an empty text takes the error away."""
        self._below.setText(text or self._hint)
        self._below.setVisible(bool(text or self._hint))
        self._below.set_colour(palette().bad if text else "")
        self.field.setProperty("wrong", bool(text))
        self.field.setAccessibleDescription(text or self._hint)
        self.field.style().polish(self.field)

    def set_hint(self, text: str) -> None:
        self._hint = text
        self.set_error("")
