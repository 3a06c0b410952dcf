"""The navigation at the left: the company's name, its pages, and the search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.shell.page_list import PageEntry
from desktop.ui.theme import RADIUS, SPACE, Text, font, icon_pixmap, palette
from desktop.ui.widgets import Caption, Hairline, Label
from desktop.ui.widgets.buttons import is_enter

_WIDTH = 224
_ROW = 38
_ICON = 18


class NavigationButton(QAbstractButton):
    """One place: icon, name, and the shortcut softly at the right."""

    def __init__(self, icon_name: str, text: str, hint: str = "") -> None:
        super().__init__()
        self._icon_name, self._hint = icon_name, hint
        self.setText(text)
        self.setToolTip(f"{text} ({hint})" if hint else text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH - 2 * SPACE.SMALL, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, near = self.isChecked(), self.underMouse() or self.isDown()
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if here or near:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected if here else tokens.hairline))
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        ink = tokens.accent if here else tokens.ink_soft
        pixmap = icon_pixmap(self._icon_name, _ICON, ink, self.devicePixelRatioF())
        painter.drawPixmap(SPACE.MEDIUM - 4, (self.height() - _ICON) // 2, pixmap)
        self._paint_words(painter, here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def _paint_words(self, painter: QPainter, here: bool) -> None:
        tokens = palette()
        room = QRect(SPACE.MEDIUM + _ICON + 6, 0, 0, self.height())
        room.setRight(self.width() - SPACE.SMALL)
        painter.setFont(font(Text.CAPTION))
        hint_width = painter.fontMetrics().horizontalAdvance(self._hint)
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(tokens.ink_soft))
        painter.drawText(room, centre | Qt.AlignmentFlag.AlignRight, self._hint)
        room.setRight(room.right() - hint_width - SPACE.SMALL)
        painter.setFont(font(Text.BODY, strong=here))
        painter.setPen(QColor(tokens.ink))
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, centre, words)


class Navigation(QWidget):
    """``page_chosen`` carries the key of a page; the list has room for more pages."""

    page_chosen = Signal(str)
    search_wanted = Signal()

    def __init__(self, pages: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("Navigation"))
        self._company = Label("", Text.TITLE, strong=True, wrap=True)
        self._company.setContentsMargins(SPACE.SMALL + 4, 0, SPACE.SMALL, 0)
        self._as_of = Caption("")
        self._as_of.setContentsMargins(SPACE.SMALL + 4, 0, SPACE.SMALL, 0)
        self._as_of.hide()
        self._buttons: dict[str, NavigationButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.SMALL, SPACE.WIDE, SPACE.SMALL, SPACE.MEDIUM)
        layout.setSpacing(2)
        layout.addWidget(self._company)
        layout.addWidget(self._as_of)
        layout.addSpacing(SPACE.LARGE)
        for entry in pages:
            if entry.key == "settings":
                layout.addStretch(1)
                layout.addWidget(self._search())
            button = NavigationButton(entry.icon, entry.title, entry.shortcut)
            button.setProperty("page", entry.key)
            button.clicked.connect(self._on_button_clicked)
            self._group.addButton(button)
            self._buttons[entry.key] = button
            layout.addWidget(button)

    def set_company(self, name: str) -> None:
        self._company.setText(name)

    def set_current(self, key: str) -> None:
        """Mark the page on show."""
        self._buttons[key].setChecked(True)
        for button in self._buttons.values():
            here = button.isChecked()  # Tab comes to the page on show, arrows go on from there
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette().hairline))
        painter.drawRect(self.width() - 1, 0, 1, self.height())

    def _search(self) -> QWidget:
        button = NavigationButton("search", tr("Search"), "Ctrl+K")
        button.setCheckable(False)
        button.clicked.connect(self.search_wanted)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.SMALL)
        column.addWidget(Hairline())
        column.addWidget(button)
        return holder

    def _on_button_clicked(self) -> None:
        self.page_chosen.emit(str(self.sender().property("page")))
