"""Texts in the sizes and inks of the visual language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.theme import Text, font


class Label(QLabel):
    """A plain text; ``soft`` is the quieter ink, ``wrap`` breaks lines."""

    def __init__(
        self,
        text: str = "",
        size: int = Text.BODY,
        *,
        strong: bool = False,
        soft: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, strong=strong))
        self.setWordWrap(wrap)
        self._soft = soft
        self.set_colour("")

    def heightForWidth(self, width: int) -> int:
        """Remembered: while a page is laid out, each width is asked for six times, and each time
        Qt would break the lines anew."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

    def setText(self, text: str) -> None:
        self._heights.clear()
        super().setText(text)

    def setFont(self, font: QFont | str | Sequence[str]) -> None:
        self._heights.clear()
        super().setFont(font)

    def set_colour(self, colour: str) -> None:
        """Write in a token of the palette; an empty one is the usual ink again."""
        roles = QPalette.ColorRole
        usual = roles.PlaceholderText if self._soft else roles.WindowText
        self.setForegroundRole(roles.WindowText if colour else usual)
        # An own palette would be lost when the label gets a parent (the style sheet's doing).
        self.setStyleSheet(f"color: {colour}" if colour else "")


class Heading(Label):
    """The name of a section."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Text.TITLE, strong=True, wrap=True, parent=parent)


class Caption(Label):
    """A small, soft explanation."""

    def __init__(self, text: str = "", *, wrap: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(text, Text.SMALL, soft=True, wrap=wrap, parent=parent)


class Figure(Label):
    """The large number of a page; the caller writes it with its unit."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, Text.FIGURE, parent=parent)
