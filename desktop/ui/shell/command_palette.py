"""The command palette: everything that can be done or shown, found by a few letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.qtkit.wording import tr
from desktop.ui.context import Command
from desktop.ui.shell.fuzzy import fit
from desktop.ui.theme import SPACE, Text, font, icon_pixmap, palette
from desktop.ui.widgets import Caption

_WIDTH = 640
_ROW = 40
_ROWS = 10
_MOST = 60
_COMMAND = int(Qt.ItemDataRole.UserRole)


class CommandPalette(QDialog):
    """Type to search, arrows to move, Enter to do it, Esc to leave."""

    def __init__(self, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Search"))
        self._window = parent.window()
        self._commands = list(commands)
        self.field = QLineEdit()
        self.field.setFont(font(Text.TITLE))
        self.field.setFrame(False)
        self.field.setStyleSheet("QLineEdit { border: none; background: transparent; }")
        self.field.setPlaceholderText(tr("Search goals, KPIs and commands"))
        self.field.setAccessibleName(tr("Search goals, KPIs and commands"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What was found"))
        self.list.setItemDelegate(_CommandDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = Caption(tr("Nothing is called that."))
        self._nothing.setContentsMargins(SPACE.SMALL, SPACE.SMALL, 0, SPACE.SMALL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.SMALL, SPACE.SMALL, SPACE.SMALL, SPACE.SMALL)
        layout.setSpacing(SPACE.SMALL)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self._nothing)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._on_item_clicked)
        self._on_text_changed("")
        self._place()
        self.field.setFocus()

    def found(self) -> list[Command]:
        """The commands that fit what is typed, the best first."""
        if not self.field.text().strip():
            return self._commands
        scored = []
        for number, command in enumerate(self._commands):
            score = fit(self.field.text(), _words(command))
            if score is not None:
                scored.append((-score, number, command))
        return [command for _, _, command in sorted(scored, key=lambda entry: entry[:2])]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Down:
                    self._move(1)
                case Qt.Key.Key_Up:
                    self._move(-1)
                case Qt.Key.Key_PageDown:
                    self._move(8)
                case Qt.Key.Key_PageUp:
                    self._move(-8)
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._do(self.list.currentItem())
                case _:
                    return False
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(palette().outline), 1))
        painter.setBrush(QColor(palette().raised))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _move(self, rows: int) -> None:
        last = self.list.count() - 1
        self.list.setCurrentRow(min(max(self.list.currentRow() + rows, 0), last))

    def _place(self) -> None:
        corner = self._window.mapToGlobal(self._window.rect().topLeft())
        width = min(_WIDTH, self._window.width() - 2 * SPACE.WIDE)
        self.setFixedWidth(width)
        left = corner.x() + (self._window.width() - width) // 2
        self.move(left, corner.y() + 2 * SPACE.PAGE)

    def _on_text_changed(self, text: str) -> None:
        self.list.clear()
        for command in self.found()[:_MOST]:
            item = QListWidgetItem(command.title)
            item.setData(_COMMAND, command)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(min(self.list.count(), _ROWS) * _ROW)
        self._nothing.setVisible(self.list.count() == 0)
        self.adjustSize()

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self._do(item)

    def _do(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        command: Command = item.data(_COMMAND)
        self.close()
        command.run()


def _words(command: Command) -> str:
    """What it is found by; a code also without its hyphen."""
    return f"{command.title} {command.group} {command.code} {command.code.replace('-', '')}"


def _keys(shortcut: str) -> str:
    """The keys as this computer calls them."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


class _CommandDelegate(QStyledItemDelegate):
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = palette()
        command: Command = index.data(_COMMAND)
        rect: QRect = option.rect
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, QColor(tokens.selected))
        scale = painter.device().devicePixelRatioF()
        picture = icon_pixmap(command.icon, 18, tokens.ink_soft, scale)
        painter.drawPixmap(rect.left() + 10, rect.center().y() - 8, picture)
        room = rect.adjusted(40, 0, -12, 0)
        painter.setFont(font(Text.SMALL))
        painter.setPen(QColor(tokens.ink_soft))
        beside = _keys(command.shortcut) or command.group
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, centre | Qt.AlignmentFlag.AlignRight, beside)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(beside) - 16)
        painter.setFont(font())
        painter.setPen(QColor(tokens.ink))
        words = painter.fontMetrics().elidedText(
            command.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, centre, words)
        painter.restore()
