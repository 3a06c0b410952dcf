"""One perspective of the scorecard, onto which KPIs and goals can be dropped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.kpi import Perspective
from desktop.core.scorecard import ScorecardPart
from desktop.core.strategy_map import band_name
from desktop.qtkit.wording import say, tr
from desktop.ui.kpis.scorecard.tile import MIME, GoalTile, KpiTile, Tile
from desktop.ui.theme import SPACE, palette
from desktop.ui.widgets import Caption, Label, quiet_button


class PerspectiveColumn(QWidget):
    """``dropped`` carries the key of what was dropped and the perspective; ``ready_kpi_wanted`` the
    perspective that a ready KPI is looked for in."""

    dropped = Signal(str, object)
    ready_kpi_wanted = Signal(object)

    def __init__(self, part: ScorecardPart, number: int, *, may_change: bool) -> None:
        super().__init__()
        self.perspective: Perspective | None = part.perspective
        self._over = False
        self.setAcceptDrops(may_change)
        title = say(band_name(part.perspective))
        self.setAccessibleName(title)
        self.tiles: list[Tile] = [
            *(GoalTile(goal, may_change=may_change) for goal in part.goals),
            *(KpiTile(kpi, may_change=may_change) for kpi in part.kpis),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.SMALL, SPACE.SMALL, SPACE.SMALL, SPACE.MEDIUM)
        column.setSpacing(SPACE.SMALL)
        column.addWidget(Label(title, strong=True, wrap=True))
        if may_change:
            column.addWidget(Caption(tr("Key {number}", number=number), wrap=False))
        for tile in self.tiles:
            column.addWidget(tile)
        self.lacks = [say(lack) for lack in part.lacks]
        for lack in self.lacks:
            column.addWidget(Caption(lack))
        self.pick_button = quiet_button(tr("Pick a ready KPI"), "plus")
        self.pick_button.clicked.connect(self._on_pick_clicked)
        self.pick_button.setVisible(may_change and part.perspective is not None)
        column.addWidget(self.pick_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self._set_over(over=True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(over=False)
        event.acceptProposedAction()
        key = bytes(event.mimeData().data(MIME).data()).decode()
        self.dropped.emit(key, self.perspective)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = palette()
        ground = tokens.selected if self._over else tokens.sunken
        QPainter(self).fillRect(self.rect(), QColor(ground))

    def _set_over(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def _on_pick_clicked(self) -> None:
        self.ready_kpi_wanted.emit(self.perspective)
