"""The map view: the picture, what can be done with it, and where the keyboard stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.core.goal_map import GoalMap, MapNode, NodeKind
from desktop.qtkit.wording import ntr, tr
from desktop.services.goal_map import goal_map
from desktop.ui.context import AppContext
from desktop.ui.goals.map.map_view import MapView
from desktop.ui.goals.map.zoom_row import zoom_row
from desktop.ui.goals.printing import PrintButtons
from desktop.ui.theme import SPACE
from desktop.ui.widgets import Caption, Label, quiet_button


class MapPane(QWidget):
    """``opened`` carries the id of the goal that is to be opened; a KPI opens on its page."""

    opened = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setAccessibleName(tr("Goal map"))
        self.view = MapView()
        self.view.opened.connect(self._on_opened)
        self.view.current_changed.connect(self._on_current_changed)
        self.printing = PrintButtons(context, self._sheet, tr("Print the map …"))
        self._here = Label(wrap=True)
        self.open_button = quiet_button(tr("Open"))
        self.open_button.clicked.connect(self._on_open_clicked)
        self._unused = Caption()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.SMALL)
        layout.addLayout(zoom_row(self.view, at_end=self.printing))
        layout.addWidget(self.view, 1)
        layout.addLayout(self._foot())
        layout.addWidget(self._unused)

    def refresh(self) -> None:
        """Read the file again."""
        content = goal_map(self._context.workspace)
        self.view.show_map(content)
        self._unused.setText(
            ntr(
                "{n} KPI is not on the map, since no goal leads to it.",
                "{n} KPIs are not on the map, since no goal leads to them.",
                content.unused,
            )
        )
        self._unused.setVisible(content.unused > 0)

    def take_focus(self) -> None:
        """Put the keyboard into the picture."""
        self.view.setFocus()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.MEDIUM)
        row.addWidget(self._here, 1)
        row.addWidget(self.open_button)
        return row

    def _sheet(self) -> GoalMap:
        return goal_map(self._context.workspace)

    def _on_current_changed(self, node: MapNode | None) -> None:
        self._here.setText(self.view.described())
        self.open_button.setEnabled(node is not None)
        is_kpi = node is not None and node.kind is NodeKind.KPI
        self.open_button.setText(tr("Open KPI") if is_kpi else tr("Open goal"))

    def _on_open_clicked(self) -> None:
        if self.view.current is not None:
            self._on_opened(self.view.current)

    def _on_opened(self, node: MapNode) -> None:
        if node.kind is NodeKind.KPI:
            self._context.navigate("kpis", node.item_id)
        else:
            self.opened.emit(node.item_id)
