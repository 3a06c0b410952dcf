"""A choice of a few, all in view: day, week, month, quarter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.ui.theme import font

_ASIDE = 26  # padding and edges beside the words


class SegmentedControl(QWidget):
    """``SegmentedControl([("month", "Month"), ("quarter", "Quarter")], "month", name="Cadence")``;
    ``chosen`` carries the key when the user chooses.  Arrow keys move within it."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, (key, text) in enumerate(options):
            button = QPushButton(text.replace("&", "&&"))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("kind", "segment")
            place = "first" if index == 0 else "last" if index == len(options) - 1 else "middle"
            button.setProperty("place", place)
            button.setAccessibleName(f"{name}: {text}" if name else text)
            strong = QFontMetrics(font(strong=True)).horizontalAdvance(text)
            button.setMinimumWidth(strong + _ASIDE)  # the chosen one is bolder
            self._group.addButton(button)
            self._buttons[key] = button
            layout.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_value(value or (options[0][0] if options else ""))
        self._group.buttonClicked.connect(self._on_button_clicked)

    @property
    def value(self) -> str:
        """The key of the chosen option; empty when there is none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Choose without sending ``chosen``."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def focus_chosen(self) -> None:
        """Let the keyboard go on from the chosen option."""
        if self.value:
            self._buttons[self.value].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_enabled(self, key: str, enabled: bool) -> None:
        """Whether one option can be chosen now."""
        self._buttons[key].setEnabled(enabled)

    def _on_button_clicked(self) -> None:
        self.chosen.emit(self.value)
