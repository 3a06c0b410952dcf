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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._options: Sequence[tuple[str, str]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_options(options, value)
        self._group.buttonClicked.connect(self._on_button_clicked)

    def set_options(self, options: Sequence[tuple[str, str]], value: str = "") -> None:
        """Offer others, if they are others, and choose one: the first unless ``value`` is known."""
        if options != self._options:
            for button in self._buttons.values():
                button.hide()
                button.deleteLater()
            self._buttons.clear()
            self._options = options
            self._add_buttons()
        keys = [key for key, _ in options]
        self.set_value(value if value in keys else next(iter(keys), ""))

    def _add_buttons(self) -> None:
        before = self._before()
        name, last = self.accessibleName(), len(self._options) - 1
        for index, (key, text) in enumerate(self._options):
            button = QPushButton(text.replace("&", "&&"))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("kind", "segment")
            place = "first" if index == 0 else "last" if index == last else "middle"
            button.setProperty("place", place)
            button.setAccessibleName(f"{name}: {text}" if name else text)
            strong = QFontMetrics(font(strong=True)).horizontalAdvance(text)
            button.setMinimumWidth(strong + _ASIDE)  # the chosen one is bolder
            self._group.addButton(button)
            self._buttons[key] = button
            self._row.addWidget(button)
            self.setTabOrder(before, button)
            before = button

    def _before(self) -> QWidget:
        """What Tab leaves for the first button, also when the buttons come after the page."""
        before = self.previousInFocusChain()
        while before not in (None, self) and before.focusPolicy() is Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        return before or self

    @property
    def value(self) -> str:
        """The key of the chosen option; empty when there is none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Choose without sending ``chosen``."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
        for number, button in enumerate(self._buttons.values()):
            stop = button.isChecked() or (not self.value and number == 0)
            policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)  # Tab comes to the chosen one, arrows go on from there

    def focus_chosen(self) -> None:
        """Let the keyboard go on from the chosen option."""
        if self.value:
            self._buttons[self.value].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_enabled(self, key: str, enabled: bool) -> None:
        """Whether one option can be chosen now."""
        self._buttons[key].setEnabled(enabled)

    def _on_button_clicked(self) -> None:
        self.chosen.emit(self.value)
