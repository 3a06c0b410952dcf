"""The overview before there is an active goal: what to do next."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.qtkit.wording import tr
from desktop.services.goals import goals
from desktop.services.kpis import kpis
from desktop.ui.context import GUIDED, NEW, AppContext
from desktop.ui.widgets import EmptyState

_HEIGHT = 420


class NoGoals(QWidget):
    """The next step, by what there is in the file."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty())
        self.setMinimumHeight(_HEIGHT)

    def _empty(self) -> EmptyState:
        workspace = self._context.workspace
        if goals(workspace):
            empty = EmptyState(
                "target",
                tr("No active goals"),
                tr("Your goals are drafts or ended. Make one active, or write the next."),
                tr("Open goals"),
            )
            empty.acted.connect(self._on_goals_wanted)
            return empty
        if kpis(workspace):
            empty = EmptyState(
                "target",
                tr("Numbers are in; now a goal"),
                tr(
                    "Write in plain words what you want to reach, and choose the KPI that shows it."
                ),
                *self._ways_to_the_first(),
            )
        else:
            empty = EmptyState(
                "target",
                tr("Begin with one goal"),
                tr(
                    "Write what you want to reach, then drop in a spreadsheet from your shop or "
                    "accounts. Sikte shows here whether you are getting there."
                ),
                *self._ways_to_the_first(),
            )
        empty.acted.connect(self._on_guide_wanted)
        empty.acted_otherwise.connect(self._on_editor_wanted)
        return empty

    def _ways_to_the_first(self) -> tuple[str, ...]:
        """Question by question, or at once for those who know how."""
        if self._context.workspace.read_only:
            return ()
        return tr("Write it with the guide"), tr("Open the editor")

    def _on_guide_wanted(self) -> None:
        self._context.navigate("goals", GUIDED)

    def _on_editor_wanted(self) -> None:
        self._context.navigate("goals", NEW)

    def _on_goals_wanted(self) -> None:
        self._context.navigate("goals")
