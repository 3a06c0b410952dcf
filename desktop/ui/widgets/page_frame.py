"""The frame of a page: its name, one line about it, its actions and its content."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets.text import Label

READING_WIDTH = 1240  # beyond this, lines and tables are hard to follow with the eye
_SCROLLBAR = 12


class PageFrame(QWidget):
    """``PageFrame("Goals", "What we aim at", actions=[primary_button(...)])`` and then
    ``add(widget, stretch=0)``.  With ``scrolling=False`` the content fills the page, for tables."""

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        actions: Sequence[QWidget] = (),
        *,
        scrolling: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = Label(title, Text.DISPLAY, strong=True, wrap=True)
        self._subtitle = Label(subtitle, soft=True, wrap=True)
        if not subtitle:
            self._subtitle.hide()
        self._actions = QHBoxLayout()
        self._actions.setSpacing(SPACE.SMALL)
        self.set_actions(actions)

        content = QWidget(self)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, SPACE.MEDIUM, 0, SPACE.WIDE)
        self.body.setSpacing(SPACE.LARGE)

        page = QVBoxLayout(self)
        page.setContentsMargins(SPACE.PAGE, SPACE.WIDE, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head(limited=scrolling))
        if scrolling:
            page.addWidget(self._scroller(content), 1)
        else:
            self.body.setContentsMargins(0, SPACE.MEDIUM, SPACE.PAGE, SPACE.WIDE)
            page.addWidget(content, 1)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put ``widget`` below what is there."""
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        self.body.addLayout(layout, stretch)

    def add_stretch(self) -> None:
        """Push what is there to the top."""
        self.body.addStretch(1)

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_actions(self, actions: Sequence[QWidget]) -> None:
        """The buttons at the right of the title, replacing those before."""
        while (item := self._actions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for action in actions:
            self._actions.addWidget(action)

    def _head(self, *, limited: bool) -> QWidget:
        holder = QWidget()
        head = QVBoxLayout(holder)
        head.setContentsMargins(0, 0, SPACE.PAGE, 0)
        head.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(SPACE.LARGE)
        top.addWidget(self._title, 1)
        top.addLayout(self._actions)
        top.setAlignment(self._actions, Qt.AlignmentFlag.AlignTop)
        head.addLayout(top)
        head.addWidget(self._subtitle)  # below the buttons: a long one has the whole width
        if limited:
            holder.setMaximumWidth(READING_WIDTH + SPACE.PAGE)
        return holder

    def _scroller(self, content: QWidget) -> QScrollArea:
        content.setMaximumWidth(READING_WIDTH)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, SPACE.PAGE, 0)
        row.addWidget(content, 1)
        row.addStretch(0)
        scroller = QScrollArea()
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(holder)
        scroller.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._row = row
        return scroller

    def _on_range_changed(self, _low: int, high: int) -> None:
        """The scroll bar stands in the margin: what is in the page keeps its width."""
        self._row.setContentsMargins(0, 0, SPACE.PAGE - (_SCROLLBAR if high else 0), 0)
