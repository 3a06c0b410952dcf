"""The loop as a ring that can be walked and put in another order by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.core.loop_flow import LoopFlow
from desktop.core.loop_words import link_words, ratio_words
from desktop.core.period import Cadence
from desktop.core.ring_layout import RingLayout
from desktop.qtkit.wording import say, tr
from desktop.ui.kpis.loops.ring_painting import STEP_HEIGHT, STEP_WIDTH, RingPainting
from desktop.ui.theme import palette
from desktop.ui.theme.tokens import LIGHT
from desktop.ui.widgets.buttons import is_enter

_SCALE = 2
_DRAG = 6  # pixels; less is a click


class RingView(QWidget):
    """``current_changed`` tells that another step is stood on, ``edit_wanted`` asks for it,
    ``moved`` carries the place of a step and its new one, ``remove_wanted`` a place."""

    current_changed = Signal(int)
    edit_wanted = Signal(int)
    moved = Signal(int, int)
    remove_wanted = Signal(int)

    def __init__(self, *, may_change: bool) -> None:
        super().__init__()
        self._may_change = may_change
        self._flow = LoopFlow(cadence=Cadence.MONTH, steps=(), links=())
        self._current = 0
        self._pressed: QPointF | None = None
        self._held: QPointF | None = None  # where a step is being dragged
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Growth loop"))

    @property
    def current(self) -> int:
        """The place of the step that is stood on."""
        return self._current

    def show_flow(self, flow: LoopFlow) -> None:
        """Show another ring; the same place is stood on, if there still is one."""
        self._flow = flow
        self.set_current(min(self._current, max(len(flow.steps) - 1, 0)))

    def set_current(self, place: int) -> None:
        """Stand on a step."""
        self._current = place
        self.setAccessibleDescription(self.described())
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
        self.update()
        self.current_changed.emit(place)

    def described(self) -> str:
        """The step that is stood on, and what it passes on, in words."""
        if not self._flow.steps:
            return ""
        step = self._flow.steps[self._current]
        words = [tr("Step {n}: {step}.", n=self._current + 1, step=step.name)]
        if step.kpi is not None and step.latest is not None:
            value = step.kpi.quantity(step.latest.value)
            words.append(tr("{period}: {value}.", period=step.latest.period, value=value))
        if self._flow.links:
            link = self._flow.links[self._current]
            if link.newest is not None:
                ratio = ratio_words(link, link.newest[1])
                words.append(tr("To {next}: {ratio}.", next=link.end.name, ratio=ratio))
            words.append(say(link_words(link)))
        return " ".join(words)

    def picture(self) -> QImage:
        """The ring to paste into a document: light, at two pixels each."""
        image = QImage(self.size() * _SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SCALE)
        image.fill(QColor(LIGHT.ground))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = RingPainting(painter, self._flow, self._layout(), LIGHT)
        ring.paint(current=-1, focused=False, held=None)
        painter.end()
        return image

    def sizeHint(self) -> QSize:
        return QSize(560, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 280)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = RingPainting(painter, self._flow, self._layout(), palette())
        ring.paint(current=self._current, focused=self.hasFocus(), held=self._held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._flow.steps)
        key = Qt.Key(event.key())
        way = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if not count:
            super().keyPressEvent(event)
        elif key in way:
            place = (self._current + way[key]) % count
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._move(self._current, place)
            else:
                self.set_current(place)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.set_current(0 if key == Qt.Key.Key_Home else count - 1)
        elif is_enter(event) and self._may_change:
            self.edit_wanted.emit(self._current)
        elif key == Qt.Key.Key_Delete and self._may_change:
            self.remove_wanted.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._step_at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.set_current(place)
            self._pressed = event.position()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not self._may_change:
            return
        if self._held or (event.position() - self._pressed).manhattanLength() > _DRAG:
            self._held = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held, self._pressed = self._held, None, None
        if held is not None:
            self._move(self._current, self._layout().nearest(held.x(), held.y()))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._step_at(event.position())
        if place is not None and self._may_change:
            self.edit_wanted.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _move(self, place: int, to: int) -> None:
        if self._may_change and place != to:
            self._current = to
            self.moved.emit(place, to)

    def _layout(self) -> RingLayout:
        size = (STEP_WIDTH + 4, STEP_HEIGHT + 4)
        return RingLayout(len(self._flow.steps), self.width(), self.height(), size)

    def _step_at(self, point: QPointF) -> int | None:
        layout = self._layout()
        for place in range(layout.count):
            x, y = layout.step(place)
            box = QRectF(x - STEP_WIDTH / 2, y - STEP_HEIGHT / 2, STEP_WIDTH, STEP_HEIGHT)
            if box.contains(point):
                return place
        return None
