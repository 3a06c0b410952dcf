"""The board view: the active goals as objectives, without their key results."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.core.sheet_content import BoardSheet
from desktop.core.sheet_message import summary_message
from desktop.qtkit.wording import say, tr
from desktop.services.overview import overview
from desktop.services.sheets import board_sheet
from desktop.ui.context import AppContext
from desktop.ui.goals.board.objective_row import ObjectiveRow
from desktop.ui.goals.printing import PrintButtons
from desktop.ui.goals.scrolling_rows import ScrollingRows


class BoardPane(ScrollingRows):
    """``opened`` carries the id of the goal that is to be opened."""

    opened = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(tr("Board view"), parent)
        self._context = context
        self.printing = PrintButtons(context, self._sheet, tr("Print the board's page …"), self)
        self.head.addWidget(self.printing)

    def refresh(self) -> None:
        """Read the file again."""
        shown = overview(self._context.workspace)
        statements = {view.goal.id: view.goal.statement for view in shown.goals}
        statuses = [view.assessment.status for view in shown.goals]
        self.message.setText(say(summary_message(statuses)))
        self.printing.setEnabled(bool(shown.goals))
        rows = []
        for view in shown.goals:
            row = ObjectiveRow(view, statements.get(view.goal.parent_id, ""))
            row.opened.connect(self.opened)
            rows.append(row)
        self.set_rows(rows)

    def _sheet(self) -> BoardSheet:
        return board_sheet(self._context.workspace)
