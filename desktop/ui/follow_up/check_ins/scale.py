"""A choice of a number on a short scale, by a digit, the arrow keys or a click."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.theme import RADIUS, Text, font, palette

_CELL, _HIGH, _WORDS = 38, 36, 18


class Scale(QWidget):
    """``Scale(0, 10, "no belief", "certain", name="Confidence")``; ``chosen`` is sent when the
    user chooses.  A digit chooses it (1 and then 0 is ten), Backspace takes the choice back."""

    chosen = Signal()

    def __init__(
        self,
        least: int,
        most: int,
        least_word: str,
        most_word: str,
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._words = (least_word, most_word)
        self._name = name
        self._value: int | None = None
        self._typed_one = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(None)

    @property
    def value(self) -> int | None:
        """``None`` until something is chosen."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Choose without sending ``chosen``."""
        self._value = value
        said = tr("nothing chosen") if value is None else str(value)
        self.setAccessibleName(f"{self._name}: {said}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_CELL * (self._most - self._least + 1) + 2, _HIGH + _WORDS + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        was_one, self._typed_one = self._typed_one, False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif text.isdecimal() and len(text) == 1:
            number = int(text)
            self._typed_one = number == 1
            self._choose(10 if was_one and number == 0 else number)
        elif key == Qt.Key.Key_Right:
            self._choose(self._least if self._value is None else self._value + 1)
        elif key == Qt.Key.Key_Left:
            self._choose(self._most if self._value is None else self._value - 1)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.set_value(None)
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if 0 <= at.y() <= _HIGH:
            self._choose(self._least + int(at.x() // _CELL))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._typed_one = False
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(self._least, self._most + 1):
            cell = QRectF(1 + (number - self._least) * _CELL, 1, _CELL - 4, _HIGH - 2)
            here = number == self._value
            painter.setPen(QPen(QColor(tokens.accent if here else tokens.outline), 1))
            painter.setBrush(QColor(tokens.accent if here else tokens.raised))
            painter.drawRoundedRect(cell, RADIUS, RADIUS)
            painter.setFont(font(strong=here))
            painter.setPen(QColor(tokens.on_accent if here else tokens.ink))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setFont(font(Text.CAPTION))
        painter.setPen(QColor(tokens.ink_soft))
        room = QRectF(1, _HIGH + 3, self.width() - 6, _WORDS)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, self._words[0])
        painter.drawText(room, Qt.AlignmentFlag.AlignRight, self._words[1])
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 2))
            low, high = QPointF(0, _HIGH + 1), QPointF(self.width() - 4, _HIGH + 1)
            painter.drawLine(low, high)

    def _choose(self, number: int) -> None:
        if self._least <= number <= self._most:
            self.set_value(number)
            self.chosen.emit()
