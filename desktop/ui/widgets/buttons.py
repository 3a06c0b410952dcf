"""Buttons: one primary a page at most, secondary beside it, quiet within text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.ui.theme import icon, palette


def is_enter(event: QKeyEvent) -> bool:
    """Whether it is Enter, of either kind."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """Enter presses the one that has the keyboard, as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


class IconButton(QToolButton):
    """Enter presses this one too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


def _button(text: str, kind: str, icon_name: str, parent: QWidget | None) -> QPushButton:
    made = Button(text.replace("&", "&&"), parent)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    if icon_name:
        tokens = palette()
        colours = {
            "primary": tokens.on_accent,
            "quiet": tokens.accent,
            "danger": tokens.bad,
        }
        made.setIcon(icon(icon_name, colour=colours.get(kind, tokens.ink)))
        made.setIconSize(QSize(18, 18))
        made.setText(f" {made.text()}")  # Qt sets icon and text too close
        made.setAccessibleName(text)
    return made


def primary_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """The one next step of a page or dialog."""
    return _button(text, "primary", icon_name, parent)


def secondary_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """Another thing that can be done."""
    return _button(text, "secondary", icon_name, parent)


def quiet_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """A small action within a text or a row."""
    return _button(text, "quiet", icon_name, parent)


def danger_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """An action that takes something away."""
    return _button(text, "danger", icon_name, parent)


def icon_button(icon_name: str, name: str, parent: QWidget | None = None) -> QToolButton:
    """A button that is only an icon; ``name`` is its tooltip and what screen readers say."""
    made = IconButton(parent)
    made.setIcon(icon(icon_name))
    made.setIconSize(QSize(18, 18))
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made
