"""The five letters as marks that fill as the goal grows clearer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.core.smart import LetterCheck, letter_name, letter_questions
from desktop.qtkit.wording import say, tr
from desktop.ui.theme import SPACE, Text, font, palette

_SIZE = 26


class LetterMark(QWidget):
    """A circle with the letter: an outline, in the accent once begun, filled when it is clear."""

    def __init__(self, check: LetterCheck) -> None:
        super().__init__()
        self.setFixedSize(_SIZE, _SIZE)
        self._letter = check.letter.value[0].upper()
        self.show_check(check)

    def show_check(self, check: LetterCheck) -> None:
        self._check = check
        how = tr("clear") if check.filled else tr("begun") if check.begun else tr("still open")
        words = f"{say(letter_name(check.letter))}: {how}"
        self.setAccessibleName(words)
        asks = [say(question) for question in letter_questions(check.letter)]
        self.setToolTip("\n".join((words, *asks)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(1, 1, _SIZE - 2, _SIZE - 2)
        check = self._check
        painter.setPen(QPen(QColor(tokens.accent if check.begun else tokens.outline), 1.5))
        painter.setBrush(QColor(tokens.accent) if check.filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        ink = (
            tokens.on_accent if check.filled else tokens.accent if check.begun else tokens.ink_soft
        )
        painter.setFont(font(Text.SMALL, strong=True))
        painter.setPen(QColor(ink))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._letter)


class LetterRow(QWidget):
    """All five beside one another."""

    def __init__(self, checks: Sequence[LetterCheck]) -> None:
        super().__init__()
        self._marks = [LetterMark(check) for check in checks]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.SMALL)
        for mark in self._marks:
            row.addWidget(mark)
        row.addStretch(1)

    def show_checks(self, checks: Sequence[LetterCheck]) -> None:
        for mark, check in zip(self._marks, checks, strict=True):
            mark.show_check(check)
