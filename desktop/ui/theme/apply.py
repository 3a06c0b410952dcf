"""Puts a theme on the application: a QPalette and one stylesheet over Fusion, from tokens."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.theme.stylesheet import stylesheet
from desktop.ui.theme.tokens import DARK, LIGHT, Palette
from desktop.ui.theme.type import font, load_fonts


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_current = LIGHT


def palette() -> Palette:
    """The colours in use."""
    return _current


def apply_theme(app: QApplication, theme: Theme = Theme.SYSTEM) -> Palette:
    """Dress the whole application; widgets that exist are repainted, own colours are not kept."""
    global _current
    _current = _chosen(theme)
    load_fonts()
    app.setFont(font())
    app.setPalette(_qt_palette(_current))
    app.setStyleSheet(stylesheet(_current))
    return _current


def _chosen(theme: Theme) -> Palette:
    if theme is Theme.SYSTEM:
        hints = QGuiApplication.styleHints()
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def _qt_palette(tokens: Palette) -> QPalette:
    roles = QPalette.ColorRole
    colours = {
        roles.Window: tokens.ground,
        roles.WindowText: tokens.ink,
        roles.Base: tokens.raised,
        roles.AlternateBase: tokens.sunken,
        roles.Text: tokens.ink,
        roles.PlaceholderText: tokens.ink_soft,
        roles.Button: tokens.raised,
        roles.ButtonText: tokens.ink,
        roles.BrightText: tokens.bad,
        roles.Highlight: tokens.accent,
        roles.HighlightedText: tokens.on_accent,
        roles.Link: tokens.accent,
        roles.LinkVisited: tokens.accent,
        roles.ToolTipBase: tokens.raised,
        roles.ToolTipText: tokens.ink,
        roles.Accent: tokens.accent,
        roles.Light: tokens.raised,
        roles.Midlight: tokens.hairline,
        roles.Mid: tokens.hairline,
        roles.Dark: tokens.outline,
        roles.Shadow: tokens.outline,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return made
