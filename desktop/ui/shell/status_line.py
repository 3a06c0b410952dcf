"""The line at the foot of the window: the file, and the work that goes on in the background."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.core.message import Message
from desktop.qtkit.tasks import Task, TaskLane
from desktop.qtkit.wording import say, tr
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Caption, quiet_button

_HEIGHT = 32


class StatusLine(QWidget):
    """Follows the task lane: the running task's name, how far it is, and a button to stop it."""

    def __init__(self, tasks: TaskLane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(True)
        self._tasks: list[Task] = []
        self._place = Caption("", wrap=False)
        self._label = Caption("", wrap=False)
        self._bar = QProgressBar()
        self._bar.setFixedWidth(160)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        self._stop = quiet_button(tr("Stop"))
        self._stop.clicked.connect(self._on_stop_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE.MEDIUM, 0, SPACE.MEDIUM, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(self._place, 1)
        layout.addWidget(self._label)
        layout.addWidget(self._bar)
        layout.addWidget(self._stop)
        tasks.started.connect(self._on_task_started)
        for task in tasks.tasks:
            self._on_task_started(task)
        self._show_task()

    def set_place(self, text: str) -> None:
        """Where the file is, or what is the matter with it."""
        self._place.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette().hairline))
        painter.drawRect(0, 0, self.width(), 1)

    def _show_task(self) -> None:
        busy = bool(self._tasks)
        for widget in (self._label, self._bar, self._stop):
            widget.setVisible(busy)
        if busy:
            self._label.setText(self._tasks[0].label)
            self._bar.setRange(0, 0)

    def _on_task_started(self, task: Task) -> None:
        self._tasks.append(task)
        task.progressed.connect(self._on_task_progressed)
        task.finished.connect(self._on_task_finished)
        self._show_task()

    def _on_task_progressed(self, fraction: float | None, message: Message | None) -> None:
        if fraction is not None:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(fraction * 1000))
        if message is not None:
            self._label.setText(say(message))

    def _on_task_finished(self) -> None:
        self._tasks = [task for task in self._tasks if task.running]
        self._show_task()

    def _on_stop_clicked(self) -> None:
        if self._tasks:
            self._tasks[0].cancel()
