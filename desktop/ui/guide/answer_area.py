"""A text of some lines in which Enter goes on to the next question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.ui.goals.text_area import TextArea
from desktop.ui.theme import Text


class AnswerArea(TextArea):
    """``entered`` is sent by Enter; Shift+Enter begins a line.  With ``many`` it is the other way:
    Enter begins a line, and Ctrl+Enter goes on."""

    entered = Signal()
    many = False

    def __init__(
        self,
        text: str = "",
        *,
        lines: int = 2,
        size: int = Text.BODY,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, lines=lines, size=size, strong=strong, parent=parent)
        self.moveCursor(QTextCursor.MoveOperation.End)  # one goes on from what stands there
        if lines == 1:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & (
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        )
        if is_enter and bool(held) == self.many:
            self.entered.emit()
            return
        super().keyPressEvent(event)
