"""The one typeface, Source Sans 3, with tabular figures."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from desktop.core.resources import resource
from desktop.ui.theme.tokens import Text

FAMILY = "Source Sans 3"
_FILES = (
    "SourceSans3_400Regular.ttf",
    "SourceSans3_400Regular_Italic.ttf",
    "SourceSans3_600SemiBold.ttf",
    "SourceSans3_700Bold.ttf",
)


@cache
def load_fonts() -> bool:
    """Make the bundled fonts known; true when all could be read.  Needs the application."""
    return all(
        QFontDatabase.addApplicationFont(str(resource("fonts", name))) >= 0 for name in _FILES
    )


def font(size: int = Text.BODY, *, strong: bool = False, italic: bool = False) -> QFont:
    """Source Sans 3 in ``size`` pixels, digits of equal width."""
    made = QFont(FAMILY)
    made.setPixelSize(int(size))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made.setItalic(italic)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
