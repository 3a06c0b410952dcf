"""A text of a few lines that grows no further, in the form's own type."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.ui.theme import Text, font


class TextArea(QPlainTextEdit):
    """``TextArea("Why it matters", lines=2)``; Tab goes on to the next field."""

    def __init__(
        self,
        text: str = "",
        *,
        lines: int = 2,
        size: int = Text.BODY,
        strong: bool = False,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setFont(font(size, strong=strong))
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        margins = 2 * (self.frameWidth() + int(self.document().documentMargin())) + 8
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * lines + margins)

    def text(self) -> str:
        """What is written, without space around it."""
        return self.toPlainText().strip()
