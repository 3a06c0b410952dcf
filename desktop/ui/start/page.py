"""The first page: make a company file, open one, or look around in the sample company."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.qtkit.tasks import TaskLane
from desktop.qtkit.wording import LANGUAGES, current, tr
from desktop.ui.shell.status_line import StatusLine
from desktop.ui.theme import RADIUS, SPACE, Text, font, icon_pixmap, palette
from desktop.ui.widgets import Caption, Hairline, Heading, Label, SegmentedControl

_WIDTH = 960


class Door(QAbstractButton):
    """One way in: an icon, what it does, and a line about it."""

    def __init__(self, icon_name: str, text: str, caption: str, *, tip: str = "") -> None:
        super().__init__()
        self._icon_name, self._caption = icon_name, caption
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setAccessibleDescription(caption)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(400, 68)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), QColor(tokens.sunken))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.hairline))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        picture = icon_pixmap(self._icon_name, 24, tokens.accent, self.devicePixelRatioF())
        painter.drawPixmap(12, (self.height() - 24) // 2, picture)
        left, wide = 56, self.width() - 64
        middle = self.height() / 2
        self._line(painter, QRectF(left, middle - 24, wide, 24), self.text(), Text.BODY)
        self._line(painter, QRectF(left, middle, wide, 20), self._caption, Text.SMALL)

    @staticmethod
    def _line(painter: QPainter, room: QRectF, words: str, size: Text) -> None:
        tokens = palette()
        strong = size is Text.BODY
        painter.setFont(font(size, strong=strong))
        painter.setPen(QColor(tokens.ink if strong else tokens.ink_soft))
        shown = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideMiddle, round(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class StartPage(QWidget):
    """Sends what is wanted; the window does it."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(object)  # Path
    language_wanted = Signal(str)

    def __init__(
        self, recent: Sequence[Path], tasks: TaskLane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.setAccessibleName(tr("Start"))
        self._new = Door("file-plus", tr("Create a company file"), tr("It takes a minute"))
        self._open = Door("folder-open", tr("Open a company file"), tr("One that you have already"))
        self._sample = Door(
            "compass",
            tr("Explore the sample company"),
            tr("Goals, KPIs and three years of numbers to look around in"),
        )
        self._new.clicked.connect(self.new_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._sample.clicked.connect(self.sample_wanted)

        columns = QHBoxLayout()
        columns.setSpacing(SPACE.PAGE)
        columns.addLayout(self._ways_in(), 3)
        if recent:
            columns.addLayout(self._recent(recent), 2)
        content = QWidget()
        content.setMaximumWidth(_WIDTH if recent else _WIDTH * 3 // 5)
        body = QVBoxLayout(content)
        body.setSpacing(SPACE.SMALL)
        name = QHBoxLayout()
        name.setSpacing(SPACE.MEDIUM)
        mark = QLabel()
        mark.setPixmap(icon_pixmap("sikte", 40, "", self.devicePixelRatioF()))
        name.addWidget(mark)
        name.addWidget(Label("Sikte", Text.FIGURE, strong=True), 1)
        body.addLayout(name)
        claim = tr("What the company aims at, how far it has come, and what the numbers say.")
        body.addWidget(Label(claim, Text.TITLE, soft=True, wrap=True))
        body.addSpacing(SPACE.WIDE)
        body.addLayout(columns)
        body.addSpacing(SPACE.WIDE)
        body.addWidget(self._languages())

        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(content, 1000)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(2)
        layout.addLayout(middle)
        layout.addStretch(3)
        self._status = StatusLine(tasks)
        layout.addWidget(self._status)
        tasks.started.connect(self._show_busy)
        tasks.idle.connect(self._show_busy)
        self._show_busy()

    def _show_busy(self) -> None:
        """While the sample company is being built nothing else is begun."""
        busy = self._tasks.busy
        for door in (self._new, self._open, self._sample):
            door.setEnabled(not busy)
        self._status.setVisible(busy)

    def _ways_in(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Heading(tr("Begin")))
        column.addSpacing(SPACE.SMALL)
        column.addWidget(Hairline())
        for door in (self._new, self._open, self._sample):
            column.addWidget(door)
        column.addStretch(1)
        return column

    def _recent(self, recent: Sequence[Path]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Heading(tr("Recent files")))
        column.addSpacing(SPACE.SMALL)
        column.addWidget(Hairline())
        for path in recent[:5]:
            door = Door("history", path.stem, str(path.parent), tip=str(path))
            door.setProperty("path", str(path))
            door.clicked.connect(self._on_recent_clicked)
            column.addWidget(door)
        column.addStretch(1)
        return column

    def _languages(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.MEDIUM)
        choice = SegmentedControl(list(LANGUAGES.items()), current().language, name=tr("Language"))
        choice.chosen.connect(self.language_wanted)
        layout.addWidget(choice)
        layout.addWidget(Caption(tr("You can also drop a company file here.")), 1)
        return row

    def _on_recent_clicked(self) -> None:
        self.recent_wanted.emit(Path(str(self.sender().property("path"))))
