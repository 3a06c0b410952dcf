"""Buttons: one primary a page at most, secondary beside it, quiet within text."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.ui.theme import icon, palette


def _button(text: str, kind: str, icon_name: str, parent: QWidget | None) -> QPushButton:
    made = QPushButton(text.replace("&", "&&"), parent)
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
    made = QToolButton(parent)
    made.setIcon(icon(icon_name))
    made.setIconSize(QSize(18, 18))
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made
