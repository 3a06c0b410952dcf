"""A row of choices with their counts, to look at one sort of thing at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop.qtkit.wording import current, tr
from desktop.ui.theme import SPACE, Text, font, palette

_HEIGHT = 30
_PADDING = 12
_GAP = 6


class _Chip(QAbstractButton):
    def __init__(self, text: str, count: int, colour: str) -> None:
        super().__init__()
        self._count = current().number(count)
        self._colour = colour
        self.setText(text)
        self.setCheckable(True)
        self.setEnabled(count > 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("{what}: {count}", what=text, count=self._count))

    def sizeHint(self) -> QSize:
        strong = QFontMetricsF(font(Text.SMALL, strong=True))
        words = strong.horizontalAdvance(self.text()) + strong.horizontalAdvance(self._count)
        return QSize(round(words + 2 * _PADDING + _GAP), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = tokens.focus if self.hasFocus() else tokens.outline if chosen else tokens.hairline
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(tokens.selected) if chosen else Qt.BrushStyle.NoBrush)
        place = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(place, _HEIGHT / 2, _HEIGHT / 2)
        words = font(Text.SMALL, strong=chosen)
        painter.setFont(words)
        enabled = self.isEnabled()
        painter.setPen(QColor(tokens.ink if enabled else tokens.disabled))
        inside = place.adjusted(_PADDING - 1, 0, -_PADDING + 1, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(font(Text.SMALL, strong=True))
        painter.setPen(QColor((self._colour or tokens.ink_soft) if enabled else tokens.disabled))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, self._count)


class FilterChips(QWidget):
    """``set_counts([("new", "New", 48, palette().good), …])``; ``chosen`` carries the key."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.chips: dict[str, _Chip] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_chip_clicked)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE.SMALL)
        self._layout.addStretch(1)

    @property
    def value(self) -> str:
        """The key of the chosen chip."""
        return next((key for key, chip in self.chips.items() if chip.isChecked()), "")

    def set_counts(self, chips: Sequence[tuple[str, str, int, str]]) -> None:
        """Key, words, count and colour of each; the first one is chosen."""
        for chip in self.chips.values():
            self._group.removeButton(chip)
            self._layout.removeWidget(chip)
            chip.deleteLater()
        self.chips = {key: _Chip(text, count, colour) for key, text, count, colour in chips}
        for place, chip in enumerate(self.chips.values()):
            self._group.addButton(chip)
            self._layout.insertWidget(place, chip)
        if chips:
            self.set_value(chips[0][0])

    def set_value(self, key: str) -> None:
        """Choose without sending ``chosen``."""
        self.chips[key].setChecked(True)

    def _on_chip_clicked(self) -> None:
        self.chosen.emit(self.value)
