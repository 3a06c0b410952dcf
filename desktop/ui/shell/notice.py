"""A short message that floats above the page for a while: what was done, and undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QLabel, QWidget

from desktop.qtkit.wording import tr
from desktop.ui.context import NoticeAction
from desktop.ui.theme import RADIUS, SPACE, icon_pixmap, palette
from desktop.ui.widgets import Label, icon_button, quiet_button

_ICONS = {"info": "info", "good": "circle-check", "risk": "triangle-alert", "bad": "circle-alert"}
_SHOWN_FOR = 7_000
_WIDEST = 640


class Notice(QWidget):
    """One message above ``host``'s lower edge; it stays while the pointer or focus is on it, and
    a bad one until it is closed.  It belongs to the window, so that no page covers it."""

    dismissed = Signal()

    def __init__(
        self, host: QWidget, text: str, kind: str = "info", action: NoticeAction | None = None
    ) -> None:
        super().__init__(host.window())
        self._host, self._action = host, action
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
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self.setAccessibleName(text)
        self._timer = QTimer(self)
        self._timer.setInterval(_SHOWN_FOR)
        self._timer.timeout.connect(self._on_time_up)
        if kind != "bad":
            self._timer.start()
        host.installEventFilter(self)
        host.destroyed.connect(self.deleteLater)
        self._place()
        self.show()
        self.raise_()

    @property
    def text(self) -> str:
        return self._text.text()

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        self.hide()
        self.dismissed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette().hairline), 1))
        painter.setBrush(QColor(palette().raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _place(self) -> None:
        above = self._host
        free = above.width() - 2 * SPACE.WIDE
        words = self._text.fontMetrics().horizontalAdvance(self._text.text())
        buttons = self.sizeHint().width() - self._text.sizeHint().width()
        width = min(words + buttons + SPACE.MEDIUM, _WIDEST, free)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        corner = above.mapTo(
            above.window(),
            QPoint((above.width() - width) // 2, above.height() - height - SPACE.LARGE),
        )
        self.setGeometry(QRect(corner, QSize(width, height)))

    def _on_time_up(self) -> None:
        focus = self.focusWidget()
        if not self.underMouse() and not (focus is not None and focus.hasFocus()):
            self.dismiss()

    def _on_action_clicked(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action.run()
