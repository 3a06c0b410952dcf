"""A KPI or goal on the scorecard, which can be dragged or sent to another perspective."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.core.kpi import Perspective
from desktop.core.scorecard import ScoredGoal, ScoredKpi, change_words, period_words
from desktop.core.strategy_map import goal_key, kpi_key
from desktop.qtkit.wording import current, say, tr
from desktop.ui.theme import SPACE, Text, palette
from desktop.ui.theme.tokens import RADIUS
from desktop.ui.widgets import Caption, Label, StatusMark
from desktop.ui.widgets.buttons import is_enter

MIME = "application/x-sikte-scorecard"
_KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2, Qt.Key.Key_4: 3}
_STEPS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Tile(QWidget):
    """``opened`` and ``sent`` carry the key of what it shows, ``sent`` also the perspective, or
    ``None``: 1-4 send it to one, 0 takes it out.  ``step_wanted`` carries an arrow key."""

    opened = Signal(str)
    sent = Signal(str, object)
    step_wanted = Signal(object, int)

    def __init__(self, key: str, name: str, *, may_change: bool) -> None:
        super().__init__()
        self.key = key
        self._may_change = may_change
        self._pressed: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.OpenHandCursor if may_change else Qt.CursorShape.ArrowCursor)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(10, SPACE.SMALL, 10, SPACE.SMALL)
        self.column.setSpacing(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if is_enter(event):
            self.opened.emit(self.key)
        elif key in _STEPS:
            self.step_wanted.emit(self, event.key())
        elif self._may_change and key in _KEYS:
            self.sent.emit(self.key, list(Perspective)[_KEYS[key]])
        elif self._may_change and key == Qt.Key.Key_0:
            self.sent.emit(self.key, None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not self._may_change:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            data = QMimeData()
            data.setData(MIME, self.key.encode())
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.setPixmap(self.grab())
            drag.setHotSpot(self._pressed)
            self._pressed = None
            drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.raised))
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.hairline), 1 + focused))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)


class KpiTile(Tile):
    """The newest value with its unit and period, what it changed by, and how it stands."""

    def __init__(self, scored: ScoredKpi, *, may_change: bool) -> None:
        super().__init__(kpi_key(scored.kpi.id), scored.kpi.name, may_change=may_change)
        newest, add = scored.newest, self.column.addWidget
        kind = tr("Leading") if scored.kpi.leading else tr("Lagging")
        add(Label(scored.kpi.name, strong=True, wrap=True))
        if newest is not None:
            value = scored.kpi.quantity(newest.value)
            add(Label(current().quantity(value), Text.TITLE, wrap=True))
        add(Caption(f"{period_words(scored, current())} · {kind}"))
        words = change_words(scored)
        if words is not None and scored.change is not None:
            change = Caption(say(words))
            if scored.change.good is not None:
                change.set_colour(palette().good if scored.change.good else palette().bad)
            add(change)
        if scored.status is not None:
            add(StatusMark(scored.status, Text.SMALL))
        if scored.goals:
            goals = Caption(tr("Goal: {goals}", goals=", ".join(scored.goals)))
            add(goals)
        if scored.outdated is not None:
            add(Caption(say(scored.outdated)))


class GoalTile(Tile):
    """A goal and how it stands."""

    def __init__(self, scored: ScoredGoal, *, may_change: bool) -> None:
        super().__init__(goal_key(scored.goal_id), scored.statement, may_change=may_change)
        add = self.column.addWidget
        add(Caption(tr("Goal")))
        add(Label(scored.statement, strong=True, wrap=True))
        if scored.status is None:
            add(Caption(tr("Draft")))
        else:
            add(StatusMark(scored.status, Text.SMALL))
        if scored.follows:
            add(Caption(tr("Follows from its KPIs")))
