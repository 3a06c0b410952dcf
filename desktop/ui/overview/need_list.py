"""What needs attention now, each with its one action."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.qtkit.wording import say, tr
from desktop.services.needs import Need
from desktop.ui.theme import SPACE, icon_pixmap, palette
from desktop.ui.widgets import Hairline, Label, quiet_button

_MOST = 5


class NeedRow(QWidget):
    """One sentence and where to see to it; ``opened`` carries the need."""

    opened = Signal(object)

    def __init__(self, need: Need, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._need = need
        mark = QLabel()
        mark.setPixmap(icon_pixmap(_ICONS[need.page], 18, palette().ink_soft, 2.0))
        mark.setFixedSize(18, 18)
        mark.setScaledContents(True)
        go = quiet_button(_action(need.page))
        go.clicked.connect(self._on_go_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.TIGHT, 0, SPACE.TIGHT)
        row.setSpacing(SPACE.MEDIUM)
        row.addWidget(mark)
        row.addWidget(Label(say(need.message), wrap=True), 1)
        row.addWidget(go)

    def _on_go_clicked(self) -> None:
        self.opened.emit(self._need)


class NeedList(QWidget):
    """The most pressing needs, and how many more there are; ``opened`` carries a need."""

    opened = Signal(object)

    def __init__(self, needs: Sequence[Need], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest = list(needs[_MOST:])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._add(needs[:_MOST])
        self._more = quiet_button(tr("Show {n} more", n=len(self._rest)))
        self._more.clicked.connect(self._on_more_clicked)
        self._column.addWidget(self._more)
        self._more.setVisible(bool(self._rest))

    def _add(self, needs: Sequence[Need]) -> None:
        for need in needs:
            if self._column.count():
                self._column.addWidget(Hairline())
            row = NeedRow(need, self)
            row.opened.connect(self.opened)
            self._column.addWidget(row)

    def _on_more_clicked(self) -> None:
        self._column.removeWidget(self._more)
        self._more.setVisible(False)
        self._add(self._rest)


_ICONS = {"goals": "target", "kpis": "chart-line", "imports": "import", "settings": "settings"}


def _action(page: str) -> str:
    match page:
        case "goals":
            return tr("Open goal")
        case "kpis":
            return tr("Open KPI")
        case "imports":
            return tr("Import")
        case _:
            return tr("Open settings")
