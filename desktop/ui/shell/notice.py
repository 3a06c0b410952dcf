"""A short message that floats above the page for a while: what was done, and undo."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.context import NoticeAction
from desktop.ui.shell.floating import Floating
from desktop.ui.theme import SPACE, icon_pixmap, palette
from desktop.ui.widgets import Label, icon_button, quiet_button

_ICONS = {"info": "info", "good": "circle-check", "risk": "triangle-alert", "bad": "circle-alert"}
_SHOWN_FOR = 7_000
_WIDEST = 640


class Notice(Floating):
    """One message; a bad one stays until it is closed."""

    def __init__(
        self, host: QWidget, text: str, kind: str = "info", action: NoticeAction | None = None
    ) -> None:
        super().__init__(host)
        self._action = action
        tokens = palette()
        colour = {"good": tokens.good, "risk": tokens.risk, "bad": tokens.bad}.get(
            kind, tokens.accent
        )
        picture = QLabel()
        picture.setPixmap(icon_pixmap(_ICONS[kind], 18, colour, self.devicePixelRatioF()))
        self._text = Label(text, wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE.MEDIUM, SPACE.SMALL, SPACE.SMALL, SPACE.SMALL)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(picture)
        layout.addWidget(self._text, 1)
        if action is not None:
            button = quiet_button(action.title)
            button.clicked.connect(self._on_action_clicked)
            layout.addWidget(button)
        close = icon_button("x", tr("Close"))
        close.clicked.connect(self.dismiss)
        layout.addWidget(close)
        self.setAccessibleName(text)
        self.rise(None if kind == "bad" else _SHOWN_FOR)

    @property
    def text(self) -> str:
        return self._text.text()

    def wanted_width(self) -> int:
        words = self._text.fontMetrics().horizontalAdvance(self._text.text())
        buttons = self.sizeHint().width() - self._text.sizeHint().width()
        return min(words + buttons + SPACE.MEDIUM, _WIDEST)

    def _on_action_clicked(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action.run()
