"""The few most important pieces of advice on the company, a goal or a KPI."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.advice import Advice
from desktop.qtkit.wording import ntr, tr
from desktop.services.advice import AdviceGiven, advice
from desktop.services.workspace import Workspace
from desktop.ui.advice.advice_row import action_words
from desktop.ui.advice.advice_rows import AdviceRows
from desktop.ui.advice.all_advice_dialog import AllAdviceDialog
from desktop.ui.advice.dismiss_dialog import DismissDialog
from desktop.ui.theme import SPACE, Text
from desktop.ui.widgets import Hairline, Label, quiet_button

_MOST = 3


class AdvicePanel(QWidget):
    """Hidden while there is nothing to say; ``opened`` carries the advice whose action was
    pressed.  ``words`` says what that action is where it is not what it is elsewhere."""

    opened = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        *,
        words: Callable[[Advice], str] = action_words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._words = words
        self._goal_id: int | None = None
        self._kpi_id: int | None = None
        self.rows = AdviceRows(may_change=not workspace.read_only, words=words)
        self.rows.opened.connect(self.opened)
        self.rows.dismiss_wanted.connect(self._on_dismiss_wanted)
        self.show_all = quiet_button("")
        self.show_all.clicked.connect(self._on_show_all_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.TIGHT)
        column.addWidget(Hairline())
        column.addWidget(Label(tr("Advice"), Text.BODY, strong=True))
        column.addWidget(self.rows)
        column.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(tr("Advice"))
        self.hide()

    def show_goal(self, goal_id: int | None) -> None:
        """Advice on one goal; none on one that is not in the file yet."""
        self._goal_id = goal_id or 0
        self.refresh()

    def show_kpi(self, kpi_id: int | None) -> None:
        """Advice on one KPI; none on one that is not in the file yet."""
        self._kpi_id = kpi_id or 0
        self.refresh()

    def refresh(self) -> None:
        """Read the file again."""
        given = self._read()
        self.rows.show_advice(replace(given, open=given.open[:_MOST], dismissed=()))
        self.show_all.setText(_rest(given))
        self.show_all.setVisible(len(given.open) > _MOST or bool(given.dismissed))
        self.setVisible(bool(given.open or given.dismissed))

    def _read(self) -> AdviceGiven:
        if self._goal_id == 0 or self._kpi_id == 0:
            return AdviceGiven()
        given = advice(self._workspace)
        if self._goal_id is not None:
            return given.of_goal(self._goal_id)
        return given if self._kpi_id is None else given.of_kpi(self._kpi_id)

    def _on_dismiss_wanted(self, piece: Advice) -> None:
        dialog = DismissDialog(self, self._workspace, piece)
        dialog.dismissed.connect(self.refresh)
        dialog.open()

    def _on_show_all_clicked(self) -> None:
        dialog = AllAdviceDialog(self, self._workspace, self._read, self._words)
        dialog.opened.connect(self.opened)
        dialog.changed.connect(self.refresh)
        dialog.open()


def _rest(given: AdviceGiven) -> str:
    """What the button says that leads to the others."""
    if len(given.open) > _MOST:
        return tr("Show all {n}", n=len(given.open))
    return ntr("{n} dismissed", "{n} dismissed", len(given.dismissed))
