"""A row of a list that has the keyboard as a whole."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import RADIUS, palette
from desktop.ui.widgets.buttons import is_enter


class KeyboardRow(QWidget):
    """Enter or a double click does what it is for (``opened``), the arrow keys ask for another row
    (``left`` carries the step), with Alt for another place (``move_wanted``), and Delete for its
    removal (``delete_wanted``)."""

    opened = Signal()
    left = Signal(int)
    move_wanted = Signal(int)
    delete_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if self.focusWidget() not in (None, self):  # one of its buttons has the keyboard
            super().keyPressEvent(event)
        elif is_enter(event):
            self.opened.emit()
        elif event.key() in steps:
            step = steps[Qt.Key(event.key())]
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            (self.move_wanted if alt else self.left).emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette().focus), 2))
        painter.setBrush(QColor(palette().selected))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def row_of(sender: object) -> KeyboardRow:
    """The row that a signal comes from, itself or by one of its buttons."""
    above = sender if isinstance(sender, QWidget) else None
    while above is not None and not isinstance(above, KeyboardRow):
        above = above.parentWidget()
    if above is None:
        raise TypeError("the signal of a row")
    return above
