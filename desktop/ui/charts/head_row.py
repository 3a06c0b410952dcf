"""The head of the chart: its title, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from desktop.ui.theme import SPACE


class HeadRow(QWidget):
    """``title`` at the left, ``widgets`` at the right.  Where the title has no room on one line,
    the buttons in ``giving_way`` are their icons alone, with their words as tooltip."""

    def __init__(
        self, title: QLabel, widgets: Sequence[QWidget], giving_way: Sequence[QAbstractButton]
    ) -> None:
        super().__init__()
        self._title = title
        self._widgets = tuple(widgets)
        self._words = {button: button.text() for button in giving_way}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.SMALL)
        row.addWidget(title, 1)
        for widget in widgets:
            row.addWidget(widget)

    def fit(self) -> None:
        """Give the buttons their words where there is room for them beside the title."""
        self._show_words(True)
        shown = [widget for widget in self._widgets if not widget.isHidden()]
        title = QFontMetrics(self._title.font()).horizontalAdvance(self._title.text())
        beside = sum(widget.sizeHint().width() + SPACE.SMALL for widget in shown)
        self._show_words(title + beside < self.width())

    def minimumSizeHint(self) -> QSize:
        """Without the words that give way."""
        least = super().minimumSizeHint()
        given = sum(
            QFontMetrics(button.font()).horizontalAdvance(button.text())
            for button in self._words
            if not button.isHidden()
        )
        return QSize(max(least.width() - given, 0), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def _show_words(self, shown: bool) -> None:
        for button, words in self._words.items():
            button.setText(words if shown else "")
            button.setToolTip("" if shown else words.strip())
