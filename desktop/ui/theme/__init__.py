"""The visual language: tokens, and how they are put on the application."""

from desktop.ui.theme.apply import Theme, apply_theme, palette
from desktop.ui.theme.icons import icon, icon_pixmap
from desktop.ui.theme.tokens import RADIUS, SPACE, Palette, Text
from desktop.ui.theme.type import font

__all__ = [
    "RADIUS",
    "SPACE",
    "Palette",
    "Text",
    "Theme",
    "apply_theme",
    "font",
    "icon",
    "icon_pixmap",
    "palette",
]
