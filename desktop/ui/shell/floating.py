"""What floats above the page for a while and goes by itself: notices, and what was reached."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

from desktop.ui.theme import RADIUS, SPACE, palette


class Floating(QWidget):
    """Lies over ``host``'s lower edge, in the middle or, with ``right``, at the right, and ``lift``
    pixels above it: what one begins with on a page stands at the top.  It stays while the pointer
    or the keyboard is on it.  It belongs to the window, so that no page covers it.

    Subclasses lay out what it holds, and then call :meth:`rise`.
    """

    dismissed = Signal()

    def __init__(self, host: QWidget, *, right: bool = False, lift: int = SPACE.LARGE) -> None:
        super().__init__(host.window())
        self._host, self._right, self._lift = host, right, lift
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time_up)

    def rise(self, milliseconds: int | None) -> None:
        """Show it for that long; until it is closed with ``None``."""
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        if milliseconds is not None:
            self._timer.start(milliseconds)
        self._host.installEventFilter(self)
        self._host.destroyed.connect(self.deleteLater)
        self._place()
        self.show()
        self.raise_()

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        self.hide()
        self.dismissed.emit()
        self.deleteLater()

    def wanted_width(self) -> int:
        """How wide it would be where there is room."""
        return self.sizeHint().width()

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
        width = min(self.wanted_width(), above.width() - 2 * SPACE.WIDE)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        free = above.width() - width
        left = free - SPACE.WIDE if self._right else free // 2
        corner = QPoint(left, above.height() - height - self._lift)
        self.setGeometry(QRect(above.mapTo(above.window(), corner), QSize(width, height)))

    def _on_time_up(self) -> None:
        focus = self.focusWidget()
        if not self.underMouse() and not (focus is not None and focus.hasFocus()):
            self.dismiss()
