"""What needs the owner now, each with its one action, done by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.core.need import Action, Need
from desktop.qtkit.wording import say, tr
from desktop.ui.theme import SPACE, icon_pixmap, palette
from desktop.ui.widgets import Hairline, Label, quiet_button
from desktop.ui.widgets.keyboard_row import KeyboardRow, row_of


class NeedRow(KeyboardRow):
    """One sentence and its action."""

    def __init__(self, need: Need, parent: QWidget | None = None) -> None:
        words, action = say(need.message), _action(need.action)
        super().__init__(f"{words} {action}", parent)
        self.need = need
        mark = QLabel()
        mark.setPixmap(icon_pixmap(_ICONS[need.action], 18, palette().ink_soft, 2.0))
        mark.setFixedSize(18, 18)
        mark.setScaledContents(True)
        go = quiet_button(action)
        go.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has the keyboard
        go.clicked.connect(self.opened)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.SMALL, SPACE.TIGHT, SPACE.SMALL, SPACE.TIGHT)
        row.setSpacing(SPACE.MEDIUM)
        row.addWidget(mark)
        row.addWidget(Label(words, wrap=True), 1)
        row.addWidget(go)


class NeedList(QWidget):
    """The needs, or the ``most`` pressing of them with a way to the rest; ``opened`` carries a
    need, and ``all_wanted`` is sent by that way."""

    opened = Signal(object)
    all_wanted = Signal()

    def __init__(
        self, needs: Sequence[Need], parent: QWidget | None = None, *, most: int | None = None
    ) -> None:
        super().__init__(parent)
        self.rows: list[NeedRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        shown = needs[:most]
        for need in shown:
            if self.rows:
                column.addWidget(Hairline())
            row = NeedRow(need, self)
            row.opened.connect(self._on_row_opened)
            row.left.connect(self._on_row_left)
            column.addWidget(row)
            self.rows.append(row)
        if len(needs) > len(shown):
            more = quiet_button(tr("All {n} in This week", n=len(needs)), "list-checks")
            more.clicked.connect(self.all_wanted)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def take_focus(self, at: int = 0) -> None:
        """Put the keyboard on a row, or on the last one when there are fewer."""
        if self.rows:
            self.rows[min(max(at, 0), len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def current(self) -> int:
        """The row that has the keyboard; -1 when none has."""
        return next((n for n, row in enumerate(self.rows) if row.hasFocus()), -1)

    def _on_row_opened(self) -> None:
        row = row_of(self.sender())
        if isinstance(row, NeedRow):
            self.opened.emit(row.need)

    def _on_row_left(self, step: int) -> None:
        self.take_focus(self.current + step)


_ICONS = {
    Action.OPEN_GOAL: "target",
    Action.OPEN_GOALS: "target",
    Action.SIT: "compass",
    Action.TYPE_VALUES: "chart-line",
    Action.IMPORT: "import",
    Action.CHECK_IN: "list-checks",
    Action.REVIEW: "history",
    Action.DECIDE: "circle-check",
    Action.ANSWER: "info",
    Action.OPEN_LINK: "compass",
    Action.SETTINGS: "settings-2",
}


def _action(action: Action) -> str:
    match action:
        case Action.OPEN_GOAL:
            return tr("Open goal")
        case Action.OPEN_GOALS:
            return tr("Open goals")
        case Action.SIT:
            return tr("Go on with the guide")
        case Action.TYPE_VALUES:
            return tr("Type values")
        case Action.IMPORT:
            return tr("Import")
        case Action.CHECK_IN:
            return tr("Check in")
        case Action.REVIEW:
            return tr("Look back")
        case Action.DECIDE:
            return tr("Decide")
        case Action.ANSWER:
            return tr("Answer")
        case Action.OPEN_LINK:
            return tr("See the link")
        case _:
            return tr("Open settings")
